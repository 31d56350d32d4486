"""JSON: the data of a report, for other tools. Keys are stable; more may be added."""

import json
import re
from datetime import date, datetime
from typing import Any

from kamplans.formats._contract import Canvas, Format
from kamplans.model.report import Report


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not data")


def _escaped(match: re.Match[str]) -> str:
    return match[0] if match[0].isprintable() else json.dumps(match[0])[1:-1]


def render(report: Report, canvas: Canvas) -> str:
    """Return the report's data, indented; letters stay, what a terminal might obey is escaped."""
    text = json.dumps(report.data, indent=2, ensure_ascii=False, default=_plain, allow_nan=False)
    return re.sub(r"[^\n\x20-\x7e]", _escaped, text) + "\n"


FORMAT = Format("json", render)
