"""Folders of many commits, read by one process and taken apart."""

import subprocess

import pytest

from kamplans.errors import NoGit
from kamplans.repository.repository import discover
from kamplans.repository.trees import FOLDER


def names(folder) -> dict[str, str]:
    return {name: entry.mode for name, entry in folder.items()}


def test_a_folder_lists_what_git_lists(recorded) -> None:
    recorded.write({"plans/acme/a.yaml": "a: 1\n", "plans/ærlig mørk.yaml": "b: 1\n", "top.yaml": "c: 1\n"})
    (recorded.top / "plans" / "link").symlink_to("acme")
    (recorded.top / "plans" / "run.sh").write_text("true\n")
    (recorded.top / "plans" / "run.sh").chmod(0o755)
    commit = recorded.commit({}, "All sorts")
    repository = discover(recorded.top)
    (top,) = repository.folders([f"{commit}^{{tree}}"])
    assert names(top) == {"plans": FOLDER, "top.yaml": "100644"}
    (plans,) = repository.folders([top["plans"].blob])
    assert names(plans) == {"acme": FOLDER, "link": "120000", "run.sh": "100755", "ærlig mørk.yaml": "100644"}
    listed = {entry.path: entry.blob for entry in repository.tree(commit, "plans/")}
    inside = {f"plans/{name}": entry.blob for name, entry in plans.items() if entry.mode != FOLDER}
    assert inside.items() <= listed.items()


def test_each_answer_stands_where_it_was_asked_for(recorded) -> None:
    first, second = recorded.commit({"a.yaml": "1"}), recorded.commit({"b.yaml": "2"})
    repository = discover(recorded.top)
    blob = repository.tree(first)[0].blob
    asked = [f"{second}^{{tree}}", blob, "0" * 40, f"{first}^{{tree}}"]
    assert [folder and sorted(folder) for folder in repository.folders(asked)] == [
        ["a.yaml", "b.yaml"],
        None,
        None,
        ["a.yaml"],
    ]
    assert repository.folders([]) == []


def test_ids_of_sha256_are_taken_apart(tmp_path, recorded) -> None:
    top = tmp_path / "sha256"
    made = subprocess.run(["git", "init", "-q", "--object-format=sha256", str(top)], capture_output=True)
    if made.returncode:
        pytest.skip("this git knows no SHA-256")
    recorded.top = top
    commit = recorded.commit({"acme/a.yaml": "a: 1\n"})
    (folder,) = discover(top).folders([f"{commit}^{{tree}}"])
    assert len(folder["acme"].blob) == 64


def test_a_git_that_fails_is_said(recorded) -> None:
    commit = recorded.commit({"a.yaml": "1"})
    for path in (recorded.top / ".git" / "objects").glob("??/*"):
        path.chmod(0o644)
        path.write_bytes(b"damaged")
    with pytest.raises(NoGit):
        discover(recorded.top).folders([f"{commit}^{{tree}}"])
