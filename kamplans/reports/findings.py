"""What `check` found: each finding on its place, with a count."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kamplans.model.figures import count
from kamplans.model.finding import Finding, Severity
from kamplans.model.report import Block, Paragraph, Preformatted, Report


def findings_report(findings: Sequence[Finding], files: int, accounts: int) -> Report:
    """Return the report of a check over `files` plan files of `accounts` accounts."""
    counted = Counter(finding.severity for finding in findings)
    summary = {
        "files": files,
        "accounts": accounts,
        "errors": counted[Severity.ERROR],
        "warnings": counted[Severity.WARNING],
        "infos": counted[Severity.INFO],
    }
    data = {"findings": [finding_data(finding) for finding in findings], "summary": summary}
    blocks: tuple[Block, ...] = (Paragraph(_total(summary), _tone(counted) if findings else "good"),)
    return Report("", (_listed(findings), *blocks) if findings else blocks, data)


def finding_data(finding: Finding) -> dict[str, Any]:
    """Return one finding as data."""
    place = finding.place
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "account": finding.account,
        "at": finding.at,
        "hint": finding.hint,
        "fixable": finding.fixable,
    }


def _listed(findings: Sequence[Finding]) -> Preformatted:
    lines: list[str] = []
    tones: list[str] = []
    for finding in findings:
        place = f"{finding.path}:{finding.place.line}:{finding.place.column}"
        lines.append(f"{place}: {finding.severity.value} {finding.code} {finding.message}")
        tones.append(finding.severity.value)
        if finding.hint:
            lines.append(f"    {finding.hint}")
            tones.append("dim")
    return Preformatted((*lines, ""), (*tones, "plain"))


def _total(summary: dict[str, int]) -> str:
    of = f"in {count(summary['files'], 'file')} of {count(summary['accounts'], 'account')}"
    found = [count(summary[key], key[:-1]) for key in ("errors", "warnings", "infos") if summary[key]]
    return f"{', '.join(found)} {of}" if found else f"Nothing found {of}"


def _tone(counted: Counter[Severity]) -> str:
    return next((severity.value for severity in (Severity.ERROR, Severity.WARNING) if counted[severity]), "info")
