"""Where an offset of a text stands: line and column as editors and git count them."""

from bisect import bisect_right
from itertools import accumulate

from kamplans.model.place import Place


class Lines:
    """The lines of one text. Only a line feed ends a line; offsets, lines and columns are code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]

    def line_of(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self._starts, offset)

    def place(self, start: int, end: int) -> Place:
        """Return the place of a span of offsets."""
        return Place(*self._at(start), *self._at(max(start, end)))

    def short_place(self, start: int, end: int) -> Place:
        """Return the place of a span, ended where its first line ends: what a finding points at."""
        stop = self._text.find("\n", start, max(start, end))
        if stop < 0:
            return self.place(start, end)
        return self.place(start, start + len(self._text[start:stop].rstrip()))

    def _at(self, offset: int) -> tuple[int, int]:
        line = self.line_of(offset)
        return line, offset - self._starts[line - 1] + 1
