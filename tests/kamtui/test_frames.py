"""Every screen as text at two sizes, and beside each what a manager would read there, asserted from the plans.

KAMTUI_UPDATE_FRAMES=1 writes the frames anew; look at the difference before you commit it.
"""

import os
from pathlib import Path

import pytest

from kamplans import api
from kamplans.model.figures import percent
from kamplans.model.workspace import Workspace

FRAMES = Path(__file__).parent / "frames"
SIZES = {"80x24": (80, 24), "140x45": (140, 45)}
# the keys that lead from one screen to the next, in one walk
WALK = {
    "portfolio": (),
    "sort": ("s",),
    "help": ("escape", "question_mark"),
    "palette": ("escape", "ctrl+p"),
    "since": ("escape", "c"),
    "changed": ("enter",),
    "brief": ("escape", "i"),
    "all-problems": ("escape", "exclamation_mark"),
    "overview": ("escape", "enter"),
    "people": ("2", "j", "j", "j"),
    "person": ("enter",),
    "people-table": ("escape", "t"),
    "goals": ("3", "j", "j", "j"),
    "goal": ("enter",),
    "blame": ("escape", "b"),
    "history": ("escape", "4"),
    "change": ("enter", "enter"),
    "as-of": ("escape", "h", "j", "at", "2"),
    "problems": ("escape", "5"),
    "lines": ("enter",),
    "manual": ("escape", "x"),
}
SCREENS = [*WALK, "filtered", "welcome", "small"]
_seen: dict[str, dict[str, list[str]]] = {}


@pytest.fixture
async def seen(request: pytest.FixtureRequest, visit, example: Path) -> dict[str, list[str]]:
    """All frames of one size, walked to once."""
    size = request.param
    if size not in _seen:
        frames = _seen[size] = {}
        async with visit(example, *SIZES[size]) as walker:
            for name, keys in WALK.items():
                await walker.press(*keys)
                frames[name] = walker.lines
            await walker.press("escape", "escape", "slash")
            await walker.type("owner:hanna !estuary")
            await walker.press("enter")
            frames["filtered"] = walker.lines
            await walker.pilot.resize_terminal(59, 15)
            await walker.settle()
            frames["small"] = walker.lines
        async with visit(None, *SIZES[size], reason="There is no portfolio here.") as walker:
            frames["welcome"] = walker.lines
    return _seen[size]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("seen", SIZES, indirect=True)
def test_a_screen_looks_as_it_did(seen: dict[str, list[str]], screen: str, request: pytest.FixtureRequest) -> None:
    size = request.node.callspec.params["seen"]
    path = FRAMES / f"{screen}.{size}.txt"
    frame = "\n".join(seen[screen]) + "\n"
    if os.environ.get("KAMTUI_UPDATE_FRAMES") == "1":
        path.write_text(frame, encoding="utf-8")
    assert frame == path.read_text(encoding="utf-8")


def joined(lines: list[str]) -> str:
    """The words of a frame in reading order, without borders and line ends."""
    return " ".join(" ".join(lines).translate(str.maketrans(dict.fromkeys("│╭╮╰╯─▌", " "))).split())


def one(lines: list[str], start: str) -> str:
    """The line of the main pane that shows a thing; the first lines are title, tabs and the pane's own."""
    return next(line for line in lines[3:] if start in line[:90])


both = pytest.mark.parametrize("seen", SIZES, indirect=True)
wide = pytest.mark.parametrize("seen", ["140x45"], indirect=True)


@both
def test_the_portfolio_says_whom_to_worry_about(seen: dict[str, list[str]], workspace: Workspace) -> None:
    rows = api.overview(workspace)
    lines = seen["portfolio"]
    worst = max(rows, key=lambda row: (row.grade.rank, row.exposed or 0))
    assert worst.name in lines[3], "the worst account stands on top"
    for row in rows:
        assert row.grade.replace("_", " ") in one(lines, row.name[:20])
    assert f"critical {sum(row.grade == 'critical' for row in rows)}" in joined(lines)
    key = api.portfolio_risk(workspace).people[0]
    assert f"{api.names(workspace)[key.person]} is a single point in {len(key.accounts)} accounts" in joined(lines)


@wide
def test_the_side_pane_says_why(seen: dict[str, list[str]], workspace: Workspace) -> None:
    side = joined([line[104:] for line in seen["portfolio"]])
    risk = api.assess(workspace, "arctic-harvest")
    assert risk.sentences[0] in side
    assert f"access {percent(risk.expected_access)}" in side
    assert "Procurement" not in side, "the change is said in plan words, not in those of the commit"
    assert "by Hanna Lindqvist: " in side


@both
def test_a_filter_is_shown_with_what_it_leaves(seen: dict[str, list[str]], workspace: Workspace) -> None:
    rows = api.filter_accounts(workspace, api.overview(workspace, ()), "owner:hanna !estuary")
    lines = seen["filtered"]
    assert f"Accounts {len(rows)} of {len(workspace.portfolio.accounts)}" in lines[1]
    assert "/owner:hanna !estuary" in lines[1]
    assert "Estuary" not in joined(lines[2:10])


