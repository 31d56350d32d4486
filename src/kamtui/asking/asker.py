"""How is the engine asked without holding up the screen? In a worker that posts messages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Protocol, cast

from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, WorkerState, get_current_worker

from kamplans.errors import KamplansError
from kamtui.asking.questions import Question
from kamtui.asking.shelf import Shelf

Where = Path | Callable[[], Path]
"""A portfolio's folder, or what finds it and may take its time."""

_ENDS = (WorkerState.SUCCESS, WorkerState.CANCELLED, WorkerState.ERROR)


class Host(Protocol):
    """What holds the plans and speaks to the person: the app."""

    shelf: Shelf | None
    """The plans; None until they are read."""
    settling: float
    """Seconds to wait before asking about what the cursor stands on, for it may only be passing."""
    busy: str
    """What is being done just now, as a sentence; empty where nothing is."""

    def say(self, sentence: str, *, serious: bool = False) -> None:
        """Show a sentence for a moment."""

    def open_account(self, account: str, name: str, then: Shelf | None = None) -> None:
        """Show an account; with the plans of another day, as it was `then`."""

    def open_folder(self, folder: Where) -> None:
        """Read the portfolio in a folder, or in the one that is found, and show it."""


@dataclass
class Answered(Message, bubble=False):
    """A worker found the answer."""

    question: Question[Any]
    """What was asked."""
    answer: Any
    """What was found: a frozen value."""
    shelf: Shelf
    """The plans it is about; no longer ours after a reload."""


@dataclass
class Refused(Message, bubble=False):
    """The engine gave a reason instead of an answer."""

    question: Question[Any]
    """What was asked."""
    sentence: str
    """Why there is no answer, and what to do."""
    shelf: Shelf
    """The plans it is about."""


def sentence_of(error: KamplansError) -> str:
    """Return an error of the engine as one sentence with what to do next."""
    message = error.message.rstrip(".")
    return f"{message}: {error.hint}." if error.hint else f"{message}."


class Asking(Widget):
    """A screen or part of one that asks; answers of plans that were read anew meanwhile are dropped."""

    @property
    def host(self) -> Host:
        """The app, as far as asking goes; on a screen that looks at another day, what holds the plans of that day."""
        return cast("Host", getattr(self.screen, "past", None) or self.app)

    def ask(self, question: Question[Any]) -> None:
        """Ask; `answered` or `refused` gets what comes back. A newer question replaces an older one of its kind."""
        shelf = self.host.shelf
        if shelf is None:
            return
        known = shelf.known(question)
        if known is not None:
            self.post_message(Answered(question, known, shelf))
            return
        worker = self.run_worker(
            partial(self._find_out, question, shelf),
            thread=True,
            group=type(question).__name__,
            exclusive=True,
            exit_on_error=False,
        )
        self._asked[worker] = question

    def _find_out(self, question: Question[Any], shelf: Shelf) -> None:
        worker = get_current_worker()
        if worker.is_cancelled:
            return
        try:
            answer = question.answer(shelf)
        except KamplansError as error:
            if not worker.is_cancelled:
                self.post_message(Refused(question, sentence_of(error), shelf))
            return
        if question.is_kept:
            shelf.keep(question, answer)
        if not worker.is_cancelled:
            self.post_message(Answered(question, answer, shelf))

    def answered(self, question: Question[Any], answer: Any) -> None:
        """Take an answer."""

    def refused(self, question: Question[Any], sentence: str) -> None:
        """Take a reason instead of an answer."""
        self.host.say(sentence, serious=True)

    def on_answered(self, message: Answered) -> None:
        """Hand on an answer about the plans as they are held now."""
        if message.shelf is self.host.shelf:
            self.answered(message.question, message.answer)

    def on_refused(self, message: Refused) -> None:
        """Hand on a reason about the plans as they are held now."""
        if message.shelf is self.host.shelf:
            self.refused(message.question, message.sentence)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong inside the program, where a worker failed for no reason of the engine's."""
        if event.worker not in self._asked or event.state not in _ENDS:
            return
        event.stop()
        question = self._asked.pop(event.worker)
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            self.refused(question, f"{type(question).__name__} failed: {type(error).__name__}: {error}.")

    @cached_property
    def _asked(self) -> dict[Worker[None], Question[Any]]:
        return {}
