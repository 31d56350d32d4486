"""The words that narrow a history, on the command line."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def summaries(run: Run, with_history: Path) -> Callable[..., list[str]]:
    def asked(*words: str) -> list[str]:
        done = run("log", "--format", "json", *words, folder=with_history)
        assert done.status == 0, done.err
        return [one["summary"] for one in json.loads(done.out)["revisions"]]

    return asked


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("acme",), ["Bo liked the pilot", "Begin"]),
        (("acme", "--path", "people[bo].sentiment"), ["Bo liked the pilot", "Begin"]),
        (("acme", "--path", "people[bo].influence"), ["Begin"]),
        (("--path", "goals"), ["Begin"]),
        (("acme", "--person", "bo"), ["Bo liked the pilot", "Begin"]),
        (("--person", "ada", "-n", "1"), ["Begin", "Begin"]),
        (("acme", "--since", "2026-09-02"), ["Bo liked the pilot"]),
        (("acme", "--until", "2026-09-01"), ["Begin"]),
        (("acme", "--since", "2026-10-02"), []),
        (("acme", "--author", "ADA"), ["Bo liked the pilot", "Begin"]),
        (("acme", "--author=--output=stolen"), []),
        (("acme", "--grep", "PILOT"), ["Bo liked the pilot"]),
        (("acme", "--grep=--output=stolen"), []),
        (("acme", "--path=--output=stolen"), []),
        (("acme", "--grep", "liked", "--until", "2026-09-01"), []),
    ],
)
def test_what_is_asked_for_is_told(
    summaries: Callable[..., list[str]], with_history: Path, words: tuple[str, ...], expected: list[str]
) -> None:
    assert summaries(*words) == expected
    assert not list(with_history.rglob("stolen*"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--since", "yesterday"), "--since takes a date, and “yesterday” is none (write it YYYY-MM-DD)"),
        (("--until", "2026-02-30"), "--until takes a date, and “2026-02-30” is none"),
        (("--until=--output=stolen",), "--until takes a date, and “--output=stolen” is none"),
        (("--since", "20260101"), "--since takes a date"),
        (("acme", "--person", "boo"), "Nobody is called “boo” (did you mean “bo”?)"),
        (("--person=--output=stolen",), "Nobody is called “--output=stolen”"),
        (("acmee", "--grep", "x"), "did you mean “acme”?"),
        (("--sinse", "2026-01-01"), "did you mean `--since`?"),
    ],
)
def test_a_mistake_gets_one_sentence(run: Run, with_history: Path, words: tuple[str, ...], sentence: str) -> None:
    done = run("log", *words, folder=with_history)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert sentence in done.err
    assert not list(with_history.rglob("stolen*"))


def test_where_a_clone_is_cut_is_said_beside_the_data(run: Run, with_history: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{with_history}", str(clone)], check=True)
    done = run("log", "acme", "--format", "json", folder=clone)
    assert [one["changes"] for one in json.loads(done.out)["revisions"]] == [[]]
    assert done.err.startswith("This clone is shallow: what was before 1 October 2026 is missing")
    assert run("log", "acme", "-q", folder=clone).err == ""


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_no_control_character_gets_through(run: Run, with_history: Path, form: str) -> None:
    path = with_history / "plans/acme/goals.yaml"
    path.write_text(path.read_text().replace("on_track", '"\\e[2J<img src=x>"'))
    who = ("-c", "user.name=Lena \x1b[2J Fischer", "-c", "user.email=x@example.com")
    subprocess.run(["git", *who, "commit", "-q", "-a", "-m", "Odd \x1b]0;x\x07"], cwd=with_history, check=True)
    done = run("log", "--author", "\x1b[2J", "--format", form, folder=with_history)
    assert done.status == 0, done.err
    assert "Fischer" in done.out
    assert all(character.isprintable() or character == "\n" for character in done.out), done.out
