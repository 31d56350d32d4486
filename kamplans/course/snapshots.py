"""Which files count for an account at a commit? Those of its folder and the portfolio's own, by blob, not yet read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from kamplans.repository.objects import LINK, Blob, Entry
from kamplans.repository.repository import Repository
from kamplans.repository.trees import FOLDER, Folder
from kamplans.sources.source import PlanFile, Refusal, Refused, could_be_plan


@dataclass(frozen=True)
class Snapshot:
    """One account at one commit.

    `account` is the name its folder had then; `files` are the portfolio's own files and the account's, by path from the
    portfolio folder; `others` are the names of all other folders there, which references may name.
    """

    account: str
    files: tuple[Entry, ...]
    others: tuple[str, ...]

    @property
    def blobs(self) -> list[str]:
        """The ids of the bytes that must be read."""
        return [entry.blob for entry in self.files if entry.is_file]


@dataclass(frozen=True)
class SnapshotSource:
    """The files of a snapshot, their bytes taken from `blobs`."""

    snapshot: Snapshot
    blobs: Mapping[str, Blob]
    label: str = "snapshot"

    def files(self) -> list[PlanFile]:
        """Return the files that count, by path."""
        return [
            PlanFile(entry.path, partial(self._read, entry), entry.blob if entry.is_file else None)
            for entry in self.snapshot.files
        ]

    def _read(self, entry: Entry) -> bytes | Refusal:
        if not entry.is_file:
            return Refusal(Refused.LINK if entry.mode == LINK else Refused.NOT_A_FILE)
        blob = self.blobs[entry.blob]
        if blob.data is None:
            return Refusal(Refused.NOT_FETCHED if blob.size is None else Refused.TOO_LARGE)
        return blob.data


def snapshots(
    repository: Repository, prefix: str, commits: Sequence[str], names: Sequence[str]
) -> list[Snapshot | None]:
    """Return the snapshot at each commit, of the first of `names` that was a folder then; None where none was.

    `prefix` is the portfolio's folder with a slash behind, or empty. One process of git for each level of folders.
    """
    tops = _folders(repository, [f"{commit}^{{tree}}" for commit in commits])
    for part in prefix.split("/")[:-1]:
        tops = _folders(repository, [_inside(top, part) for top in tops])
    found = [next((name for name in names if _inside(top, name)), None) for top in tops]
    inner = _folders(repository, [_inside(top, name) if name else None for top, name in zip(tops, found, strict=True)])
    return [
        _snapshot(name, top, plans) if name and top and plans else None
        for name, top, plans in zip(found, tops, inner, strict=True)
    ]


def _folders(repository: Repository, ids: Sequence[str | None]) -> list[Folder | None]:
    """Return folders in the order of their ids, each read once."""
    wanted = list(dict.fromkeys(id for id in ids if id))
    known = dict(zip(wanted, repository.folders(wanted), strict=True)) if wanted else {}
    return [known[id] if id else None for id in ids]


def _inside(folder: Folder | None, name: str) -> str | None:
    entry = folder.get(name) if folder else None
    return entry.blob if entry and entry.mode == FOLDER else None


def _snapshot(account: str, top: Folder, plans: Folder) -> Snapshot:
    own = [entry for entry in top.values() if _is_plan(entry)]
    inner = (Entry(f"{account}/{entry.path}", entry.mode, entry.blob) for entry in plans.values())
    files = sorted([*own, *filter(_is_plan, inner)], key=attrgetter("path"))
    others = (name for name, entry in top.items() if entry.mode == FOLDER and name != account and name[0] != ".")
    return Snapshot(account, tuple(files), tuple(sorted(others)))


def _is_plan(entry: Entry) -> bool:
    return entry.mode != FOLDER and could_be_plan(entry.path)
