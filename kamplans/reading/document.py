"""One file: bytes become a document, and everything wrong with its text and its YAML becomes a finding."""

from typing import Any

from kamplans.model.document import Document
from kamplans.model.finding import Finding
from kamplans.model.value_path import value_path
from kamplans.reading.compose import compose
from kamplans.reading.fault import Fault
from kamplans.reading.kinds import kind as kind_of
from kamplans.reading.lines import Lines
from kamplans.reading.places import locate, locate_in_order
from kamplans.reading.text import text_of
from kamplans.reading.values import read_values


def read_document(
    kind: str, path: str, account: str | None, data: bytes, *, blob: str | None = None, prefix: str = ""
) -> tuple[Document, list[Finding]]:
    """Return the document that the bytes of one file make, and the findings of its text and YAML (codes Y…).

    `kind` is the name of a document kind, `path` is relative to the portfolio folder, `prefix` stands before it in the
    findings. Nothing is judged by the schema here. What cannot be read at all has no values, and a finding says why.
    """
    clean = read_values(data)
    if clean is not None:
        text, values = clean
        return Document(kind, path, account, values, text, locate_in_order, blob), []
    text, values, faults = survey(data)
    document = Document(kind, path, account, values, text, locate, blob)
    lines = Lines(text)
    return document, [_finding(fault, document, lines, prefix) for fault in faults]


def survey(data: bytes) -> tuple[str, dict[str, Any], list[Fault]]:
    """Return the text, the values and every fault of a file, by place: the close look."""
    text, faults, readable = text_of(data)
    values: dict[str, Any] = {}
    if readable:
        composed = compose(text)
        values = composed.root.value if composed.root is not None else {}
        faults = [*faults, *composed.faults]
    unique = {(fault.code.code, fault.start): fault for fault in faults}
    return text, values, sorted(unique.values(), key=lambda fault: (fault.start, fault.code.code))


def _finding(fault: Fault, document: Document, lines: Lines, prefix: str) -> Finding:
    at = value_path(kind_of(document.kind), document.data, fault.keys) if fault.keys else None
    return Finding(
        code=fault.code.code,
        rule=fault.code.slug,
        severity=fault.code.severity,
        message=fault.message,
        path=prefix + document.path,
        place=lines.short_place(fault.start, fault.end),
        account=document.account,
        at=at or None,
        hint=fault.hint,
    )
