"""What was judged is kept: only for the very same question, and never at the price of an answer."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kamplans import api
from kamplans.course import known
from kamplans.model.course import Course, Standing
from kamplans.model.risk import Grade

PLANS = {
    "portfolio.yaml": "format: 1\nname: Small\ncurrency: EUR\nas_of: 2026-10-31\n",
    "team.yaml": "people:\n  - {id: ada, name: Ada Berg}\n",
    "acme/account.yaml": "name: Acme\ntier: key\nstatus: active\nteam:\n  - {person: ada, role: kam}\n",
    "acme/goals.yaml": "goals:\n  - {id: grow, title: Grow, owner: ada, status: on_track}\n",
}
WRONG = Standing(Grade.CRITICAL, 0.5, 0.25, ("nobody",), {"missed": 7}, 1, 2, 3)


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KAMPLANS_CACHE_DIR", str(tmp_path / "cache#1?"))
    return tmp_path / "cache#1?" / known.FILE


@pytest.fixture
def plans(recorded):
    recorded.commit(PLANS, "First", "01-05")
    recorded.commit({"acme/goals.yaml": PLANS["acme/goals.yaml"].replace("on_track", "at_risk")}, "Second", "02-03")
    return recorded


def course(recorded) -> Course:
    return api.over_time(api.open_portfolio(recorded.top, with_state=False), "acme")


def spoil(file: Path) -> None:
    """Put a wrong standing under every key, to see which answers come from the file."""
    keys = [row[0] for row in sqlite3.connect(file).execute("SELECT key FROM standing")]
    assert keys
    known.remember(dict.fromkeys(keys, WRONG))


def test_the_second_answer_comes_from_the_file(plans, file: Path) -> None:
    first = course(plans)
    assert course(plans) == first
    spoil(file)
    assert [moment.standing for moment in course(plans).moments[:-1]] == [WRONG, WRONG]
    assert course(plans).moments[-1] == first.moments[-1], "today is judged anew"


@pytest.mark.parametrize("path", list(PLANS))
def test_another_blob_gives_another_answer(plans, file: Path, path: str) -> None:
    course(plans)
    spoil(file)
    plans.commit({path: (plans.top / path).read_text("utf-8") + "# seen\n"}, "Third", "02-03")
    plans.commit({"acme/value.yaml": "value: []\n"}, "Fourth", "02-03")
    standings = [moment.standing for moment in course(plans).moments]
    assert standings[:2] == [WRONG, WRONG]
    assert WRONG not in standings[2:]


def test_a_mutated_blob_changes_the_answer(plans) -> None:
    before = course(plans).moments[1].standing
    plans.write({"acme/goals.yaml": PLANS["acme/goals.yaml"].replace("on_track", "missed")})
    plans.git("commit", "-q", "-a", "--amend", "--no-edit")
    after = course(plans).moments[1].standing
    assert (before.goals, after.goals) == ({"at_risk": 1}, {"missed": 1})


def test_another_day_another_account_or_another_engine_is_another_question(plans, file: Path, monkeypatch) -> None:
    course(plans)
    spoil(file)
    plans.git("commit", "-q", "--amend", "--no-edit", "--date", "2026-02-04T12:00:00+00:00")
    assert course(plans).moments[1].standing != WRONG
    plans.commit({"second/account.yaml": PLANS["acme/account.yaml"], "acme/x.yaml": "a: 1\n"}, "More", "02-04")
    assert course(plans).moments[2].standing != WRONG
    monkeypatch.setattr(known, "engine", lambda: "another")
    assert WRONG not in [moment.standing for moment in course(plans).moments]


@pytest.mark.parametrize(
    "content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 4096], ids=["empty", "text", "torn"]
)
def test_a_broken_file_is_made_anew(plans, file: Path, content: bytes) -> None:
    first = course(plans)
    file.write_bytes(content)
    assert course(plans) == first
    assert course(plans) == first
    spoil(file)
    assert course(plans).moments[0].standing == WRONG


@pytest.mark.parametrize(
    "value",
    ["", "[]", "null", '{"grade": "splendid"}', "[" * 20_000, '{"grade": "low", "goals": []}', "\x00", b"\xff"],
    ids=["empty", "list", "null", "grade", "deep", "goals", "nul", "bytes"],
)
def test_an_entry_that_cannot_be_read_is_judged_anew(plans, file: Path, value: object) -> None:
    first = course(plans)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE standing SET value = ?", (value,))
    assert course(plans) == first


def test_a_file_of_another_make_is_left_alone(plans, file: Path) -> None:
    first = course(plans)
    file.unlink()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE standing (something_else)")
    assert course(plans) == first
    assert sqlite3.connect(file).execute("SELECT * FROM standing").fetchall() == []


def test_a_locked_file_is_not_waited_for(plans, file: Path) -> None:
    first = course(plans)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert course(plans) == first
    other.execute("ROLLBACK")


def test_a_place_that_cannot_be_written_is_as_good_as_none(plans, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("KAMPLANS_CACHE_DIR", str(tmp_path / "a-file"))
    assert course(plans).moments[0].grade is not None
    (tmp_path / "folder" / known.FILE).mkdir(parents=True)
    monkeypatch.setenv("KAMPLANS_CACHE_DIR", str(tmp_path / "folder"))
    assert course(plans).moments[0].grade is not None


def test_the_file_is_for_this_user_alone(plans, file: Path) -> None:
    course(plans)
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_only_the_newest_are_kept(file: Path, monkeypatch) -> None:
    monkeypatch.setattr(known, "MOST", 3)
    for number in range(5):
        known.remember({str(number): WRONG})
    assert known.recall([str(number) for number in range(5)]) == dict.fromkeys(("2", "3", "4"), WRONG)


def test_many_runs_at_once_lose_nothing(file: Path) -> None:
    program = (
        "import sys; from kamplans.course import known; from kamplans.model.course import Standing;"
        " from kamplans.model.risk import Grade; known._PATIENCE = 10;"
        " one = Standing(Grade.LOW, 1.0, 0.0, (), {}, 0, 0, 0);"
        " [known.remember({f'{sys.argv[1]}-{number}': one}) for number in range(20)]"
    )
    runs = [subprocess.Popen([sys.executable, "-c", program, name], env=dict(os.environ)) for name in "abc"]
    assert [run.wait(60) for run in runs] == [0, 0, 0]
    assert len(known.recall([f"{name}-{number}" for name in "abc" for number in range(20)])) == 60
