"""The nearest known word: what is suggested, and what is not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamplans.model.closest import closest


@pytest.mark.parametrize(
    ("word", "candidates", "wanted"),
    [
        ("dana-riuz", ["dana-ruiz", "omar-haddad"], "dana-ruiz"),  # two letters swapped
        ("strategc", ["strategic", "standard"], "strategic"),  # one left out
        ("Strategic", ["strategic"], "strategic"),  # case does not count
        ("kam", ["kum", "cam"], "kum"),  # equally near: the common beginning
        ("ab", ["bb", "cb"], "bb"),  # then the alphabet
        ("id", ["xy"], None),  # two steps are too many for two letters
        ("quarterly", ["biennial"], None),
        ("", ["a"], None),
        ("a", [], None),
    ],
)
def test_table(word, candidates, wanted):
    assert closest(word, candidates) == wanted


@given(st.text(min_size=1, max_size=20), st.lists(st.text(max_size=20)))
def test_a_known_word_is_its_own_suggestion(word, others):
    assert closest(word, [*others, word]).casefold() == word.casefold()


@given(st.text(min_size=3, max_size=20), st.lists(st.text(min_size=1, max_size=20), min_size=1))
def test_order_of_candidates_has_no_meaning(word, candidates):
    assert closest(word, candidates) == closest(word, reversed(candidates))


def test_hostile_words_cost_nothing():
    started = time.perf_counter()
    assert closest("x" * 10_000_000, ["x" * 63]) is None
    assert closest("a" * 64, ["ab" * 32] * 200 + ["y" * 10_000_000]) is None
    assert time.perf_counter() - started < 1
