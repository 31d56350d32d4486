"""An unquoted word means what the core schema of YAML 1.2 says, dates and times being text."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamplans.reading.plain import is_text_key, plain, quoted

WORDS: list[tuple[str, object, str | None]] = [
    ("Northwind Traders", "Northwind Traders", None),
    ("true", True, None),
    ("True", True, None),
    ("TRUE", True, None),
    ("false", False, None),
    ("False", False, None),
    ("FALSE", False, None),
    ("tRUE", "tRUE", None),
    ("", None, "Y025"),
    ("~", None, "Y025"),
    ("null", None, "Y025"),
    ("Null", None, "Y025"),
    ("NULL", None, "Y025"),
    ("nULL", "nULL", None),
    ("yes", "yes", "Y040"),
    ("No", "No", "Y040"),
    ("ON", "ON", "Y040"),
    ("off", "off", "Y040"),
    ("y", "y", "Y040"),
    ("N", "N", "Y040"),
    ("yEs", "yEs", None),
    ("none", "none", None),
    ("0", 0, None),
    ("-0", 0, None),
    ("+5", 5, None),
    ("-17", -17, None),
    ("1450000", 1450000, None),
    ("999999999999999999", 999999999999999999, None),
    ("1234567890123456789", "1234567890123456789", "Y043"),
    ("-1234567890123456789", "-1234567890123456789", "Y043"),
    ("010", 10, "Y041"),
    ("-010", -10, "Y041"),
    ("00", 0, "Y041"),
    ("08", 8, "Y041"),
    ("0o17", 15, "Y041"),
    ("0x1F", 31, "Y041"),
    ("0xFFFFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFFFF", "Y043"),
    ("-0x1F", "-0x1F", "Y041"),
    ("+0o7", "+0o7", "Y041"),
    ("0b101", "0b101", "Y041"),
    ("0o8", "0o8", None),
    ("0xG", "0xG", None),
    ("1_000", "1_000", "Y041"),
    ("0x1_F", "0x1_F", "Y041"),
    ("1,000", "1,000", None),
    ("1 000", "1 000", None),
    ("0.5", 0.5, None),
    (".5", 0.5, None),
    ("5.", 5.0, None),
    ("-1.5", -1.5, None),
    ("1e3", 1000.0, None),
    ("1E-3", 0.001, None),
    ("1.5e+2", 150.0, None),
    ("007.5", 7.5, "Y041"),
    ("261.1_016", "261.1_016", "Y041"),
    ("1e999", "1e999", "Y042"),
    (".inf", ".inf", "Y042"),
    ("-.INF", "-.INF", "Y042"),
    (".nan", ".nan", "Y042"),
    (".NaN", ".NaN", "Y042"),
    ("-.nan", "-.nan", None),
    ("inf", "inf", None),
    (".", ".", None),
    ("-", "-", None),
    ("+", "+", None),
    ("e3", "e3", None),
    ("1e", "1e", None),
    ("1.2.3", "1.2.3", None),
    ("2026-10-31", "2026-10-31", None),
    ("2024-02-29", "2024-02-29", None),
    ("2026-02-29", "2026-02-29", "Y044"),
    ("2026-00-01", "2026-00-01", "Y044"),
    ("0000-01-01", "0000-01-01", "Y044"),
    ("2026-1-1", "2026-1-1", None),
    ("2026-10-31T12:00:00Z", "2026-10-31T12:00:00Z", None),
    ("12:30:45", "12:30:45", None),
    ("2026-Q3", "2026-Q3", None),
    ("+49 30 1234", "+49 30 1234", None),
    ("١٢", "١٢", None),
    ("²", "²", None),
]


@pytest.mark.parametrize(("word", "value", "code"), WORDS)
def test_an_unquoted_word_means(word: str, value: object, code: str | None) -> None:
    found, doubt = plain(word)
    assert (type(found), found) == (type(value), value)
    assert (doubt.code if doubt else None) == code


@pytest.mark.parametrize(
    ("word", "is_text"),
    [(word, True) for word in ("name", "2026-Q1", "yes", "1_000", ".inf")]
    + [(word, False) for word in ("2026", "1.5", "true", "", "~", "<<", "0x1")],
)
def test_a_key_is_text(word: str, is_text: bool) -> None:
    assert is_text_key(word) is is_text


def test_a_quoted_word_is_text_but_may_be_no_day() -> None:
    assert quoted("010") == ("010", None)
    text, doubt = quoted("2026-02-30")
    assert (text, doubt and doubt.code) == ("2026-02-30", "Y044")


@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_whole_numbers_are_kept_exactly(number: int) -> None:
    assert plain(str(number)) == (number, None)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_kept_exactly(number: float) -> None:
    found, doubt = plain(repr(number))
    assert found == number
    assert doubt is None


@given(st.text(alphabet="+-.0123456789_eExXoOabcdefinNfF:", max_size=12))
def test_no_word_becomes_a_number_that_json_cannot_hold(word: str) -> None:
    found, _ = plain(word)
    assert not isinstance(found, float) or math.isfinite(found)
    assert not isinstance(found, int) or abs(found) < 10**18
