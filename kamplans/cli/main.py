"""The door: words are parsed, one verb runs, and whatever stops it becomes one sentence and a status."""

import atexit
import gc
import os
import sys
from argparse import RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path

from kamplans import __version__
from kamplans.catalog import load, names
from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk, talk
from kamplans.cli.exits import Exit
from kamplans.cli.words import VERBS, Parser, common_options, known_verb, parse, verb_of
from kamplans.errors import KamplansError, UsageError


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    atexit.register(gc.freeze)  # or the end of the process looks for garbage in every plan that was read
    given = list(sys.argv[1:] if words is None else words)
    try:
        return int(_run(given))
    except KamplansError as stop:
        talk(f"kamplans: {stop.message}{f' ({stop.hint})' if stop.hint else ''}")
        return Exit.WRONG
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE
    except Exception:  # noqa: BLE001 - the one place where a fault of ours is turned into a report instead of a traceback
        talk(f"kamplans: something went wrong inside; the report is in {_write_report(given)}")
        return Exit.WRONG


def _run(words: list[str]) -> Exit:
    word = verb_of(words)
    if word is None:
        return _without_verb(words)
    name = known_verb(word)
    verb = load(VERBS, name, "VERB", Verb)
    words, rest = _split(_without(words, word)) if verb.after_dashes else (_without(words, word), [])
    arguments = parse(_parser(name, verb), words)
    if verb.after_dashes:
        setattr(arguments, verb.after_dashes, rest)
    if arguments.directory is not None:
        _change_to(arguments.directory)
    return verb.run(arguments, Desk(arguments))


def _without(words: list[str], verb: str) -> list[str]:
    """Take the verb out, so that one parser sees the options before and after it."""
    position = words.index(verb)
    while verb_of(words[:position]) is not None:
        position = words.index(verb, position + 1)
    return words[:position] + words[position + 1 :]


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """Part the words at the first `--`."""
    if "--" not in words:
        return words, []
    position = words.index("--")
    return words[:position], words[position + 1 :]


def _parser(name: str, verb: Verb) -> Parser:
    parser = Parser(
        prog=f"kamplans {name}",
        description=_manual(name),
        formatter_class=RawDescriptionHelpFormatter,
        parents=[common_options(verb.formats)],
        allow_abbrev=False,
    )
    verb.configure(parser)
    return parser


def _without_verb(words: list[str]) -> Exit:
    parser = Parser(prog="kamplans", add_help=False, parents=[common_options(("text", "json"))], allow_abbrev=False)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    arguments = parse(parser, words)
    if arguments.version:
        sys.stdout.write(f"kamplans {__version__}\n")
        return Exit.FINE
    if arguments.help:
        sys.stdout.write(_help())
        return Exit.FINE
    raise UsageError("Say what to do", "`kamplans --help` lists the verbs, `kamtui` opens the screen")


def _help() -> str:
    lines = [
        "usage: kamplans [options] VERB …",
        "",
        "Key-account plans as code: check them, map who knows whom, read their history.",
        "",
    ]
    for name in names(VERBS):
        load(VERBS, name, "VERB", Verb)
        lines.append(f"  {name:<9} {_manual(name).partition(chr(10))[0]}")
    common = "-C DIR, --portfolio DIR, --format F, --at REV, --as-of DATE, --color WHEN, -q, -v"
    more = "`kamplans VERB --help` tells the rest; `kamplans explain CODE` explains a finding."
    return "\n".join([*lines, "", f"options, before or after the verb: {common}", more, ""])


def _manual(name: str) -> str:
    """Return the docstring of a verb's module, which is imported."""
    return (sys.modules[f"{VERBS}.{name.replace('-', '_')}"].__doc__ or "").strip()


def _change_to(folder: str) -> None:
    try:
        os.chdir(folder)
    except OSError as problem:
        raise UsageError(f"Cannot change to {folder}: {problem.strerror}") from None


def _write_report(words: list[str]) -> str:
    import tempfile
    import traceback

    handle, path = tempfile.mkstemp(prefix="kamplans-error-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as report:
        report.write(f"kamplans {__version__}\nPython {sys.version}\n{words!r}\n\n{traceback.format_exc()}")
    return str(Path(path))


if __name__ == "__main__":
    raise SystemExit(main())
