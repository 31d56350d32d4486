"""The words of a command: which verb, which options, wherever they stand.

Common options are declared once and accepted before and after the verb; they carry no default of their own, because a
verb's parser would write its default over what stood before the verb.
"""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from kamplans.catalog import names
from kamplans.errors import UsageError
from kamplans.model.closest import closest

VERBS = "kamplans.cli.verbs"
DEFAULTS = {
    "directory": None,
    "portfolio": None,
    "format": "text",
    "at": None,
    "as_of": None,
    "color": "auto",
    "quiet": False,
    "verbose": False,
}
_VALUED = ("-C", "--portfolio", "--format", "--at", "--as-of", "--color")


class Parser(argparse.ArgumentParser):
    """A parser whose faults are UsageErrors with a suggestion, never a printed usage and an exit."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        raise UsageError(message, f"see `{self.prog} --help`")


def common_options(formats: Sequence[str]) -> argparse.ArgumentParser:
    """Return the options every verb takes, without defaults."""
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group("common options")
    group.add_argument("-C", dest="directory", metavar="DIR", help="change to this folder first")
    group.add_argument(
        "--portfolio", metavar="DIR", help="the portfolio's folder (default: upwards from here, else the one below)"
    )
    group.add_argument("--format", choices=formats, help=f"how to print: {', '.join(formats)}")
    group.add_argument(
        "--at", metavar="REV", help="read the plans of a commit, branch, tag or date instead of the files"
    )
    group.add_argument("--as-of", metavar="DATE", help="judge as if today were this day")
    group.add_argument("--color", choices=("auto", "always", "never"), help="colours on stdout")
    group.add_argument("-q", "--quiet", action="store_true", help="only data, no talk on stderr")
    group.add_argument("-v", "--verbose", action="store_true", help="say more on stderr")
    return parser


def verb_of(words: Sequence[str]) -> str | None:
    """Return the first word that is neither an option nor an option's value."""
    waiting = False
    for word in words:
        if waiting:
            waiting = False
        elif word == "--":
            return None
        elif word in _VALUED:
            waiting = True
        elif not word.startswith("-"):
            return word
    return None


def known_verb(word: str) -> str:
    """Return the verb, or raise UsageError with the nearest one."""
    verbs = names(VERBS)
    if word in verbs:
        return word
    near = closest(word, verbs)
    raise UsageError(f"There is no verb “{word}”", f"did you mean `{near}`?" if near else "see `kamplans --help`")


def parse(parser: Parser, words: Sequence[str]) -> argparse.Namespace:
    """Parse the words; an unknown option is refused with the nearest one."""
    arguments, unknown = parser.parse_known_args(words)
    if unknown:
        word = unknown[0].partition("=")[0]
        near = closest(word, _options(parser)) if word.startswith("-") else None
        hint = f"did you mean `{near}`?" if near else f"see `{parser.prog} --help`"
        raise UsageError(f"{parser.prog} does not know “{word}”", hint)
    for name, default in DEFAULTS.items():
        if not hasattr(arguments, name):
            setattr(arguments, name, default)
    return arguments


def _options(parser: argparse.ArgumentParser) -> list[str]:
    return [word for action in parser._actions for word in action.option_strings]
