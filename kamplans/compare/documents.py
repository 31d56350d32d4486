"""How does one document differ from what it was? Changes with their sentences, the weightiest first."""

from functools import cache

from kamplans.catalog import load
from kamplans.catalog import names as entries
from kamplans.compare.differences import Difference, differences
from kamplans.compare.names import Names
from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._general import general
from kamplans.compare.wording._values import capital
from kamplans.model.change import Change, Op
from kamplans.model.document import Document
from kamplans.model.kind import Kind
from kamplans.model.value_path import split, value_paths

_PACKAGE = "kamplans.compare.wording"
_UNREADABLE = 90
_RENAMED = 12
_OWN = 5
_ATTRIBUTE, _ITEM = 20, 40


def compare_documents(
    kind: Kind, before: Document | None, after: Document | None, names: Names | None = None
) -> list[Change]:
    """Return what changed in a document, the weightiest first; None stands for a document that is not there.

    Items are matched by what identifies them, never by where they stand, and order is never a change. `names` says what
    ids are called, beside those that the document itself defines.
    """
    document = after or before
    if document is None or (before is not None and after is not None and before.text == after.text):
        return []
    lost = _unreadable(kind, before, after)
    if lost is not None:
        return [lost]
    old, new = before.data if before else {}, after.data if after else {}
    found = differences(kind, old, new)
    if not found:
        return []
    own = Names.of({kind.name: kind}, [one for one in (after, before) if one])
    known = (names or Names()).over(own)
    old_paths, new_paths = value_paths(kind, old), value_paths(kind, new)
    changes = [
        _change(Fact(kind, one, known, document.account), (old_paths if one.op is Op.REMOVE else new_paths)(one.keys))
        for one in found
    ]
    return sorted(changes, key=lambda change: -change.weight)


def _unreadable(kind: Kind, before: Document | None, after: Document | None) -> Change | None:
    """Say that one side cannot be read: what it held is unknown, and no item is called removed or new for that."""
    gone, back = _says_nothing(after), _says_nothing(before)
    document = after or before
    if document is None or gone == back:
        return None
    sentence = f"{kind.title}: nothing in it can be read any more" if gone else f"{kind.title}: it can be read again"
    return Change(document.account, kind.name, None, None, Op.CHANGE, None, None, sentence, _UNREADABLE)


def _says_nothing(document: Document | None) -> bool:
    if document is None or document.data:
        return False
    lines = [line.strip() for line in document.text.splitlines() if line.strip()]
    return not lines or any(not line.startswith("#") for line in lines)


def _change(fact: Fact, path: str) -> Change:
    one = fact.difference
    item, field = split(path)
    return Change(
        account=fact.account,
        document=fact.kind.name,
        item=item,
        field=field,
        op=one.op,
        before=one.before,
        after=one.after,
        sentence=_sentence(fact),
        weight=_weight(fact),
    )


def _sentence(fact: Fact) -> str:
    special = _words(fact.kind.name).sentences.get(fact.difference.where)
    said = special(fact) if special is not None and fact.is_sound else None
    return capital(said or general(fact))


def _weight(fact: Fact) -> int:
    where = fact.difference.where
    if fact.op is Op.RENAME:
        return _RENAMED
    weight = _words(fact.kind.name).weights.get(where)
    if isinstance(weight, int):
        return weight
    if weight is not None and fact.is_sound:
        return weight(fact)
    if _is_own(fact.difference):
        return _OWN
    return _ITEM if where.endswith("[]") else _ATTRIBUTE


def _is_own(one: Difference) -> bool:
    """Whether the field is the user's own or another system's: it says nothing about the customer."""
    names = [key for key in one.keys if isinstance(key, str)]
    return "external_ids" in names or any(name.startswith("x-") for name in names)


@cache
def _words(kind: str) -> Words:
    return load(_PACKAGE, kind, "WORDS", Words) if kind in entries(_PACKAGE) else Words({}, {})
