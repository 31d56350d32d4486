"""`kamplans demo` says where it went and what to type next, or in one sentence why not."""

import json
import subprocess
import sys
from pathlib import Path

from kamplans.model.demo import Demo


def kamplans(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", "kamplans", *words], cwd=folder, capture_output=True, text=True)


def test_it_goes_into_a_folder_here_and_says_what_to_type_next(tmp_path: Path, made: Demo) -> None:
    done = kamplans(tmp_path, "demo", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert said == {
        "folder": str(tmp_path / "kamplans-demo"),
        "portfolio": str(tmp_path / "kamplans-demo" / "plans"),
        "head": made.head,
        "commits": made.commits,
        "authors": list(made.authors),
        "next": [
            "kamtui -C kamplans-demo",
            "kamplans -C kamplans-demo list",
            "kamplans -C kamplans-demo log arctic-harvest",
        ],
    }
    listed = kamplans(tmp_path, *said["next"][1].split()[1:])
    assert listed.returncode == 0
    assert "castellan-pharma" in listed.stdout


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "note.txt").write_text("mine")
    done = kamplans(tmp_path, "demo", "mine")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "is not empty (choose a new folder; nothing was written)" in done.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["note.txt"]
