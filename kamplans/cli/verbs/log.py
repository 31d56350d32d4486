"""Tell the history of one account or of all, newest first, in plan words."""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit
from kamplans.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the account and how much of its history."""
    parser.add_argument("account", nargs="?", metavar="ACCOUNT", help="only this account")
    parser.add_argument("-n", "--limit", type=_number, metavar="N", help="at most so many commits")


def _number(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise UsageError(f"--limit takes a whole number from 1, and “{text}” is none")
    return int(text)


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Print the timeline."""
    from kamplans import api
    from kamplans.reports.changes import log_report

    workspace = desk.open()
    revisions = api.log(workspace, arguments.account, limit=arguments.limit)
    desk.show(log_report(revisions, api.account_names(workspace)))
    return Exit.FINE


VERB = Verb(run, configure)
