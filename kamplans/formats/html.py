"""HTML: a report as one page that needs nothing else, with no script and no outside address; all text is escaped."""

import re
from collections.abc import Iterator
from html import escape

from kamplans.formats._contract import Canvas, Format
from kamplans.model.clean import clean
from kamplans.model.report import Block, Bullets, Facts, Heading, Paragraph, Preformatted, Report, Table

_TITLE = "Key-account plans"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page may load: nothing; a browser holds to it even if the escaping should fail."""

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; margin: 1.6em 0 0.4em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 0.9em/1.5 ui-monospace, monospace; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.8rem 0.2rem 0; border-bottom: 1px solid #8884; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dd { margin: 0; }
.dim { opacity: 0.65; }
.strong { font-weight: bold; }
.critical, .error, .high { color: light-dark(#a11, #f88); }
.moderate, .warning { color: light-dark(#850, #fb5); }
.low, .good { color: light-dark(#161, #7d7); }
"""
_WORD = re.compile(r"[a-z_]+")


def render(report: Report, canvas: Canvas) -> str:
    """Return the report as a page of its own."""
    title = _escaped(report.title or _TITLE)
    head = [
        "<!doctype html>",
        '<html lang="en">',
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>\n{_STYLE}</style>",
    ]
    first = [f"<h1>{title}</h1>"] if report.title else []
    return "\n".join([*head, *first, *(line for block in report.blocks for line in _lines(block)), "</html>", ""])


def _escaped(text: str) -> str:
    return escape(clean(text))


def _tagged(tag: str, text: str, tone: str = "plain") -> str:
    """Return an element with a text; a tone becomes its class."""
    is_class = tone != "plain" and _WORD.fullmatch(tone)
    return f'<{tag} class="{tone}">{_escaped(text)}</{tag}>' if is_class else f"<{tag}>{_escaped(text)}</{tag}>"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _tagged(f"h{min(max(block.level, 1), 6)}", block.text)
        case Paragraph():
            yield _tagged("p", block.text, block.tone)
        case Bullets():
            yield from ("<ul>", *(_tagged("li", item) for item in block.items), "</ul>")
        case Facts():
            yield from ("<dl>", *(_tagged("dt", name) + _tagged("dd", value) for name, value in block.facts), "</dl>")
        case Table():
            yield from _table(block)
        case Preformatted():
            tones = block.tones or ("plain",) * len(block.lines)
            lines = [_tagged("span", line, tone) for line, tone in zip(block.lines, tones, strict=True)]
            yield "<pre>" + "\n".join(lines) + "</pre>"


def _table(block: Table) -> Iterator[str]:
    kinds = ["number" if column.numeric else "plain" for column in block.columns]
    tones = block.tones or ("plain",) * len(block.rows)
    titles = (_tagged("th", column.title, kind) for column, kind in zip(block.columns, kinds, strict=True))
    yield f"<table>\n<tr>{''.join(titles)}</tr>"
    for row, tone in zip(block.rows, tones, strict=True):
        cells = "".join(_tagged("td", cell, kind) for cell, kind in zip(row, kinds, strict=True))
        yield f'<tr class="{tone}">{cells}</tr>' if _WORD.fullmatch(tone) else f"<tr>{cells}</tr>"
    yield "</table>"


FORMAT = Format("html", render)
