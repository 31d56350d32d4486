"""The JSON keys other tools rely on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

FINDING = "code rule severity message path line column end_line end_column account at hint fixable"
ROW = "account name tier status owner grade access exposed acv next_review review_planned findings"
MAP = (
    "account as_of horizon_months grade because expected_access bus_factor decision_makers people weakest_pairs stale "
    "next_contacts sentences change"
)
DECIDER = "person power reachable access ways_in single_points routes"
CHANGE = "account document item field op before after sentence"


@pytest.fixture
def ask(run: Run, with_history: Path) -> Callable[..., Any]:
    def asked(*words: str) -> Any:
        done = run("--format", "json", *words, folder=with_history)
        assert done.status == 0, done.err
        return json.loads(done.out)

    return asked


def has(value: dict[str, Any], keys: str) -> bool:
    return set(keys.split()) <= set(value)


def test_check(ask: Callable[..., Any]) -> None:
    answer = ask("check", "--exit-zero")
    assert answer["findings"]
    assert all(has(finding, FINDING) for finding in answer["findings"])
    assert has(answer["summary"], "files accounts errors warnings infos")
    assert (answer["summary"]["files"], answer["summary"]["accounts"]) == (5, 1)
    assert {finding["path"].split("/")[0] for finding in answer["findings"]} == {"plans"}


def test_list(ask: Callable[..., Any]) -> None:
    (row,) = ask("list")["accounts"]
    assert has(row, ROW)
    assert (row["account"], row["tier"], row["owner"], row["grade"], row["acv"]) == (
        "acme",
        "key",
        "ada",
        "critical",
        None,
    )


def test_show(ask: Callable[..., Any]) -> None:
    answer = ask("show", "acme")
    assert has(answer, f"{ROW} risk goals renewals overdue_actions next_actions")
    assert answer["goals"] == [{"id": "grow", "title": "Grow", "status": "on_track", "owner": None, "due": None}]


def test_map(ask: Callable[..., Any]) -> None:
    answer = ask("map", "acme")
    assert has(answer, MAP)
    assert has(answer["bus_factor"], "size people")
    (decider,) = answer["decision_makers"]
    assert has(decider, DECIDER)
    assert (decider["person"], decider["power"], decider["ways_in"], decider["routes"]) == (
        "bo",
        1.0,
        1,
        [["ada"]],
    )
    assert all(has(person, "person side loss cuts_off importance") for person in answer["people"])
    assert all(has(contact, "ours theirs gain kind effort") for contact in answer["next_contacts"])
    assert answer["change"] is None


def test_a_person_out_of_reach_has_no_access(ask: Callable[..., Any], with_history: Path) -> None:
    path = with_history / "plans/acme/stakeholders.yaml"
    path.write_text(path.read_text().replace("2026-10-01", "2020-10-01"))
    (decider,) = ask("map", "acme")["decision_makers"]
    assert (decider["reachable"], decider["access"], decider["ways_in"]) == (False, None, 0)


def test_risk(ask: Callable[..., Any]) -> None:
    answer = ask("risk")
    (account,) = answer["accounts"]
    assert has(account, "account grade expected_access largest_loss single_points")
    assert account["single_points"] == ["ada"]
    assert has(answer["bus_factor"], "size people")
    (person,) = answer["people"]
    assert person == {"person": "ada", "accounts": ["acme"], "exposed_value": None}


def test_risk_over_time(ask: Callable[..., Any]) -> None:
    (account,) = ask("risk", "--over-time")["accounts"]
    assert account["account"] == "acme"
    assert [(one["date"], one["summary"]) for one in account["moments"]] == [
        ("2026-09-01", "Begin"),
        ("2026-10-01", "Bo liked the pilot"),
        ("2026-10-31", None),
    ]
    first, _, today = account["moments"]
    assert has(first, "date commit summary grade expected_access largest_loss single_points goals findings")
    assert today["commit"] is None
    assert (first["grade"], today["grade"], today["single_points"]) == ("not_rated", "critical", ["ada"])
    assert first["expected_access"] is None
    assert first["largest_loss"] is None
    assert today["goals"] == {"on_track": 1}
    assert has(today["findings"], "errors warnings infos")
    assert ask("risk", "--over-time", "acme", "acme")["accounts"] == [account]


def test_log(ask: Callable[..., Any]) -> None:
    newest, *_ = answer = ask("log", "acme")["revisions"]
    assert len(answer) == 2
    assert has(newest, "commit date author summary account changes")
    assert (newest["author"], newest["summary"], newest["account"]) == ("Ada Berg", "Bo liked the pilot", "acme")
    (change,) = newest["changes"]
    assert has(change, CHANGE)
    assert (change["item"], change["field"], change["op"]) == ("people[bo]", "sentiment", "change")
    assert (change["before"], change["after"]) == ("neutral", "supporter")


def test_diff(ask: Callable[..., Any], run: Run, with_history: Path) -> None:
    (change,) = ask("diff", "HEAD~1", "HEAD")["changes"]
    assert change["sentence"]
    assert "Bo Lund" in change["sentence"]
    assert ask("diff")["changes"] == []
    assert ask("diff", "HEAD~1", "--", "acme")["changes"] == [change]
    assert run("diff", "HEAD~1", "--exit-code", folder=with_history).status == 1


def test_the_past_is_read_from_git(ask: Callable[..., Any], with_history: Path) -> None:
    for path in (with_history / "plans/acme").iterdir():
        path.unlink()
    assert ask("show", "acme", "--at", "HEAD")["name"] == "Acme"
    assert ask("list", "--at", "2026-09-15")["as_of"] == "2026-09-01"
    assert ask("list", "--at", "2026-09-15", "--as-of", "2026-12-24")["as_of"] == "2026-12-24"
