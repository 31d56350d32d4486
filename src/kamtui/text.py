"""Where does data become screen text? Here, and nowhere else: cleaned, measured in cells, never read as markup."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from kamplans.model.clean import clean, clean_lines

TONES: dict[str, str] = {
    "": "",
    "muted": "$text-muted",
    "strong": "bold",
    "accent": "$text-accent",
    "title": "bold $text-accent",
    "critical": "bold $text-critical",
    "high": "bold $text-high",
    "moderate": "$text-moderate",
    "low": "$text-low",
    "not_rated": "$text-muted",
    "active": "reverse bold",
}
"""Every tone of the house and the style it has; the grades' colours are for grades alone."""

ELLIPSIS = "…"


class Run(NamedTuple):
    """A piece of one line in one tone (a key of TONES)."""

    text: str
    tone: str = ""


Line = tuple[Run, ...]
"""One line of a screen: runs from left to right."""


def run(text: object, tone: str = "") -> Run:
    """Return a value as one clean run."""
    return Run(clean(str(text)), tone)


def line(*parts: Run | str) -> Line:
    """Return runs and plain texts as one line, each of them clean."""
    return tuple(run(part) if isinstance(part, str) else run(*part) for part in parts)


def width(text: str) -> int:
    """Return how many cells a clean text takes on a screen."""
    return cell_len(text)


def line_width(one: Line) -> int:
    """Return how many cells a line takes."""
    return sum(cell_len(part.text) for part in one)


def cut(text: str, cells: int) -> str:
    """Return the text, clean, in at most so many cells; what is cut off leaves an ellipsis."""
    text = clean(text)
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + ELLIPSIS if cells > 0 else ""


def fit(text: str, cells: int, *, right: bool = False) -> str:
    """Return the text, clean, in exactly so many cells."""
    text = cut(text, cells)
    padding = " " * max(0, cells - cell_len(text))
    return padding + text if right else text + padding


def fit_line(one: Line, cells: int, *, right: bool = False) -> Line:
    """Return the line in exactly so many cells, cut with an ellipsis or padded."""
    taken = line_width(one)
    if taken > cells:
        return tuple(_cut_runs(one, cells))
    padding = Run(" " * (cells - taken))
    return (padding, *one) if right else (*one, padding)


def _cut_runs(one: Line, cells: int) -> Iterator[Run]:
    shown = list(one)
    while shown and not shown[-1].text.strip():
        shown.pop()
    is_cut = line_width(tuple(shown)) > cells
    left = cells
    for part in shown:
        taken = cell_len(part.text)
        if is_cut and taken >= left:
            kept = cut(part.text + ELLIPSIS, left)
            yield Run(kept, part.tone)
            left -= cell_len(kept)
            break
        yield part
        left -= taken
    yield Run(" " * left)


def wrap(text: str, cells: int) -> list[str]:
    """Return the text, clean, as lines of at most so many cells, broken between words where there are any."""
    lines: list[str] = []
    for paragraph in clean_lines(text).split("\n"):
        lines.extend(piece.plain.rstrip() for piece in Content(paragraph).wrap(max(cells, 1)))
    return lines


def content(lines: Iterable[Line]) -> Content:
    """Return lines as what a text widget shows, free of markup."""
    return Content("\n").join(
        [Content.assemble(*((clean(part.text), TONES[part.tone]) for part in one)) for one in lines]
    )


def words(text: str) -> Content:
    """Return a text of one or more lines as what a text widget shows, free of markup."""
    return Content(clean_lines(text))
