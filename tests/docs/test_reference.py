"""The format reference is made from the schemas; KAMPLANS_UPDATE_DOCS=1 writes it anew."""

import os
import re
from pathlib import Path

from kamplans.formats._contract import Canvas
from kamplans.formats.markdown import render
from kamplans.model.report import Report
from kamplans.reading.kinds import kinds
from kamplans.reports.manual import format_manual

PAGE = Path(__file__).resolve().parents[2] / "docs" / "format.md"
ORDER = (
    "portfolio",
    "team",
    "account",
    "stakeholders",
    "goals",
    "opportunities",
    "metrics",
    "engagement",
    "risks",
    "value",
)
HEAD = """# The format

Every field of the plan files, made from the schemas that editors and the checker use. `kamplans explain goals[].status`
prints the same for one field. `[]` stands behind a list: in a path, `goals[cut-losses].status` is the status of the
goal `cut-losses`; `*` stands for a key of your own.

"""


def page() -> str:
    parts = [f"- [{name}.yaml](#{name}yaml)" for name in ORDER]
    sections = []
    for name in ORDER:
        report = format_manual(name)
        text = render(Report("", report.blocks), Canvas())
        sections.append(f"## {report.title}\n\n{text}")
    return HEAD + "\n".join(parts) + "\n\n" + "\n".join(sections)


def test_every_document_kind_has_its_section() -> None:
    assert set(ORDER) == set(kinds())


def test_the_format_reference_says_what_the_schemas_say() -> None:
    if os.environ.get("KAMPLANS_UPDATE_DOCS") == "1":
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


def test_links_between_pages_lead_somewhere() -> None:
    root = PAGE.parent.parent
    for document in (root / "README.md", *PAGE.parent.glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"
