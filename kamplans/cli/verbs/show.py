"""Show one account on one page: what is wrong, what comes next, what is due."""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the account."""
    parser.add_argument("account", metavar="ACCOUNT", help="the account's id")


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Print the brief."""
    from kamplans import api
    from kamplans.reports.brief import brief_report

    desk.show(brief_report(api.brief(desk.open(), arguments.account)))
    return Exit.FINE


VERB = Verb(run, configure)
