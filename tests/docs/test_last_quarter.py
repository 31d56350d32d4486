"""The page of the demo's last quarter is what `log` prints; KAMPLANS_UPDATE_DOCS=1 writes it anew."""

import os
from datetime import date
from pathlib import Path

from kamplans import api
from kamplans.formats._contract import Canvas
from kamplans.formats.text import render
from kamplans.model.log_filter import LogFilter
from kamplans.reports.changes import log_report

PAGE = Path(__file__).resolve().parents[2] / "docs" / "last-quarter.md"
SINCE = "2026-08-01"
ACCOUNTS = ("bellamy-foods", "arctic-harvest")
HEAD = f"""# A quarter, as the log tells it

What `kamplans log ACCOUNT --since {SINCE}` prints of two accounts of the demo, to the letter. `kamplans demo my-demo`
writes the repository it is read from; without an account the log tells all eight.

In August 2026 the champion of Bellamy Foods says that he leaves, and Arctic Harvest agrees to merge. By the end of
October the first account is graded high and the second critical: `kamplans risk --over-time` shows when they turned.
"""


def page(folder: Path) -> str:
    workspace = api.open_portfolio(api.demo(folder) / "plans")
    names = api.account_names(workspace)
    parts = [HEAD]
    for account in ACCOUNTS:
        revisions = api.log(workspace, account, only=LogFilter(since=date.fromisoformat(SINCE)))
        text = render(log_report(revisions, names), Canvas())
        parts.append(f"## {names[account]}\n\n```\n$ kamplans log {account} --since {SINCE}\n{text}```\n")
    return "\n".join(parts)


def test_the_last_quarter_is_what_log_prints(tmp_path: Path) -> None:
    found = page(tmp_path / "demo")
    if os.environ.get("KAMPLANS_UPDATE_DOCS") == "1":
        PAGE.write_text(found, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == found
