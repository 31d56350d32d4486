"""What did one file say before a commit of the story?"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kamplans.demo.step import ABSENT, Before
from kamplans.demo.surgery import Cuts
from kamplans.model.document import Document
from kamplans.model.kind import Kind
from kamplans.model.place import Keys
from kamplans.model.value_path import identity, resolve
from kamplans.reading.kinds import kind as kind_of

Items = Mapping[str, Sequence[Mapping[str, Any]]]
"""Items by the path of their list."""

_BRACKETS = re.compile(r"\[[^\]]*\]")


def rewound(document: Document, was: Before, dropped: Items) -> Cuts:
    """Return what leads from a document back to the one before; ValueError for a path that leads nowhere."""
    kind, cuts = kind_of(document.kind), Cuts()
    for path, before in was.items():
        _value(document, kind, cuts, path, before)
    for path, items in dropped.items():
        for item in items:
            _item(document, kind, cuts, path, item)
    return cuts


def _value(document: Document, kind: Kind, cuts: Cuts, path: str, before: Any) -> None:
    keys = resolve(kind, document.data, path)
    if keys is not None and before == ABSENT:
        cuts.keys.add(keys)
    elif keys is not None:
        cuts.values[keys] = before
    else:
        parent, name = _parent(document, kind, path)
        if before == ABSENT:
            raise ValueError(f"{document.path} has no {path}")
        cuts.fields.setdefault(parent, {})[name] = before


def _item(document: Document, kind: Kind, cuts: Cuts, path: str, item: Mapping[str, Any]) -> None:
    keys = resolve(kind, document.data, path)
    if keys is None:
        parent, name = _parent(document, kind, path)
        cuts.fields.setdefault(parent, {}).setdefault(name, []).append(item)
        return
    key = kind.lists[_BRACKETS.sub("[]", path)].key
    siblings: Any = document.data
    for step in keys:
        siblings = siblings[step]
    name_of_item = identity(key, item)
    names = [identity(key, one) for one in siblings]
    if name_of_item is None or name_of_item in names:
        raise ValueError(f"{document.path} has {name_of_item} in {path}, or it has no name")
    position = next((at for at, one in enumerate(names) if one is not None and one > name_of_item), len(names))
    cuts.items.setdefault(keys, []).append((position, item))


def _parent(document: Document, kind: Kind, path: str) -> tuple[Keys, str]:
    above, _, name = path.rpartition(".")
    parent = resolve(kind, document.data, above) if above else ()
    if parent is None or "]" in name:
        raise ValueError(f"{document.path} has no {path}")
    return parent, name
