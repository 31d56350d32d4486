"""Explain a code or rule of the checker (`R008`, `reporting-cycle`), or a field of the format (`goals[].status`)."""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit
from kamplans.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the word to explain."""
    parser.add_argument("word", nargs="?", metavar="CODE|FIELD", help="a code, the slug of a rule, or a field")
    parser.add_argument("--all", action="store_true", help="every code")


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Print the manual."""
    from kamplans import api

    if arguments.all:
        desk.show(api.explain_all())
    elif arguments.word:
        desk.show(api.explain(arguments.word))
    else:
        raise UsageError("Say what to explain", "`kamplans explain R008`, `kamplans explain goals[].status`, or --all")
    return Exit.FINE


VERB = Verb(run, configure)
