"""Where a verb works: the folder it was started in, the portfolio asked for, and the two streams."""

import argparse
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kamplans.errors import UsageError

if TYPE_CHECKING:
    from kamplans.model.report import Report
    from kamplans.model.workspace import Workspace


class Desk:
    """Opens what the common options name and prints what a verb answers: data to stdout, talk to stderr."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self.folder = Path.cwd()

    def open(self) -> "Workspace":
        """Read the portfolio the options ask for."""
        from kamplans import api

        named = self._arguments.portfolio
        root = api.find_portfolio(self.folder, None if named is None else Path(named))
        workspace = api.open_portfolio(root, at=self._arguments.at, as_of=self.as_of, with_state=False)
        if self._arguments.verbose:
            plans = workspace.portfolio
            read = f"{len(plans.all_documents)} files of {len(plans.accounts)} accounts in {root}, {plans.label}"
            talk(f"kamplans: read {read}, as of {workspace.as_of}")
        return workspace

    @property
    def as_of(self) -> date | None:
        """The day asked for. Raises UsageError if it is no date."""
        text = self._arguments.as_of
        if text is None:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise UsageError(f"--as-of takes a date, and “{text}” is none", "write it YYYY-MM-DD") from None

    @property
    def wants_color(self) -> bool:
        """Whether stdout gets colours: as asked, else on a terminal where NO_COLOR is not set."""
        asked: str = self._arguments.color
        if asked != "auto":
            return asked == "always"
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def show(self, report: "Report") -> None:
        """Print a report in the format asked for."""
        from kamplans.catalog import load
        from kamplans.formats._contract import Canvas, Format

        chosen = load("kamplans.formats", self._arguments.format, "FORMAT", Format)
        on_terminal = sys.stdout.isatty()
        width = shutil.get_terminal_size((100, 24)).columns if on_terminal else 100
        sys.stdout.write(chosen.render(report, Canvas(width, self.wants_color, is_narrow=on_terminal)))

    def say(self, sentence: str) -> None:
        """Tell the user something on stderr, unless asked to be quiet."""
        if not self._arguments.quiet:
            talk(sentence)


def talk(sentence: str) -> None:
    """Write one line to stderr, safe for a terminal."""
    from kamplans.model.clean import clean_lines

    sys.stderr.write(f"{clean_lines(sentence)}\n")
