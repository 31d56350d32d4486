"""One difference with everything a sentence about it may need: the item it lies in, names, the field's title."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kamplans.compare.differences import Difference
from kamplans.compare.fields import Field, field_at, fits, own_words
from kamplans.compare.names import Names
from kamplans.compare.wording._naming import called, content, items_of
from kamplans.compare.wording._values import joined, say
from kamplans.model.change import Op
from kamplans.model.kind import Kind
from kamplans.model.place import Keys


class _Sound(Mapping[str, Any]):
    """An item without the fields whose value is not of the type it should be; each is judged when it is asked for."""

    def __init__(self, kind: Kind, where: str, item: Mapping[str, Any]) -> None:
        self._kind, self._where, self._item = kind, where, item

    def __getitem__(self, name: str) -> Any:
        value = self._item[name]
        if not fits(self._kind, f"{self._where}.{name}", value):
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._item if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True)
class Fact:
    """A difference of one document, told to the functions that word it."""

    kind: Kind
    difference: Difference
    names: Names
    account: str | None = None

    @property
    def op(self) -> Op:
        """What happened."""
        return self.difference.op

    @property
    def before(self) -> Any:
        """The value before, None where there was none."""
        return self.difference.before

    @property
    def after(self) -> Any:
        """The value after, None where there is none."""
        return self.difference.after

    @property
    def came(self) -> bool:
        """Whether the value or item is new."""
        return self.op is Op.ADD

    @property
    def went(self) -> bool:
        """Whether the value or item is gone."""
        return self.op is Op.REMOVE

    @cached_property
    def item(self) -> Mapping[str, Any]:
        """The innermost item as it is, else as it was, without fields of a wrong type; empty outside of items."""
        return self._sound(content(self.difference.around[-1]) if self.difference.around else {})

    @cached_property
    def item_before(self) -> Mapping[str, Any]:
        """The same of the item as it was; empty if it is new."""
        around = self.difference.around
        return self._sound(around[-1].before if around and isinstance(around[-1].before, Mapping) else {})

    @cached_property
    def is_sound(self) -> bool:
        """Whether both values have the type they should have, so that special words can rely on it."""
        difference, around = self.difference, self.difference.around
        whole = bool(around) and difference.where == around[-1].where
        if whole:
            return self.op is not Op.RENAME and all(
                isinstance(one, Mapping | None) for one in (self.before, self.after)
            )
        before, after = difference.before, difference.after
        return (before is None or fits(self.kind, difference.where, before)) and (
            after is None or fits(self.kind, difference.where, after)
        )

    def _sound(self, item: Mapping[str, Any]) -> Mapping[str, Any]:
        return _Sound(self.kind, self.difference.around[-1].where if self.difference.around else "", item)

    @cached_property
    def field(self) -> Field:
        """The field of the difference."""
        return field_at(self.kind, self.difference.keys, self.difference.where)

    @cached_property
    def label(self) -> str:
        """The field's title inside a sentence; beneath a plain field of a document, with that one's title before it."""
        keys, around = self.difference.keys, self.difference.around
        own = own_words(str(keys[-1]), False) if self.difference.where.endswith(".*") else self.field.in_sentence
        inside = len(keys) - (depth_of_item(self.difference) if around else 0)
        if inside < 2 or self.field.sort in ("text", "sentences"):
            return own
        return f"{field_at(self.kind, keys[:-1]).in_sentence}, {own}"

    @property
    def subject(self) -> str:
        """What the innermost item is called."""
        return called(self.kind, self.names, self.difference.around[-1]) if self.difference.around else ""

    @property
    def outer_subject(self) -> str:
        """What the item around the innermost one is called."""
        return called(self.kind, self.names, self.difference.around[-2]) if len(self.difference.around) > 1 else ""

    @property
    def one(self) -> str:
        """The word for one item of the list or map."""
        return items_of(self.kind, self.difference.around[-1].where).one

    def said(self, value: Any) -> str:
        """Return a value of the difference's field as words."""
        return say(value, self.field, self.names)

    def person(self, id: Any) -> str:
        """Return the name of one of theirs or ours."""
        return self.names.person(id)

    def people(self, ids: Any) -> str:
        """Return the names of several people, joined."""
        return joined([self.person(id) for id in ids]) if isinstance(ids, list) else self.person(ids)

    def ours(self, id: Any) -> str:
        """Return the name of one of our people."""
        return self.names.call("team", id)

    def field_of(self, name: str, value: Any) -> str:
        """Return another field's value of the innermost item as words."""
        depth = depth_of_item(self.difference)
        keys: Keys = (*self.difference.keys[:depth], name)
        return say(value, field_at(self.kind, keys, f"{self.difference.around[-1].where}.{name}"), self.names)


def depth_of_item(difference: Difference) -> int:
    """How many keys lead to the innermost item."""
    whole = difference.where == difference.around[-1].where
    if whole:
        return len(difference.keys)
    inside = difference.where.removeprefix(difference.around[-1].where + ".")
    return len(difference.keys) - len(inside.split("."))
