"""Tell the history of one account or of all, newest first, in plan words.

What is asked for can be narrowed: to a value, an item or a list with --path, to what concerns one person, to days, to
an author, to words of messages and changes. All that is given must hold.
"""

import argparse
from typing import TYPE_CHECKING

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit
from kamplans.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from kamplans.model.log_filter import LogFilter


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the account and how much of its history."""
    parser.add_argument("account", nargs="?", metavar="ACCOUNT", help="only this account")
    parser.add_argument("-n", "--limit", type=_number, metavar="N", help="at most so many commits")
    parser.add_argument(
        "--path", default="", metavar="PATH", help="changes at or below a path, e.g. 'goals[cut-losses].status'"
    )
    parser.add_argument("--person", default="", metavar="ID", help="changes about one person, theirs or ours")
    parser.add_argument("--since", metavar="DATE", help="commits of this day and later")
    parser.add_argument("--until", metavar="DATE", help="commits of this day and before")
    parser.add_argument(
        "--author", default="", metavar="TEXT", help="commits whose author's name or address holds this"
    )
    parser.add_argument("--grep", default="", metavar="TEXT", help="commits whose message or changes hold this")


def _number(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise UsageError(f"--limit takes a whole number from 1, and “{text}” is none")
    return int(text)


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Print the timeline."""
    from kamplans import api
    from kamplans.reports.changes import log_report

    only = _filter(arguments)
    workspace = desk.open()
    revisions = api.log(workspace, arguments.account, limit=arguments.limit, only=only)
    desk.show(log_report(revisions, api.account_names(workspace)))
    cut = api.history_cut(workspace, arguments.account)
    if cut is not None:
        desk.say(cut)
    return Exit.FINE


def _filter(arguments: argparse.Namespace) -> "LogFilter | None":
    from kamplans.model.log_filter import LogFilter

    since, until = _day("--since", arguments.since), _day("--until", arguments.until)
    only = LogFilter(arguments.path, arguments.person, since, until, arguments.author, arguments.grep)
    return None if only == LogFilter() else only


def _day(option: str, text: str | None) -> "date | None":
    from kamplans.model.day import day_of

    if text is None:
        return None
    found = day_of(text)
    if found is None:
        raise UsageError(f"{option} takes a date, and “{text}” is none", "write it YYYY-MM-DD")
    return found


VERB = Verb(run, configure, formats=("text", "json", "markdown", "html"))
