"""Plain plan data becomes frozen values, tolerantly: what has the wrong type is left out, for the schema speaks of it.

A class says the format by its fields: `str`, `int`, `float`, `bool`, `date`, enumerations of text, tuples, mappings
with text keys, other such classes, each optional with a default. A field named like a keyword ends in `_` (`from_`). A
field `at` receives the keys that lead to the item in its document.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kamplans.model.place import Keys

Value = TypeVar("Value")
Reader = Callable[[Any, Keys], Any]


class _Unfit(Exception):
    """The plain value does not fit the type."""


def typed(cls: type[Value], data: Any, at: Keys = ()) -> Value | None:
    """Make a value of `cls` from a plain dict; None if it is none or lacks what identifies it."""
    hint: Any = cls
    try:
        value: Value = _reader(hint)(data, at)
    except _Unfit:
        return None
    return value


def _text(data: Any, at: Keys) -> str:
    if type(data) is str:
        return data
    raise _Unfit


def _whole(data: Any, at: Keys) -> int:
    if type(data) is int:
        return data
    if type(data) is float and data.is_integer():  # 1e6 is a whole number to the schema too
        return int(data)
    raise _Unfit


def _number(data: Any, at: Keys) -> float:
    if type(data) is float or type(data) is int:
        return float(data)
    raise _Unfit


def _truth(data: Any, at: Keys) -> bool:
    if type(data) is bool:
        return data
    raise _Unfit


def _date(data: Any, at: Keys) -> date:
    if type(data) is str and len(data) == 10:
        try:
            return date.fromisoformat(data)
        except ValueError:
            raise _Unfit from None
    raise _Unfit


def _anything(data: Any, at: Keys) -> Any:
    return data


_SCALARS: dict[Any, Reader] = {str: _text, int: _whole, float: _number, bool: _truth, date: _date, Any: _anything}


def _word(cls: type[StrEnum]) -> Reader:
    words = {member.value: member for member in cls}

    def read(data: Any, at: Keys) -> StrEnum:
        if type(data) is str and data in words:
            return words[data]
        raise _Unfit

    return read


def _several(reader: Reader) -> Reader:
    def read(data: Any, at: Keys) -> tuple[Any, ...]:
        if type(data) is not list:
            raise _Unfit
        found = []
        for position, item in enumerate(data):
            try:
                found.append(reader(item, (*at, position)))
            except _Unfit:
                continue
        return tuple(found)

    return read


def _mapping(reader: Reader) -> Reader:
    def read(data: Any, at: Keys) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise _Unfit
        found = {}
        for key, item in data.items():
            try:
                found[key] = reader(item, (*at, key))
            except _Unfit:
                continue
        return found

    return read


@cache
def _reader(hint: Any) -> Reader:
    hint = _without_none(hint)
    if hint in _SCALARS:
        return _SCALARS[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _several(_reader(arguments[0]))
    if origin is not None:
        return _mapping(_reader(arguments[1]))
    return _word(hint) if issubclass(hint, StrEnum) else _record(hint)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (argument for argument in get_args(hint) if argument is not type(None))
        return inner
    return hint


def _record(cls: type[Any]) -> Reader:
    inside, make = _fields_by_key(cls), _maker(cls)
    required = {f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING and f.name != "at"}
    placed = any(f.name == "at" for f in fields(cls))

    def read(data: Any, at: Keys) -> Any:
        if not isinstance(data, dict):
            raise _Unfit
        found: dict[str, Any] = {"at": at} if placed else {}
        for key, value in data.items():
            if key in inside:
                name, exact, reader = inside[key]
                if type(value) is exact:
                    found[name] = value
                    continue
                try:
                    found[name] = reader(value, (*at, key))
                except _Unfit:
                    continue
        if not required <= found.keys():
            raise _Unfit
        return make(found)

    return read


def _fields_by_key(cls: type[Any]) -> dict[str, tuple[str, Any, Reader]]:
    """Return, by key of the format, each field's name, the type whose values it takes as they are, and its reader."""
    written = get_type_hints(cls)
    hints = {f.name: _without_none(written[f.name]) for f in fields(cls) if f.name != "at"}
    exact = {name: hint if hint in (str, int, float, bool) else None for name, hint in hints.items()}
    return {name.rstrip("_"): (name, exact[name], _reader(hint)) for name, hint in hints.items()}


def _maker(cls: type[Any]) -> Callable[[dict[str, Any]], Any]:
    """Return what makes a value of some fields, as `cls(**found)` does, where a frozen class pays a call a field."""
    defaults = {f.name: f.default for f in fields(cls) if f.default is not MISSING}
    factories = {f.name: f.default_factory for f in fields(cls) if f.default_factory is not MISSING}

    def make(found: dict[str, Any]) -> Any:
        value = object.__new__(cls)
        state = vars(value)
        state.update(defaults)
        state.update(found)
        for name, factory in factories.items():
            state.setdefault(name, factory())
        return value

    return make
