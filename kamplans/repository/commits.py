"""Which commits touched which files? One `git log --raw`, taken apart.

A merge is listed with the files in which it differs from every parent, and with the blob each parent had, so that the
caller can tell what the merge itself decided. Side branches that left no trace in the files asked for are not followed
(git's default simplification).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kamplans.model.revision import Commit
from kamplans.repository.plumbing import Git, Stream

_FIELDS = ("%H", "%P", "%aN", "%aE", "%aI", "%s", "%b")
_FORMAT = "--format=" + "%x00".join(_FIELDS)
_PLAIN = ("--no-ext-diff", "--no-textconv", "--no-notes", "--no-decorate")
_NOTHING = re.compile(r"0+")
_PLAIN_FILES = ("100644", "100755", "000000")


@dataclass(frozen=True, slots=True)
class TouchedFile:
    """A file in a commit: its blob before, one for each parent (None: it was not there), and after (None: it went)."""

    path: str
    before: tuple[str | None, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class LoggedCommit:
    """A commit and the files it touched.

    `is_cut` says that a shallow clone ends here: what the commit itself changed is not known, and `files` is empty.
    """

    commit: Commit
    files: tuple[TouchedFile, ...]
    is_cut: bool = False


def one_commit(git: Git, id: str) -> Commit:
    """Return what git knows of the commit of this id. Raises GitFailed."""
    written = git.output("log", "--max-count=1", "-s", "-z", *_PLAIN, _FORMAT, "--end-of-options", id, "--")
    return _commit(written.decode("utf-8", "replace").split("\0")[: len(_FIELDS)])


def logged_commits(git: Git, start: str, paths: Sequence[str], cut: frozenset[str]) -> Iterator[LoggedCommit]:
    """Yield the commits reachable from `start` (a commit id) that touched one of `paths`, newest first.

    `cut` names the commits where a shallow clone ends. Raises GitFailed.
    """
    shape = ("-c", "--raw", "-z", "--no-abbrev", "--no-renames", *_PLAIN)
    with git.streaming("log", *shape, _FORMAT, "--end-of-options", start, "--", *paths) as stream:
        tokens = _tokens(stream)
        first = next(tokens, "")
        while first:
            commit = _commit([first, *(next(tokens, "") for _ in _FIELDS[1:])])
            first, files = _files(tokens)
            is_cut = commit.id in cut
            if files:
                yield LoggedCommit(commit, () if is_cut else tuple(files), is_cut)


def _tokens(stream: Stream) -> Iterator[str]:
    rest = b""
    while part := stream.some():
        *whole, rest = (rest + part).split(b"\0")
        for token in whole:
            yield token.decode("utf-8", "replace")
    if rest:
        yield rest.decode("utf-8", "replace")


def _commit(fields: list[str]) -> Commit:
    id, parents, author, email, when, summary, body = fields
    return Commit(id, tuple(parents.split()), author, email, moment(when), summary, body.strip("\n"))


def moment(text: str) -> datetime:
    """Return a moment git wrote; one that no calendar knows (a damaged commit) becomes the first day of 1970."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def _files(tokens: Iterator[str]) -> tuple[str, list[TouchedFile]]:
    """Return the first word of the next commit, empty after the last, and the files listed before it."""
    files = []
    for token in tokens:
        raw = token.removeprefix("\n")
        if raw.startswith(":"):
            file = _touched(raw, next(tokens, ""))
            if file is not None:
                files.append(file)
        elif raw:
            return raw, files
    return "", files


def _touched(raw: str, path: str) -> TouchedFile | None:
    """Read `:mode mode id id status`, or with a colon, a mode and an id more for each further parent of a merge."""
    parents = len(raw) - len(raw.lstrip(":"))
    words = raw[parents:].split(" ")
    modes, blobs = words[: parents + 1], words[parents + 1 : 2 * (parents + 1)]
    sides = [
        None if _NOTHING.fullmatch(blob) or mode not in _PLAIN_FILES else blob
        for mode, blob in zip(modes, blobs, strict=True)
    ]
    if not any(sides):
        return None
    return TouchedFile(path, tuple(sides[:-1]), sides[-1])
