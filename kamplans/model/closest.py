"""What was probably meant: the known word nearest to one that is not known."""

from collections.abc import Iterable

LONGEST = 64
"""Longer words get no suggestion: no id is longer, and the cost stays bounded."""


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate at most a third of the word's length away (at least 1), None if there is none.

    Distance counts inserted, left out, replaced and swapped neighbouring letters (optimal string alignment), upper and
    lower case being equal. Of equally near candidates the one with the longest common beginning wins, then the
    alphabet.
    """
    if not word or len(word) > LONGEST:
        return None
    folded = word.casefold()
    limit = max(1, len(folded) // 3)
    near = [
        (distance, -_common_beginning(folded, candidate.casefold()), candidate)
        for candidate in candidates
        if len(candidate) <= 2 * LONGEST and (distance := _distance(folded, candidate.casefold(), limit)) <= limit
    ]
    return min(near)[2] if near else None


def _common_beginning(one: str, other: str) -> int:
    return next(
        (count for count, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _distance(one: str, other: str, limit: int) -> int:
    """Optimal string alignment distance; `limit + 1` stands for anything farther."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and min(previous) > limit:
            return limit + 1
        before, previous = previous, row
    return min(previous[-1], limit + 1)
