"""On whom of ours does the whole portfolio hang? Key people across accounts, weighed by what the accounts are worth.

The same departure hits all accounts at once, so sums are taken over accounts and chances are never multiplied.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kamplans.model.figures import count, money
from kamplans.model.portfolio import Portfolio
from kamplans.model.risk import Grade, KeyColleague, PortfolioRisk, RiskMap

Values = Mapping[str, float | None]


def portfolio_risk(portfolio: Portfolio, maps: Sequence[RiskMap], yearly_value: Values) -> PortfolioRisk:
    """Return the risk over all accounts; `yearly_value` is by account, in the portfolio's currency, None if unknown.

    Only rated accounts count for people and bus factor. Where no value is known at all, accounts weigh the same.
    """
    rated = [one for one in maps if one.grade is not Grade.NOT_RATED]
    people = _key_people(rated, yearly_value)
    return PortfolioRisk(
        maps=tuple(maps),
        people=people,
        bus_factor=_bus_factor(rated, yearly_value),
        exposed={one.account: _exposed(one, yearly_value.get(one.account)) for one in maps},
        sentences=_sentences(portfolio, people),
    )


def _exposed(risk: RiskMap, value: float | None) -> float | None:
    if value is None or risk.grade is Grade.NOT_RATED:
        return None
    return value * risk.largest_loss.loss if risk.largest_loss else 0.0


def _key_people(maps: Sequence[RiskMap], values: Values) -> tuple[KeyColleague, ...]:
    """Return those of ours who are a single point anywhere, most value exposed first, the unknown last."""
    losses: dict[str, dict[str, float]] = {}
    for one in maps:
        for person in one.people:
            if person.side == "ours" and person.loss > 0:
                losses.setdefault(person.person, {})[one.account] = person.loss
    found = [_key_colleague(person, by_account, values) for person, by_account in losses.items()]
    return tuple(sorted(found, key=lambda one: (-(one.exposed_value or 0.0), -len(one.accounts), one.person)))


def _key_colleague(person: str, losses: Mapping[str, float], values: Values) -> KeyColleague:
    valued = {account: value for account in losses if (value := values.get(account)) is not None}
    return KeyColleague(
        person=person,
        accounts=tuple(sorted(losses)),
        exposed_value=sum(value * losses[account] for account, value in valued.items()) if valued else None,
        unvalued=tuple(sorted(losses.keys() - valued.keys())),
    )


@dataclass(frozen=True)
class _Reach:
    """A decision maker within reach: what that is worth, and who of ours opens a way there."""

    worth: float
    ours: frozenset[str]


def _bus_factor(maps: Sequence[RiskMap], values: Values) -> tuple[str, ...]:
    """Return those of ours without whom more than half of the value-weighted reach is cut off.

    They are chosen greedily, and whoever turns out not to be needed is left out again; where no way is open, nobody.
    """
    known = any(values.get(one.account) is not None for one in maps)
    reach = [
        _Reach((values.get(one.account) or 0.0 if known else 1.0) * seat.power, _ours(seat.routes))
        for one in maps
        for seat in one.decision_makers
        if seat.reachable
    ]
    if not any(one.worth > 0 for one in reach):
        return ()
    people, gone = sorted({person for one in reach for person in one.ours}), list[str]()
    while not _cuts_half(reach, gone):
        gone.append(max((one for one in people if one not in gone), key=lambda one: _weight(reach, gone, one)))
    for person in tuple(gone):
        others = [one for one in gone if one != person]
        gone = others if _cuts_half(reach, others) else gone
    return tuple(gone)


def _cuts_half(reach: Sequence[_Reach], gone: Sequence[str]) -> bool:
    leavers = frozenset(gone)
    return 2 * sum(one.worth for one in reach if one.ours <= leavers) > sum(one.worth for one in reach)


def _ours(routes: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """Return who of ours opens routes: their first people."""
    return frozenset(route[0] for route in routes)


def _weight(reach: Sequence[_Reach], gone: Sequence[str], person: str) -> tuple[float, float]:
    """Return what one more departure cuts off, and for equals how much of what is open goes through that person."""
    leavers = frozenset((*gone, person))
    cut = sum(one.worth for one in reach if one.ours <= leavers)
    return cut, sum(one.worth / len(one.ours) for one in reach if person in one.ours)


def _sentences(portfolio: Portfolio, people: Sequence[KeyColleague]) -> tuple[str, ...]:
    names = {one.id: one.name for one in portfolio.team.people}
    said = []
    for one in people:
        worth = f", {money(one.exposed_value, portfolio.settings.currency)} a year exposed" if one.exposed_value else ""
        where = count(len(one.accounts), "account")
        said.append(f"{names.get(one.person, one.person)} alone holds ways open in {where}{worth}.")
    return tuple(said)
