"""List the portfolio, a row an account: who owns it, how safe it is, what it is worth, what is due.

--where takes the filter language of the screen: `tier:strategic !harbour acv:>1m due:<30d`.
"""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of `list`."""
    parser.add_argument("--where", default="", metavar="FILTER", help="only accounts that fit, e.g. grade:high acv:>1m")
    parser.add_argument("--sort", default="grade", metavar="COLUMN", help="order by a column; -COLUMN turns it round")
    parser.add_argument("--columns", metavar="A,B,…", help="which columns to show")


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Print the rows."""
    from kamplans import api
    from kamplans.reports.accounts import STANDARD, accounts_report

    workspace = desk.open()
    rows = api.filter_accounts(workspace, api.overview(workspace), arguments.where)
    columns = tuple(word.strip() for word in arguments.columns.split(",")) if arguments.columns else STANDARD
    currency = workspace.portfolio.settings.currency
    desk.show(accounts_report(rows, workspace.as_of, currency, columns, arguments.sort))
    return Exit.FINE


VERB = Verb(run, configure, formats=("text", "json", "csv"))
