"""What are ids called? People, goals, offerings and all else that plans define, by what a reference to them means."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kamplans.compare.fields import field_at
from kamplans.model.document import Document
from kamplans.model.kind import Kind

_CURRENCY = ("currency", "")
_UNKNOWN = {"stakeholder": "somebody", "team": "somebody"}
_PEOPLE = frozenset({"stakeholder", "team"})


Table = Mapping[tuple[str, str], str]
"""Names by what a reference means and the id it uses."""


class Names:
    """The names known in one account and its portfolio, in layers of which the first that knows counts.

    An id without a name is read out as words.
    """

    def __init__(self, *layers: Table) -> None:
        self._layers = layers

    @classmethod
    def of(cls, kinds: Mapping[str, Kind], documents: Iterable[Document]) -> "Names":
        """Collect the names that documents define; an account's own count before the portfolio's."""
        ordered = sorted(documents, key=lambda one: one.account is None)
        return cls(*(defined(kinds[document.kind], document) for document in ordered))

    def over(self, other: "Names") -> "Names":
        """Return these names and, where they know none, the others."""
        return Names(*self._layers, *other._layers)

    @property
    def currency(self) -> str | None:
        """The currency of the account, else of the portfolio."""
        return self._known(_CURRENCY)

    def call(self, target: str, id: Any) -> str:
        """Return the name of what an id refers to, the id as words where no name is known."""
        if not isinstance(id, str):
            return _UNKNOWN.get(target, "something unknown") if id is None else str(id)
        known = self._known((target, id))
        return known if known is not None else as_words(target, id)

    def person(self, id: Any) -> str:
        """Return the name of one of theirs or ours."""
        if isinstance(id, str) and self._known(("stakeholder", id)) is None:
            return self.call("team", id)
        return self.call("stakeholder", id)

    def _known(self, key: tuple[str, str]) -> str | None:
        for layer in self._layers:
            if key in layer:
                return layer[key]
        return None


def as_words(target: str, id: str) -> str:
    """Return an id as words: `ingrid-solheim` is Ingrid Solheim, `sensor-rollout` sensor rollout."""
    words = id.replace("_", " ").replace("-", " ").split()
    return " ".join(word.capitalize() if target in _PEOPLE else word for word in words) or id


def defined(kind: Kind, document: Document) -> dict[tuple[str, str], str]:
    """Return the names a document defines, the first where an id stands twice, and its currency."""
    found: dict[tuple[str, str], str] = {}
    if document.data:
        for target, id, name in _defined(kind, document):
            found.setdefault((target, id), name)
    return found


def _defined(kind: Kind, document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield target, id and name of everything the document defines."""
    if isinstance(document.data.get("currency"), str):
        yield *_CURRENCY, document.data["currency"]
    if kind.name == "account" and document.account is not None and isinstance(document.data.get("name"), str):
        yield "account", document.account, document.data["name"]
    for items in kind.named:
        for item in _items_at(document.data, items.path):
            name, id = item.get(items.title or "id"), item.get("id")
            if isinstance(id, str) and isinstance(name, str) and name != id:
                yield items.defines or "", id, name
    for path, items in kind.maps.items():
        entries = document.data.get(path)
        if items.defines is not None and isinstance(entries, Mapping):
            for id, entry in entries.items():
                yield items.defines, id, _title(kind, path, id, entry)


def _items_at(data: Mapping[str, Any], path: str) -> Iterator[Mapping[str, Any]]:
    value: Any = data
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    yield from (item for item in value if isinstance(item, Mapping)) if isinstance(value, list) else ()


def _title(kind: Kind, path: str, id: str, entry: Any) -> str:
    own = entry.get("title") if isinstance(entry, Mapping) else None
    known = kind.schema["properties"][path].get("properties", {})
    return own if isinstance(own, str) else field_at(kind, (path, id)).title if id in known else as_words("series", id)
