"""Grade the relationship risk of every account, and name our people on whom accounts hang."""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Print the grades."""
    from kamplans import api
    from kamplans.reports.relationship_risk import risk_report

    workspace = desk.open()
    accounts = api.account_names(workspace)
    people = {account: api.names(workspace, account) for account in accounts}
    currency = workspace.portfolio.settings.currency
    desk.show(risk_report(api.portfolio_risk(workspace), accounts, people, currency))
    return Exit.FINE


VERB = Verb(run)
