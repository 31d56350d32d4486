"""For every field of the format, in every direction and for every word it may say: a sentence without a path."""

import re
from typing import Any

import pytest

from kamplans.compare.documents import compare_documents
from kamplans.compare.sameness import same
from kamplans.model.document import Document
from kamplans.reading.fields import Field, fields_of
from kamplans.reading.kinds import kind, kinds
from kamplans.reading.places import locate

FIELDS = [(of.name, field) for of in kinds().values() for field in fields_of(of) if not field.path.endswith("[]")]
PATH = re.compile(r"[_\[\]{}]|None|[a-z]\.[a-z]")


def example(schema: Any, of: Any) -> Any:
    while "$ref" in schema:
        inner = of.schema["$defs"][schema["$ref"].rpartition("/")[2]]
        schema = {**inner, **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema


def plan(name: str, path: str, value: Any) -> dict[str, Any]:
    """A document in which the field at `path` says `value` (nothing for None); items around it take their examples."""
    of = kind(name)
    return _placed(of, of.schema, path.split("."), value)


def _placed(of: Any, schema: Any, steps: list[str], value: Any) -> dict[str, Any]:
    schema = example(schema, of)
    step, rest = steps[0], steps[1:]
    key = step.removesuffix("[]")
    inner = schema.get("properties", {}).get(key) if key != "*" else None
    if inner is None:
        patterns = [
            one for pattern, one in schema.get("patternProperties", {}).items() if not pattern.startswith("^x-")
        ]
        inner = patterns[0] if patterns else schema["additionalProperties"]
        names = example(schema.get("propertyNames", {}), of).get("examples", [])
        key = names[0] if names else "own"
    if not rest:
        return {} if value is None else {key: value}
    if step.endswith("[]"):
        items = example(example(inner, of)["items"], of)
        item = {**items["examples"][0], **_placed(of, items, rest, value)}
        if value is None:
            item.pop(rest[0], None) if len(rest) == 1 else item.update(_placed(of, items, rest, value))
        return {key: [item]}
    return {key: _placed(of, inner, rest, value)}


def said(name: str, before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    account = None if kind(name).of_portfolio else "acme"
    old, new = (Document(name, f"{name}.yaml", account, data, repr(data), locate) for data in (before, after))
    return [change.sentence for change in compare_documents(kind(name), old, new)]


def values(field: Field) -> list[Any]:
    """Values the field may have: every word, or its examples, and None."""
    words = [word for word in field.words if not field.type.startswith("list")]
    return [None, *(words or field.examples)]


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=[f"{name}-{field.path}" for name, field in FIELDS])
def test_a_sentence_for_the_field(name, field):
    told = 0
    for before in values(field):
        for after in values(field):
            old, new = plan(name, field.path, before), plan(name, field.path, after)
            sentences = said(name, old, new)
            assert bool(sentences) == (not same(old, new))
            for sentence in sentences:
                told += 1
                assert not PATH.search(without_data(sentence)), sentence
                assert sentence[:1] == sentence[:1].upper() or "://" in sentence
                assert "  " not in sentence
    assert told


def without_data(sentence: str) -> str:
    """The sentence without what the plan itself says: quotations, addresses, mail."""
    return re.sub(r"“[^”]*”|https?://\S+|\S+@\S+", "", sentence, flags=re.IGNORECASE)


def test_there_are_fields():
    assert len(FIELDS) > 250
