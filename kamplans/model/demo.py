"""An example repository that was made."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Demo:
    """Where it lies and its portfolio in it, the id of the newest commit, how many commits there are, by whom."""

    folder: Path
    plans: Path
    head: str
    commits: int
    authors: tuple[str, ...]
