"""Plain text for a terminal: headings, sentences, facts and aligned tables, colours where they are wanted."""

import textwrap
from collections.abc import Iterator

from kamplans.formats._contract import Canvas, Format
from kamplans.formats._paint import paint
from kamplans.model.cells import cell_width, fit
from kamplans.model.clean import clean
from kamplans.model.report import Block, Bullets, Facts, Heading, Paragraph, Preformatted, Report, Table

_LEAST_CELL = 12
_SET = (Facts, Table)


def render(report: Report, canvas: Canvas) -> str:
    """Return the blocks one below the other, an empty line before each heading and around facts and tables."""
    lines: list[str] = []
    if report.title:
        lines += [paint(clean(report.title), "strong", canvas.color), ""]
    before: Block | None = None
    for block in report.blocks:
        if lines and lines[-1] and _is_apart(before, block):
            lines.append("")
        lines += _lines(block, canvas)
        before = block
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _is_apart(before: Block | None, block: Block) -> bool:
    if isinstance(block, Heading):
        return True
    return (
        before is not None and not isinstance(before, Heading) and isinstance(before, _SET) != isinstance(block, _SET)
    )


def _lines(block: Block, canvas: Canvas) -> Iterator[str]:
    match block:
        case Heading():
            yield paint(clean(block.text), "strong", canvas.color)
        case Paragraph():
            for line in _wrapped(block.text, canvas.width):
                yield paint(line, block.tone, canvas.color)
        case Bullets():
            for item in block.items:
                first, *rest = _wrapped(item, canvas.width - 2)
                yield f"- {first}"
                yield from (f"  {line}" for line in rest)
        case Facts():
            yield from _facts(block, canvas)
        case Table():
            yield from _table(block, canvas)
        case Preformatted():
            tones = block.tones or ("plain",) * len(block.lines)
            yield from (paint(clean(line), tone, canvas.color) for line, tone in zip(block.lines, tones, strict=True))


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(clean(text), max(width, 40), break_long_words=False, break_on_hyphens=False) or [""]


def _facts(block: Facts, canvas: Canvas) -> Iterator[str]:
    label = max((cell_width(clean(name)) for name, _ in block.facts), default=0)
    for name, value in block.facts:
        first, *rest = _wrapped(value, canvas.width - label - 2)
        yield f"{paint(fit(clean(name), label), 'dim', canvas.color)}  {first}".rstrip()
        yield from (f"{' ' * label}  {line}" for line in rest)


def _table(block: Table, canvas: Canvas) -> Iterator[str]:
    cells = [[clean(cell) for cell in row] for row in block.rows]
    widths = [
        max([cell_width(column.title), *(cell_width(row[position]) for row in cells)])
        for position, column in enumerate(block.columns)
    ]
    if canvas.is_narrow:
        widths = _squeezed(widths, canvas.width)
    rights = [column.numeric for column in block.columns]
    titles = [fit(column.title, width, column.numeric) for column, width in zip(block.columns, widths, strict=True)]
    yield paint("  ".join(titles).rstrip(), "dim", canvas.color)
    for number, row in enumerate(cells):
        line = "  ".join(fit(cell, width, right) for cell, width, right in zip(row, widths, rights, strict=True))
        yield paint(line.rstrip(), block.tones[number] if block.tones else "plain", canvas.color)


def _squeezed(widths: list[int], room: int) -> list[int]:
    """Take cells from the widest column until the table fits, but leave every column readable."""
    widths = list(widths)
    while widths and sum(widths) + 2 * (len(widths) - 1) > room:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= _LEAST_CELL:
            break
        widths[widest] -= 1
    return widths


FORMAT = Format("text", render)
