"""Colours of the command line: a tone is always said in words too."""

_SEQUENCES = {
    "critical": "1;31",
    "error": "1;31",
    "high": "31",
    "moderate": "33",
    "warning": "33",
    "low": "32",
    "good": "32",
    "info": "36",
    "not_rated": "2",
    "dim": "2",
    "strong": "1",
}


def paint(text: str, tone: str, color: bool) -> str:
    """Return the text in the colour of a tone, or as it is."""
    sequence = _SEQUENCES.get(tone)
    return f"\x1b[{sequence}m{text}\x1b[0m" if color and sequence and text else text
