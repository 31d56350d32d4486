"""Which commit is meant? A revision first, else a day: the last commit of the main line made on it or before.

The main line is what `HEAD` reaches by first parents, and a commit counts for the day on which it was committed, by the
clock of whoever committed it: that is when the plans became what they say.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date

from kamplans.errors import BadRevision
from kamplans.model.clean import clean
from kamplans.model.closest import closest
from kamplans.model.figures import day
from kamplans.repository.plumbing import Git, GitFailed

_LONGEST = 500
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def commit_id(git: Git, revision: str) -> str | None:
    """Return the id of the commit a revision names, None if it names none, or more than one."""
    if not revision or len(revision) > _LONGEST or not revision.isprintable():
        return None
    try:
        written = git.output("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitFailed:
        return None
    found = written.decode("ascii", "replace").strip()
    return found if _ID.fullmatch(found) else None


def resolved(git: Git, text: str, names: Callable[[], Iterable[str]]) -> str:
    """Return the commit id of a revision or a day (YYYY-MM-DD); `names` gives branches and tags to suggest from.

    Raises BadRevision, with the closest name as its hint.
    """
    found = commit_id(git, text)
    if found is not None:
        return found
    if _DAY.fullmatch(text):
        return _on(git, text)
    shown = clean(text[:60])
    near = closest(text, names())
    raise BadRevision(
        f"There is no commit “{shown}”",
        f"did you mean {clean(near)}?" if near else "name a branch, a tag, a commit id or a day such as 2026-06-30",
    )


def _on(git: Git, text: str) -> str:
    try:
        wanted = date.fromisoformat(text)
    except ValueError:
        raise BadRevision(f"{text} is no day of the calendar", "write a day as 2026-06-30") from None
    first = ""
    with git.streaming("log", "--first-parent", "--no-ext-diff", "--format=%H %cI", "HEAD", "--") as stream:
        while line := stream.line().decode("ascii", "replace"):
            id, _, moment = line.partition(" ")
            first = moment[:10]
            if first <= text:
                return id
    begins = f"its history begins on {day(date.fromisoformat(first))}" if _DAY.fullmatch(first) else "it has no commits"
    raise BadRevision(f"No commit was made on {day(wanted)} or before", begins)
