"""Schemas and example are found alike in a checkout, an editable install and a wheel."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = """
from pathlib import Path
from kamplans import api
from kamplans.shipped import shipped
import kamplans, kamtui
workspace = api.open_portfolio(api.example_portfolio())
print(Path(kamplans.__file__).parent)
schemas = len(list(shipped("schemas").glob("*.schema.json")))
print(schemas, len(workspace.portfolio.accounts), len(workspace.portfolio.findings))
"""


def run_in(folder: Path, python_path: str | None) -> list[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if python_path:
        environment["PYTHONPATH"] = python_path
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    ).stdout.splitlines()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_editable_install_finds_what_is_shipped(tmp_path: Path) -> None:
    where, found = run_in(tmp_path, None)
    assert Path(where) == ROOT / "kamplans"
    assert found == "10 8 0"


def test_the_wheel_carries_schemas_and_example(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
        names = set(archive.namelist())
    assert {"kamtui/__main__.py", "kamplans/py.typed", "kamplans/_shipped/plans/portfolio.yaml"} <= names
    where, found = run_in(tmp_path, str(tmp_path / "site"))
    assert Path(where) == tmp_path / "site" / "kamplans"
    assert found == "10 8 0"
