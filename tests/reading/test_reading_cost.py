"""Reading costs little where all is well, and never much where it is not."""

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kamplans.reading.document import read_document
from kamplans.reading.parser import CParser
from kamplans.reading.values import read_values
from kamplans.shipped import shipped

MIB = 1 << 20

BOMBS: dict[str, bytes] = {
    "20,000 brackets": b"a: " + b"[" * 20_000,
    "a mebibyte of brackets": b"a: " + b"[" * (MIB - 3),
    "a mebibyte of braces": b"{" * MIB,
    "a mebibyte of question marks": b"? " * (MIB // 2),
    "a mebibyte of dashes": b"a:\n  " + b"- " * (MIB // 2 - 4),
    "a mebibyte of bells": b"a: " + b"\x07" * (MIB - 4),
    "a mebibyte of nuls": b"\0" * MIB,
    "a mebibyte of tabs": b"a: 1\n" + b"\tx\n" * (MIB // 3 - 4),
    "half a million numbers": b"a: [" + b"1," * (MIB // 2 - 4) + b"]",
    "a key 200,000 times": b"a: 1\n" * (MIB // 5),
    "50,000 anchors": b"a:\n" + b"".join(b"  - &a%d x\n" % number for number in range(50_000)),
    "300,000 aliases": b"a: [&a x" + b",*a" * 300_000 + b"]",
    "an alias of aliases": b"".join(b"a%d: &a%d [%s]\n" % (n, n, b"*a%d," % (n - 1) * 9) for n in range(1, 100)),
    "merge keys": b"".join(b"a%d: &a%d {<<: [*a%d, *a%d]}\n" % (n, n, n - 1, n - 1) for n in range(1, 1000)),
    "350,000 comments": b"a: 1\n" + b"#x\n" * (MIB // 3 - 4),
    "100,000 conflicts": b"<<<<<<< \n" * (MIB // 9),
    "an open quote": b'a: "' + b"x\n" * (MIB // 2 - 4),
    "1,000 levels of blocks": b"".join(b" " * level + b"a:\n" for level in range(1000)),
}


@pytest.mark.parametrize("data", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_does_not_go_off(data: bytes) -> None:
    started = time.process_time()
    document, findings = read_document("goals", "a/goals.yaml", "a", data)
    assert findings
    assert document.places.value(("a", 0, 0)).line >= 1
    assert time.process_time() - started < 10


def test_depth_is_refused_at_once() -> None:
    started = time.process_time()
    for opening in (b"[", b"{", b"[{", b"- ", b"? "):
        read_document("goals", "a/goals.yaml", "a", b"a:\n  " + opening * 20_000)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(("depth", "codes"), [(63, []), (64, ["Y009"])])
def test_sixty_four_levels_are_allowed(depth: int, codes: list[str]) -> None:
    data = b"a: " + b"[" * depth + b"]" * depth
    assert [finding.code for finding in read_document("goals", "a/goals.yaml", "a", data)[1]] == codes
    assert (read_values(data) is None) is bool(codes)


def fastest(work: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return best


def test_values_cost_little_more_than_the_events_they_are_made_of() -> None:
    plans = [path.read_bytes() for path in sorted(shipped("plans").rglob("*.yaml"))]
    plans = [data for data in plans if read_values(data) is not None]
    assert plans

    def events() -> None:
        for data in plans:
            get = CParser(data).get_event
            while get() is not None:
                pass

    def values() -> None:
        for data in plans:
            read_values(data)

    gc.disable()
    try:
        ratio = min(fastest(values, 5) / fastest(events, 5) for _ in range(3))
    finally:
        gc.enable()
    assert ratio < 2


CLEAN_LOAD = """
import sys
from pathlib import Path
from kamplans.reading.load import load
from kamplans.sources.folder import FolderSource
portfolio = load(FolderSource(Path(sys.argv[1])))
assert not portfolio.findings, portfolio.findings
print(*sorted({"jsonschema", "networkx", "git", "textual", "rich", "asyncio"} & set(sys.modules)))
"""


def test_a_clean_load_needs_no_heavy_module(tmp_path: Path) -> None:
    (tmp_path / "portfolio.yaml").write_text("format: 1\n")
    loaded = subprocess.run(
        [sys.executable, "-c", CLEAN_LOAD, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (loaded.stdout.strip(), loaded.stderr) == ("", "")


WITHOUT_PARSER = """
import sys
sys.modules["_ruamel_yaml"] = None
from kamplans.errors import KamplansError
try:
    import kamplans.reading.load
except KamplansError as error:
    print(error.message, "|", error.hint)
"""


def test_without_its_parser_reading_says_so_in_a_sentence() -> None:
    said = subprocess.run([sys.executable, "-c", WITHOUT_PARSER], capture_output=True, text=True, check=False)
    message, hint = said.stdout.strip().split(" | ")
    assert message == "The YAML parser is not installed: _ruamel_yaml is missing"
    assert hint == "install the package ruamel.yaml.clib for this Python"
    assert said.stderr == ""
