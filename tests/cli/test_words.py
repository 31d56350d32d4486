"""Words of a command: options on either side of the verb, suggestions, statuses, one sentence for a mistake."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

COMMON = [
    ("--format", "json"),
    ("--as-of", "2026-12-31"),
    ("--color", "always"),
    ("--portfolio", "plans"),
    ("--at", "HEAD~1"),
    ("-q",),
    ("-v",),
]
VERBS = [
    ("list",),
    ("check", "--exit-zero"),
    ("show", "acme"),
    ("map", "acme"),
    ("risk",),
    ("log",),
    ("blame", "acme"),
    ("diff", "HEAD~1", "HEAD"),
]


@pytest.mark.parametrize("verb", VERBS, ids=lambda words: words[0])
@pytest.mark.parametrize("option", COMMON, ids=lambda words: words[0])
def test_a_common_option_means_the_same_on_both_sides(
    run: Run, with_history: Path, verb: tuple[str, ...], option: tuple[str, ...]
) -> None:
    before = run(*option, *verb, folder=with_history)
    after = run(*verb, *option, folder=with_history)
    assert before == after
    assert before.status == 0, before.err
    assert before.out


def test_an_option_before_the_verb_is_not_lost(run: Run, with_history: Path) -> None:
    assert json.loads(run("--format", "json", "list", folder=with_history).out)["accounts"][0]["account"] == "acme"
    assert (
        json.loads(run("--as-of", "2026-12-31", "list", "--format=json", folder=with_history).out)["as_of"]
        == "2026-12-31"
    )


def test_verbose_talks_on_stderr_and_changes_no_data(run: Run, with_history: Path) -> None:
    plain, verbose = run("list", folder=with_history), run("list", "-v", folder=with_history)
    assert verbose.out == plain.out
    assert plain.err == ""
    assert "read 5 files of 1 accounts in" in verbose.err
    assert "as of 2026-10-31" in verbose.err


def test_change_folder_first(run: Run, with_history: Path) -> None:
    assert run("-C", str(with_history), "list").out == run("list", folder=with_history).out
    assert run("list", "-C", str(with_history / "plans" / "acme")).out == run("list", folder=with_history).out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Say what to do"),
        (("chekc",), "did you mean `check`?"),
        (("check", "--selct", "R008"), "did you mean `--select`?"),
        (("list", "--format", "xml"), "invalid choice: 'xml'"),
        (("list", "--as-of", "yesterday"), "“yesterday” is none"),
        (("list", "--where", "teir:key"), "did you mean “tier”?"),
        (("list", "--where", "acv:>lots"), "“lots” is not a number"),
        (("list", "--sort", "acess"), "did you mean “access”?"),
        (("list", "--columns", "tire"), "did you mean “tier”?"),
        (("show",), "the following arguments are required: ACCOUNT"),
        (("show", "acmee"), "did you mean “acme”?"),
        (("log", "acmee"), "did you mean “acme”?"),
        (("diff", "HEAD", "--", "acmee"), "did you mean “acme”?"),
        (("map", "nobody-at-all"), "There is no account “nobody-at-all”"),
        (("check", "--select", "R00X"), "R00X"),
        (("check", "../elsewhere"), "does not lie in the portfolio"),
        (("explain",), "Say what to explain"),
        (("explain", "reporting-cylce"), "reporting-cycle"),
        (("log", "-n", "0"), "whole number from 1"),
        (("list", "--at", "mian"), "did you mean main?"),
        (("list", "--at=--output=stolen"), "There is no commit “--output=stolen”"),
        (("list", "--at", "2020-01-01"), "its history begins on 1 September 2026"),
        (("list", "--portfolio", "nowhere"), "There is no portfolio.yaml in"),
    ],
)
def test_a_mistake_gets_one_sentence_and_status_two(
    run: Run, with_history: Path, words: tuple[str, ...], sentence: str
) -> None:
    done = run(*words, folder=with_history)
    assert (done.status, done.out) == (2, "")
    assert sentence in done.err
    assert done.err.startswith("kamplans: ")
    assert done.err.count("\n") == 1
    assert not list(with_history.glob("stolen*"))


def test_no_portfolio_says_what_to_do(run: Run, tmp_path: Path) -> None:
    done = run("list")
    assert done.status == 2
    assert "There is no portfolio in" in done.err


def test_several_portfolios_are_listed(run: Run, small: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "portfolio.yaml").write_text((small / "portfolio.yaml").read_text())
    done = run("list", folder=tmp_path)
    assert done.status == 2
    assert "several portfolios here: other, small" in done.err


def test_the_version_and_the_verbs(run: Run) -> None:
    assert run("--version").out.startswith("kamplans ")
    listed = run("--help").out
    for verb in ("blame", "check", "diff", "explain", "list", "log", "map", "risk", "show", "tui"):
        assert f"\n  {verb} " in listed


def test_a_fault_inside_leaves_a_report_and_no_traceback(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr("kamplans.api.open_portfolio", broken)
    done = run("list", folder=small)
    assert done.status == 2
    assert "Traceback" not in done.err
    report = Path(done.err.strip().rsplit(" ", 1)[1])
    assert "ZeroDivisionError: inside" in report.read_text()
    report.unlink()
