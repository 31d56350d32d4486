"""Where in a history does a word stand? Its places in the order of the list, and the word marked where it is shown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamplans.model.change import Change
from kamplans.model.clean import clean
from kamplans.model.figures import short_day
from kamplans.model.revision import Commit, Revision
from kamtui.text import Line, Run

_LEAST_ID = 4
"""The fewest letters that may name a commit; fewer stand in nearly all of them."""


@dataclass(frozen=True)
class Match:
    """A commit that holds what is searched for, or one of its changes that does."""

    commit: Commit
    change: Change | None = None


@dataclass(frozen=True)
class Search:
    """What is searched for, where it stands, and which of these places is looked at (−1: none yet)."""

    typed: str = ""
    matches: tuple[Match, ...] = ()
    at: int = -1

    @property
    def match(self) -> Match | None:
        """The place that is looked at."""
        return self.matches[self.at] if 0 <= self.at < len(self.matches) else None

    @property
    def said(self) -> str:
        """The search as a title shows it: /cfo  3 of 12."""
        if not self.typed:
            return ""
        found = f"{self.at + 1} of {len(self.matches)}" if self.matches else "not found"
        return f"/{clean(self.typed)}  {found}"

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """What is marked where it is shown."""
        words = sorted(self.typed.split(), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, words)), re.IGNORECASE) if words else None

    def step(self, steps: int, order: Sequence[Commit], cursor: int) -> "Search":
        """Return the search at the next place (1) or the one before (−1), seen from the commit at `cursor`; round."""
        here = self.match
        if here is not None and cursor < len(order) and order[cursor] == here.commit:
            wanted = self.at + steps
        else:
            rows = {commit.id: row for row, commit in enumerate(order)}
            before = sum(rows[match.commit.id] < cursor + (steps < 0) for match in self.matches)
            wanted = before if steps > 0 else before - 1
        return Search(self.typed, self.matches, wanted % len(self.matches)) if self.matches else self


def matches(story: Sequence[Revision], typed: str) -> tuple[Match, ...]:
    """Return where every word that was typed stands: in what a commit's line says, or in the sentence of a change."""
    words = [re.compile(re.escape(word), re.IGNORECASE) for word in typed.split()]
    return tuple(_matches(story, words, typed.strip().lower())) if words else ()


def _matches(story: Sequence[Revision], words: list[re.Pattern[str]], typed: str) -> Iterator[Match]:
    for revision in story:
        commit = revision.commit
        said = f"{short_day(commit.date.date())} {commit.author} {commit.summary}"
        is_named = len(typed) >= _LEAST_ID and commit.id.startswith(typed)
        if is_named or all(word.search(said) for word in words):
            yield Match(commit)
        for change in revision.changes:
            if all(word.search(change.sentence) for word in words):
                yield Match(commit, change)


def marked(text: str, pattern: re.Pattern[str] | None, tone: str = "") -> Line:
    """Return a text, clean, with what is searched for marked in it."""
    text = clean(text)
    if pattern is None:
        return (Run(text, tone),)
    parts: list[Run] = []
    end = 0
    for found in pattern.finditer(text):
        parts += [Run(text[end : found.start()], tone), Run(found[0], "title")]
        end = found.end()
    return (*(part for part in parts if part.text), Run(text[end:], tone))
