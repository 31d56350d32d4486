"""What did the files hold? Trees and blobs, in volume, without a checkout."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha1, sha256

from kamplans.repository.plumbing import Git, GitFailed, Stream

MAX_BLOB = 1 << 20
"""The largest blob that is handed out, in bytes: 1 MiB."""

LINK = "120000"
PLAIN_FILES = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: its path from the top of the repository, its mode (120000 is a link), its blob."""

    path: str
    mode: str
    blob: str

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file, not a link."""
        return self.mode in PLAIN_FILES


@dataclass(frozen=True, slots=True)
class Blob:
    """The bytes of a file; `data` is None if it is too large (`size` tells) or not in this clone (`size` is None)."""

    id: str
    data: bytes | None
    size: int | None


def blob_id(data: bytes, like: str) -> str:
    """Return the id git gives these bytes, by the hash that made the id `like` (SHA-1, or SHA-256 if it is longer)."""
    made = sha1 if len(like) == 40 else sha256
    return made(b"blob %d\0" % len(data) + data).hexdigest()


def tree(git: Git, commit: str, paths: Sequence[str]) -> list[Entry]:
    """Return the files and links at or below `paths` (folders with a slash behind), submodules left out.

    No path, or an empty one, stands for everything.
    """
    words = ["ls-tree", "-r", "-z", "--full-tree", commit, "--", *(paths if all(paths) else ())]
    entries = []
    for line in git.output(*words).decode("utf-8", "replace").split("\0"):
        facts, tab, path = line.partition("\t")
        if tab:
            mode, kind, blob = facts.split(" ")
            if kind == "blob":
                entries.append(Entry(path, mode, blob))
    return entries


def blobs(git: Git, ids: Iterable[str], partial: bool = False, limit: int = MAX_BLOB) -> Iterator[Blob]:
    """Yield the blobs in the order of their ids, from one process that is fed while it answers.

    In a partial clone nothing is fetched: git may stop at the first blob that is missing, and that one and all after
    it count as missing. Raises GitFailed elsewhere.
    """
    wanted = list(ids)
    answered = 0
    try:
        with git.streaming("cat-file", "--batch", "--buffer", feed=(f"{id}\n".encode() for id in wanted)) as stream:
            for id in wanted:
                blob = _next(stream, id, limit)
                if blob is None:
                    break
                answered += 1
                yield blob
    except GitFailed:
        if not partial:
            raise
    yield from (Blob(id, None, None) for id in wanted[answered:])


def _next(stream: Stream, id: str, limit: int) -> Blob | None:
    """Read one answer: `id blob size`, the bytes and a line end, or `id missing`; None if git has ended."""
    words = stream.line().split()
    if not words:
        return None
    if len(words) != 3 or words[1] != b"blob":
        if len(words) == 3:
            _skip(stream, int(words[2]) + 1)
        return Blob(id, None, None)
    size = int(words[2])
    if size > limit:
        _skip(stream, size + 1)
        return Blob(id, None, size)
    data = stream.read(size + 1)[:size]
    return Blob(id, data, size) if len(data) == size else None


def _skip(stream: Stream, size: int) -> None:
    while size > 0 and (part := stream.read(min(size, 1 << 16))):
        size -= len(part)
