"""Plan text and lists inside a sentence of a finding."""

from collections.abc import Sequence

LONGEST = 64
"""Plan text longer than an id may be is cut: a message is one line."""


def quoted(text: str) -> str:
    """Return plan text in quotation marks, cut to the length of an id."""
    return f"“{text if len(text) <= LONGEST else text[: LONGEST - 1] + '…'}”"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Return `a`, `a and b`, `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def did_you_mean(near: str | None, otherwise: str = "") -> str:
    """Return the suggestion of a near word as a hint, else the other one."""
    return f"did you mean {quoted(near)}?" if near else otherwise
