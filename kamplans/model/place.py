"""Where something stands in a file."""

from dataclasses import dataclass

Keys = tuple[str | int, ...]
"""The way to a value inside a document: mapping keys and list positions, `("goals", 0, "status")`."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of text. Lines and columns count from 1, columns count code points, the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
