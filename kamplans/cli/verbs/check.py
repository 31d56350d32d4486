"""Check every plan: text, shape, references and rules, each finding on its line.

The whole portfolio is read, for an account is only right among the others; findings are printed for the paths given
(files or folders), or for all. Exit 1 when one of them is as bad as --fail-on.
"""

import argparse
from pathlib import Path

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit
from kamplans.model.finding import Finding, Severity

_LEVELS = ("error", "warning", "info")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="print what lies in these files or folders only")
    parser.add_argument(
        "--select", action="append", default=[], metavar="CODE", help="only these codes, slugs or beginnings"
    )
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="CODE", help="not these codes, slugs or beginnings"
    )
    parser.add_argument("--fail-on", choices=_LEVELS, default="error", help="the least severity that makes it exit 1")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 whatever is found")


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Check, print, and say by the status whether anything is bad enough."""
    from kamplans import api
    from kamplans.reports.findings import findings_report

    workspace = desk.open()
    findings = api.check(workspace, select=_words(arguments.select), ignore=_words(arguments.ignore))
    if arguments.paths:
        findings = api.within(workspace, findings, [desk.folder / Path(path) for path in arguments.paths])
    portfolio = workspace.portfolio
    desk.show(findings_report(findings, len(portfolio.all_documents), len(portfolio.accounts)))
    return Exit.FINDINGS if _is_bad(findings, arguments.fail_on) and not arguments.exit_zero else Exit.FINE


def _words(given: list[str]) -> tuple[str, ...]:
    return tuple(word.strip() for text in given for word in text.split(",") if word.strip())


def _is_bad(findings: tuple[Finding, ...], least: str) -> bool:
    return any(finding.severity.rank >= Severity(least).rank for finding in findings)


VERB = Verb(run, configure)
