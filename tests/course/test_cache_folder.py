"""Where is kept what can be made again."""

from pathlib import Path

import pytest

from kamplans.cache import cache_folder


def test_the_cache_lies_where_the_system_keeps_such(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("KAMPLANS_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert cache_folder() == tmp_path / ".cache" / "kamplans"
    monkeypatch.setattr("sys.platform", "darwin")
    assert cache_folder() == tmp_path / "Library" / "Caches" / "kamplans"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "kamplans"
    monkeypatch.setenv("KAMPLANS_CACHE_DIR", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"
