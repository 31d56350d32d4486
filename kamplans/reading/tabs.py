"""Tabs where spaces should indent a line."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kamplans.reading.comments import ScalarSpan
from kamplans.reading.fault import Fault
from kamplans.reading.text_codes import TAB_INDENT

_TAB_INDENT = re.compile(r"^ *(\t[ \t]*)(?=[^\s])", re.MULTILINE)


def tab_fault(start: int, end: int) -> Fault:
    """Return the fault of tabs before a line."""
    return Fault(
        TAB_INDENT, "A tab stands where spaces indent a line", start, end, hint="use two spaces for each level"
    )


def tab_faults(text: str, scalars: Sequence[ScalarSpan]) -> Iterator[Fault]:
    """Return the faults of tabs before lines; inside a text of several lines (`scalars`, in order) a tab is content."""
    starts = [scalar.start for scalar in scalars]
    for found in _TAB_INDENT.finditer(text):
        around = bisect_left(starts, found.start(1)) - 1
        if around < 0 or scalars[around].end <= found.start(1):
            yield tab_fault(found.start(1), found.end(1))
