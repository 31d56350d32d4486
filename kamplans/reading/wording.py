"""What a schema validator says about a value, in the words of the plan: one sentence and a hint for each refusal."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from kamplans.model.closest import closest
from kamplans.model.code import Code
from kamplans.model.place import Keys
from kamplans.reading.shape_codes import (
    MISSING_KEY,
    OUT_OF_RANGE,
    REPEATED_ITEM,
    UNKNOWN_KEY,
    UNKNOWN_WORD,
    WRONG_FORM,
    WRONG_LENGTH,
    WRONG_SHAPE,
    WRONG_TYPE,
)
from kamplans.reading.value_faults import shorten

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a map of fields",
}
_MOST_WORDS = 20


class SchemaError(NamedTuple):
    """An error of a validator: `rule` is what `keyword` says in `schema`; `of_key`: `value` is a key of a map."""

    keyword: str
    keys: Keys
    value: Any
    rule: Any
    schema: Mapping[str, Any]
    message: str
    of_key: bool = False


class Said(NamedTuple):
    """One refusal: `keys` lead to the value, or to the key itself where `on_key`."""

    code: Code
    keys: Keys
    message: str
    hint: str = ""
    on_key: bool = False


def said(error: SchemaError) -> list[Said]:
    """Return what one error comes to; one of several keys is said once for each."""
    if error.of_key:
        code, message, hint = _WORDINGS.get(error.keyword, _anything)(error)
        return [Said(code, (*error.keys, error.value), f"The key {message}", hint, on_key=True)]
    if error.keyword == "additionalProperties":
        return [_unknown_key(error, key) for key in _unknown_keys(error)]
    if error.keyword == "required":
        return [_missing_key(error)]
    if error.keyword == "uniqueItems":
        return [_repeated(error)]
    code, message, hint = _WORDINGS.get(error.keyword, _anything)(error)
    return [Said(code, error.keys, message, hint)]


def shown(value: Any) -> str:
    """Return a value as a sentence names it."""
    if isinstance(value, str):
        return f"'{shorten(value)}'"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "A map" if isinstance(value, Mapping) else "A list" if isinstance(value, list) else str(value)


def _unknown_keys(error: SchemaError) -> list[str]:
    known = error.schema.get("properties", {})
    patterns = error.schema.get("patternProperties", {})
    return [key for key in error.value if key not in known and not any(re.search(one, key) for one in patterns)]


def _unknown_key(error: SchemaError, key: str) -> Said:
    known = error.schema.get("properties", {})
    absent = [name for name in known if name not in error.value]
    near = closest(key, absent) or closest(key, known)
    hint = f"did you mean {near}?" if near else f"known are {_listed(sorted(known))}; keys of your own begin with x-"
    return Said(UNKNOWN_KEY, (*error.keys, key), f"The key '{shorten(key)}' is not known here", hint, on_key=True)


def _missing_key(error: SchemaError) -> Said:
    name = error.message.split("'")[1] if error.message.count("'") >= 2 else ""
    about = error.schema.get("properties", {}).get(name, {}).get("description", "")
    return Said(MISSING_KEY, (*error.keys, name), error.message, about)


def _repeated(error: SchemaError) -> Said:
    position = next((at for at, item in enumerate(error.value) if item in error.value[:at]), 0)
    message = f"{shown(error.value[position])} stands twice in the list"
    return Said(REPEATED_ITEM, (*error.keys, position), message, "keep one")


def _type(error: SchemaError) -> tuple[Code, str, str]:
    if "enum" in error.schema:
        return _enum(error._replace(rule=error.schema["enum"]))
    wanted: list[str] = error.rule if isinstance(error.rule, list) else [error.rule]
    words = " or ".join(_TYPES.get(one, one) for one in wanted)
    is_scalar = isinstance(error.value, (int, float))
    hint = "put it in quotes" if wanted == ["string"] and is_scalar else ""
    return WRONG_TYPE, f"{shown(error.value)} is not {words}", hint


def _enum(error: SchemaError) -> tuple[Code, str, str]:
    words = [str(word) for word in error.rule]
    near = closest(error.value, words) if isinstance(error.value, str) else None
    return (
        UNKNOWN_WORD,
        f"{shown(error.value)} is not one of {_listed(words)}",
        f"did you mean {near}?" if near else "",
    )


def _pattern(error: SchemaError) -> tuple[Code, str, str]:
    title, examples = error.schema.get("title"), error.schema.get("examples")
    if not title or not examples:
        return WRONG_FORM, error.message.replace(repr(error.value), shown(error.value)), ""
    return WRONG_FORM, f"{shown(error.value)} is not written as {_article(title)}", f"write it like {examples[0]}"


def _range(error: SchemaError) -> tuple[Code, str, str]:
    return OUT_OF_RANGE, error.message, error.schema.get("description", "")


def _length(error: SchemaError) -> tuple[Code, str, str]:
    few = error.keyword.startswith("min")
    if len(error.value) == 0:
        return WRONG_LENGTH, f"{shown(error.value)} is empty", "leave the field out instead"
    limit = f"at {'least' if few else 'most'} {error.rule}"
    unit = "characters" if isinstance(error.value, str) else "entries"
    return WRONG_LENGTH, f"{shown(error.value)} has {len(error.value)} {unit}, {limit} are allowed", ""


def _anything(error: SchemaError) -> tuple[Code, str, str]:
    if error.keyword == "not" and error.rule.get("pattern") == "\n":
        return WRONG_SHAPE, f"{shown(error.value)} must stand on one line", ""
    return WRONG_SHAPE, error.message.replace(repr(error.value), shown(error.value)), ""


_WORDINGS: Mapping[str, Callable[[SchemaError], tuple[Code, str, str]]] = {
    "type": _type,
    "enum": _enum,
    "const": _anything,
    "pattern": _pattern,
    "format": _pattern,
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), _range),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _length),
}


def _listed(words: list[str]) -> str:
    more = f" and {len(words) - _MOST_WORDS} more" if len(words) > _MOST_WORDS else ""
    return ", ".join(words[:_MOST_WORDS]) + more


def _article(title: str) -> str:
    word = title if title.isupper() else title[0].lower() + title[1:]
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
