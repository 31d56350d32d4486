"""The filter language: words in, accounts out."""

from datetime import date

import pytest

from kamplans.errors import UsageError
from kamplans.model.filter import filter_rows
from kamplans.model.overview import AccountRow
from kamplans.model.profile import AccountStatus
from kamplans.model.risk import Grade

AS_OF = date(2026, 10, 31)


def row(account: str, name: str, **facts: object) -> AccountRow:
    usual: dict[str, object] = {
        "tier": "key",
        "status": AccountStatus.ACTIVE,
        "owner": "hanna-lindqvist",
        "owner_name": "Hanna Lindqvist",
        "grade": Grade.LOW,
        "access": None,
        "exposed": None,
        "yearly_value": None,
        "review_due": None,
        "review_planned": False,
        "errors": 0,
        "warnings": 0,
        "infos": 0,
    }
    return AccountRow(account=account, name=name, **{**usual, **facts})  # type: ignore[arg-type]


ROWS = (
    row("acme", "Acme Foods", tier="strategic", grade=Grade.CRITICAL, access=0.41, yearly_value=1.45e6, exposed=0.9e6),
    row("bolt", "Bolt [EMEA] Straße", access=0.9, yearly_value=800_000.0, exposed=0.0, review_due=date(2026, 11, 20)),
    row(
        "cove",
        "Cove",
        owner="diego-santos",
        owner_name="Diego Santos",
        status=AccountStatus.PROSPECT,
        grade=Grade.NOT_RATED,
    ),
    row("dune", "Dune", warnings=2, review_due=date(2026, 10, 1), access=0.5),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "acme bolt cove dune"),
        ("   ", "acme bolt cove dune"),
        ("acme", "acme"),
        ("FOODS", "acme"),
        ("!acme", "bolt cove dune"),
        ("!", "acme bolt cove dune"),
        ("[emea]", "bolt"),
        ("STRASSE", "bolt"),
        ('"acme foods"', "acme"),
        ('"acme', "acme"),
        ("o e", "acme bolt cove"),
        ("tier:strategic", "acme"),
        ("!tier:strategic", "bolt cove dune"),
        ("status:prospect", "cove"),
        ("grade:critical", "acme"),
        ("grade:not", "cove"),
        ("owner:diego", "cove"),
        ('owner:"diego santos"', "cove"),
        ("acv:>1m", "acme"),
        ("acv:<=800k", "bolt"),
        ("exposed:>0", "acme"),
        ("access:<50%", "acme"),
        ("access:<=0.5", "acme dune"),
        ("due:<30d", "bolt dune"),
        ("due:<0d", "dune"),
        ("findings:warning", "dune"),
        ("findings:none", "acme bolt cove"),
        ("findings:>1", "dune"),
        ("tier:key !owner:hanna", "cove"),
        ("name:cove", "cove"),
        ("account:dun", "dune"),
    ],
)
def test_filter(text: str, found: str) -> None:
    assert " ".join(one.account for one in filter_rows(ROWS, text, AS_OF)) == found


@pytest.mark.parametrize("text", ["teir:key", "acv:>lots", "due:<", "x:y", "acv:>1e", "a:b:c"])
def test_words_that_are_none(text: str) -> None:
    with pytest.raises(UsageError) as problem:
        filter_rows(ROWS, text, AS_OF)
    assert problem.value.hint
