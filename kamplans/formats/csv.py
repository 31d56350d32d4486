"""CSV: the tables of a report, safe to open in a spreadsheet."""

import csv
import io

from kamplans.formats._contract import Canvas, Format
from kamplans.model.clean import clean
from kamplans.model.report import Report, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _cell(text: str) -> str:
    """Return a cell that no spreadsheet runs: what would begin a formula gets an apostrophe, numbers stay."""
    shown = clean(text)
    if shown.startswith(_FORMULA) and not shown.lstrip("+-").replace(".", "", 1).isdigit():
        return f"'{shown}"
    return shown


def render(report: Report, canvas: Canvas) -> str:
    """Return every table of the report, header first, lines ended by CRLF as RFC 4180 says."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for block in report.blocks:
        if isinstance(block, Table):
            writer.writerow([column.title for column in block.columns])
            writer.writerows([[_cell(cell) for cell in row] for row in block.rows])
    return out.getvalue()


FORMAT = Format("csv", render)
