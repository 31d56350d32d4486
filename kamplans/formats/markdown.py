"""Markdown: a report for a page or a pull request; plan text cannot become markup, mentions or HTML in it."""

import re
from collections.abc import Iterator

from kamplans.formats._contract import Canvas, Format
from kamplans.model.clean import clean
from kamplans.model.report import Block, Bullets, Facts, Heading, Paragraph, Preformatted, Report, Table

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$])")
_CODE = re.compile(r"(`[^`\n]+`)")


def render(report: Report, canvas: Canvas) -> str:
    """Return the blocks as markdown, an empty line between them."""
    parts = [f"# {escaped(report.title)}"] if report.title else []
    parts += ["\n".join(_lines(block)) for block in report.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Return text that stands for itself in markdown; `code` between backticks stays code."""
    pieces = _CODE.split(clean(text))
    return "".join(piece if position % 2 else _plain(piece) for position, piece in enumerate(pieces))


def _plain(text: str) -> str:
    """Escape what markdown or a forge would obey; a zero-width space behind an `@` keeps it from naming anybody."""
    safe = _SPECIAL.sub(r"\\\1", text).replace("@", "@&#8203;")
    return re.sub(r"^(\s*)([-=]|\d+[.)])", lambda match: f"{match[1]}\\{match[2]}", safe) if safe[:1] in "-=" else safe


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level)} {escaped(block.text)}"
        case Paragraph():
            yield escaped(block.text)
        case Bullets():
            yield from (f"- {escaped(item)}" for item in block.items)
        case Facts():
            yield from (f"- **{escaped(name)}:** {escaped(value)}" for name, value in block.facts)
        case Table():
            yield from _table(block)
        case Preformatted():
            yield from _fenced(block)


def _table(block: Table) -> Iterator[str]:
    yield f"| {' | '.join(escaped(column.title) for column in block.columns)} |"
    yield f"|{'|'.join('--:' if column.numeric else '---' for column in block.columns)}|"
    yield from (f"| {' | '.join(escaped(cell) for cell in row)} |" for row in block.rows)


def _fenced(block: Preformatted) -> Iterator[str]:
    """Yield a fence longer than any run of backticks inside, so that plan text cannot close it."""
    lines = [clean(line) for line in block.lines]
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (fence, *lines, fence)


FORMAT = Format("markdown", render)
