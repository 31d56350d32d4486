"""What libyaml says about a text that is no YAML, in words that tell a person what to do."""

from typing import Any, NamedTuple

from kamplans.model.clean import clean
from kamplans.reading.fault import Fault
from kamplans.reading.parser import MarkedYAMLError, YAMLError
from kamplans.reading.tabs import tab_fault
from kamplans.reading.yaml_codes import HALF_CHARACTER, SYNTAX


class _Saying(NamedTuple):
    """How one problem of libyaml is said; `opened` points at where the troubled piece began, not at where it failed."""

    problem: str
    sentence: str
    hint: str = ""
    opened: bool = False


_INDENT = "check how far the line is indented, and that text after a closing quote is inside the quotes"
_SAYINGS = (
    _Saying(
        "mapping values are not allowed",
        "A colon with a space after it cannot stand here",
        "put the sentence in quotes, or check how far the line is indented",
    ),
    _Saying("unexpected end of stream", "The quote opened here is never closed", "close it", opened=True),
    _Saying("unexpected document indicator", "The quote opened here is never closed", "close it", opened=True),
    _Saying(
        "expected ',' or ']'", "The list opened here is not closed, or lacks a comma", "close it with ]", opened=True
    ),
    _Saying(
        "expected ',' or '}'", "The map opened here is not closed, or lacks a comma", "close it with }", opened=True
    ),
    _Saying(
        "could not find expected ':'",
        "This line is neither a key with its value nor part of the text above",
        opened=True,
    ),
    _Saying(
        "found unexpected ':'",
        "A colon in brackets or braces has no space after it",
        "put one there, or quote the text",
    ),
    _Saying("did not find expected key", "The line does not fit in here", _INDENT),
    _Saying("did not find expected '-' indicator", "The list is interrupted here", _INDENT),
    _Saying("block sequence entries are not allowed", "A list begins on the line below its key", "move the dash down"),
    _Saying(
        "unknown escape character",
        "The backslash begins an escape that does not exist",
        r"write \\, or use single quotes",
    ),
    _Saying("expected <document start>", "The line is indented less than the first one", "indent both the same"),
    _Saying(
        "expected comment or line break",
        "Only a comment may follow | or > on its line",
        "begin the text on the next line",
    ),
    _Saying("undefined tag handle", "A value that begins with ! is a tag", "put the text in quotes", opened=True),
    _Saying(
        "expected alphabetic or numeric",
        "A value that begins with * or & is an alias or anchor",
        "put the text in quotes",
        True,
    ),
    _Saying("did not find expected node content", "A value cannot begin with this character", "put the text in quotes"),
)


def syntax_fault(error: YAMLError, text: str) -> Fault:
    """Return the fault of a text that libyaml refuses."""
    if not isinstance(error, MarkedYAMLError):
        return Fault(SYNTAX, f"This is not YAML: {clean(str(error))}")
    at = _within(text, error.problem_mark)
    problem = error.problem or error.context or "it cannot be read"
    if "cannot start any token" in problem or "found a tab character" in problem:
        return _odd_beginning(text, at)
    if "invalid Unicode character escape" in problem and text[at : at + 1] in ("d", "D"):
        return Fault(
            HALF_CHARACTER,
            f"The escape \\u{text[at : at + 4]} is half a character",
            at - 2,
            at + 4,
            hint="write it out",
        )
    for saying in _SAYINGS:
        if saying.problem in problem:
            start = _within(text, error.context_mark) if saying.opened and error.context_mark else at
            return Fault(SYNTAX, saying.sentence, start, start + 1, hint=saying.hint)
    return Fault(SYNTAX, f"This is not YAML: {problem}", at, at + 1)


def _odd_beginning(text: str, at: int) -> Fault:
    if text[at : at + 1] == "\t":
        return tab_fault(at, at + 1)
    return Fault(SYNTAX, f"A value cannot begin with {text[at : at + 1]}", at, at + 1, hint="put the text in quotes")


def _within(text: str, mark: Any) -> int:
    """Return the offset of a mark; the end of the last line that says something where it lies behind the text."""
    index: int = mark.index
    return min(index, max(0, len(text.rstrip()) - 1))
