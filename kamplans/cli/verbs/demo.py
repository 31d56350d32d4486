"""Write the example portfolio as a git repository with two years of history, to look at and to play with.

It goes into a new or empty folder, `kamplans-demo` here unless another is named. The history is the same every time, to
the last commit id; nobody's git settings have a part in it.
"""

import argparse

from kamplans.cli._contract import Verb
from kamplans.cli.desk import Desk
from kamplans.cli.exits import Exit


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the folder."""
    parser.add_argument("folder", nargs="?", default="kamplans-demo", metavar="DIR", help="a new or empty folder")


def run(arguments: argparse.Namespace, desk: Desk) -> Exit:
    """Write it, and say what to type next."""
    from kamplans import api
    from kamplans.reports.demo import demo_report

    desk.show(demo_report(api.make_demo(desk.folder / arguments.folder), desk.folder))
    return Exit.FINE


VERB = Verb(run, configure)
