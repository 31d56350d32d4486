"""How did every file look after each commit? The story walked backwards from the shipped plans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kamplans.demo.contacts import last_met
from kamplans.demo.facts import not_yet
from kamplans.demo.rewind import rewound
from kamplans.demo.step import Contacts, Step, Story
from kamplans.demo.surgery import Cuts, operated
from kamplans.model.document import Document
from kamplans.reading.document import read_document


@dataclass(frozen=True)
class Moment:
    """A commit with the files it wrote, by path as it was called then, and the folder it renamed (from, to)."""

    step: Step
    written: Mapping[str, str]
    renamed: tuple[str, str] | None = None


class Unfaithful(ValueError):
    """The story does not fit the plans; says which commit does not, and why."""


def chronicle(plans: Mapping[str, str], story: Story) -> list[Moment]:
    """Return every commit with what it wrote; `plans` are the texts at the end, by path.

    Raises Unfaithful for a commit that changes something that is not there, or nothing in a file that it names.
    """
    steps = story.steps
    written: dict[int, dict[str, str]] = {number: {} for number in range(len(steps))}
    unknown = {path for step in steps for path in (*step.was, *step.dropped)} - plans.keys()
    if unknown:
        raise Unfaithful(f"The plans have no {min(unknown)}")
    for path in plans:
        touching = [number for number, step in enumerate(steps) if path in step.was or path in step.dropped]
        contacts = story.contacts.get(path.removesuffix("/stakeholders.yaml"), {})
        for number, text in _versions(path, plans[path], steps, touching, contacts):
            written[number][path] = text
    names = _Names(steps)
    return [
        Moment(step, {names.at(path, number): text for path, text in sorted(written[number].items())}, step.was_folder)
        for number, step in enumerate(steps)
    ]


def _versions(
    path: str, text: str, steps: Sequence[Step], touching: Sequence[int], contacts: Contacts
) -> list[tuple[int, str]]:
    """Return the text of a file after each commit that touches it, the newest first."""
    if not touching:
        raise Unfaithful(f"No commit brings {path}")
    found: list[tuple[int, str]] = []
    for number in reversed(touching):
        step, document = steps[number], _document(path, text)
        try:
            seen = text if number == touching[-1] else operated(document, _of_that_day(document, step, contacts))
            if found and found[-1][1] == seen:
                raise ValueError(f"{steps[found[-1][0]].says!r} changes nothing in it")
            found.append((number, seen))
            if number != touching[0]:
                text = operated(document, rewound(document, step.was.get(path, {}), step.dropped.get(path, {})))
            elif step.was.get(path) or step.dropped.get(path):
                raise ValueError("nothing stood there before the first commit")
        except ValueError as reason:
            raise Unfaithful(f"{step.at} {step.says!r}, {path}: {reason}") from None
    return found


def _of_that_day(document: Document, step: Step, contacts: Contacts) -> Cuts:
    cuts = not_yet(document, step.day)
    last_met(document, step.day, contacts, cuts)
    return cuts


def _document(path: str, text: str) -> Document:
    account, _, file = path.rpartition("/")
    document, findings = read_document(file.removesuffix(".yaml"), path, account or None, text.encode())
    if findings:
        raise Unfaithful(f"{path}: {findings[0].message}")
    return document


class _Names:
    """How a path was called at a commit: folders have been renamed."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._renamed = {
            step.was_folder[1]: (step.was_folder[0], number) for number, step in enumerate(steps) if step.was_folder
        }

    def at(self, path: str, number: int) -> str:
        folder, _, file = path.partition("/")
        before, renamed = self._renamed.get(folder, (folder, 0))
        return f"{before}/{file}" if number < renamed else path
