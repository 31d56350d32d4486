"""What the files held: trees and blobs without a checkout, and the source made of them."""

import os

import pytest

from kamplans.errors import NoGit
from kamplans.repository.objects import blob_id, blobs
from kamplans.repository.repository import discover
from kamplans.sources.revision import RevisionSource
from kamplans.sources.source import Refusal, Refused


def test_the_tree_of_a_commit_below_a_folder(recorded):
    first = recorded.commit({"plans/a.yaml": "1", "plans/x/b.yaml": "2", "plans-too/c.yaml": "3"})
    recorded.commit({"plans/a.yaml": None})
    found = discover(recorded.top)
    assert [entry.path for entry in found.tree(first, "plans/")] == ["plans/a.yaml", "plans/x/b.yaml"]
    assert [entry.path for entry in found.tree(found.head(), "plans/")] == ["plans/x/b.yaml"]
    assert found.tree(first, "nowhere/") == []


def test_blobs_come_in_the_order_asked_for_and_as_often(recorded):
    recorded.commit({"a": "one", "b": "two\n", "c": ""})
    found = discover(recorded.top)
    a, b, c = (recorded.git("rev-parse", f"HEAD:{name}") for name in "abc")
    assert [blob.data for blob in found.blobs([b, a, c, b])] == [b"two\n", b"one", b"", b"two\n"]
    assert list(found.blobs([])) == []


def test_a_large_blob_is_measured_not_read(recorded):
    recorded.commit({"large": "x" * 5000, "small": "s"})
    found = discover(recorded.top)
    large, small = (recorded.git("rev-parse", f"HEAD:{name}") for name in ("large", "small"))
    assert [(b.data, b.size) for b in blobs(found.git, [large, small], limit=4999)] == [(None, 5000), (b"s", 1)]


def test_what_is_no_blob_or_not_there_is_missing(recorded):
    commit = recorded.commit({"a": "one"})
    a = recorded.git("rev-parse", "HEAD:a")
    assert [b.data for b in discover(recorded.top).blobs([commit, "0" * 39 + "1", "--help", a])] == [None] * 3 + [
        b"one"
    ]


def test_twenty_thousand_answers_do_not_block(recorded):
    recorded.commit({"a": "one" * 100})
    a = recorded.git("rev-parse", "HEAD:a")
    assert sum(1 for blob in discover(recorded.top).blobs([a] * 20_000) if blob.size == 300) == 20_000


def test_the_id_of_bytes_is_gits(recorded):
    recorded.commit({"a": "one\n"})
    a = recorded.git("rev-parse", "HEAD:a")
    assert blob_id(b"one\n", a) == a


def test_a_damaged_repository_is_one_sentence(recorded):
    recorded.commit({"a": "one"})
    found = discover(recorded.top)
    tree = recorded.git("rev-parse", "HEAD^{tree}")
    os.unlink(recorded.top / ".git/objects" / tree[:2] / tree[2:])
    for ask in (lambda: list(found.log(["a"])), lambda: found.tree(found.head())):
        with pytest.raises(NoGit, match="git could not read the history: ") as caught:
            ask()
        assert "\n" not in caught.value.message


def test_a_partial_clone_fetches_nothing_and_says_what_is_missing(recorded, tmp_path):
    recorded.git("config", "uploadpack.allowFilter", "true")
    recorded.commit({"plans/portfolio.yaml": "name: A\n"}, day="01-01")
    old = recorded.git("rev-parse", "HEAD:plans/portfolio.yaml")
    recorded.commit({"plans/portfolio.yaml": "name: B\n"}, day="01-02")
    new = recorded.git("rev-parse", "HEAD:plans/portfolio.yaml")
    clone = tmp_path / "partial"
    recorded.git("clone", "-q", "--filter=blob:none", f"file://{recorded.top}", str(clone))
    canary = tmp_path / "canary"
    recorded.git("-C", str(clone), "config", "remote.origin.uploadpack", f"touch {canary}; git-upload-pack")
    recorded.git("-C", str(clone), "config", "protocol.file.allow", "always")
    found = discover(clone)
    assert found.is_partial
    assert [blob.data for blob in found.blobs([new, old])] == [b"name: B\n", None]
    (file,) = RevisionSource(found, found.resolve("HEAD~1"), "plans/").files()
    assert file.read() == Refusal(Refused.NOT_FETCHED)
    assert not canary.exists()


def test_a_revision_is_a_source_of_plans(recorded):
    first = recorded.commit(
        {
            "plans/portfolio.yaml": "name: A\n",
            "plans/acme/goals.yaml": "goals: []\n",
            "plans/acme/deep/er.yaml": "no: plan\n",
            "plans/acme/notes.md": "no plan",
            "plans/.hidden/goals.yaml": "no: plan\n",
            "else/portfolio.yaml": "name: B\n",
        }
    )
    (recorded.top / "plans/linked").symlink_to("acme")
    (recorded.top / "plans/acme/risks.yaml").symlink_to("goals.yaml")
    second = recorded.commit({"plans/portfolio.yaml": "x" * (1 << 20) + "y"})
    found = discover(recorded.top)
    assert {file.path: file.read() for file in RevisionSource(found, first, "plans/").files()} == {
        "acme/goals.yaml": b"goals: []\n",
        "portfolio.yaml": b"name: A\n",
    }
    source = RevisionSource(found, second, "plans/")
    assert source.label == second
    assert {file.path: file.read() for file in source.files()} == {
        "acme/goals.yaml": b"goals: []\n",
        "acme/risks.yaml": Refusal(Refused.LINK),
        "linked": Refusal(Refused.LINK),
        "portfolio.yaml": Refusal(Refused.TOO_LARGE),
    }
    blobs_known = {file.path: file.blob for file in source.files()}
    assert blobs_known["acme/goals.yaml"] == recorded.git("rev-parse", "HEAD:plans/acme/goals.yaml")
    assert blobs_known["linked"] is None
