"""How does the terminal UI begin? From its command line: which portfolio, which commit, which day."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from kamplans import __version__, api
from kamplans.errors import KamplansError, NoPortfolio


def main(argv: Sequence[str] | None = None) -> int:
    """Run kamtui; return 0, or 2 where it cannot begin."""
    arguments = _parser().parse_args(argv)
    try:
        return _run(arguments)
    except KamplansError as error:
        return _refuse(f"{error.message}{f': {error.hint}' if error.hint else ''}")
    except OSError as error:
        return _refuse(f"{error.strerror}: {error.filename}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kamtui", description="Key-account plans on a screen.", allow_abbrev=False)
    parser.add_argument("--portfolio", metavar="DIR", type=Path, help="the folder that holds portfolio.yaml")
    parser.add_argument("-C", dest="folder", metavar="DIR", type=Path, help="change to this folder first")
    parser.add_argument("--at", metavar="REV", help="the plans as they were at a revision or on a date")
    parser.add_argument("--as-of", metavar="DATE", type=_day, help="ask everything as of this day, YYYY-MM-DD")
    parser.add_argument("--demo", action="store_true", help="open the example portfolio with its history of two years")
    parser.add_argument("--version", action="version", version=f"kamtui {__version__}")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2026-10-31") from None


def _run(arguments: argparse.Namespace) -> int:
    if arguments.folder is not None:
        os.chdir(arguments.folder)
    reason = ""
    if arguments.demo:
        root: Path | Callable[[], Path] | None = api.demo_portfolio
    else:
        try:
            root = api.find_portfolio(Path.cwd(), arguments.portfolio)
        except NoPortfolio as error:
            if arguments.portfolio is not None or arguments.at is not None:
                raise
            root, reason = None, f"{error.message}."
    unfit = _unfit_terminal()
    return _refuse(unfit) if unfit else _show(root, arguments, reason)


def _unfit_terminal() -> str:
    """Return why no screen can be drawn here; empty where it can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "kamtui draws on a terminal, and this is none: `kamplans list` and `kamplans show` print the same"
    if os.environ.get("TERM") == "dumb":
        return "TERM=dumb cannot draw a screen: `kamplans list` and `kamplans show` print the same"
    return ""


def _show(root: Path | Callable[[], Path] | None, arguments: argparse.Namespace, reason: str) -> int:
    from kamtui.app import KamtuiApp

    app = KamtuiApp(root, arguments.at, arguments.as_of, reason=reason)
    app.run()
    return _refuse(app.refusal.rstrip(".")) if app.refusal else app.return_code or 0


def _refuse(sentence: str) -> int:
    from kamplans.model.clean import clean

    print(f"kamtui: {clean(sentence)}.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
