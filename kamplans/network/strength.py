"""How good is a contact today, and until when? Strength by level and quality, halved while overdue."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kamplans.model.access import AccessSettings
from kamplans.model.engagement import Engagement
from kamplans.model.portfolio import Account
from kamplans.model.risk import ContactState, LiveContact
from kamplans.model.settings import Settings
from kamplans.model.stakeholder import ContactLevel, Relationship, Status
from kamplans.model.team import OurStatus, Team

DEFAULT_RHYTHM_DAYS = 90
"""How often one meets where neither the relationship nor the person nor the tier says so."""

LONGEST_DAYS = 4_000_000
"""More days than the calendar has: what lasts longer lasts for ever."""

MEETING_KINDS = frozenset({"meeting", "call", "visit"})
"""Interactions in which two people really spoke; an event or a mail does not keep a relationship alive."""

Pair = tuple[str, str]


def chance(number: float) -> float:
    """Return a number of the plan as a chance: what lies outside 0–1, or is no number, goes to the nearer end."""
    return min(1.0, max(0.0, number))


@dataclass(frozen=True, slots=True)
class Ageing:
    """How one contact loses strength: `fresh` (0–1) until the rhythm has passed, then halved every `half_life` days."""

    fresh: float
    rhythm: float
    half_life: float

    @classmethod
    def of(cls, fresh: float, rhythm: int, half_life: float) -> "Ageing":
        """Make one from numbers of the plan; what no calendar holds goes to the nearer end."""
        return cls(fresh, max(0, min(rhythm, LONGEST_DAYS)), max(0.0, min(half_life, float(LONGEST_DAYS))))

    def after(self, days: float) -> float:
        """Return the chance that the contact works `days` after the last contact."""
        overdue = max(0.0, days - self.rhythm)
        if overdue == 0:
            return self.fresh
        return self.fresh * 2.0 ** (-overdue / self.half_life) if self.half_life > 0 else 0.0

    def first_day_below(self, level: float) -> int | None:
        """Return the first whole day after the last contact on which the chance is below `level`; None if never.

        The curve is known, so the day is solved for and not searched: rhythm + half-life · log2(fresh / level); one
        step to either side makes up for rounding.
        """
        if self.fresh < level:
            return 0
        if level <= 0:
            return None
        day = math.floor(self.rhythm + self.half_life * math.log2(self.fresh / level))
        return next(d for d in (day, day + 1, day + 2) if self.after(d) < level)


def latest_meetings(engagement: Engagement, as_of: date) -> dict[Pair, date]:
    """Return for each of ours × theirs the newest day, not after `as_of`, on which they met, spoke or held a review."""
    newest: dict[Pair, date] = {}
    meetings = [(one.date, one.ours, one.theirs) for one in engagement.interactions if one.kind in MEETING_KINDS]
    reviews = [(one.held, one.ours, one.theirs) for one in engagement.reviews if one.held is not None]
    for day, ours, theirs in meetings + reviews:
        if day <= as_of:
            for pair in ((o, t) for o in ours for t in theirs):
                newest[pair] = max(day, newest.get(pair, day))
    return newest


def fresh_strength(relationship: Relationship, settings: AccessSettings) -> float:
    """Return the chance right after a contact: `works` if stated, else level (vendor if missing) times quality."""
    if relationship.works is not None:
        return chance(relationship.works)
    level = relationship.level or ContactLevel.VENDOR
    return chance(settings.contact_works(level) * settings.quality_factor(relationship.quality))


def contacts(account: Account, team: Team, settings: Settings, as_of: date) -> tuple[LiveContact, ...]:
    """Return every recorded relationship between known people as it stands on `as_of`, ordered by ours and theirs."""
    book = account.stakeholders
    ours = {one.id: one.status is OurStatus.ACTIVE for one in team.people}
    theirs = {one.id: one.status is Status.ACTIVE for one in book.people}
    rhythms = {one.id: one.contact_every_days for one in book.people}
    of_tier = settings.tier(account.profile.tier).contact_every_days
    met = latest_meetings(account.engagement, as_of)
    known = (one for one in book.relationships if one.ours in ours and one.theirs in theirs)
    found = [
        _contact(
            one,
            there=ours[one.ours] and theirs[one.theirs],
            last=_newest(one.last_contact, met.get((one.ours, one.theirs)), as_of),
            rhythm=_first(one.contact_every_days, rhythms[one.theirs], of_tier),
            settings=settings.access,
            as_of=as_of,
        )
        for one in known
    ]
    return tuple(sorted(found, key=lambda one: (one.ours, one.theirs)))


def _contact(
    one: Relationship, there: bool, last: date | None, rhythm: int, settings: AccessSettings, as_of: date
) -> LiveContact:
    fresh = fresh_strength(one, settings)
    works: float | None = fresh
    stale_on: date | None = None
    if one.works is None:
        ageing = Ageing.of(fresh, rhythm, settings.half_life_days)
        works = None if last is None else ageing.after((as_of - last).days)
        stale_on = None if last is None else _day_after(last, ageing.first_day_below(settings.live_from))
    state = _state(works, there, settings.live_from)
    return LiveContact(
        ours=one.ours,
        theirs=one.theirs,
        level=one.level.value if one.level else None,
        works=works,
        last_contact=last,
        is_live=state is ContactState.LIVE,
        goes_stale_on=stale_on,
        state=state,
        fresh=fresh,
    )


def _state(works: float | None, there: bool, live_from: float) -> ContactState:
    if not there:
        return ContactState.AWAY
    if works is None:
        return ContactState.UNKNOWN
    return ContactState.LIVE if works >= live_from and works > 0 else ContactState.STALE


def _newest(stated: date | None, met: date | None, as_of: date) -> date | None:
    days = [day for day in (stated, met) if day is not None and day <= as_of]
    return max(days, default=None)


def _first(*days: int | None) -> int:
    return next((one for one in days if one is not None), DEFAULT_RHYTHM_DAYS)


def _day_after(last: date, days: int | None) -> date | None:
    if days is None or days > (date.max - last).days:
        return None
    return last + timedelta(days=days)


def best_by_pair(contacts: Iterable[LiveContact]) -> Mapping[Pair, LiveContact]:
    """Return one contact per pair: where a pair is recorded twice, the one that works best."""
    best: dict[Pair, LiveContact] = {}
    for one in contacts:
        held = best.get((one.ours, one.theirs))
        if held is None or (one.is_live, one.works or 0.0) > (held.is_live, held.works or 0.0):
            best[one.ours, one.theirs] = one
    return best
