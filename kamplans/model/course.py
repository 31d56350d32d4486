"""How did an account get on? Its standing after each of its commits, and today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kamplans.model.revision import Commit
from kamplans.model.risk import Grade


@dataclass(frozen=True)
class Standing:
    """How an account stands on one day.

    `expected_access` and `largest_loss` are shares (0–1), None where the account is not rated; the loss is that of the
    first of `single_points`, 0 where there is none. `goals` counts goals by status, `unknown` those that state none.
    """

    grade: Grade
    expected_access: float | None
    largest_loss: float | None
    single_points: tuple[str, ...]
    goals: Mapping[str, int]
    errors: int
    warnings: int
    infos: int

    @property
    def hangs_on(self) -> str | None:
        """The person whose leaving costs most; None if nobody's does."""
        return self.single_points[0] if self.single_points else None


@dataclass(frozen=True)
class Moment:
    """An account after one commit, judged on the day of its author; without a commit, as it is today.

    `standing` is None where nobody can tell: the commit removed the plans, or this clone lacks them.
    """

    date: date
    commit: Commit | None
    standing: Standing | None

    @property
    def grade(self) -> Grade | None:
        """The grade; None where nobody can tell."""
        return self.standing.grade if self.standing else None


@dataclass(frozen=True)
class Course:
    """The moments of an account in the order of its history, oldest first, today last; nothing between them is known.

    `cut` says where a shallow clone ends, None if the history is whole.
    """

    account: str
    moments: tuple[Moment, ...]
    cut: str | None = None

    def strip(self, most: int) -> tuple[Grade | None, ...]:
        """Return the grades in at most so many cells, oldest first; a cell for several moments shows the worst."""
        grades = [moment.grade for moment in self.moments]
        cells = min(max(most, 1), len(grades))
        bounds = [len(grades) * cell // cells for cell in range(cells + 1)] if cells else []
        return tuple(_worst(grades[start:end]) for start, end in pairwise(bounds))

    def turns(self) -> Mapping[str, tuple[Grade, Grade]]:
        """Return the grade before and after by the id of each commit after which it was another one."""
        found: dict[str, tuple[Grade, Grade]] = {}
        last: Grade | None = None
        for moment in self.moments:
            now = moment.grade
            if now and last and now is not last and moment.commit:
                found[moment.commit.id] = (last, now)
            last = now or last
        return found


def _worst(grades: list[Grade | None]) -> Grade | None:
    return max((grade for grade in grades if grade is not None), key=lambda grade: grade.rank, default=None)
