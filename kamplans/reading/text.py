"""Bytes become text; what is wrong with it as text is said: encoding, characters, line ends, conflicts."""

import re
from collections.abc import Iterator
from itertools import islice

from kamplans.reading.characters import BIDI, CONTROL, UNWELCOME
from kamplans.reading.fault import Fault
from kamplans.reading.limits import MAX_FAULTS
from kamplans.reading.text_codes import (
    BIDI_CONTROL,
    BYTE_ORDER_MARK,
    CONFLICT,
    CONTROL_CHARACTER,
    LINE_ENDS,
    NOT_UTF8,
    TOO_LARGE,
)
from kamplans.reading.value_faults import shorten
from kamplans.sources.source import MAX_BYTES

_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_CONFLICT = re.compile(r"^<{7}(?: .*)?\r?$|^>{7}(?: .*)?\r?$", re.MULTILINE)
_BARE_RETURN = re.compile(r"\r(?!\n)")


def text_of(data: bytes) -> tuple[str, list[Fault], bool]:
    """Return the text without its byte order mark, what is wrong with it, and whether it can be read on as YAML.

    Of bytes that are no UTF-8 the text holds what can be decoded, for people to look at.
    """
    if len(data) > MAX_BYTES:
        return "", [Fault(TOO_LARGE, f"The file has {len(data):,} bytes; at most {MAX_BYTES:,} are read")], False
    bare = data.removeprefix(_MARK)
    faults = [Fault(BYTE_ORDER_MARK, "A byte order mark stands before the text")] if bare is not data else []
    text = bare.decode("utf-8", "replace")
    encoding = _fault_of_encoding(bare, text)
    if encoding is not None:
        return text, [*faults, encoding], False
    faults += [*islice(_characters(text), MAX_FAULTS), *_line_ends(text)]
    conflicts = list(islice(_conflicts(text), MAX_FAULTS))
    return text, faults + conflicts, not conflicts


def _fault_of_encoding(data: bytes, text: str) -> Fault | None:
    wide = next((name for mark, name in _WIDE_MARKS.items() if data.startswith(mark)), None)
    if wide is None and data.count(b"\0") * 4 >= len(data) > 0:
        wide = "UTF-16 or UTF-32"
    if wide is not None:
        return Fault(NOT_UTF8, f"The file is written as {wide}, not as UTF-8", hint="save it as UTF-8")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode("utf-8"))
        byte = f"0x{data[error.start]:02X}"
        return Fault(NOT_UTF8, f"The byte {byte} here is not UTF-8", at, at + 1, hint="save the file as UTF-8")
    return None


def _characters(text: str) -> Iterator[Fault]:
    for found in UNWELCOME.finditer(text):
        yield character_fault(found[0], found.start(), found.end())


def character_fault(character: str, start: int, end: int) -> Fault:
    """Return the fault of one unwelcome character, whether it stands in the text or an escape stands for it."""
    name = f"U+{ord(character):04X}"
    if BIDI.match(character):
        return Fault(BIDI_CONTROL, f"The character {name} changes the order of the text on screen", start, end)
    return Fault(CONTROL_CHARACTER, f"The character {name} does not belong in a plan", start, end)


def first_unwelcome(text: str) -> str | None:
    """Return the first unwelcome character of a text."""
    found = CONTROL.search(text) or BIDI.search(text)
    return found[0] if found else None


def _line_ends(text: str) -> Iterator[Fault]:
    if "\r" not in text:
        return
    bare = _BARE_RETURN.search(text)
    if bare:
        yield Fault(LINE_ENDS, "A bare carriage return stands here", bare.start(), bare.end())
    windows, all_ends = text.count("\r\n"), text.count("\n")
    if 0 < windows < all_ends:
        odd = re.search(r"(?<!\r)\n" if windows * 2 > all_ends else r"\r\n", text)
        at = odd.start() if odd else 0
        message = f"{windows} of {all_ends} lines end as on Windows, the others do not"
        yield Fault(LINE_ENDS, message, at, at)


def _conflicts(text: str) -> Iterator[Fault]:
    for found in _CONFLICT.finditer(text):
        marker = found[0].rstrip()
        yield Fault(
            CONFLICT, f"A merge left this marker: {shorten(marker)}", found.start(), found.start() + len(marker)
        )
