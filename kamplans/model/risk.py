"""What the relationship map of one account tells: ways in, single points, grade, and what to do."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Grade(StrEnum):
    """How much of the decision power hangs on one departure; worst first."""

    CRITICAL = "critical"
    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    NOT_RATED = "not_rated"

    @property
    def rank(self) -> int:
        """4 for critical down to 0 for not rated."""
        return {"critical": 4, "high": 3, "moderate": 2, "low": 1, "not_rated": 0}[self.value]


class ContactState(StrEnum):
    """Whether a recorded relationship opens a way today."""

    LIVE = "live"
    STALE = "stale"
    UNKNOWN = "unknown"
    AWAY = "away"
    """One of the two is not there."""


@dataclass(frozen=True, slots=True)
class DecisionMaker:
    """A person of theirs who decides.

    `power` is the share (0–1) of the power of all decision makers. Without a route `reachable` is False, `access` None
    and `ways_in` 0. `access` is the chance (0–1) that we still reach them at the horizon, given that they stay.
    `single_points` are the people in every route; `routes` the minimal sets of people, each ordered from us to them,
    without the decision maker; `cut` a smallest set of people whose leaving closes every route.
    """

    person: str
    power: float
    reachable: bool
    access: float | None
    ways_in: int
    single_points: tuple[str, ...]
    routes: tuple[tuple[str, ...], ...]
    cut: tuple[str, ...] = ()
    seat_empty: bool = False
    """The person left or moved and nobody sits there: power that nobody can reach."""
    leaves: float | None = None
    """The chance (0–1) that the person leaves until the horizon and somebody else decides; None if not there now."""


@dataclass(frozen=True, slots=True)
class PersonRisk:
    """What one person's leaving costs.

    `loss` is the share (0–1) of the power of all decision makers whose every route breaks, the leaver's own seat not
    counted; `cuts_off` those decision makers; `importance` the expected access while the person stays, less that once
    they left (Birnbaum).
    """

    person: str
    side: str
    loss: float
    cuts_off: tuple[str, ...]
    importance: float


@dataclass(frozen=True, slots=True)
class WeakPair:
    """Two people who close the last ways to a decision maker only if both leave.

    `loss` is the power both together cut off (0–1): that of `cuts_off`, all decision makers lost when both leave, the
    seats of the two not counted.
    """

    people: tuple[str, str]
    loss: float
    cuts_off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StaleContact:
    """A relationship too weak to open a way; `stale_since` is the first such day.

    Both dates are None where the plan states the chance itself (`works`), which does not age.
    """

    ours: str
    theirs: str
    last_contact: date | None
    stale_since: date | None


@dataclass(frozen=True, slots=True)
class NextContact:
    """A contact to make (`new`) or to wake (`refresh`), with the expected access it adds and its effort.

    `grade` is the account's grade after it; None where the account is not rated.
    """

    ours: str
    theirs: str
    gain: float
    kind: str
    effort: float
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class LiveContact:
    """A recorded relationship as it stands today; `works` is the chance that it opens a way, None while unknown.

    `is_live` says that it opens a way: strong enough, and both people are there. `fresh` is the chance right after a
    contact. `goes_stale_on` is the first day on which it no longer opens a way if nobody calls; None if it never ages
    or has no date.
    """

    ours: str
    theirs: str
    level: str | None
    works: float | None
    last_contact: date | None
    is_live: bool
    goes_stale_on: date | None
    state: ContactState = ContactState.UNKNOWN
    fresh: float = 0.0


@dataclass(frozen=True)
class RiskMap:
    """The answer about one account.

    Everything that is a share or a chance is 0–1; `expected_access` and `supported_access` (that to people who are for
    us) are None when not rated. `because` says which rule of the grades fired, in words. `bus_factor` is the smallest
    set of people whose leaving cuts more than half of today's reachable power; empty when nothing is reachable.
    `unreached_power` is the share of the power that no way leads to, None where nobody decides. `assumptions` are facts
    that were missing and taken for granted, in words.
    """

    account: str
    as_of: date
    horizon_months: float
    grade: Grade
    because: str
    expected_access: float | None
    bus_factor: tuple[str, ...]
    decision_makers: tuple[DecisionMaker, ...]
    people: tuple[PersonRisk, ...]
    weakest_pairs: tuple[WeakPair, ...]
    stale: tuple[StaleContact, ...]
    contacts: tuple[LiveContact, ...]
    next_contacts: tuple[NextContact, ...]
    sentences: tuple[str, ...]
    unreached_power: float | None = None
    supported_access: float | None = None
    assumptions: tuple[str, ...] = ()
    without_any_line: tuple[str, ...] = ()
    """People of theirs, there today, with neither a contact nor an informal line on record."""
    is_exact: bool = True
    """False where the map was too dense for an exact answer and the chances were sampled (±0.4 points)."""

    @property
    def largest_loss(self) -> PersonRisk | None:
        """The person whose leaving costs most; None if nobody's does."""
        worst = max(self.people, key=lambda person: (person.loss, person.importance), default=None)
        return worst if worst and worst.loss > 0 else None

    @property
    def whom_to_meet(self) -> tuple[NextContact, ...]:
        """The best next contact for each person of theirs whom it is worth meeting, the best first."""
        best: dict[str, NextContact] = {}
        for one in self.next_contacts:
            if one.gain > 0:
                best.setdefault(one.theirs, one)
        return tuple(best.values())

    @property
    def single_points(self) -> tuple[str, ...]:
        """People whose leaving cuts off a decision maker, the costliest first."""
        losing = [person for person in self.people if person.loss > 0]
        return tuple(
            person.person for person in sorted(losing, key=lambda one: (-one.loss, -one.importance, one.person))
        )


@dataclass(frozen=True, slots=True)
class KeyColleague:
    """One of ours across accounts: where they are a single point.

    `exposed_value` is the yearly value exposed there, in the portfolio's currency.
    """

    person: str
    accounts: tuple[str, ...]
    exposed_value: float | None
    unvalued: tuple[str, ...] = ()
    """Those of the accounts that `exposed_value` leaves out, for their value is not known."""


@dataclass(frozen=True)
class PortfolioRisk:
    """All accounts and our key people.

    `bus_factor` are those of ours whose leaving cuts more than half of the value-weighted reachable power.
    """

    maps: tuple[RiskMap, ...]
    people: tuple[KeyColleague, ...]
    bus_factor: tuple[str, ...]
    exposed: dict[str, float | None] = field(default_factory=dict)
    """Per account: yearly value times the largest loss, in the portfolio's currency; None while either is unknown."""
    sentences: tuple[str, ...] = ()
