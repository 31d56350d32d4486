"""One version of a plan in hand, and the step from it to the version before.

The newest version is read whole. Of an older one only the pieces are read in which it differs from the next, as long as
both are in order; what the rest means is known. A step that cannot be taken so reads both versions whole.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kamplans.compare.names import defined
from kamplans.history.known import Known
from kamplans.history.pieces import Apart, Sections, apart, sections
from kamplans.history.touches import Place
from kamplans.model.document import Document
from kamplans.model.value_path import identity
from kamplans.reading.document import read_document
from kamplans.reading.kinds import kind
from kamplans.reading.places import locate
from kamplans.reading.values import read_values

Defined = dict[tuple[str, str], str]

_WORD = re.compile(r"[\w.-]+")


@dataclass
class Held:
    """A version of a plan and the names it defines.

    `in_order` says that nothing is wrong with its YAML, so that its pieces can be told apart; `known` is shared by the
    versions of one plan.
    """

    place: Place
    blob: str
    data: bytes
    in_order: bool
    names: Defined
    known: Known

    @cached_property
    def document(self) -> Document:
        """The whole document, read when it is first asked for."""
        return read_document(self.place.kind, self.place.path, self.place.account, self.data, blob=self.blob)[0]

    @cached_property
    def sections(self) -> Sections | None:
        """The text in sections; None where it cannot be cut."""
        return sections(self.data.decode()) if self.in_order else None


def read_whole(place: Place, blob: str, data: bytes) -> Held:
    """Read a version from its first line to its last."""
    held = Held(place, blob, data, read_values(data) is not None, {}, Known())
    held.names = defined(kind(place.kind), held.document)
    if held.sections and not held.known.learn(held.sections, dict(held.document.data)):
        held.in_order = False
    return held


def step(after: Held, blob: str, data: bytes) -> tuple[Held, Document, Document]:
    """Return the version before, and two documents, before and after, which may lack what both versions share."""
    before = Held(after.place, blob, data, after.in_order, after.names, after.known)
    documents = _apart(before, after)
    if documents is None:
        before = read_whole(after.place, blob, data)
        return before, before.document, after.document
    old, new = (defined(kind(after.place.kind), document) for document in documents)
    if old != new:
        before.names = {key: name for key, name in after.names.items() if key not in new} | old
    return before, *documents


def _apart(before: Held, after: Held) -> tuple[Document, Document] | None:
    """Read only what is not in both; None where that could tell another difference than reading all."""
    try:
        olds, news = before.sections, after.sections
    except UnicodeDecodeError:
        return None
    found = olds and news and apart(olds, news, kind(after.place.kind).lists)
    if not found:
        return None
    old, new = _document(before, found.before), _document(after, found.after)
    if old is None or new is None or not (_are_alone(old, found) and _are_alone(new, found)):
        return None
    return old, new


def _document(held: Held, sections: Sections) -> Document | None:
    """Return a document of some sections; its text stands for the blob it is of."""
    data, place = held.known.data(sections), held.place
    if data is None:
        return None
    return Document(place.kind, place.path, place.account, data, f"# {held.blob}", locate, held.blob)


def _are_alone(document: Document, found: Apart) -> bool:
    """Whether every item is identified, and no other of the version, read or not, goes by the same identity."""
    for name, shared in found.shared.items():
        items = kind(document.kind).lists.get(name)
        values = document.data.get(name, [])
        if items is None:
            continue
        identities = [identity(items.key, value) for value in values]
        if None in identities or len(set(identities)) < len(identities):
            return False
        text = "\n".join(shared)
        doubtful = [value for value in values if _may_be(text, items.key, value)]
        if any(_may_be(piece, items.key, value) for value in doubtful for piece in shared):
            return False
    return True


def _may_be(text: str, key: tuple[str, ...], item: dict[str, Any]) -> bool:
    """Whether the text of one or many items may hold one of the same identity as this item."""
    return all(_may_say(text, name, item.get(name)) for name in key)


def _may_say(text: str, name: str, value: Any) -> bool:
    if isinstance(value, list):
        return all(str(one) in text for one in value)
    word = str(value)
    if value is None or not _WORD.fullmatch(word):
        return True
    return f"{name}: {word}" in text or f'"{word}"' in text or f"'{word}'" in text
