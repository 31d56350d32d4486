"""The house keeps its floors, its names and its measure."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = (ROOT / "kamplans", ROOT / "src" / "kamtui")
FILES = sorted(path for room in ROOMS for path in room.rglob("*.py") if "_shipped" not in path.parts)
LONGEST = 350
NAMELESS = {"utils", "helpers", "common", "misc", "manager", "base", "handlers"}


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_imports_go_down_only() -> None:
    """import-linter holds the contracts of pyproject.toml: floors, owners of packages, the UI behind the api."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", program, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]], ids=" ".join)
def test_the_code_is_clean(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_has_a_caption_and_a_name(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "a file says in its docstring what it is for"
    assert path.stem not in NAMELESS, "a name from the field, please"


def test_files_stay_small() -> None:
    sizes = sorted(lines_of(path) for path in FILES)
    assert sizes[len(sizes) // 2] < 120, "the median file holds one idea"
    assert sum(size > 250 for size in sizes) <= len(sizes) // 12, "few files are long"
    assert {str(path.relative_to(ROOT)) for path in FILES if lines_of(path) > LONGEST} == set()


def test_only_the_door_catches_everything() -> None:
    """A broad `except` is allowed where a fault of ours becomes a report, and nowhere else."""
    broad = re.compile(r"^\s*except(\s+(Base)?Exception\b.*)?:", re.MULTILINE)
    found = {str(path.relative_to(ROOT)) for path in FILES if broad.search(path.read_text(encoding="utf-8"))}
    assert found <= {"kamplans/cli/main.py"}


def test_no_host_no_lock_no_machine() -> None:
    """Nothing tracked names a package registry's host, holds download addresses or a path of somebody's machine."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    tracked = [name for name in listed.split("\0") if name]
    assert not {"uv.lock", "package-lock.json", "poetry.lock"} & {Path(name).name for name in tracked}
    hosts = re.compile(
        "python" + r"hosted\.org|py" + r"pi\.org/simple|registry\.npm" + r"js|/home/[a-z]+/|/Users/[a-z]+/"
    )
    for name in tracked:
        path = ROOT / name
        if path.is_file() and not path.is_symlink():
            text = path.read_bytes().decode("utf-8", "replace")
            assert not hosts.search(text), name


def test_the_root_is_tidy() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    top = {name.split("/")[0] for name in listed.split("\0") if name and not name.startswith(".")}
    files = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}
    assert top <= files | {"kamplans", "schemas", "plans", "src", "tests", "docs"}
