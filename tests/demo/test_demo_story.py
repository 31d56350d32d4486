"""The story is one worth telling: enough commits, by people in their time there, none like another, small ones."""

import subprocess
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from kamplans.demo.step import STORY, Story, story
from kamplans.model.demo import Demo
from kamplans.reading.values import read_values

EARLIEST, LATEST = date(2024, 11, 1), date(2026, 10, 30)
LONGEST = 90


def log(made: Demo, *words: str) -> list[str]:
    """What git says of each commit, the oldest first."""
    command = ["git", "log", "--reverse", "-M", "--format=\x1e%H\t%P\t%an\t%ae\t%ad\t%s", "--date=short", *words]
    done = subprocess.run(command, cwd=made.folder, capture_output=True, check=True)
    return done.stdout.decode().split("\x1e")[1:]


def test_it_is_told_in_many_commits_by_five_people(made: Demo) -> None:
    commits = [entry.split("\n")[0].split("\t") for entry in log(made)]
    assert len(commits) == made.commits >= 80
    assert Counter(commit[2] for commit in commits).keys() == set(made.authors)
    assert len(made.authors) == 5
    assert min(Counter(commit[2] for commit in commits).values()) >= 8, "everybody has something to tell"


def test_no_two_messages_are_alike(made: Demo) -> None:
    subjects = [entry.split("\n")[0].split("\t")[5] for entry in log(made)]
    assert [subject for subject, times in Counter(subjects).items() if times > 1] == []
    assert [subject for subject in subjects if len(subject) > LONGEST or not subject.isprintable()] == []


def test_commits_are_small(made: Demo) -> None:
    """One to four files each, a renamed one counted once, a merge by what it brings to the main line."""
    files = {
        entry.split("\t")[5].split("\n")[0]: len(entry.strip().split("\n")) - 2
        for entry in log(made, "--name-status", "-m", "--first-parent")
    }
    assert {subject: count for subject, count in files.items() if not 1 <= count <= 4} == {}


def test_a_branch_is_merged_and_folders_are_renamed(made: Demo) -> None:
    parents = [entry.split("\t")[1].split() for entry in log(made)]
    assert sum(len(some) == 2 for some in parents) == 1
    moved = [line.split("\t")[1:] for line in "".join(log(made, "--name-status")).split("\n") if line.startswith("R")]
    folders = {(before.split("/")[1], after.split("/")[1]) for before, after in moved}
    assert folders == {("dunmore-haulage", "dunmore-logistics"), ("estuary-markets", "estuary-retail")}


def test_the_renamed_accounts_say_how_they_were_called(told: Story, plans: Mapping[str, str]) -> None:
    for step in told.steps:
        if step.was_folder:
            before, after = step.was_folder
            assert f"formerly: [{before}]" in plans[f"{after}/account.yaml"]


def test_days_go_forward_within_two_years(told: Story) -> None:
    days = [step.day for step in told.steps]
    assert days == sorted(days)
    assert EARLIEST <= days[0] < date(2024, 12, 1)
    assert days[-1] == LATEST


def test_who_writes_is_of_the_house_on_that_day(told: Story, plans: Mapping[str, str]) -> None:
    read = read_values(plans["team.yaml"].encode())
    assert read is not None
    people = {person["id"]: person for person in read[1]["people"]}
    for id, who in told.authors.items():
        assert who == f"{people[id]['name']} <{people[id].get('email', id.replace('-', '.') + '@vidar.example')}>"
    written = {id: [step.day for step in told.steps if step.by == id] for id in told.authors}
    assert max(written["otto-keller"]).isoformat() <= people["otto-keller"]["leaves_on"]
    joined = next(step.day for step in told.steps if "people[freya-nilsen]" in step.was.get("team.yaml", {}))
    assert min(written["freya-nilsen"]) > joined


@pytest.mark.parametrize("path", sorted(STORY.glob("*/*.yaml")), ids=lambda path: "/".join(path.parts[-2:]))
def test_a_file_of_the_story_can_be_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 250


def test_a_file_that_is_not_in_order_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "acme"
    folder.mkdir()
    (folder / "one.yaml").write_text("steps: [&a b, *a]\n")
    with pytest.raises(ValueError, match=r"acme/one\.yaml is no YAML in order"):
        story(folder.parent)
