"""Of one file only so many findings are listed; the rest is counted."""

from kamplans.model.finding import Finding
from kamplans.reading.limits import MAX_FINDINGS
from kamplans.reading.value_codes import MORE_FINDINGS


def capped(findings: list[Finding]) -> list[Finding]:
    """Return the first findings of one file by place, then one that counts the others and is as severe as the worst."""
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    rest = ordered[MAX_FINDINGS:]
    if not rest:
        return ordered
    more = Finding(
        code=MORE_FINDINGS.code,
        rule=MORE_FINDINGS.slug,
        severity=max((finding.severity for finding in rest), key=lambda severity: severity.rank),
        message=f"The file has at least {len(rest)} more findings",
        path=rest[0].path,
        place=rest[0].place,
        account=rest[0].account,
    )
    return [*ordered[:MAX_FINDINGS], more]
