"""Which ids are defined, as seen from the documents at hand, and what each of them is called in a sentence."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from kamplans.model.document import Document
from kamplans.model.kind import Items, Kind
from kamplans.model.pattern import values

Documents = Mapping[str, Document]


class Known:
    """The ids that references may name. A target is a word of the schemas: `team`, `stakeholder`, `goal`, `account`.

    `outer` knows those of the portfolio's own files and the `accounts`; `is_readable` tells whether the silence of a
    document means anything.
    """

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        documents: Documents,
        is_readable: Callable[[str], bool],
        outer: "Known | None" = None,
        accounts: Collection[str] | None = None,
    ) -> None:
        self._sources: dict[str, tuple[Kind, Items]] = outer._sources if outer else dict(_sources(kinds))
        self._documents, self._is_readable, self._outer = documents, is_readable, outer
        self._ids: dict[str, Collection[str] | None] = {}
        if accounts is not None:
            self._ids["account"] = accounts

    def ids(self, target: str) -> Collection[str] | None:
        """Return the ids of a target; None where nothing can be said, for their file is unreadable."""
        if target not in self._ids:
            self._ids[target] = self._read(target)
        return self._ids[target]

    def source(self, target: str) -> tuple[str, str] | None:
        """Return what one of them is called and the file that defines it; None for what no file defines."""
        source = self._sources.get(target)
        return (source[1].one, source[0].file) if source else None

    def _read(self, target: str) -> Collection[str] | None:
        source = self._sources.get(target)
        if self._outer and (source is None or source[0].of_portfolio):
            return self._outer.ids(target)
        if source is None:
            return None
        kind, items = source
        if not self._is_readable(kind.name):
            return None
        document = self._documents.get(kind.name)
        return frozenset(_ids(document.data, items)) if document else frozenset()


def _sources(kinds: Mapping[str, Kind]) -> Iterator[tuple[str, tuple[Kind, Items]]]:
    for kind in kinds.values():
        for items in (*kind.lists.values(), *kind.maps.values()):
            if items.defines:
                yield items.defines, (kind, items)


def _ids(data: Mapping[str, Any], items: Items) -> Iterator[str]:
    """Yield the ids of a list by its key, of a map by its free keys."""
    if items.key:
        yield from (id for _, id in values(data, f"{items.path}[].{items.key[0]}") if isinstance(id, str))
    else:
        for _, entries in values(data, items.path):
            yield from entries if isinstance(entries, Mapping) else ()
