"""Say of every value of an account who made it so, when, in which commit, and what it was before.

By value, not by line: moving or reordering makes nobody an author. A PATH, such as `goals[cut-losses].status` or
`goals`, asks about that value or all below it.
"""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the account and the path."""
    parser.add_argument("account", metavar="ACCOUNT", help="the account's id")
    parser.add_argument("path", nargs="?", default="", metavar="PATH", help="only this value, item or field")


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Print the origin of each value."""
    from kamplans import api
    from kamplans.reports.blame import blame_report

    workspace = desk.open()
    values = api.blame(workspace, arguments.account, arguments.path)
    desk.show(blame_report(values, api.history_cut(workspace, arguments.account)))
    return Exit.FINE


VERB = Verb(run, configure, formats=("text", "json", "markdown", "html", "csv"))
