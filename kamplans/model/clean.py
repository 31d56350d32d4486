"""Text from plans, git and errors made safe to show: no control character, no reordering, nothing invisible."""

_TABLE: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(0x20)}
_TABLE[0x7F] = "\u2421"
_TABLE.update(dict.fromkeys(range(0x80, 0xA0), "\ufffd"))
_TABLE.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
_TABLE.update(dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C), "\ufffd"))
_TABLE.update(dict.fromkeys((0x2028, 0x2029, 0xFEFF), "\ufffd"))
_TABLE.update(dict.fromkeys((0x200B, 0x2060, 0x00AD, *range(0xE0000, 0xE0080)), None))
_LINE = {**_TABLE, 0x09: " ", 0x0A: "\u23ce", 0x0D: None}
_TEXT = {**_TABLE, 0x09: " ", 0x0A: "\n", 0x0D: None}


def clean(text: str) -> str:
    """Return the text fit for one line of a screen.

    Control characters become their pictures, line ends a mark, tabs a space; bidirectional controls and lone surrogates
    become the replacement character; zero-width spaces and tag characters, which could hide text, go. Nothing else
    changes.
    """
    return text if text.isprintable() else text.translate(_LINE)


def clean_lines(text: str) -> str:
    """Return the text fit for several lines: as `clean`, but line ends stay."""
    return text if text.isprintable() else text.translate(_TEXT)
