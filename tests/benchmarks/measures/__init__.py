"""What is measured: each file takes one part of the product and what it is held against."""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Measure:
    """One row: our seconds, the seconds of what we are held against, and the budget for their ratio."""

    what: str
    ours: float
    against: str
    theirs: float
    budget: float | None = None

    @property
    def ratio(self) -> float:
        """Ours over theirs."""
        return self.ours / self.theirs


def timed(work: Callable[[], object]) -> float:
    """Return the seconds one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def paired(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the median seconds of both, taken in turn so that a machine that slows down slows both."""
    ours()
    theirs()
    pairs = [(timed(ours), timed(theirs)) for _ in range(rounds)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def process(command: Sequence[str], folder: Path) -> Callable[[], object]:
    """Return a call that runs a command to its end, with its modules compiled as an installed program has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "kamplans-benchmark-bytecode")}
    return lambda: subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
