"""One report, several texts; plan text is harmless in each of them."""

import json
import re

import pytest
from markdown_it import MarkdownIt

from kamplans.catalog import load, names
from kamplans.formats._contract import Canvas, Format
from kamplans.model.report import Bullets, Column, Facts, Heading, Paragraph, Preformatted, Report, Table

HOSTILE = "=cmd|'/C calc'!A1 \x1b]0;owned\x07 [/] <img src=x> @everyone `code` \u202e\u200b\x9b2J |"
REPORT = Report(
    HOSTILE,
    (
        Heading(HOSTILE),
        Paragraph(HOSTILE, "critical"),
        Bullets((HOSTILE,)),
        Facts(((HOSTILE, HOSTILE),)),
        Table((Column("Name"), Column("Worth", True)), ((HOSTILE, "-5"), ("–", "=1+1")), ("high", "low")),
        Preformatted((HOSTILE, "```")),
    ),
    {"text": HOSTILE},
)


def rendered(name: str, color: bool = False) -> str:
    return load("kamplans.formats", name, "FORMAT", Format).render(REPORT, Canvas(80, color))


@pytest.mark.parametrize("name", names("kamplans.formats"))
def test_no_control_character_gets_through(name: str) -> None:
    text = rendered(name)
    assert text.endswith("\n")
    assert all(character.isprintable() or character in "\r\n" for character in text), repr(text)


def test_json_keeps_the_text_exactly() -> None:
    assert json.loads(rendered("json")) == {"text": HOSTILE}


def test_a_spreadsheet_runs_nothing() -> None:
    header, first, second = rendered("csv").splitlines()
    assert header == "Name,Worth"
    assert first.startswith("'=cmd") or first.startswith("\"'=cmd")
    assert first.endswith(",-5")
    assert second == "–,'=1+1"


def test_markdown_holds_no_markup_of_the_plan() -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(rendered("markdown"))
    assert "<img" not in html
    assert "<a " not in html
    assert html.count("<pre>") == 1, "plan text closed no fence"
    outside = html.partition("<pre>")[0]
    assert "@everyone" not in outside
    assert outside.count("&lt;img src=x&gt;") == 7


def test_colour_is_never_alone() -> None:
    plain, colored = rendered("text"), rendered("text", color=True)
    assert "\x1b[1;31m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain
