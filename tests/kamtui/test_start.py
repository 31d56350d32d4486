"""The command line of the UI: one sentence where it cannot begin, and nothing heavy before it does."""

import subprocess
import sys
from pathlib import Path

import pytest

from kamplans import __version__, api
from kamtui.__main__ import main

PROGRAM = "import sys; from kamtui.__main__ import main; code = main(sys.argv[1:]); print(*sys.modules); sys.exit(code)"


def started(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    env = {**os.environ, **environment}
    return subprocess.run([sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, env=env, timeout=60)


def test_its_words_load_no_screen() -> None:
    done = started("--demo")
    assert done.returncode == 2
    assert not {"textual", "rich", "networkx", "git"} & set(done.stdout.split())


def test_the_frame_needs_no_engine_and_no_other_screen() -> None:
    program = "import sys; import kamtui.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not {"networkx", "git", "jsonschema", "ruamel", "kamplans.reading", "kamplans.model.portfolio"} & loaded
    assert not {"kamtui.screens.account", "kamtui.screens.modals.choices", "kamtui.widgets.entry"} & loaded


def test_where_there_is_no_terminal_it_says_so() -> None:
    done = started("--demo")
    assert done.stderr == (
        "kamtui: kamtui draws on a terminal, and this is none: `kamplans list` and `kamplans show` print the same.\n"
    )


def test_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"kamtui {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--portfolio", "/no/such/place"], "There is no portfolio.yaml in /no/such/place"),
        (["-C", "/no/such/place"], "No such file or directory"),
        (["--portfolio", "\x1b]0;PWNED\x07"], "␛]0;PWNED␇"),
    ],
)
def test_a_mistake_is_one_sentence(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert "\x1b" not in error


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--demo", "--as-of", "31.10.2026"])
    assert ended.value.code == 2
    assert "2026-10-31" in capsys.readouterr().err


def opened(words: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[object, str]:
    """What the app would be opened with."""
    from kamtui import __main__ as begin

    found: list[tuple[object, str]] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(begin, "_unfit_terminal", lambda: "")
    monkeypatch.setattr(begin, "_show", lambda root, arguments, reason: found.append((root, reason)) or 0)
    assert main(words) == 0
    return found[0]


def test_without_a_portfolio_the_first_screen_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    root, reason = opened([], monkeypatch, tmp_path)
    assert root is None
    assert reason.startswith("There is no portfolio in")


def test_the_demo_is_the_example_with_its_history(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert opened(["--demo"], monkeypatch, tmp_path)[0] == api.demo_portfolio


async def test_the_demo_is_made_in_a_worker_and_tells_its_story(
    visit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KAMPLANS_CACHE_DIR", str(tmp_path))
    async with visit(api.demo_portfolio) as walker:
        await walker.press("enter", "4")
        commits = [line for line in walker.lines if " 2026 " in line or " 2025 " in line]
        assert len(commits) > 10, "two years of one account"
        assert walker.app.shelf.workspace.is_clean


@pytest.mark.parametrize("words", [["--portfolio", "{root}"], ["-C", "{root}"], ["-C", "{root}/.."]])
def test_a_portfolio_is_found(words: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, example: Path) -> None:
    root, _ = opened([word.format(root=example) for word in words], monkeypatch, tmp_path)
    assert root == example.resolve()


def test_a_dumb_terminal_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["--demo"]) == 2
    assert "TERM=dumb" in capsys.readouterr().err
