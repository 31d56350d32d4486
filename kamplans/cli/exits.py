"""What a command says by its exit status."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit statuses; `list`, `show`, `map` and `risk` never say FINDINGS."""

    FINE = 0
    FINDINGS = 1
    WRONG = 2
    INTERRUPTED = 130
