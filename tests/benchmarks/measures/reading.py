"""Reading and checking: the whole portfolio against read + libyaml events, and against check-jsonschema."""

import sys
from datetime import date
from pathlib import Path

from _ruamel_yaml import CParser

from kamplans.reading.load import load
from kamplans.rules.check import check
from kamplans.sources.folder import FolderSource

from generate import write_portfolio
from measures import Measure, paired, process, timed

ROOT = Path(__file__).resolve().parents[3]
KINDS = ("account", "stakeholders", "goals", "opportunities", "metrics", "engagement")


def reading_measures(room: Path, quick: bool) -> list[Measure]:
    """Measure 1,000 accounts (6,000 files); check-jsonschema takes each of the six kinds in one process."""
    accounts = 100 if quick else 1000
    folder = room / "portfolio"
    write_portfolio(folder, accounts, people=20, seed=1)
    files = sorted(folder.rglob("*.yaml"))
    portfolio = load(FolderSource(folder))
    assert not portfolio.findings, portfolio.findings[:3]
    loading, floor = paired(lambda: load(FolderSource(folder)), lambda: events_of(files), 3)
    checking = timed(lambda: check(load(FolderSource(folder)), date(2026, 10, 31)))
    ours, peer = paired(
        process([sys.executable, "-m", "kamplans", "check", "--exit-zero", "--portfolio", str(folder)], ROOT),
        lambda: [process(peer_command(folder, kind), ROOT)() for kind in KINDS],
        1,
    )
    what = f"{accounts:,} accounts, {len(files):,} files"
    return [
        Measure(f"load {what}", loading, "read + libyaml events", floor, 2.0),
        Measure(f"load and check {what}", checking, "read + libyaml events", floor, 3.0),
        Measure(f"`kamplans check` of {what}, cold, a process", ours, "check-jsonschema, shape alone", peer, 0.1),
    ]


def events_of(files: list[Path]) -> int:
    """Read every file and take every event libyaml has for it."""
    count = 0
    for path in files:
        parser = CParser(path.read_bytes())
        while parser.get_event() is not None:
            count += 1
    return count


def peer_command(folder: Path, kind: str) -> list[str]:
    """Return the check-jsonschema command for every file of a kind."""
    schema = ROOT / "schemas" / f"{kind}.schema.json"
    files = [str(path) for path in sorted(folder.glob(f"*/{kind}.yaml"))]
    return [str(Path(sys.executable).with_name("check-jsonschema")), "--schemafile", str(schema), *files]
