"""What is said about a doubtful value or key."""

from kamplans.model.clean import clean
from kamplans.model.code import Code
from kamplans.model.place import Keys
from kamplans.reading.fault import Fault
from kamplans.reading.plain import Plain
from kamplans.reading.value_codes import AMBIGUOUS_NUMBER, BOOLEAN_WORD, LONG_NUMBER, NO_SUCH_DAY, NOT_FINITE
from kamplans.reading.yaml_codes import EMPTY_VALUE, KEY_NOT_TEXT

_LONGEST = 40


def value_fault(code: Code, word: str, value: Plain | None, span: tuple[int, int], keys: Keys) -> Fault:
    """Return the fault of a doubtful value."""
    shown = shorten(word)
    message, hint = _WORDINGS[code.code](shown, value, keys)
    return Fault(code, message, *span, keys=keys, hint=hint)


def key_fault(word: str, value: Plain | None, span: tuple[int, int], keys: Keys) -> Fault:
    """Return the fault of a key that YAML does not take for text."""
    if value is None:
        return Fault(KEY_NOT_TEXT, "The key before the colon is missing or says nothing", *span, keys=keys)
    what = "a truth value" if isinstance(value, bool) else "a number"
    hint = f'put it in quotes: "{shorten(word)}"'
    return Fault(KEY_NOT_TEXT, f"The key {shorten(word)} is {what}", *span, keys=keys, hint=hint)


def shorten(text: str) -> str:
    """Return at most 40 characters of a text, on one line and fit to be shown."""
    return clean(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def _nothing(word: str, value: Plain | None, keys: Keys) -> tuple[str, str]:
    name = keys[-1] if keys and isinstance(keys[-1], str) else None
    return (f"{shorten(name)} has no value" if name else "This item is empty"), "leave out what is not known"


def _truth(word: str, value: Plain | None, keys: Keys) -> tuple[str, str]:
    meant = "true" if word.lower() in ("yes", "on", "y") else "false"
    return f"{word} is read as a word, not as {meant}", f"write {meant}, or put the word in quotes"


def _ambiguous(word: str, value: Plain | None, keys: Keys) -> tuple[str, str]:
    read = "a word" if isinstance(value, str) else value
    return f"{word} is read as {read} here, and differently elsewhere", "write the plain number, or put it in quotes"


def _not_finite(word: str, value: Plain | None, keys: Keys) -> tuple[str, str]:
    return f"{word} is no number to count with", "leave out what is not known"


def _long(word: str, value: Plain | None, keys: Keys) -> tuple[str, str]:
    return f"{word} has more digits than numbers can keep", "put it in quotes if it is a name"


def _no_day(word: str, value: Plain | None, keys: Keys) -> tuple[str, str]:
    return f"There is no day {word}", "a date is written YYYY-MM-DD"


_WORDINGS = {
    EMPTY_VALUE.code: _nothing,
    BOOLEAN_WORD.code: _truth,
    AMBIGUOUS_NUMBER.code: _ambiguous,
    NOT_FINITE.code: _not_finite,
    LONG_NUMBER.code: _long,
    NO_SUCH_DAY.code: _no_day,
}
