"""An account has exactly one key account manager.

Why: with none, nobody answers for the account; with two, each believes the other does. Others of ours belong to the
team in other roles.

Flagged:

    # account.yaml
    name: Cruz Foods
    tier: strategic
    status: active
    team:
      - {person: nora-berg, role: kam}
      - {person: paul-ek, role: kam}

Clean:

    # account.yaml
    name: Cruz Foods
    tier: strategic
    status: active
    team:
      - {person: nora-berg, role: kam}
      - {person: paul-ek, role: executive_sponsor}

Settings: none.
"""

from collections.abc import Iterator, Mapping

from kamplans.model.finding import Severity
from kamplans.model.pattern import values
from kamplans.rules._contract import SERVED, Context, Flag, Rule


def check(context: Context) -> Iterator[Flag]:
    """Flag a team without a key account manager, and each one after the first."""
    document = context.documents["account"]
    seats = values(document.data, "team[]")
    kams = [keys for keys, seat in seats if isinstance(seat, Mapping) and seat.get("role") == "kam"]
    if not kams:
        yield Flag("nobody in the team is the key account manager", "account", ("team",), "give one `role: kam`", True)
    for keys in kams[1:]:
        yield Flag(
            f"the account has {len(kams)} key account managers",
            "account",
            (*keys, "role"),
            "keep one `role: kam` and give the others the role they play",
        )


RULE = Rule("R024", check, Severity.ERROR, judges=SERVED, reads=("account",))
