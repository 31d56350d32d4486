"""Which commits touched which files, in one pass of git log."""

import pytest

from kamplans.repository.repository import discover


def story(recorded, *paths):
    """The log as `summary: file before→after`, blobs by their content."""

    def content(blob):
        return "–" if blob is None else recorded.git("cat-file", "blob", blob)

    return [
        f"{logged.commit.summary}: "
        + ", ".join(f"{f.path} {'|'.join(map(content, f.before))}→{content(f.after)}" for f in logged.files)
        for logged in discover(recorded.top).log(paths)
    ]


def test_files_come_change_and_go_newest_first(recorded):
    recorded.commit({"a": "1", "b": "1"}, "Both", "01-01")
    recorded.commit({"a": "2"}, "One", "01-02")
    recorded.commit({"a": None, "b": "2"}, "Gone", "01-03")
    assert story(recorded) == ["Gone: a 2→–, b 1→2", "One: a 1→2", "Both: a –→1, b –→1"]
    assert story(recorded, "b") == ["Gone: b 1→2", "Both: b –→1"]


def test_a_folder_counts_with_all_in_it_and_nothing_beside_it(recorded):
    recorded.commit({"plans/acme/goals.yaml": "1", "plans/acme-two/goals.yaml": "1"}, "Both", "01-01")
    recorded.commit({"plans/acme-two/goals.yaml": "2"}, "Beside", "01-02")
    assert story(recorded, "plans/acme") == ["Both: plans/acme/goals.yaml –→1"]


def test_a_path_is_never_a_pattern(recorded):
    recorded.commit({"plans/a[b]/x": "1", "plans/ab/x": "1"}, "Both")
    assert story(recorded, "plans/a[b]") == ["Both: plans/a[b]/x –→1"]
    assert story(recorded, ":(top)plans", "plans/*") == []


def test_what_the_commit_says(recorded):
    id = recorded.commit(
        {"a": "1"},
        "One line\n\nA body\nof two lines",
        "03-04",
        GIT_AUTHOR_NAME="Łukasz \x1b[2J <x>",
        GIT_AUTHOR_EMAIL="l@example.com",
    )
    (logged,) = discover(recorded.top).log()
    commit = logged.commit
    assert (commit.id, commit.parents, commit.summary, commit.body) == (id, (), "One line", "A body\nof two lines")
    assert (commit.author, commit.email) == ("Łukasz \x1b[2J x", "l@example.com")
    assert commit.date.isoformat() == "2026-03-04T12:00:00+00:00"
    assert discover(recorded.top).commit(id) == commit


@pytest.mark.parametrize("message", [":100644 100644 abc", "\n\n:::", "x\n\n" + "0" * 40, "a\n\n\n\nb\n"])
def test_a_message_cannot_look_like_files(recorded, message):
    recorded.commit({"a": "1"}, "First", "01-01")
    recorded.commit({"a": "2"}, message, "01-02")
    assert [len(logged.files) for logged in discover(recorded.top).log()] == [1, 1]


@pytest.mark.parametrize("name", ["ö ä.yaml", 'quo"te', "tab\there", "line\nend", " lead", "-dash", ":colon", "\\back"])
def test_names_are_never_quoted(recorded, name):
    recorded.commit({name: "1"}, "Odd")
    (logged,) = discover(recorded.top).log([name])
    assert [file.path for file in logged.files] == [name]
    (entry,) = discover(recorded.top).tree(logged.commit.id)
    assert entry.path == name


def test_links_and_submodules_are_no_files(recorded):
    recorded.commit({"a": "1"}, "File", "01-01")
    (recorded.top / "link").symlink_to("a")
    recorded.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},module")
    recorded.git("add", "link")
    recorded.git("commit", "-q", "-m", "Link and module")
    recorded.git("rm", "-q", "--cached", "a")
    (recorded.top / "a").unlink()
    (recorded.top / "a").symlink_to("b")
    recorded.git("add", "a")
    recorded.git("commit", "-q", "-m", "File becomes link")
    assert story(recorded) == ["File becomes link: a 1→–", "File: a –→1"]


def merged(recorded, ours, theirs, result):
    recorded.commit({"a": "0\n1\n2\n3\n4\n"}, "Base", "01-01")
    recorded.git("checkout", "-q", "-b", "side")
    recorded.commit({"a": theirs}, "Theirs", "01-02")
    recorded.git("checkout", "-q", "main")
    recorded.commit({"a": ours}, "Ours", "01-03")
    recorded.git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "side")
    recorded.write({"a": result})
    recorded.git("add", "a")
    when = "2026-01-04T12:00:00+00:00"
    recorded.git("commit", "-q", "-m", "Merge", GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)


def test_a_merge_of_one_file_shows_the_blob_of_each_parent(recorded):
    merged(recorded, "0\n1\n2\n3\nours\n", "theirs\n1\n2\n3\n4\n", "theirs\n1\n2\n3\nours\n")
    merge = next(discover(recorded.top).log())
    assert merge.commit.summary == "Merge"
    assert [recorded.git("cat-file", "blob", blob) for blob in merge.files[0].before] == [
        "0\n1\n2\n3\nours",
        "theirs\n1\n2\n3\n4",
    ]


def test_a_merge_that_took_one_side_is_not_shown(recorded):
    merged(recorded, "ours", "theirs", "ours")
    assert [logged.commit.summary for logged in discover(recorded.top).log(["a"])] == ["Ours", "Base"]


def test_a_branch_merged_without_a_clash_is_shown_by_its_commits(recorded):
    recorded.commit({"a": "1", "b": "1"}, "Base", "01-01")
    recorded.git("checkout", "-q", "-b", "side")
    recorded.commit({"a": "2"}, "Theirs", "01-02")
    recorded.git("checkout", "-q", "main")
    recorded.commit({"b": "2"}, "Ours", "01-03")
    recorded.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
    assert story(recorded) == ["Ours: b 1→2", "Theirs: a 1→2", "Base: a –→1, b –→1"]


def test_a_shallow_clone_does_not_pretend_that_its_last_commit_created_everything(recorded, tmp_path):
    for number in range(4):
        recorded.commit({"a": str(number)}, f"Step {number}", f"01-0{number + 1}")
    recorded.git("clone", "-q", "--depth", "2", f"file://{recorded.top}", str(tmp_path / "shallow"))
    logged = list(discover(tmp_path / "shallow").log())
    assert [(one.commit.summary, one.is_cut, len(one.files)) for one in logged] == [
        ("Step 3", False, 1),
        ("Step 2", True, 0),
    ]


def test_the_log_begins_where_it_is_told_to(recorded):
    first = recorded.commit({"a": "1"}, "First", "01-01")
    recorded.commit({"a": "2"}, "Second", "01-02")
    assert [one.commit.summary for one in discover(recorded.top).log(start=first)] == ["First"]
