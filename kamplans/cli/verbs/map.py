"""Map who knows whom in one account, and what it costs if somebody leaves."""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the account."""
    parser.add_argument("account", metavar="ACCOUNT", help="the account's id")


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Print the map."""
    from kamplans import api
    from kamplans.reports.org_chart import chart_lines
    from kamplans.reports.relationship_map import map_report

    workspace = desk.open()
    account = api.account(workspace, arguments.account)
    risk = api.assess(workspace, account.id)
    names = api.names(workspace, account.id)
    desk.show(map_report(risk, account.name, names, chart_lines(api.org_chart(workspace, account.id), risk, names)))
    return Exit.FINE


VERB = Verb(run, configure)
