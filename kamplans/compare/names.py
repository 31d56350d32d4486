"""What are ids called? People, goals, offerings and all else that plans define, by what a reference to them means."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kamplans.compare.fields import field_at
from kamplans.model.document import Document
from kamplans.model.kind import Kind

_UNKNOWN = {"stakeholder": "somebody", "team": "somebody"}
_PEOPLE = frozenset({"stakeholder", "team"})


class Names:
    """The names known in one account and its portfolio; an id without one is read out as words."""

    def __init__(self, table: Mapping[tuple[str, str], str] | None = None, currency: str | None = None) -> None:
        self._table = dict(table or {})
        self.currency = currency

    @classmethod
    def of(cls, kinds: Mapping[str, Kind], documents: Iterable[Document]) -> "Names":
        """Collect the names that documents define; an account's currency counts before the portfolio's."""
        return cls().with_(kinds, documents)

    def with_(self, kinds: Mapping[str, Kind], documents: Iterable[Document]) -> "Names":
        """Return these names and those of more documents; a name known before stays."""
        table, currency = dict(self._table), self.currency
        for document in sorted(documents, key=lambda one: one.account is None):
            for target, id, name in _defined(kinds[document.kind], document):
                table.setdefault((target, id), name)
            said = document.data.get("currency")
            currency = currency or (said if isinstance(said, str) else None)
        return Names(table, currency)

    @classmethod
    def joined(cls, several: Iterable["Names"]) -> "Names":
        """Return several names as one; of two names for the same the first stays."""
        table: dict[tuple[str, str], str] = {}
        currency = None
        for names in several:
            table = names._table | table
            currency = currency or names.currency
        return cls(table, currency)

    def call(self, target: str, id: Any) -> str:
        """Return the name of what an id refers to, the id as words where no name is known."""
        if not isinstance(id, str):
            return _UNKNOWN.get(target, "something unknown") if id is None else str(id)
        known = self._table.get((target, id))
        return known if known is not None else as_words(target, id)

    def person(self, id: Any) -> str:
        """Return the name of one of theirs or ours."""
        target = "team" if isinstance(id, str) and ("stakeholder", id) not in self._table else "stakeholder"
        return self.call(target, id)


def as_words(target: str, id: str) -> str:
    """Return an id as words: `ingrid-solheim` is Ingrid Solheim, `sensor-rollout` sensor rollout."""
    words = id.replace("_", " ").replace("-", " ").split()
    return " ".join(word.capitalize() if target in _PEOPLE else word for word in words) or id


def _defined(kind: Kind, document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield target, id and name of everything the document defines."""
    if kind.name == "account" and document.account is not None and isinstance(document.data.get("name"), str):
        yield "account", document.account, document.data["name"]
    for path, items in kind.lists.items():
        if items.defines is None or items.key != ("id",):
            continue
        for item in _items_at(document.data, path):
            name, id = item.get(items.title or "id"), item.get("id")
            if isinstance(id, str) and isinstance(name, str) and name != id:
                yield items.defines, id, name
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
