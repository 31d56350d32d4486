"""Which plans are not as they were last committed."""

import pytest

from kamplans.errors import NoGit
from kamplans.history.uncommitted import uncommitted
from kamplans.repository.repository import discover
from kamplans.sources.folder import FolderSource

FILES = {
    "plans/portfolio.yaml": "name: A\n",
    "plans/acme/account.yaml": "name: Acme\n",
    "plans/acme/goals.yaml": "goals: []\n",
}


def changed(recorded):
    return uncommitted(discover(recorded.top), "plans/", FolderSource(recorded.top / "plans").files())


def test_nothing_after_a_commit(recorded):
    recorded.commit(FILES)
    assert changed(recorded) == []


@pytest.mark.parametrize(
    ("files", "paths"),
    [
        ({"plans/acme/goals.yaml": "goals: [x]\n"}, ["acme/goals.yaml"]),
        ({"plans/acme/risks.yaml": "risks: []\n"}, ["acme/risks.yaml"]),
        ({"plans/acme/goals.yaml": None}, ["acme/goals.yaml"]),
        ({"plans/acme/notes.md": "no plan", "README.md": "no plan"}, []),
    ],
)
@pytest.mark.parametrize("staged", [True, False])
def test_what_came_went_or_changed(recorded, files, paths, staged):
    recorded.commit(FILES)
    recorded.write(files)
    if staged:
        recorded.git("add", "--all")
    assert changed(recorded) == paths


def test_line_ends_that_git_wrote_itself_are_no_change(recorded):
    recorded.commit(FILES)
    (recorded.top / "plans/portfolio.yaml").write_bytes(b"name: A\r\n")
    assert changed(recorded) == []


def test_a_link_in_the_place_of_a_plan_is_a_change(recorded):
    recorded.commit(FILES)
    (recorded.top / "plans/acme/goals.yaml").unlink()
    (recorded.top / "plans/acme/goals.yaml").symlink_to("account.yaml")
    assert changed(recorded) == ["acme/goals.yaml"]


def test_no_filter_is_run(recorded, tmp_path):
    recorded.commit({**FILES, ".gitattributes": "* filter=evil\n"})
    recorded.git("config", "filter.evil.clean", f"touch {tmp_path}/canary; cat")
    recorded.write({"plans/acme/goals.yaml": "goals: [y]\n"})
    assert changed(recorded) == ["acme/goals.yaml"]
    assert not (tmp_path / "canary").exists()


def test_before_the_first_commit(recorded):
    recorded.write(FILES)
    with pytest.raises(NoGit, match="Nothing has been committed yet"):
        changed(recorded)
