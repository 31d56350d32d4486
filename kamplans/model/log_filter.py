"""Which part of a history is asked for?"""

from dataclasses import dataclass
from datetime import date

from kamplans.model.revision import Commit


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What must hold of a commit and its changes to be told; what is not given always holds.

    `path` is that of a value, an item or a list: changes there and below. `person` is an id of either side: changes of
    their own entry, of references to them, of relationships and ownership. `since` and `until` are the author's days,
    both included. `author` is part of the name or address; `grep` is part of the message or of a sentence told.
    """

    path: str = ""
    person: str = ""
    since: date | None = None
    until: date | None = None
    author: str = ""
    grep: str = ""

    @property
    def of_changes(self) -> bool:
        """Whether single changes are asked for, not commits alone."""
        return bool(self.path or self.person)

    def fits(self, commit: Commit) -> bool:
        """Whether the commit is of the days and the author asked for."""
        day = commit.date.date()
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        return self.author.casefold() in f"{commit.author} <{commit.email}>".casefold()

    def says(self, *texts: str) -> bool:
        """Whether one of the texts holds the words asked for."""
        words = self.grep.casefold()
        return any(words in text.casefold() for text in texts)
