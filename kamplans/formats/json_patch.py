"""JSON Patch: the changes of each document as operations that a program can apply (RFC 6902)."""

from dataclasses import replace

from kamplans.formats._contract import Canvas, Format
from kamplans.formats.json import render as as_json
from kamplans.model.report import Report

KEY = "patches"
"""Where the data of a report holds its patches, by the path of the document."""


def render(report: Report, canvas: Canvas) -> str:
    """Return the patches of a report by document, indented; `{}` where it has none."""
    patches = report.data.get(KEY, {}) if isinstance(report.data, dict) else {}
    return as_json(replace(report, data=patches), canvas)


FORMAT = Format("json-patch", render)
