"""How do findings read? The message first, the place second; grouped by rule, or as they stand in the files."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kamplans.model.figures import count
from kamplans.model.finding import Finding, Severity
from kamtui.text import Line, Run, line, run
from kamtui.wording import marks
from kamtui.wording.columns import Column, Row

COLUMNS = (Column("", least=1), Column("Finding", grows=True, most=200, least=24), Column("Place", most=44))


def listed(findings: Sequence[Finding]) -> list[Row]:
    """Return findings as they stand in the files, a heading for each file."""
    rows: list[Row] = []
    path = None
    for finding in sorted(findings, key=lambda one: one.sort_key):
        if finding.path != path:
            path = finding.path
            rows.append(Row(None, (run(path, "title"),)))
        rows.append(_row(finding, f"line {finding.place.line}"))
    return rows


def grouped(findings: Sequence[Finding], *, of_one_account: bool) -> list[Row]:
    """Return findings by rule, the gravest rules first, a heading for each; in one account the file says enough."""
    parts = 1 if of_one_account else 2
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda one: one.sort_key):
        by_rule[finding.code].append(finding)
    rows: list[Row] = []
    for code, group in sorted(by_rule.items(), key=lambda one: (-_worst(one[1]).rank, one[0])):
        heading = line(Run(f"{code} {group[0].rule}", "title"), Run(f"  {totals(group)}", "muted"))
        rows.append(Row(None, (heading,)))
        rows.extend(_row(finding, f"{short_path(finding.path, parts)}:{finding.place.line}") for finding in group)
    return rows


def _worst(findings: Sequence[Finding]) -> Severity:
    return max((finding.severity for finding in findings), key=lambda severity: severity.rank)


def _row(finding: Finding, place: str) -> Row:
    tone = "strong" if finding.severity is Severity.ERROR else ""
    return Row(
        finding, (Run(marks.SEVERITIES[finding.severity], tone), run(finding.message, tone), run(place, "muted"))
    )


def short_path(path: str, parts: int) -> str:
    """Return the last parts of a path."""
    return "/".join(path.split("/")[-parts:])


def totals(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each severity."""
    parts = []
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        number = sum(finding.severity is severity for finding in findings)
        if number:
            parts.append(f"{number} info" if severity is Severity.INFO else count(number, severity.value))
    return " · ".join(parts) or "none"


def detail(finding: Finding) -> Iterator[Line]:
    """Return all of one finding: message, hint, what the plan calls the place, rule and file."""
    yield line(marks.severity(finding.severity), Run(f"  {finding.message}"))
    if finding.hint:
        yield line(Run("Hint  ", "muted"), finding.hint)
    if finding.at:
        yield line(Run("Field  ", "muted"), finding.at)
    place = f"{finding.path}:{finding.place.line}:{finding.place.column}"
    yield line(Run("Place  ", "muted"), place, Run(f"   {finding.code} {finding.rule}", "muted"))


def frame_lines(frame: Sequence[tuple[int, str]], finding: Finding) -> list[tuple[object, Line]]:
    """Return lines of a file with their numbers; those the finding is about are marked."""
    place = finding.place
    digits = len(str(frame[-1][0]))
    lines: list[tuple[object, Line]] = []
    for number, text in frame:
        meant = place.line <= number <= place.end_line
        gutter = Run(f"{'›' if meant else ' '} {number:>{digits}} │ ", "accent" if meant else "muted")
        lines.append((number, line(gutter, Run(text, "strong" if meant else ""))))
    return lines
