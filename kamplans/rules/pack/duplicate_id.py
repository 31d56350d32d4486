"""An item is in its list once, and no person of theirs has the id of one of ours.

Why: history, merging and every reference find an item by what identifies it. Of two items with the same id one would
be taken for the other, and half of what was written would never be seen.

Flagged:

    # stakeholders.yaml
    people:
      - id: ana-cruz
        name: Ana Cruz
        roles: [executive_sponsor]
      - id: ana-cruz
        name: Ana Cruz Lima

Clean:

    # stakeholders.yaml
    people:
      - id: ana-cruz
        name: Ana Cruz
        roles: [executive_sponsor]
      - id: ana-lima
        name: Ana Cruz Lima

Settings: none.
"""

from collections.abc import Iterator
from typing import Any

from kamplans.model.document import Document
from kamplans.model.finding import Severity
from kamplans.model.kind import Items
from kamplans.model.pattern import matches, values
from kamplans.model.place import Keys
from kamplans.model.value_path import identity
from kamplans.rules._contract import EVERYWHERE, Context, Flag, Rule
from kamplans.rules._words import listed, quoted


def check(context: Context) -> Iterator[Flag]:
    """Flag each later item of a list that has the identity of an earlier one, then ids of theirs that ours have."""
    for document in context.documents.values():
        lists = context.kinds[document.kind].lists
        for path, keys, several in matches(document.data, tuple(lists)):
            if isinstance(several, list) and len(several) > 1:
                yield from _twice(document, lists[path], keys, several)
    yield from _on_both_sides(context)


def _twice(document: Document, items: Items, keys: Keys, several: list[Any]) -> Iterator[Flag]:
    first: dict[tuple[str, ...], int] = {}
    for position, item in enumerate(several):
        found = identity(items.key, item)
        if found is None or first.setdefault(found, position) == position:
            continue
        line = document.places.value((*keys, first[found])).line
        named = listed([quoted(part) for part in found if part])
        yield Flag(
            f"the {items.one} {named} is in this list twice; the first stands in line {line}",
            document.kind,
            (*keys, position, items.key[0]),
            f"give one of them another {listed(items.key, 'or')}, or make them one",
        )


def _on_both_sides(context: Context) -> Iterator[Flag]:
    document = context.documents.get("stakeholders")
    ours = context.known.ids("team")
    if document is None or not ours:
        return
    for keys, id in values(document.data, "people[].id"):
        if isinstance(id, str) and id in ours:
            yield Flag(
                f"{quoted(id)} is also the id of one of ours in team.yaml",
                "stakeholders",
                keys,
                "give the person of theirs another id",
            )


RULE = Rule("R058", check, Severity.ERROR, judges=EVERYWHERE)
