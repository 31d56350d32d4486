"""What a verb is: its options and what it does with them."""

import argparse
from collections.abc import Callable
from typing import NamedTuple

from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit


def no_options(parser: argparse.ArgumentParser) -> None:
    """Add nothing: the verb has only the common options."""


class Verb(NamedTuple):
    """One verb. Its module's docstring is its manual, the first line what `--help` lists.

    With `after_dashes`, the words behind `--` are put into the namespace under that name.
    """

    run: Callable[[argparse.Namespace, Desk], Exit]
    configure: Callable[[argparse.ArgumentParser], None] = no_options
    formats: tuple[str, ...] = ("text", "json")
    after_dashes: str | None = None
