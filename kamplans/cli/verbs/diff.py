"""Say what changed in plan words: between two commits, or from a commit (default: the last) to the files as they are.

Accounts may follow after `--`. With --exit-code the status is 1 where something changed. `--format json-patch` prints
for each document what makes the one state from the other, as RFC 6902 writes it.
"""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the two sides and the accounts."""
    parser.add_argument("before", nargs="?", metavar="REV", help="the state before (default: the last commit)")
    parser.add_argument("after", nargs="?", metavar="REV", help="the state after (default: the files as they are)")
    parser.add_argument("--exit-code", action="store_true", help="exit 1 where something changed")


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Print the changes."""
    from kamplans import api
    from kamplans.reports.changes import diff_report, patch_report

    workspace = desk.open()
    asked = (workspace, arguments.before, arguments.after, tuple(arguments.accounts))
    differs: object
    if arguments.format == "json-patch":
        differs = patches = api.json_patch(*asked)
        desk.show(patch_report(patches))
    else:
        differs = changes = api.diff(*asked)
        desk.show(diff_report(changes, api.account_names(workspace)))
    return Exit.FINDINGS if differs and arguments.exit_code else Exit.FINE


VERB = Verb(run, configure, ("text", "json", "markdown", "html", "json-patch"), after_dashes="accounts")
