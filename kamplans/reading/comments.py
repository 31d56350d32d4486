"""Comments that lack the space after their #, and so may be the cut-off end of a sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kamplans.reading.fault import Fault
from kamplans.reading.value_faults import shorten
from kamplans.reading.yaml_codes import CUT_SENTENCE, GLUED_COMMENT

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_GLUED = re.compile(r"#+[^\s#]")


class ScalarSpan(NamedTuple):
    """Where a key or scalar value stands, as offsets, and whether it is unquoted."""

    start: int
    end: int
    is_plain: bool


def comment_faults(text: str, scalars: list[ScalarSpan]) -> Iterator[Fault]:
    """Return the faults of the comments between scalars; `scalars` are in the order of the text."""
    before = ScalarSpan(0, 0, False)
    for scalar in (*scalars, ScalarSpan(len(text), len(text), False)):
        for comment in _COMMENT.finditer(text, before.end, scalar.start):
            if _GLUED.match(comment[0]):
                yield _fault(text, before, comment)
        before = scalar


def _fault(text: str, before: ScalarSpan, comment: re.Match[str]) -> Fault:
    said, span = shorten(comment[0].rstrip()), (comment.start(), comment.start() + len(comment[0].rstrip()))
    if before.is_plain and "\n" not in text[before.end : comment.start()]:
        return Fault(
            CUT_SENTENCE, f"{said} is not part of the value before it", *span, hint="put the sentence in quotes"
        )
    return Fault(GLUED_COMMENT, "The comment has no space after its #", *span, hint="put a space after the #")
