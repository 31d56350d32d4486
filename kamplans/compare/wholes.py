"""An account that came or went: one change for it, and one for each of its documents, told by what they hold."""

from collections.abc import Mapping

from kamplans.compare.sameness import is_nothing
from kamplans.compare.wording._turns import in_brackets
from kamplans.compare.wording._values import joined, word
from kamplans.model.change import Change, Op
from kamplans.model.document import Document
from kamplans.model.figures import count
from kamplans.model.kind import Kind

_ACCOUNT, _DOCUMENT = 96, 30


def whole_account(
    kinds: Mapping[str, Kind], before: Mapping[str, Document], after: Mapping[str, Document]
) -> list[Change]:
    """Return the changes of an account of which one side has no document."""
    op, documents = (Op.ADD, after) if after else (Op.REMOVE, before)
    first = [name for name in ("account",) if name in documents]
    return [_whole(kinds[name], documents[name], op) for name in (*first, *sorted({*documents} - {*first}))]


def _whole(kind: Kind, document: Document, op: Op) -> Change:
    is_account = kind.name == "account"
    data = dict(document.data)
    return Change(
        account=document.account,
        document=kind.name,
        item=None,
        field=None,
        op=op,
        before=data if op is Op.REMOVE else None,
        after=data if op is Op.ADD else None,
        sentence=_of_account(document, op) if is_account else _of_document(kind, document, op),
        weight=_ACCOUNT if is_account else _DOCUMENT,
    )


def _of_account(document: Document, op: Op) -> str:
    name = document.data.get("name")
    shown = name if isinstance(name, str) else str(document.account).replace("-", " ")
    facts = [document.data.get(field) for field in ("tier", "status")]
    known = [word(fact) for fact in facts if isinstance(fact, str)]
    return f"New account: {shown}{in_brackets(*known)}" if op is Op.ADD else f"Account removed: {shown}"


def _of_document(kind: Kind, document: Document, op: Op) -> str:
    held = joined([_counted(kind, path, document) for path in kind.schema["properties"] if _length(document, path)])
    held = held or "nothing yet"
    return f"{kind.title}: {held}" if op is Op.ADD else f"{kind.title} removed: {held}"


def _counted(kind: Kind, path: str, document: Document) -> str:
    items = kind.lists.get(path) or kind.maps.get(path)
    if items is None:
        return str(kind.schema["properties"][path].get("title", path)).lower()
    one = items.one
    many = one if one.endswith("series") else f"{one[:-1]}ies" if one.endswith("ty") else f"{one}s"
    return count(_length(document, path), one, {"piece of feedback": "pieces of feedback"}.get(one, many))


def _length(document: Document, path: str) -> int:
    value = document.data.get(path)
    return 0 if is_nothing(value) else len(value) if isinstance(value, list | dict) else 1
