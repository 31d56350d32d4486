"""What do we hold? One portfolio as it was read, and every answer about it that was already found."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

from kamplans import api
from kamtui.asking.undisturbed import undisturbed

if TYPE_CHECKING:
    from kamplans.model.finding import Finding
    from kamplans.model.workspace import Workspace


class Shelf:
    """A workspace with what is known of it. A reload makes a new one, so that old answers cannot mix with new plans."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._answers: dict[object, Any] = {}
        self._checking = Lock()
        self._findings: tuple[Finding, ...] | None = None

    def known(self, question: object) -> Any | None:
        """Return the answer to a question if it was found before."""
        return self._answers.get(question)

    def keep(self, question: object, answer: Any) -> None:
        """Remember an answer."""
        self._answers[question] = answer

    def findings(self) -> tuple[Finding, ...]:
        """Return all findings; whoever asks first checks the plans, everybody else waits for that. For workers."""
        with self._checking:
            if self._findings is None:
                with undisturbed():
                    self._findings = api.check(self.workspace)
            return self._findings
