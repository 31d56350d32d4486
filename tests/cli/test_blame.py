"""The origin of every value, on the command line."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
KEYS = {"document", "item", "field", "value", "commit", "date", "author", "before"}


def rewritten(folder: Path, message: str, author: str, old: str, new: str) -> None:
    """Commit one replacement in the stakeholders under another author's name."""
    path = folder / "plans/acme/stakeholders.yaml"
    path.write_text(path.read_text().replace(old, new))
    who = ("-c", f"user.name={author}", "-c", "user.email=x@example.com")
    subprocess.run(["git", *who, "commit", "-q", "-a", "-m", message], cwd=folder, check=True, capture_output=True)


def test_json(run: Run, with_history: Path) -> None:
    done = run("blame", "acme", "people[bo].sentiment", "--format", "json", folder=with_history)
    answer = json.loads(done.out)
    (value,) = answer["values"]
    assert set(value) >= KEYS
    assert (value["document"], value["item"], value["field"]) == ("stakeholders", "people[bo]", "sentiment")
    assert (value["value"], value["before"], value["author"]) == ("supporter", "neutral", "Ada Berg")
    assert (value["date"], len(value["commit"]), value["origin"]) == ("2026-10-01T12:00:00+00:00", 40, "committed")
    assert answer["cut"] is None
    every = json.loads(run("blame", "acme", "--format", "json", folder=with_history).out)["values"]
    assert [one["document"] for one in every[:3]] == ["account"] * 3
    assert {one["date"][:10] for one in every if one != value} == {"2026-09-01"}


def test_text(run: Run, with_history: Path) -> None:
    done = run("blame", "acme", "people[bo].sentiment", folder=with_history)
    assert done.status == 0
    heading, columns, row, _, total = done.out.splitlines()
    assert heading == "stakeholders.yaml"
    assert columns.split() == ["value", "is", "was", "since", "by", "commit"]
    assert row.startswith("people[bo].sentiment  supporter  neutral  1 Oct 2026  Ada Berg  ")
    assert total == "1 value"


def test_not_committed_yet(run: Run, with_history: Path) -> None:
    path = with_history / "plans/acme/goals.yaml"
    path.write_text(path.read_text().replace("on_track", "at_risk"))
    words = ("blame", "acme", "goals[grow].status")
    assert "not committed yet" in run(*words, folder=with_history).out
    (value,) = json.loads(run(*words, "--format", "json", folder=with_history).out)["values"]
    assert (value["commit"], value["date"], value["author"], value["before"]) == (None, None, None, "on_track")
    assert "not committed yet" not in run(*words, "--at", "HEAD", folder=with_history).out


def test_a_shallow_clone_says_where_it_ends(run: Run, with_history: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{with_history}", str(clone)], check=True)
    done = run("blame", "acme", "people", folder=clone)
    assert "older than this clone knows" in done.out
    assert done.out.endswith(
        "This clone is shallow: what was before 1 October 2026 is missing; `git fetch --unshallow` brings it\n"
    )
    assert "Ada" not in done.out


@pytest.mark.parametrize("form", ["text", "json", "markdown", "csv"])
def test_no_control_character_gets_through(run: Run, with_history: Path, form: str) -> None:
    rewritten(with_history, "Odd \x1b]0;x\x07", "Lena \x1b[2J Fischer", "Bo Lund", "'=cmd() <img src=x> [red]Bo'")
    done = run("blame", "acme", "people[bo].name", "--format", form, folder=with_history)
    assert done.status == 0, done.err
    assert all(character.isprintable() or character in "\r\n" for character in done.out), done.out
    assert "Fischer" in done.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("acme", "people[boo].sentiment"), "did you mean “people[bo].sentiment”?"),
        (("acme", "people[boo]"), "did you mean “people[bo]”?"),
        (("acme", "nothing"), "a path is written like goals[cut-losses].status"),
        (("acmee",), "did you mean “acme”?"),
        (("acme", "--at=--output=stolen"), "There is no commit “--output=stolen”"),
        (("--", "--output=stolen"), "There is no account “--output=stolen”"),
        ((), "the following arguments are required: ACCOUNT"),
    ],
)
def test_a_mistake_gets_one_sentence(run: Run, with_history: Path, words: tuple[str, ...], sentence: str) -> None:
    done = run("blame", *words, folder=with_history)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert sentence in done.err
    assert not list(with_history.rglob("stolen*"))


def test_without_git(run: Run, small: Path) -> None:
    done = run("blame", "acme", folder=small)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "is not in a git repository" in done.err
