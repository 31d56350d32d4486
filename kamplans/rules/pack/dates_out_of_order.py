"""What has a beginning and an end begins before it ends.

Why: a contract that ends before it starts never runs, so its renewal is on no list; a roadmap that ends before it
begins shows nothing.

Flagged:

    # account.yaml
    name: Cruz Foods
    tier: strategic
    status: active
    team:
      - {person: nora-berg, role: kam}
    contracts:
      - {id: frame, start: 2026-04-01, end: 2025-03-31}

Clean:

    # account.yaml
    name: Cruz Foods
    tier: strategic
    status: active
    team:
      - {person: nora-berg, role: kam}
    contracts:
      - {id: frame, start: 2026-04-01, end: 2029-03-31}

Settings: none.
"""

from collections.abc import Iterator, Mapping

from kamplans.model.day import day_of
from kamplans.model.finding import Severity
from kamplans.model.pattern import values
from kamplans.rules._contract import EVERYWHERE, Context, Flag, Rule

_SPANS = (
    ("account", "", "since", "until"),
    ("account", "plan", "from", "to"),
    ("account", "contracts[]", "start", "end"),
    ("goals", "roadmap", "from", "to"),
    ("goals", "roadmap.phases[]", "from", "to"),
    ("goals", "initiatives[]", "start", "end"),
)
"""Document, where, and the fields of the first and the last day."""


def check(context: Context) -> Iterator[Flag]:
    """Flag the end of each span that lies before its beginning."""
    for kind, pattern, first, last in _SPANS:
        document = context.documents.get(kind)
        for keys, item in values(document.data, pattern) if document else ():
            if isinstance(item, Mapping):
                begins, ends = day_of(item.get(first)), day_of(item.get(last))
                if begins and ends and ends < begins:
                    yield Flag(
                        f"`{last}` {ends} lies before `{first}` {begins}", kind, (*keys, last), "swap or correct them"
                    )


RULE = Rule("R058", check, Severity.ERROR, judges=EVERYWHERE)