@both
def test_the_overview_says_what_is_wrong_first(seen: dict[str, list[str]], workspace: Workspace) -> None:
    risk = api.assess(workspace, "arctic-harvest")
    words = joined(seen["overview"])
    assert risk.because in words
    assert risk.sentences[0] in words
    strongest = max(risk.decision_makers, key=lambda one: (one.power, one.person))
    assert percent(strongest.power) in one(
        seen["overview"][10:], api.names(workspace, "arctic-harvest")[strongest.person]
    )


@wide
def test_the_overview_says_what_comes_next(seen: dict[str, list[str]], workspace: Workspace) -> None:
    brief = api.brief(workspace, "arctic-harvest", ())
    words = joined(seen["overview"])
    assert brief.overdue_actions[0].title[:20] in words
    assert f"{brief.renewals[0].days} d" in words
    assert brief.names[brief.risk.next_contacts[0].theirs] in words


@both
def test_the_map_says_who_reaches_those_who_decide(seen: dict[str, list[str]], workspace: Workspace) -> None:
    risk, names = api.assess(workspace, "arctic-harvest"), api.names(workspace, "arctic-harvest")
    lines = seen["people"]
    assert f"People {len(workspace.portfolio.accounts['arctic-harvest'].stakeholders.people)}" in lines[2]
    for person in risk.decision_makers:
        assert percent(person.access) in one(lines, names[person.person])
    for person in risk.people:
        if person.loss > 0 and person.side == "theirs":
            assert f"{names[person.person]} !" in one(lines, names[person.person])


@both
def test_the_page_of_a_person_says_what_hangs_on_them(seen: dict[str, list[str]], workspace: Workspace) -> None:
    risk = api.assess(workspace, "arctic-harvest")
    cost = next(one for one in risk.people if one.person == "ingrid-solheim")
    words = joined(seen["person"])
    assert "Ingrid Solheim" in words
    assert f"we lose {len(cost.cuts_off)} of {len(risk.decision_makers)} who decide" in words
    assert "advocate" in words


@both
def test_the_table_says_the_same_as_the_map(seen: dict[str, list[str]], workspace: Workspace) -> None:
    risk, names = api.assess(workspace, "arctic-harvest"), api.names(workspace, "arctic-harvest")
    for person in risk.decision_makers:
        line = one(seen["people-table"], names[person.person])
        assert percent(person.power) in line
        assert percent(person.access) in line


@both
def test_goals_say_which_is_off_track(seen: dict[str, list[str]], workspace: Workspace) -> None:
    goals = workspace.portfolio.accounts["arctic-harvest"].goals.goals
    lines = seen["goals"]
    for goal in goals:
        assert (goal.status or "").replace("_", " ") in one(lines, goal.title[:24])
    off = next(goal for goal in goals if goal.status == "off_track")
    assert off.title[:20] in joined(lines)
    assert f"Goals {len(goals)}" in lines[2]


@both
def test_history_says_who_changed_what(seen: dict[str, list[str]]) -> None:
    words = joined(seen["history"])
    assert "Procurement turned against us" in words
    assert "Paul The finance chief keeps his door shut" in words
    assert "Gunnar Thorsby" in words, "the change of the newest commit is said in plan words"
    assert "27 Oct 2026" in words


@both
def test_a_change_shows_both_values(seen: dict[str, list[str]]) -> None:
    words = joined(seen["change"])
    assert "Before neutral" in words
    assert "After opponent" in words


@both
def test_problems_say_what_and_where(seen: dict[str, list[str]], workspace: Workspace) -> None:
    found = [one for one in api.check(workspace) if one.account == "arctic-harvest"]
    words = joined(seen["problems"])
    assert f"{len(found)} warning" in words
    for finding in found:
        assert finding.code in words
        assert f"{finding.path.split('/')[-1]}:{finding.place.line}" in words


@both
def test_the_lines_of_the_file_show_the_place(seen: dict[str, list[str]], workspace: Workspace) -> None:
    found = sorted((one for one in api.check(workspace) if one.account == "arctic-harvest"), key=lambda one: one.code)
    first = found[0]
    frame = dict(api.source_frame(workspace, first))
    lines = seen["lines"]
    assert f"{first.path}:{first.place.line}" in joined(lines)
    meant = one(lines, f"› {first.place.line:>{len(str(max(frame)))}}")
    assert frame[first.place.line].strip()[:30] in meant


@both
def test_the_manual_says_why_the_rule_is_there(seen: dict[str, list[str]], workspace: Workspace) -> None:
    found = sorted((one for one in api.check(workspace) if one.account == "arctic-harvest"), key=lambda one: one.code)
    words = joined(seen["manual"])
    assert found[0].code in words
    assert "Why:" in words


@both
def test_all_problems_hold_those_of_every_account(seen: dict[str, list[str]], workspace: Workspace) -> None:
    found = api.check(workspace)
    words = joined(seen["all-problems"])
    assert f"{sum(one.severity == 'warning' for one in found)} warnings" in words
    assert "all problems" in words


@both
def test_the_first_screen_offers_three_ways(seen: dict[str, list[str]]) -> None:
    words = joined(seen["welcome"])
    assert "There is no portfolio here." in words
    for offer in ("Look at the example", "Begin a new portfolio", "Open another folder"):
        assert offer in words


@both
def test_too_small_a_terminal_gets_one_sentence(seen: dict[str, list[str]]) -> None:
    assert joined(seen["small"]) == "Enlarge the terminal: 60×15 cells are needed, it has 59×15."
