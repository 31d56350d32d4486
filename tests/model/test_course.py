"""The strip of grades, and where a grade turned."""

from datetime import UTC, date, datetime

import pytest

from kamplans.model.course import Course, Moment, Standing
from kamplans.model.revision import Commit
from kamplans.model.risk import Grade

LETTERS = {"c": Grade.CRITICAL, "h": Grade.HIGH, "m": Grade.MODERATE, "l": Grade.LOW, "n": Grade.NOT_RATED, "-": None}
BACK = {grade: letter for letter, grade in LETTERS.items()}


def course(letters: str) -> Course:
    """A course of grades by their first letters; the last moment is today."""
    day = datetime(2026, 1, 1, tzinfo=UTC)
    moments = []
    for number, letter in enumerate(letters):
        grade = LETTERS[letter]
        standing = Standing(grade, None, None, (), {}, 0, 0, 0) if grade else None
        commit = Commit(str(number), (), "Ada", "ada@example.com", day, "A change")
        moments.append(Moment(date(2026, 1, 1), None if number == len(letters) - 1 else commit, standing))
    return Course("acme", tuple(moments))


@pytest.mark.parametrize(
    ("letters", "most", "cells"),
    [
        ("", 5, ""),
        ("lmc", 5, "lmc"),
        ("lmc", 3, "lmc"),
        ("lmcl", 2, "mc"),
        ("lcl", 1, "c"),
        ("l-n-", 2, "ln"),
        ("----", 2, "--"),
        ("l" * 99 + "c" + "l" * 100, 10, "llllclllll"),
        ("lm", 0, "m"),
    ],
)
def test_a_strip_has_room_for_all_and_hides_no_bad_spell(letters: str, most: int, cells: str) -> None:
    assert "".join(BACK[grade] for grade in course(letters).strip(most)) == cells


@pytest.mark.parametrize(
    ("letters", "turns"),
    [
        ("", {}),
        ("l", {}),
        ("lll", {}),
        ("lhhcl", {"1": "lh", "3": "hc"}),
        ("n-ll", {"2": "nl"}),
        ("-ml", {}),
    ],
)
def test_a_turn_belongs_to_the_commit_after_which_the_grade_was_another_one(
    letters: str, turns: dict[str, str]
) -> None:
    found = course(letters).turns()
    assert {commit: BACK[before] + BACK[after] for commit, (before, after) in found.items()} == turns
