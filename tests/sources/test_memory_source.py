"""Texts in memory are a source like any other."""

from kamplans.sources.memory import MemorySource
from kamplans.sources.source import MAX_BYTES, Refusal, Refused, Source


def test_texts_are_their_bytes() -> None:
    source: Source = MemorySource(
        {"team.yaml": "name: Zoë\n", "acme/goals.yaml": b"\xff", "README.md": "x", "a/b/c.yaml": ""}
    )
    assert source.label == "memory"
    assert [(file.path, file.read(), file.blob) for file in source.files()] == [
        ("acme/goals.yaml", b"\xff", None),
        ("team.yaml", "name: Zoë\n".encode(), None),
    ]


def test_a_lone_surrogate_becomes_bytes_that_are_no_utf8() -> None:
    (file,) = MemorySource({"team.yaml": "\ud800"}).files()
    assert file.read() == b"\xed\xa0\x80"


def test_the_same_size_is_too_much() -> None:
    (file,) = MemorySource({"team.yaml": b"x" * (MAX_BYTES + 1)}).files()
    assert file.read() == Refusal(Refused.TOO_LARGE, "1,048,577 bytes")


def test_later_changes_do_not_reach_the_source() -> None:
    files = {"team.yaml": "a"}
    source = MemorySource(files, label="draft")
    files["team.yaml"] = "b"
    assert [file.read() for file in source.files()] == [b"a"]
    assert source.label == "draft"
