"""Which commit is meant: a revision first, else a day."""

import pytest

from kamplans.errors import BadRevision
from kamplans.repository.repository import discover


@pytest.fixture
def line(recorded):
    """Three commits on the main line, a branch between the second and the third merged by it."""
    ids = {"first": recorded.commit({"a": "1"}, day="03-10")}
    recorded.git("tag", "v1")
    recorded.git("checkout", "-q", "-b", "nordic-plan")
    ids["side"] = recorded.commit({"b": "1"}, day="04-02")
    recorded.git("checkout", "-q", "main")
    ids["second"] = recorded.commit({"a": "2"}, day="04-01")
    when = "2026-05-05T23:30:00-05:00"
    recorded.git("merge", "-q", "--no-ff", "-m", "Merged", "nordic-plan", GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    ids["merge"] = recorded.git("rev-parse", "HEAD")
    return recorded, ids


@pytest.mark.parametrize(
    ("text", "commit"),
    [
        ("HEAD", "merge"),
        ("main", "merge"),
        ("HEAD~1", "second"),
        ("HEAD^2", "side"),
        ("nordic-plan", "side"),
        ("refs/heads/nordic-plan", "side"),
        ("v1", "first"),
        ("2026-05-06", "merge"),
        ("2026-05-05", "merge"),
        ("2026-05-04", "second"),
        ("2026-04-02", "second"),
        ("2026-04-01", "second"),
        ("2026-03-31", "first"),
        ("2026-03-10", "first"),
        ("2099-12-31", "merge"),
    ],
)
def test_what_names_a_commit(line, text, commit):
    recorded, ids = line
    assert discover(recorded.top).resolve(text) == ids[commit]


def test_a_short_id_names_a_commit(line):
    recorded, ids = line
    assert discover(recorded.top).resolve(ids["second"][:10]) == ids["second"]


def test_a_branch_named_like_a_day_wins(line):
    recorded, ids = line
    recorded.git("branch", "2026-05-04", ids["first"])
    assert discover(recorded.top).resolve("2026-05-04") == ids["first"]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2026-03-09", "No commit was made on 9 March 2026 or before", "its history begins on 10 March 2026"),
        ("2026-02-30", "2026-02-30 is no day of the calendar", "write a day as 2026-06-30"),
        ("nordic-plam", "There is no commit “nordic-plam”", "did you mean nordic-plan?"),
        ("mian", "There is no commit “mian”", "did you mean main?"),
        ("v2", "There is no commit “v2”", "did you mean v1?"),
        ("HEAD~99", "There is no commit “HEAD~99”", None),
        ("main..nordic-plan", "There is no commit “main..nordic-plan”", None),
        ("^main", "There is no commit “^main”", None),
        ("--output=canary", "There is no commit “--output=canary”", None),
        ("-h", "There is no commit “-h”", None),
        ("", "There is no commit “”", None),
        ("HEAD:a", "There is no commit “HEAD:a”", None),
        ("main\x00", "There is no commit “main␀”", None),
        ("main\nv1", "There is no commit “main⏎v1”", None),
        ("\x1b[2J", "There is no commit “␛[2J”", None),
        ("a" * 5000, f"There is no commit “{'a' * 60}”", None),
        (
            "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
            "There is no commit “deadbeefdeadbeefdeadbeefdeadbeefdeadbeef”",
            None,
        ),
    ],
)
def test_what_names_none(line, text, message, hint):
    recorded, _ = line
    with pytest.raises(BadRevision) as caught:
        discover(recorded.top).resolve(text)
    assert caught.value.message == message
    assert hint is None or caught.value.hint == hint
    assert not (recorded.top / "canary").exists()
