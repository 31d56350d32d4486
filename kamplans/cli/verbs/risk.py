"""Grade the relationship risk of every account, and name our people on whom accounts hang.

With --over-time, each account is judged after each of its commits, by its plans and on the day of that commit.
"""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit
from kamplans.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the way back."""
    parser.add_argument("--over-time", action="store_true", help="the grade after each commit, oldest first")
    parser.add_argument("accounts", nargs="*", metavar="ACCOUNT", help="with --over-time, only these accounts")


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Print the grades, those of today or all since the first commit."""
    from kamplans import api
    from kamplans.reports.relationship_risk import risk_report

    if arguments.over_time:
        return _over_time(arguments.accounts, desk)
    if arguments.accounts:
        raise UsageError("`risk` takes accounts only with --over-time", f"`kamplans map {arguments.accounts[0]}`?")
    workspace = desk.open()
    accounts = api.account_names(workspace)
    people = {account: api.names(workspace, account) for account in accounts}
    currency = workspace.portfolio.settings.currency
    desk.show(risk_report(api.portfolio_risk(workspace), accounts, people, currency))
    return Exit.FINE


def _over_time(accounts: list[str], desk: Desk) -> Exit:
    from kamplans import api
    from kamplans.reports.over_time import over_time_report

    workspace = desk.open()
    courses = api.courses(workspace, list(dict.fromkeys(accounts)))
    desk.show(over_time_report(courses, api.account_names(workspace)))
    return Exit.FINE


VERB = Verb(run, configure)
