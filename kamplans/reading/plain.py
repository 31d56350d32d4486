"""What an unquoted word of YAML means: the core schema of YAML 1.2, and what of it a plan had better not use.

Where a word is doubtful it still has a value: 010 is ten, 0o10 eight and 0x10 sixteen, because YAML 1.2 says so; 1_000,
0b10 and -0x10 are text, because YAML 1.2 knows no such numbers; a number that is not finite or has more than 18 digits
stays text, so that no value of a document is one that JSON or a database could not hold. Dates and times are text.
"""

import math
import re
from datetime import date

from kamplans.model.code import Code
from kamplans.reading.value_codes import AMBIGUOUS_NUMBER, BOOLEAN_WORD, LONG_NUMBER, NO_SUCH_DAY, NOT_FINITE
from kamplans.reading.yaml_codes import EMPTY_VALUE

Plain = str | int | float | bool
"""What a scalar of a document can be."""

MOST_DIGITS = 18

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_OLD_TRUTH = frozenset(
    form for word in ("yes", "no", "on", "off", "y", "n") for form in (word, word.title(), word.upper())
)
_SPECIAL = _NULL | _TRUTH.keys() | _OLD_TRUTH
_NUMERIC = frozenset("+-.0123456789")

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_OLD_NUMBER = re.compile(r"[-+]?0b[01]+|[-+]0o[0-7]+|[-+]0x[0-9a-fA-F]+")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def plain(word: str) -> tuple[Plain | None, Code | None]:
    """Return the value of an unquoted word (None for nothing) and the code of what is doubtful about it."""
    if word in _SPECIAL:
        if word in _NULL:
            return None, EMPTY_VALUE
        return _TRUTH.get(word, word), BOOLEAN_WORD if word in _OLD_TRUTH else None
    return _number(word) if word[0] in _NUMERIC else (word, None)


def is_text_key(word: str) -> bool:
    """Whether an unquoted key is text: no number, truth value or nothing, and not the merge key."""
    return word != "<<" and type(plain(word)[0]) is str


def quoted(text: str) -> tuple[str, Code | None]:
    """Return a quoted or block text and the code of what is doubtful about it: it may be no day of the calendar."""
    return text, NO_SUCH_DAY if _is_no_day(text) else None


def _number(word: str) -> tuple[Plain, Code | None]:
    if _INTEGER.fullmatch(word):
        if len(word.lstrip("+-")) > MOST_DIGITS:
            return word, LONG_NUMBER
        return int(word), AMBIGUOUS_NUMBER if _LEADING_ZERO.match(word) else None
    if _FLOAT.fullmatch(word):
        value = float(word)
        if math.isinf(value):
            return word, NOT_FINITE
        return value, AMBIGUOUS_NUMBER if _LEADING_ZERO.match(word) else None
    return _unusual(word)


def _unusual(word: str) -> tuple[Plain, Code | None]:
    if _is_no_day(word):
        return word, NO_SUCH_DAY
    if _NOT_FINITE.fullmatch(word):
        return word, NOT_FINITE
    if _OTHER_BASE.fullmatch(word):
        value = int(word, 0)
        return (value, AMBIGUOUS_NUMBER) if value < 10**MOST_DIGITS else (word, LONG_NUMBER)
    bare = word.replace("_", "")
    looks_old = bare != word and (_FLOAT.fullmatch(bare) or _OTHER_BASE.fullmatch(bare))
    return word, AMBIGUOUS_NUMBER if looks_old or _OLD_NUMBER.fullmatch(bare) else None


def _is_no_day(text: str) -> bool:
    if len(text) != 10 or not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return True
    return False
