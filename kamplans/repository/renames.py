"""Which file was another one before? Git's own likeness of two files decides, within one commit."""

from collections.abc import Sequence

from kamplans.errors import NoGit
from kamplans.repository.plumbing import GitFailed
from kamplans.repository.repository import Repository

_LIKE = "-M50%"
"""Half of a file at least must have stayed for git to call it the same under a new name."""

_SHAPE = ("--max-count=1", "--raw", "-z", "--no-abbrev", "--format=", _LIKE, "-l1000", "--diff-filter=R")
_PLAIN = ("--no-ext-diff", "--no-textconv", "--no-notes", "--no-decorate")


def renamed_files(repository: Repository, commit: str, paths: Sequence[str]) -> dict[str, str]:
    """Return which of `paths` a commit with one parent renamed: old paths by new ones.

    In a partial clone, whose files may be missing, git may not be able to say; then there are none. Raises NoGit where
    git fails elsewhere.
    """
    try:
        written = repository.git.output("log", *_SHAPE, *_PLAIN, "--end-of-options", commit, "--", *paths)
    except GitFailed as failure:
        if repository.is_partial:
            return {}
        raise NoGit(f"git could not read the history: {failure.reason}", "") from None
    tokens = written.decode("utf-8", "replace").split("\0")
    starts = [number for number, token in enumerate(tokens) if token.lstrip("\n").startswith(":")]
    return {tokens[number + 2]: tokens[number + 1] for number in starts if number + 2 < len(tokens)}
