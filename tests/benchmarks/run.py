"""How fast it is, as ratios taken in one run: our own work beside the limit of the machine and beside peers.

    python tests/benchmarks/run.py              prints the table of docs/benchmarks.md
    python tests/benchmarks/run.py --quick      smaller portfolios, for a look

Exit 1 where a ratio is beyond twice its budget. Seconds are this machine's; ratios travel.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measures import Measure
from measures.history import history_measures
from measures.peers import peer_measures
from measures.reading import reading_measures
from measures.risk import risk_measures
from measures.starting import starting_measures


def table(measures: list[Measure]) -> str:
    """Return the measures as a markdown table."""
    rows = ["| what | ours | against | theirs | ratio | budget |", "|---|--:|---|--:|--:|--:|"]
    for one in measures:
        times = f"{seconds(one.ours)} | {one.against} | {seconds(one.theirs)}"
        rows.append(f"| {one.what} | {times} | {one.ratio:.2f} | {budget(one)} |")
    return "\n".join(rows)


def seconds(value: float) -> str:
    """Return a time in the unit that reads best."""
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms"


def budget(measure: Measure) -> str:
    """Return the budget of a ratio, or a dash where the row is for comparison only."""
    return "–" if measure.budget is None else f"≤ {measure.budget:g}"


def main() -> int:
    """Measure, print, and say by the status whether a budget was missed by a factor of two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="smaller portfolios")
    quick = parser.parse_args().quick
    measures: list[Measure] = []
    with tempfile.TemporaryDirectory() as room:
        for gather in (starting_measures, reading_measures, risk_measures, history_measures, peer_measures):
            measures += gather(Path(room), quick)
    print(table(measures))
    missed = [one for one in measures if one.budget is not None and one.ratio > 2 * one.budget]
    for one in missed:
        print(f"beyond twice the budget: {one.what} ({one.ratio:.2f} against {one.budget:g})", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
