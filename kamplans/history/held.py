"""One version of a plan in hand, and the step from it to the version before.

The newest version is read whole. Of an older one only the pieces are read in which it differs from the next, as long as
both are in order; what the rest means is known. A step that cannot be taken so reads both versions whole.
"""

from dataclasses import dataclass
from functools import cached_property

from kamplans.compare.names import defined
from kamplans.history.known import Known
from kamplans.history.pieces import Apart, Sections, apart, sections
from kamplans.history.touches import Place
from kamplans.model.document import Document
from kamplans.model.kind import Kind
from kamplans.reading.document import read_document
from kamplans.reading.kinds import kind
from kamplans.reading.places import locate, locate_in_order
from kamplans.reading.values import read_values

Defined = dict[tuple[str, str], str]


@dataclass
class Held:
    """A version of a plan and the names it defines.

    `sections` is its text cut in pieces, None where that cannot be done; `known` is shared by the versions of one plan.
    """

    place: Place
    blob: str
    data: bytes
    names: Defined
    known: Known
    sections: Sections | None = None

    @cached_property
    def document(self) -> Document:
        """The whole document, put together or read when it is first asked for."""
        place, data = self.place, self.known.data(self.sections) if self.sections else None
        if data is None:
            return read_document(place.kind, place.path, place.account, self.data, blob=self.blob)[0]
        return Document(place.kind, place.path, place.account, data, self.data.decode(), locate_in_order, self.blob)


def read_whole(place: Place, blob: str, data: bytes) -> Held:
    """Read a version from its first line to its last."""
    held, read = Held(place, blob, data, {}, Known()), read_values(data)
    if read is not None:
        text, values = read
        found = sections(text)
        held.sections = found if found and held.known.learn(found, values) else None
        held.document = Document(place.kind, place.path, place.account, values, text, locate_in_order, blob)
    held.names = defined(kind(place.kind), held.document)
    return held


def step(after: Held, blob: str, data: bytes) -> tuple[Held, Document, Document]:
    """Return the version before, and two documents, before and after, which may lack what both versions share."""
    before = Held(after.place, blob, data, after.names, after.known, _sections(data, after.sections))
    documents = _apart(before, after)
    if documents is None:
        before = read_whole(after.place, blob, data)
        return before, before.document, after.document
    old, new = (defined(kind(after.place.kind), document) for document in documents)
    if old != new:
        before.names = {key: name for key, name in after.names.items() if key not in new} | old
    return before, *documents


def _sections(data: bytes, like: Sections | None) -> Sections | None:
    """Cut a version like another; None if that one could not be cut, or this one is no text."""
    try:
        return sections(data.decode(), like) if like else None
    except UnicodeDecodeError:
        return None


def _apart(before: Held, after: Held) -> tuple[Document, Document] | None:
    """Read only what is not in both; None where that could tell another difference than reading all."""
    if not before.sections or not after.sections:
        return None
    found = apart(before.sections, after.sections, kind(after.place.kind).lists)
    new = _document(after, found.after, None)
    old = _document(before, found.before, found.after)
    if old is None or new is None or not _are_alone(found, kind(after.place.kind), after.known):
        return None
    return old, new


def _document(held: Held, sections: Sections, like: Sections | None) -> Document | None:
    """Return a document of some sections; its text stands for the blob it is of."""
    data, place = held.known.data(sections, like), held.place
    if data is None:
        return None
    return Document(place.kind, place.path, place.account, data, f"# {held.blob}", locate, held.blob)


def _are_alone(found: Apart, kind: Kind, known: Known) -> bool:
    """Whether every item is identified, and no other of the version, in both or not, goes by the same identity."""
    for name, shared in found.shared.items():
        items = kind.lists.get(name)
        if items is None:
            continue
        elsewhere = {*known.identities(items.key, shared)}
        for side in (found.before, found.after):
            here = known.identities(items.key, side[name].pieces) if name in side else []
            if None in here or len({*here}) < len(here) or not elsewhere.isdisjoint(here):
                return False
    return True
