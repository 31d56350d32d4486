"""Which files did many commits hold? Their folders, each read once and by one process, taken apart from git's bytes."""

from collections.abc import Iterator, Mapping, Sequence

from kamplans.repository.objects import Entry
from kamplans.repository.plumbing import Git, GitFailed

FOLDER = "40000"
"""The mode of a folder in a folder."""

Folder = Mapping[str, Entry]
"""What lies in a folder, by name: files, links, submodules and (mode 40000) folders, whose `blob` is their own id."""


def folders(git: Git, names: Sequence[str], partial: bool = False) -> Iterator[Folder | None]:
    """Yield the folders of these ids (or `ID^{tree}`, the top of a commit) in their order; None for what is no folder.

    In a partial clone nothing is fetched: at the first folder that is missing git may stop, and all after it count as
    missing. Raises GitFailed elsewhere.
    """
    answered = 0
    try:
        with git.streaming("cat-file", "--batch", "--buffer", feed=(f"{name}\n".encode() for name in names)) as stream:
            for _ in names:
                words = stream.line().split()
                if not words:
                    break
                data = stream.read(int(words[2]) + 1)[:-1] if len(words) == 3 else b""
                answered += 1
                yield _entries(data, len(words[0]) // 2) if words[1:2] == [b"tree"] else None
    except GitFailed:
        if not partial:
            raise
    yield from (None for _ in names[answered:])


def _entries(data: bytes, size: int) -> Folder:
    """Take a folder apart: `mode name`, a zero byte, and an id of so many bytes, again and again."""
    found, at = {}, 0
    while at < len(data):
        end = data.index(b"\0", at)
        mode, _, name = data[at:end].partition(b" ")
        at = end + 1 + size
        path = name.decode("utf-8", "replace")
        found[path] = Entry(path, mode.decode("ascii"), data[end + 1 : at].hex())
    return found
