"""Open the terminal UI; the same as `kamtui`."""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Start the screen with the same portfolio, revision and day."""
    from kamtui.__main__ import main

    words: list[str] = []
    for option, value in (("--portfolio", arguments.portfolio), ("--at", arguments.at), ("--as-of", arguments.as_of)):
        words += [option, value] if value is not None else []
    main(words)
    return Exit.FINE


VERB = Verb(run)
