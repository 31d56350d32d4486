"""A folder hands out plan files, and of anything else a reason."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kamplans.sources.folder import FolderSource, read_safely
from kamplans.sources.source import MAX_BYTES, Refusal, Refused, could_be_account, could_be_plan


def write(root: Path, path: str, content: str | bytes = "name: x\n") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def listed(root: Path) -> dict[str, bytes | Refusal]:
    files = FolderSource(root).files()
    assert [file.path for file in files] == sorted(file.path for file in files)
    return {file.path: file.read() for file in files}


def test_what_could_be_a_plan_is_listed(tmp_path: Path) -> None:
    for path in ("portfolio.yaml", "team.yaml", "acme/account.yaml", "acme/goals.yml", "acme/odd.yaml", "mkdocs.yml"):
        write(tmp_path, path, path)
    for path in (
        "README.md",
        ".git/config.yaml",
        ".hidden.yaml",
        "acme/.draft.yaml",
        "acme/notes.txt",
        "acme/a/b.yaml",
    ):
        write(tmp_path, path)
    (tmp_path / "empty").mkdir()
    assert listed(tmp_path) == {
        path: path.encode()
        for path in (
            "portfolio.yaml",
            "team.yaml",
            "acme/account.yaml",
            "acme/goals.yml",
            "acme/odd.yaml",
            "mkdocs.yml",
        )
    }
    assert FolderSource(tmp_path).label == "working tree"
    assert FolderSource(tmp_path, "archive").label == "archive"


def test_links_are_refused_wherever_they_lead(tmp_path: Path) -> None:
    outside = write(tmp_path, "outside/secret.yaml", "password: x")
    root = tmp_path / "plans"
    write(root, "acme/account.yaml")
    (root / "acme" / "goals.yaml").symlink_to(outside)
    (root / "acme" / "risks.yaml").symlink_to("account.yaml")
    (root / "acme" / "value.yaml").symlink_to("nowhere")
    (root / "team.yaml").symlink_to(outside)
    (root / "contoso").symlink_to(tmp_path / "outside")
    (root / "inside").symlink_to("acme")
    (root / "loop").symlink_to("loop")
    (root / "docs.d").symlink_to(tmp_path)
    (root / "LICENSE").symlink_to(outside)
    found = listed(root)
    assert found.pop("acme/account.yaml") == b"name: x\n"
    assert set(found) == {
        "acme/goals.yaml",
        "acme/risks.yaml",
        "acme/value.yaml",
        "team.yaml",
        "contoso",
        "inside",
        "loop",
    }
    assert {value.why for value in found.values() if isinstance(value, Refusal)} == {Refused.LINK}


def test_what_is_no_regular_file_never_blocks(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "portfolio.yaml")
    (tmp_path / "acme" / "goals.yaml").mkdir(parents=True)
    os.mkfifo(tmp_path / "acme" / "risks.yaml")
    assert listed(tmp_path) == {
        path: Refusal(Refused.NOT_A_FILE) for path in ("portfolio.yaml", "acme/goals.yaml", "acme/risks.yaml")
    }


def test_a_device_is_no_file() -> None:
    assert read_safely("/dev/zero") == Refusal(Refused.NOT_A_FILE)


def test_a_file_may_have_a_mebibyte(tmp_path: Path) -> None:
    just = write(tmp_path, "just.yaml", b"#" * MAX_BYTES)
    more = write(tmp_path, "more.yaml", b"#" * (MAX_BYTES + 1))
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(1 << 40)
    assert read_safely(just) == b"#" * MAX_BYTES
    assert read_safely(more) == Refusal(Refused.TOO_LARGE, "1,048,577 bytes")
    assert read_safely(huge) == Refusal(Refused.TOO_LARGE, "1,099,511,627,776 bytes")


def test_what_is_gone_is_a_refusal(tmp_path: Path) -> None:
    refusal = read_safely(tmp_path / "gone.yaml")
    assert isinstance(refusal, Refusal)
    assert refusal.why is Refused.UNREADABLE
    assert refusal.detail


@contextmanager
def as_anybody() -> Iterator[None]:
    """Be nobody for a moment, because root may read everything; who is not root stays as they are."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(mine)


def test_want_of_permission_is_a_refusal() -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        write(root, "acme/account.yaml").chmod(0)
        closed = write(root, "closed/account.yaml").parent
        closed.chmod(0)
        with as_anybody():
            found = listed(root)
        closed.chmod(stat.S_IRWXU)
    assert set(found) == {"acme/account.yaml", "closed"}
    assert {value.why for value in found.values() if isinstance(value, Refusal)} == {Refused.NO_PERMISSION}


def test_want_of_permission_as_the_system_reports_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert read_safely(tmp_path / "x.yaml") == Refusal(Refused.NO_PERMISSION)


def test_a_folder_that_is_not_there_is_a_refusal(tmp_path: Path) -> None:
    found = listed(tmp_path / "gone")
    assert [isinstance(value, Refusal) for value in found.values()] == [True]


def test_names_that_are_no_text_are_shown_as_escapes(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/caf\xe9"
    try:
        os.mkdir(folder)
    except OSError:
        pytest.skip("this file system wants names in UTF-8")
    Path(os.fsdecode(folder), "account.yaml").write_text("name: x\n")
    assert listed(tmp_path) == {"caf\\xe9/account.yaml": b"name: x\n"}


@pytest.mark.parametrize(
    ("path", "could_be"),
    [
        ("portfolio.yaml", True),
        ("acme/goals.yaml", True),
        ("acme/goals.yml", True),
        ("acme/goals.YAML", False),
        ("acme/deep/goals.yaml", False),
        (".acme/goals.yaml", False),
        ("acme/.goals.yaml", False),
        ("acme", False),
    ],
)
def test_paths_of_plans(path: str, could_be: bool) -> None:
    assert could_be_plan(path) is could_be


@pytest.mark.parametrize(
    ("name", "could_be"),
    [("acme", True), ("acme-2", True), ("LICENSE", False), ("a.b", False), (".git", False), ("a/b", False)],
)
def test_names_of_accounts(name: str, could_be: bool) -> None:
    assert could_be_account(name) is could_be
