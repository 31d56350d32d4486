"""Which files count for an account at a commit? Those of its folder and the portfolio's own, by blob, not yet read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from operator import attrgetter

from kamplans.repository.objects import LINK, Blob, Entry
from kamplans.repository.repository import Repository
from kamplans.repository.trees import FOLDER, Folder
from kamplans.sources.source import PlanFile, Refusal, Refused, could_be_plan


@dataclass(frozen=True)
class Top:
    """A portfolio's folder at a commit: its own files, the ids of the folders in it, and a word for their names."""

    files: tuple[Entry, ...]
    folders: Mapping[str, str]
    word: str


@dataclass(frozen=True)
class Snapshot:
    """One account at one commit.

    `account` is the name its folder had then; `files` are the portfolio's own files and the account's, by path from the
    portfolio folder; `top` knows which other accounts there were, which references may name.
    """

    account: str
    files: tuple[Entry, ...]
    top: Top

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


class Snapshots:
    """Finds snapshots in a repository; `prefix` is the portfolio's folder there, with a slash behind, or empty.

    One process of git reads each level of folders, for all commits at once. The tops are held, for most accounts of a
    portfolio share them.
    """

    def __init__(self, repository: Repository, prefix: str) -> None:
        self._repository = repository
        self._parts = prefix.split("/")[:-1]
        self._folders: dict[str, Folder | None] = {}
        self._tops: dict[str, Top | None] = {}

    def of(self, asked: Sequence[tuple[str, str]]) -> list[Snapshot | None]:
        """Return the snapshot of each commit id and folder name; None where there was no such folder."""
        tops = self._at([commit for commit, _ in asked])
        ids = [top.folders.get(name) if top else None for top, (_, name) in zip(tops, asked, strict=True)]
        plans = self._read([id for id in ids if id])
        return [
            _snapshot(name, top, folder) if top and id and (folder := plans[id]) is not None else None
            for (_, name), top, id in zip(asked, tops, ids, strict=True)
        ]

    def _at(self, commits: Sequence[str]) -> list[Top | None]:
        """Return the portfolio's folder at each commit."""
        new = [commit for commit in dict.fromkeys(commits) if commit not in self._tops]
        ids: list[str | None] = [f"{commit}^{{tree}}" for commit in new]
        for depth in range(len(self._parts) + 1):
            self._folders |= self._read([id for id in ids if id and id not in self._folders])
            found = [self._folders[id] if id else None for id in ids]
            ids = [_inside(folder, self._parts[depth]) for folder in found] if depth < len(self._parts) else ids
        made = {id: _top(folder) for id, folder in zip(ids, found, strict=True) if id and folder is not None}
        self._tops |= {commit: made.get(id or "") for commit, id in zip(new, ids, strict=True)}
        return [self._tops[commit] for commit in commits]

    def _read(self, ids: Sequence[str]) -> dict[str, Folder | None]:
        wanted = list(dict.fromkeys(ids))
        return dict(zip(wanted, self._repository.folders(wanted), strict=True)) if wanted else {}


def _inside(folder: Folder | None, name: str) -> str | None:
    entry = folder.get(name) if folder else None
    return entry.blob if entry and entry.mode == FOLDER else None


def _top(folder: Folder) -> Top:
    files = tuple(entry for entry in folder.values() if _is_plan(entry))
    folders = {name: entry.blob for name, entry in folder.items() if entry.mode == FOLDER and name[0] != "."}
    return Top(files, folders, sha256("\0".join(sorted(folders)).encode()).hexdigest())


def _snapshot(account: str, top: Top, plans: Folder) -> Snapshot:
    inner = (Entry(f"{account}/{entry.path}", entry.mode, entry.blob) for entry in plans.values())
    files = sorted([*top.files, *filter(_is_plan, inner)], key=attrgetter("path"))
    return Snapshot(account, tuple(files), top)


def _is_plan(entry: Entry) -> bool:
    return entry.mode != FOLDER and could_be_plan(entry.path)
