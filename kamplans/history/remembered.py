"""What was told once need not be told again: a commit never changes, so what it changed stays true while we run."""

from collections import OrderedDict
from threading import Lock

from kamplans.model.change import Change

MOST = 20_000
"""Commits that are remembered; the one asked for longest ago is forgotten first."""

Key = tuple[str, str, str | None]
"""Commit id, portfolio folder, account."""


class Remembered:
    """The changes of commits by account, the latest ones asked for; safe for several threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._told: OrderedDict[Key, tuple[Change, ...]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> tuple[Change, ...] | None:
        """Return what was told, None if nothing was."""
        with self._lock:
            found = self._told.get(key)
            if found is not None:
                self._told.move_to_end(key)
            return found

    def put(self, key: Key, changes: tuple[Change, ...]) -> None:
        """Remember what was told."""
        with self._lock:
            self._told[key] = changes
            self._told.move_to_end(key)
            while len(self._told) > self._most:
                self._told.popitem(last=False)


REMEMBERED = Remembered()
"""What this process has told."""
