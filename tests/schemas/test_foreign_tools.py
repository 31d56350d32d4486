"""Does check-jsonschema, a tool that knows nothing of us, judge plans as we do?

It reads YAML 1.2 with dates as text by itself, and it finds everything it needs in the one schema file.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kamplans.shipped import shipped

pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")


def foreign(schemafile: Path, files: list[Path], tmp_path: Path) -> dict:
    call = [sys.executable, "-m", "check_jsonschema", "-o", "json", "--no-cache", "--schemafile", str(schemafile)]
    run = subprocess.run([*call, *map(str, files)], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert run.stderr == ""
    return json.loads(run.stdout)


def written(tmp_path: Path, kind: str, text: str, number: int) -> Path:
    folder = tmp_path / str(number)
    folder.mkdir()
    file = folder / f"{kind}.yaml"
    file.write_text(text, "utf-8")
    return file


def snippets_of(request: pytest.FixtureRequest, folder: str, kind: str) -> list[str]:
    return (request.path.parent / folder / f"{kind}.yaml").read_text("utf-8").split("---\n")


def test_it_accepts_every_sound_snippet_and_refuses_every_faulty_one(kind, request, tmp_path):
    good, flagged = snippets_of(request, "good", kind), snippets_of(request, "flagged", kind)
    files = [written(tmp_path, kind, text, number) for number, text in enumerate([*good, *flagged])]
    answer = foreign(shipped("schemas") / f"{kind}.schema.json", files, tmp_path)
    assert {Path(error["filename"]) for error in answer["errors"]} == set(files[len(good) :])
    assert answer["parse_errors"] == []


def test_it_accepts_every_plan_we_ship(kind, tmp_path):
    files = sorted(shipped("plans").rglob(f"{kind}.yaml"))
    assert files, f"the example has no {kind}.yaml"
    answer = foreign(shipped("schemas") / f"{kind}.schema.json", files, tmp_path)
    assert (answer["status"], answer["errors"]) == ("ok", [])
