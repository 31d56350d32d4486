"""A command loads what it needs and no more."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {
    "networkx",
    "git",
    "textual",
    "jsonschema",
    "jsonschema_rs",
    "rich",
    "asyncio",
    "importlib.metadata",
    "ruamel.yaml",
}
PROGRAM = """
import contextlib, io, json, sys
from kamplans.cli.main import main
with contextlib.redirect_stdout(io.StringIO()):
    try:
        main(sys.argv[1:])
    except SystemExit:
        pass
print(json.dumps(sorted(sys.modules)))
"""


def loaded_by(*words: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("check", "--help"), ("list", "--help")], ids=" ".join)
def test_words_alone_load_nothing_heavy(words: tuple[str, ...]) -> None:
    assert loaded_by(*words) & HEAVY == set()


def test_the_version_costs_hardly_more_than_python() -> None:
    assert loaded_by("--version") & {"dataclasses", "inspect", "tempfile", "kamplans.api"} == set()


@pytest.mark.parametrize("words", [("check",), ("list",), ("risk",), ("show", "arctic-harvest")], ids=" ".join)
def test_reading_and_judging_needs_no_screen(words: tuple[str, ...]) -> None:
    assert loaded_by(*words) & {"networkx", "textual", "rich", "asyncio"} == set()


def test_the_engine_never_loads_the_screen() -> None:
    program = "import kamplans.api, sys; assert not {'textual', 'rich', 'kamtui'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
