"""Whatever a plan, a commit or an error holds, what reaches the screen has a known width and no power over it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kamtui import text

HOSTILE = [
    "[/]",
    "ACME [EMEA]",
    "[@click=app.quit]x[/]",
    "\x1b]0;PWNED\x07",
    "\x1b[5n",
    "\x9b31m",
    "\x00\x08\x0b\r",
    "\u202egnp.exe",
    "\u2066x\u2069",
    "zero\u200bwidth",
    "田中 愛子",
    "👩‍💼 ceo",
    "line\nbreak\ttab",
    "\ud800",
    "",
]
FORBIDDEN = [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202e", "\u2066", "\u200b", "\u2028", "\ud800"]


def assert_harmless(shown: str) -> None:
    found = [hex(ord(character)) for character in FORBIDDEN if character in shown]
    assert not found, f"{found} in {shown!r}"


@pytest.mark.parametrize("value", HOSTILE)
def test_every_way_out_of_the_boundary_is_clean(value: str) -> None:
    for shown in (
        text.run(value).text,
        "".join(run.text for run in text.line(value, text.Run(value, "muted"))),
        text.cut(value, 7),
        text.fit(value, 7),
        text.content([(text.Run(value, "strong"),)]).plain,
        *text.wrap(value, 9),
    ):
        assert_harmless(shown)


def test_brackets_stay_what_they_are() -> None:
    shown = text.content([text.line("ACME [EMEA] [/] [@click=app.quit]x[/]")])
    assert shown.plain == "ACME [EMEA] [/] [@click=app.quit]x[/]"
    assert not shown.spans or all(not span.style for span in shown.spans)


@given(st.text(), st.integers(0, 40), st.booleans())
def test_a_fitted_text_takes_exactly_its_cells(value: str, cells: int, right: bool) -> None:
    assert cell_len(text.fit(value, cells, right=right)) == cells


@given(st.lists(st.tuples(st.text(), st.sampled_from(sorted(text.TONES))), max_size=5), st.integers(0, 60))
def test_a_fitted_line_takes_exactly_its_cells(parts: list[tuple[str, str]], cells: int) -> None:
    line = text.line(*(text.Run(*part) for part in parts))
    assert text.line_width(text.fit_line(line, cells)) == cells


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200), st.integers(4, 40))
def test_wrapped_lines_are_no_wider_than_asked(value: str, cells: int) -> None:
    assert all(cell_len(line) <= cells for line in text.wrap(value, cells))


def test_wrapping_loses_no_word() -> None:
    sentence = "Without Ingrid Solheim nobody leads us to 4 of 5 decision makers, who hold 83 % of the power."
    assert " ".join(text.wrap(sentence, 20)).split() == sentence.split()


@pytest.mark.parametrize(
    ("line", "cells", "shown"),
    [
        (["abc", "def"], 6, "abcdef"),
        (["abc", "def"], 5, "abcd…"),
        (["abc", "   "], 4, "abc "),
        (["abc", "def"], 3, "ab…"),
        (["田中愛子"], 5, "田中…"),
        (["田中愛子"], 4, "田… "),
        (["abc"], 0, ""),
    ],
)
def test_a_line_is_cut_at_whole_characters(line: list[str], cells: int, shown: str) -> None:
    fitted = text.fit_line(text.line(*line), cells)
    assert "".join(run.text for run in fitted) == shown


def test_the_glyphs_of_the_house_are_one_cell_wide() -> None:
    from kamplans.model.grades import GLYPHS
    from kamtui.wording import changes, marks

    glyphs = [*GLYPHS.values(), *marks.SEVERITIES.values(), *changes.GLYPHS.values(), *"●○█░▓◆◇│▌▸▾━┄→←↔≠×✓✗…"]
    assert [glyph for glyph in glyphs if cell_len(glyph) != 1 or unicodedata.east_asian_width(glyph) in "WF"] == []
