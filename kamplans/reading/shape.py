"""Does a document have the shape its schema asks for? Two judges: a fast one for all, one that finds words for the few.

jsonschema-rs decides; only what it refuses is read again by jsonschema, whose errors are worded. Should jsonschema have
nothing to say then, the words of jsonschema-rs are shown instead, so that nothing refused goes unsaid.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from kamplans.model.document import Document
from kamplans.model.finding import Finding
from kamplans.model.place import Keys
from kamplans.model.value_path import value_path
from kamplans.reading.kinds import kind as kind_of
from kamplans.reading.places import first_line
from kamplans.reading.shape_codes import WRONG_SHAPE
from kamplans.reading.wording import Said, SchemaError, said

_MOST_ERRORS = 1000
_SAYS_ALL = ("required", "additionalProperties", "uniqueItems")
_SAYS_LITTLE = ("enum", "const", "pattern", "format", "not")


def shape_findings(document: Document, prefix: str = "") -> list[Finding]:
    """Return what the schema of its kind refuses in a document (codes S…); `prefix` stands before its path."""
    if _fast_judge(document.kind).is_valid(document.data):
        return []
    found = [_finding(one, document, prefix) for one in _refusals(document)]
    return sorted(dict.fromkeys(found), key=lambda finding: finding.sort_key)


def _refusals(document: Document) -> Iterable[Said]:
    errors = islice(_wording_judge(document.kind).iter_errors(document.data), _MOST_ERRORS)
    refused = [one for error in _telling(errors) for one in said(error)]
    return refused or list(_bare_refusals(document))


def _telling(errors: Iterable[Any]) -> Iterator[SchemaError]:
    """Leave of several errors on one value the one that says most; what an item lacks or has too much stays."""
    settled: set[tuple[Keys, str]] = set()
    for error in sorted(map(_schema_error, errors), key=_rank):
        about = (error.keys, str(error.value) if error.of_key else "")
        if error.keyword in _SAYS_ALL:
            yield error
        elif about not in settled:
            settled.add(about)
            yield error


def _rank(error: SchemaError) -> int:
    return 0 if error.keyword == "type" else 2 if error.keyword in _SAYS_LITTLE else 1


def _schema_error(error: Any) -> SchemaError:
    """Return an error of jsonschema; of alternatives that all fail, the error of the nearest."""
    from jsonschema.exceptions import best_match

    nearest = best_match([error]) if error.context else error
    return SchemaError(
        keyword=str(nearest.validator),
        keys=tuple(nearest.absolute_path),
        value=nearest.instance,
        rule=nearest.validator_value,
        schema=nearest.schema,
        message=nearest.message,
        of_key="propertyNames" in nearest.absolute_schema_path,
    )


def _bare_refusals(document: Document) -> Iterator[Said]:
    for error in islice(_fast_judge(document.kind).iter_errors(document.data), _MOST_ERRORS):
        yield Said(WRONG_SHAPE, tuple(error.instance_path), error.message[:200])


def _finding(one: Said, document: Document, prefix: str) -> Finding:
    places = document.places
    place = places.key(one.keys) if one.on_key else places.value(one.keys)
    return Finding(
        code=one.code.code,
        rule=one.code.slug,
        severity=one.code.severity,
        message=one.message,
        path=prefix + document.path,
        place=first_line(place, document.text),
        account=document.account,
        at=value_path(kind_of(document.kind), document.data, one.keys) or None,
        hint=one.hint,
    )


@cache
def _fast_judge(kind: str) -> Any:
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(dict(kind_of(kind).schema))


@cache
def _wording_judge(kind: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(dict(kind_of(kind).schema))
