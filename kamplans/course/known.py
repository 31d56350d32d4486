"""What was judged once need not be judged again: standings are kept in a small file of the user's cache.

A key stands for all that an answer depends on, so an entry is never wrong, only unused. Nothing here is needed: a file
that is broken, locked, of another make or cannot be written is as good as none.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kamplans import __version__
from kamplans.cache import cache_folder
from kamplans.course.snapshots import Snapshot
from kamplans.model.course import Standing
from kamplans.model.risk import Grade
from kamplans.shipped import shipped

FILE = "standings-1.sqlite"
"""Its number grows with every change of what is kept."""
MOST = 50_000
"""The most standings that are kept; what was kept first goes first."""
_PATIENCE = 0.25
"""Seconds to wait for another process that writes."""
_AT_ONCE = 500
_TABLE = "CREATE TABLE IF NOT EXISTS standing (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
_TRIM = "DELETE FROM standing WHERE rowid <= (SELECT max(rowid) FROM standing) - ?"


def key(prefix: str, snapshot: Snapshot, day: date) -> str:
    """Return the word for one question: this engine, the account, the blobs of every file that counts, and the day."""
    files = [(entry.path, entry.mode, entry.blob) for entry in snapshot.files]
    asked = [engine(), prefix, snapshot.account, files, snapshot.top.word, day.isoformat()]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


@cache
def engine() -> str:
    """Return a word that is another one whenever the engine may judge otherwise: version, schemas, program files."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(shipped("schemas").glob("*.json")):
        digest.update(path.read_bytes())
    for path in sorted(Path(__file__).resolve().parents[1].rglob("*.py")):
        about = path.stat()
        digest.update(f"\0{path.name}\0{about.st_size}\0{about.st_mtime_ns}".encode())
    return digest.hexdigest()


def recall(keys: Sequence[str]) -> dict[str, Standing]:
    """Return the standings that are known, by key."""
    found: dict[str, Standing] = {}
    with _nothing_lost():
        if _path().is_file():
            with closing(_connected("ro")) as database:
                found.update(_read(database, keys))
    return found


def _read(database: sqlite3.Connection, keys: Sequence[str]) -> Iterator[tuple[str, Standing]]:
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        for name, text in database.execute(f"SELECT key, value FROM standing WHERE key IN ({marks})", some):  # noqa: S608
            standing = _standing(text)
            if standing is not None:
                yield name, standing


def remember(standings: Mapping[str, Standing]) -> None:
    """Keep standings, in one step that other processes see whole or not at all."""
    rows = [(name, json.dumps(asdict(standing))) for name, standing in standings.items()]
    with _nothing_lost():
        if rows:
            _make_private(_path())
            with closing(_connected("rw")) as database, database:
                database.execute(_TABLE)
                database.executemany("INSERT OR REPLACE INTO standing VALUES (?, ?)", rows)
                database.execute(_TRIM, (MOST,))


def _path() -> Path:
    return (cache_folder() / FILE).absolute()


def _connected(mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{_path().as_uri()}?mode={mode}", _PATIENCE, uri=True)


def _make_private(path: Path) -> None:
    """Make the file, for this user alone: who matters to whom is nobody else's business."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


@contextmanager
def _nothing_lost() -> Iterator[None]:
    """Let what goes wrong with the file end the block and nothing else; one that is no database is removed."""
    try:
        yield
    except sqlite3.OperationalError:
        return  # locked, read-only, or of another make
    except sqlite3.DatabaseError:
        _discard()
    except (OSError, RuntimeError):
        return  # no home, no room, no permission


def _discard() -> None:
    """Remove the file, so that the next run begins anew."""
    try:
        _path().unlink(missing_ok=True)
    except OSError:
        return


def _standing(text: object) -> Standing | None:
    """Return what was kept; None if somebody else wrote it."""
    try:
        told = json.loads(str(text))
        return Standing(
            grade=Grade(told["grade"]),
            expected_access=_share(told["expected_access"]),
            largest_loss=_share(told["largest_loss"]),
            single_points=tuple(str(person) for person in told["single_points"]),
            goals={str(status): int(number) for status, number in told["goals"].items()},
            errors=int(told["errors"]),
            warnings=int(told["warnings"]),
            infos=int(told["infos"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _share(value: Any) -> float | None:
    return None if value is None else float(value)
