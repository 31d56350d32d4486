"""What changed, in every format, from a repository that means harm."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
FORMATS = ["text", "json", "markdown", "html", "json-patch"]


def test_a_json_patch_is_by_document(run: Run, with_history: Path) -> None:
    done = run("diff", "HEAD~1", "HEAD", "--format", "json-patch", folder=with_history)
    assert json.loads(done.out) == {
        "acme/stakeholders.yaml": [
            {"op": "test", "path": "/people/0/sentiment", "value": "neutral"},
            {"op": "replace", "path": "/people/0/sentiment", "value": "supporter"},
        ]
    }
    assert (done.status, run("diff", "--format", "json-patch", folder=with_history).out) == (0, "{}\n")
    assert run("diff", "HEAD~1", "--format", "json-patch", "--exit-code", folder=with_history).status == 1
    assert run("diff", "--format", "json-patch", "--exit-code", folder=with_history).status == 0
    (with_history / "plans/acme/goals.yaml").unlink()
    assert json.loads(run("diff", "--format", "json-patch", "--", "acme", folder=with_history).out) == {
        "acme/goals.yaml": [
            {"op": "test", "path": "", "value": {"goals": [{"id": "grow", "title": "Grow", "status": "on_track"}]}},
            {"op": "replace", "path": "", "value": None},
        ]
    }


def test_json_says_the_same_as_ever(run: Run, with_history: Path) -> None:
    assert set(json.loads(run("diff", "HEAD~1", "--format", "json", folder=with_history).out)) == {"changes"}


@pytest.mark.parametrize(
    "verb", [("diff", "HEAD~1", "HEAD"), ("log",), ("blame", "acme", "goals")], ids=lambda one: one[0]
)
@pytest.mark.parametrize("form", FORMATS)
def test_plan_text_is_harmless(run: Run, with_history: Path, verb: tuple[str, ...], form: str) -> None:
    if form == "json-patch" and verb[0] != "diff":
        done = run(*verb, "--format", form, folder=with_history)
        assert (done.status, done.out) == (2, "")
        assert "invalid choice: 'json-patch'" in done.err
        return
    path = with_history / "plans/acme/goals.yaml"
    path.write_text('goals:\n  - {id: --output=stolen, title: "\\e[2J<script>x</script>\\u202e @all"}\n')
    who = ("-c", "user.name=Lena \x1b[2J <script>", "-c", "user.email=x@example.com")
    subprocess.run(["git", *who, "commit", "-q", "-a", "-m", "Odd \x1b]0;x\x07</pre>"], cwd=with_history, check=True)
    done = run(*verb, "--format", form, folder=with_history)
    assert done.status == 0, done.err
    assert all(character.isprintable() or character == "\n" for character in done.out), done.out
    if form == "html":
        assert "<script" not in done.out
        assert "&lt;script&gt;" in done.out
    assert not list(with_history.rglob("stolen*"))


@pytest.mark.parametrize("form", FORMATS)
def test_a_hostile_revision_is_one_sentence(run: Run, with_history: Path, form: str) -> None:
    for revision in ("--output=stolen", "HEAD --output=stolen", "\x1b[2J"):
        done = run("diff", "--format", form, "HEAD", "--", revision, folder=with_history)
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
        done = run("diff", "--format", form, f"--at={revision}", folder=with_history)
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert not list(with_history.rglob("stolen*"))


def test_a_file_that_cannot_be_read_has_no_patch(run: Run, with_history: Path) -> None:
    (with_history / "plans/acme/goals.yaml").write_text("goals: [\n")
    done = run("diff", "--format", "json-patch", folder=with_history)
    assert (done.status, done.out) == (2, "")
    assert "acme/goals.yaml cannot be read on one side" in done.err
