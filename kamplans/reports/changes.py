"""Changes in plan words, by account, the weightiest first; and the timeline of commits that made them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from kamplans.model.change import Change, Op
from kamplans.model.figures import count, short_day
from kamplans.model.report import Block, Bullets, Heading, Paragraph, Preformatted, Report
from kamplans.model.revision import Revision

GLYPHS = {Op.ADD: "+", Op.REMOVE: "−", Op.CHANGE: "~", Op.RENAME: "→", Op.MOVE: "↕"}


def diff_report(changes: Sequence[Change], accounts: Mapping[str, str]) -> Report:
    """Return what changed between two states; `accounts` gives names by id."""
    blocks: list[Block] = []
    ordered = sorted(changes, key=lambda one: (one.account or "", -one.weight, one.document, one.path))
    for account, group in groupby(ordered, key=lambda one: one.account):
        blocks.append(Heading(accounts.get(account, account) if account else "The portfolio"))
        blocks.append(Preformatted(tuple(change_line(change) for change in group)))
    blocks.append(Paragraph(count(len(changes), "change") if changes else "Nothing changed", "dim"))
    return Report("", tuple(blocks), {"changes": [change_data(change) for change in ordered]})


def patch_report(patches: Mapping[str, Sequence[Mapping[str, Any]]]) -> Report:
    """Return what makes one state from another, for programs alone; `patches` are by the path of the document."""
    return Report("", (), {"patches": patches})


def log_report(revisions: Iterable[Revision], accounts: Mapping[str, str]) -> Report:
    """Return the history, newest first."""
    blocks: list[Block] = []
    data: list[dict[str, Any]] = []
    for revision in revisions:
        commit = revision.commit
        where = accounts.get(revision.account, revision.account) if revision.account else "the portfolio"
        blocks.append(Heading(f"{short_day(commit.date.date())} · {commit.author} · {where} · {commit.id[:7]}"))
        blocks.append(Paragraph(commit.summary))
        changes = sorted(revision.changes, key=lambda one: (-one.weight, one.document, one.path))
        if changes:
            blocks.append(Preformatted(tuple(f"  {change_line(change)}" for change in changes)))
        data.append(revision_data(revision))
    return Report("", tuple(blocks) or (Bullets(("No commit touched these plans.",)),), {"revisions": data})


def change_line(change: Change) -> str:
    """Return a change as one line: what happened to it, and the sentence."""
    return f"{GLYPHS[change.op]} {change.sentence}"


def change_data(change: Change) -> dict[str, Any]:
    """Return one change as data."""
    return {
        "account": change.account,
        "document": change.document,
        "item": change.item,
        "field": change.field,
        "op": change.op.value,
        "before": change.before,
        "after": change.after,
        "sentence": change.sentence,
    }


def revision_data(revision: Revision) -> dict[str, Any]:
    """Return one revision as data; the date with its offset."""
    return {
        "commit": revision.commit.id,
        "date": revision.commit.date,
        "author": revision.commit.author,
        "summary": revision.commit.summary,
        "account": revision.account,
        "changes": [change_data(change) for change in revision.changes],
    }
