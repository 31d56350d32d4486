"""Nobody manages more key accounts than they can serve.

Why: a key account is one because somebody has time for it. The accounts of an overloaded manager turn into ordinary
ones, the quiet ones first.

Counted are active accounts and prospects in which a person has `role: kam`. The limit is the person's own
`max_accounts`.

Flagged:

    # team.yaml
    people:
      - {id: nora-berg, name: Nora Berg, function: sales, max_accounts: 0}

Clean:

    # team.yaml
    people:
      - {id: nora-berg, name: Nora Berg, function: sales, max_accounts: 3}

Settings: `accounts_per_kam` (10 accounts): the limit of everybody who has no `max_accounts`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kamplans.model.figures import count
from kamplans.model.pattern import values
from kamplans.rules._contract import PORTFOLIO, SERVED, Context, Flag, Rule, Threshold
from kamplans.rules._words import listed, quoted

PER_KAM = Threshold("accounts_per_kam", 10, "accounts")

_SHOWN = 5


def check(context: Context) -> Iterator[Flag]:
    """Flag each of ours who is key account manager of more accounts than their limit."""
    loads = _accounts_by_kam(context)
    for person in context.portfolio.team.people:
        accounts = loads.get(person.id, [])
        limit = context.threshold(PER_KAM) if person.max_accounts is None else person.max_accounts
        if len(accounts) > max(limit, 0):
            more = [] if len(accounts) <= _SHOWN else [f"{len(accounts) - _SHOWN} more"]
            yield Flag(
                f"{quoted(person.id)} manages {count(len(accounts), 'key account')}, {limit:g} are the limit:"
                f" {listed([*accounts[:_SHOWN], *more])}",
                "team",
                (*person.at, "id" if person.max_accounts is None else "max_accounts"),
                "hand one over, or raise `max_accounts` if they have the time",
            )


def _accounts_by_kam(context: Context) -> Mapping[str, list[str]]:
    loads: dict[str, list[str]] = defaultdict(list)
    for account in context.portfolio.accounts.values():
        if context.about(account).subject in SERVED:
            seats = [seat for _, seat in values(account.data("account"), "team[]") if isinstance(seat, Mapping)]
            for person in {str(seat.get("person")) for seat in seats if seat.get("role") == "kam"}:
                loads[person].append(account.id)
    return loads


RULE = Rule("R024", check, judges=PORTFOLIO, reads=("team",), settings=(PER_KAM,))
