"""No text reaches a terminal that could command it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamplans.model.clean import clean, clean_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada Berg", "Ada Berg"),
        ("[/] [EMEA] [@click=app.quit]x", "[/] [EMEA] [@click=app.quit]x"),
        ("\x1b]0;owned\x07", "␛]0;owned␇"),
        ("a\nb\tc\r", "a⏎b c"),
        ("\x9b2J", "\ufffd2J"),
        ("\x7f", "␡"),
        ("\u202eevil\u2066", "\ufffdevil\ufffd"),
        ("in\u200bvisible", "invisible"),
        ("\ud800", "\ufffd"),
        ("\u2028", "\ufffd"),
        ("Zoë 田 👩‍💼", "Zoë 田 👩‍💼"),
        ("", ""),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_lines_stay_lines() -> None:
    assert clean_lines("a\r\nb\x1b[2J") == "a\nb␛[2J"


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_unsafe_survives(text: str) -> None:
    shown = clean(text)
    forbidden = {
        *map(chr, range(0x20)),
        *map(chr, range(0x7F, 0xA0)),
        *map(chr, range(0x202A, 0x202F)),
        "\u2028",
        "\u2029",
    }
    assert not forbidden & set(shown)
    assert not any("\ud800" <= character <= "\udfff" for character in shown)
    assert clean(shown) == shown
