"""How does one look at the plans of another day? Through a host that holds those, and else is as the app is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamtui.asking.shelf import Shelf

if TYPE_CHECKING:
    from kamtui.asking.asker import Host, Where


@dataclass
class Past:
    """The plans as they were at a commit, for a screen and for whatever opens over it."""

    shelf: Shelf | None
    """The plans of that day; a reload of today's plans leaves them as they are."""
    now: Host
    """What holds the plans of today."""

    @property
    def settling(self) -> float:
        """Seconds to wait before asking about what the cursor stands on."""
        return self.now.settling

    @property
    def busy(self) -> str:
        """What is being done just now: nothing, for the plans of a commit are all read."""
        return ""

    def say(self, sentence: str, *, serious: bool = False) -> None:
        """Show a sentence for a moment."""
        self.now.say(sentence, serious=serious)

    def open_account(self, account: str, name: str, then: Shelf | None = None) -> None:
        """Show an account over where one is, and so as of the same day, or as it was on yet another."""
        self.now.open_account(account, name, then)

    def open_folder(self, folder: Where) -> None:
        """Read another portfolio, as of today."""
        self.now.open_folder(folder)
