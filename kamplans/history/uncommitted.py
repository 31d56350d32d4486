"""Which plans are not as they were last committed? Bytes are hashed as git does; no program of git's runs."""

from collections.abc import Iterable

from kamplans.history.touches import place_of
from kamplans.repository.objects import blob_id
from kamplans.repository.repository import Repository
from kamplans.sources.source import PlanFile


def uncommitted(repository: Repository, prefix: str, files: Iterable[PlanFile]) -> list[str]:
    """Return the paths of the plans that came, went or changed since the newest commit, sorted.

    `files` are those of the portfolio folder as they are now, `prefix` is that folder in the repository. A file whose
    lines end as on Windows equals its commit if only that differs, for git may have written them so. A file that cannot
    be read counts as changed. Raises NoGit before the first commit.
    """
    committed = {
        path: entry.blob
        for entry in repository.tree(repository.head(), prefix)
        if entry.is_file and place_of(path := entry.path.removeprefix(prefix))
    }
    now = {file.path: file for file in files if place_of(file.path)}
    changed = {path for path in committed.keys() & now.keys() if not _is_same(now[path], committed[path])}
    return sorted(changed | (committed.keys() ^ now.keys()))


def _is_same(file: PlanFile, blob: str) -> bool:
    data = file.read()
    if not isinstance(data, bytes):
        return False
    return blob_id(data, blob) == blob or (b"\r\n" in data and blob_id(data.replace(b"\r\n", b"\n"), blob) == blob)
