"""How does a report of the engine read on a screen? Block by block, as lines."""

from collections.abc import Iterator

from kamplans.model.report import Block, Bullets, Facts, Heading, Paragraph, Preformatted, Report
from kamtui.text import Line, Run, line
from kamtui.wording.columns import Column, compose, lay_out, needed

_WIDE = 96


def report_lines(report: Report) -> list[Line]:
    """Return all blocks with an empty line between them."""
    lines: list[Line] = []
    for block in report.blocks:
        if lines:
            lines.append(())
        lines.extend(_block(block))
    return lines


def _block(block: Block) -> Iterator[Line]:
    match block:
        case Heading(text=text):
            yield line(Run(text, "title"))
        case Paragraph(text=text):
            for part in text.split("\n"):
                yield line(part)
        case Bullets(items=items):
            for item in items:
                yield line(Run("· ", "muted"), item)
        case Facts(facts=facts):
            for name, value in facts:
                yield line(Run(f"{name}  ", "muted"), value)
        case Preformatted(lines=lines):
            for part in lines:
                yield line(Run(part, "accent"))
        case _:
            columns = [Column(column.title, right=column.numeric) for column in block.columns]
            rows = [tuple(line(cell) for cell in row) for row in block.rows]
            layout = lay_out(columns, needed(columns, rows), _WIDE)
            yield compose([Run(column.title, "muted") for column in columns], columns, layout)
            for row in rows:
                yield compose(row, columns, layout)
