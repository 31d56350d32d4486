"""How wide text stands on a screen, in terminal cells."""

import unicodedata


def cell_width(text: str) -> int:
    """Return the cells a cleaned text takes: wide East Asian and emoji characters two, combining marks none."""
    return len(text) if text.isascii() else sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def fit(text: str, width: int, right: bool = False) -> str:
    """Return the text padded, or cut with `…`, to exactly `width` cells."""
    missing = width - cell_width(text)
    if missing < 0:
        text = _cut(text, width)
        missing = width - cell_width(text)
    return " " * missing + text if right else text + " " * missing


def _cut(text: str, width: int) -> str:
    kept, used = "", 0
    for character in text:
        used += _width(character)
        if used > width - 1:
            break
        kept += character
    return f"{kept}…" if width > 0 else ""
