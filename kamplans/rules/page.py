"""The rules as one page of documentation, `docs/rules.md`: made of the rules' own manuals."""

from kamplans.rules.manual import Manual, all_manuals

_HEAD = """\
# The rules

What `kamplans check` asks of plans that can be read. `kamplans explain R027` and `kamplans explain overdue` show the
same as this page.

A rule has a code and a name; rules that share a code are a family. `rules:` in portfolio.yaml sets the severity of a
rule by name or code (`error`, `warning`, `info`, `ignore`), for all accounts or in a tier for its accounts; the tier
wins over the whole, the name over the code. What is set there also replaces the severity a rule gives a single case.
`thresholds:`, likewise, sets the numbers at which rules begin to speak. Of one rule at most 50 findings are listed for
an account.

The examples belong to an active strategic account, read on 31 October 2026. In them nora-berg and paul-ek are ours,
olaf-lund has left us.

| Rule | Name | Says | Severity |
|---|---|---|---|
"""


def page() -> str:
    """Return the page as Markdown."""
    rules = [manual for manual in all_manuals() if manual.code.startswith("R")]
    rows = [f"| {one.code} | [{one.slug}](#{_anchor(one)}) | {one.summary} | {one.severity} |\n" for one in rules]
    return _HEAD + "".join(rows) + "\n" + _thresholds(rules) + "".join(_section(one) for one in rules)


def _anchor(manual: Manual) -> str:
    return f"{manual.code.lower()}-{manual.slug}"


def _thresholds(rules: list[Manual]) -> str:
    rows = [
        f"| {threshold.name} | {threshold.default:g} {threshold.unit} | {one.code} {one.slug} |\n"
        for one in rules
        for threshold in one.thresholds
    ]
    return "## Thresholds\n\n| Threshold | Default | Rule |\n|---|---|---|\n" + "".join(sorted(rows))


def _section(manual: Manual) -> str:
    return (
        f"\n## {manual.code} {manual.slug}\n\n{manual.summary}\n\n"
        f"Severity: {manual.severity}. Judges {manual.judges}.\n\nWhy: {manual.why}\n\n"
        f"Flagged:\n\n```yaml\n{manual.flagged}\n```\n\n"
        f"Clean:\n\n```yaml\n{manual.clean}\n```\n\n"
        f"Settings: {manual.settings}\n"
    )
