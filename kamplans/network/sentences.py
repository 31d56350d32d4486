"""What would a colleague say about this map? The facts that count, in plain sentences, the worst first.

Made once here, shown everywhere alike. A sentence appears only when a fact calls for it; numbers are those of the map.
Access is a chance and people are free: we speak of cutting off and hanging on, never of what will be lost.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kamplans.model.access import AccessSettings
from kamplans.model.figures import count, day, percent
from kamplans.model.portfolio import Account
from kamplans.model.risk import ContactState, DecisionMaker, Grade, LiveContact, PersonRisk, RiskMap
from kamplans.model.stakeholder import Sentiment, Stakeholder, Status
from kamplans.model.team import Colleague, Team
from kamplans.network.leaving import horizon
from kamplans.network.names import Names, listed
from kamplans.network.strength import chance
from kamplans.network.survey import Survey

MOST = 3
"""So many people are named for one kind of fact; the map lists them all."""


@dataclass(frozen=True)
class Telling:
    """A map and what its sentences draw on."""

    risk: RiskMap
    account: Account
    team: Team
    survey: Survey
    settings: AccessSettings
    names: Names

    def all(self) -> tuple[str, ...]:
        """Return every sentence the facts call for."""
        unrated = [self.risk.because] if self.risk.grade is Grade.NOT_RATED else []
        return (
            *unrated,
            *self.departures(),
            *self.together(),
            *self.missing(),
            *self.only_ways(),
            *self.leavers(),
            *self.opponents(),
            *self.expectation(),
            *self.thinness(),
            *self.basis(),
        )

    def _called(self, people: tuple[str, ...] | list[str]) -> str:
        return listed(people, self.names)

    def departures(self) -> Iterator[str]:
        """Who cuts off whom by leaving alone."""
        for one in [one for one in self.risk.people if one.loss > 0][:MOST]:
            yield self._departure(one)

    def _departure(self, one: PersonRisk) -> str:
        deciders = self.risk.decision_makers
        cut = f"{len(one.cuts_off)} of {count(len(deciders), 'decision maker')}"
        whose = " of ours" if one.side == "ours" else ""
        hold = "holds" if len(one.cuts_off) == 1 else "hold"
        return (
            f"Without {self._called([one.person])}{whose} nobody leads us to {cut}, who {hold} {percent(one.loss)}"
            f" of the power: {self._called(one.cuts_off)}."
        )

    def together(self) -> Iterator[str]:
        """Which two people cut off most, where nobody does alone."""
        if self.risk.single_points or not any(one.reachable for one in self.risk.decision_makers):
            return
        if not self.risk.weakest_pairs:
            yield "Nobody cuts us off by leaving, nor do any two people together."
            return
        pair = self.risk.weakest_pairs[0]
        yield (
            f"Nobody cuts us off by leaving alone. The weakest pair are {self._called(pair.people)}:"
            f" {percent(pair.loss)} of the power is in their hands together."
        )

    def missing(self) -> Iterator[str]:
        """Who is out of reach today, and which old contact would change that."""
        for one in self.risk.decision_makers:
            if not one.reachable:
                share = f"{percent(one.power)} of the power"
                yield f"{self._called([one.person])} ({share}) is out of our reach{self._why(one)}.{self._cure(one)}"

    def _why(self, one: DecisionMaker) -> str:
        status = next(person.status for person in self.account.stakeholders.people if person.id == one.person)
        reasons = {
            Status.LEFT: ": the person left and nobody succeeds them",
            Status.MOVED: ": the person moved on and nobody succeeds them",
            Status.ON_LEAVE: ": the person is on leave",
            Status.PLACEHOLDER: ": nobody is known to sit there",
        }
        return reasons.get(status, "")

    def _cure(self, one: DecisionMaker) -> str:
        ways_on = self.survey.tails.get(one.person, {})
        old = [
            contact
            for contact in self.risk.contacts
            if contact.state is ContactState.STALE
            and contact.theirs in ways_on
            and contact.last_contact
            and 0 < contact.fresh >= self.settings.live_from
        ]
        if not old:
            return ""
        best = max(old, key=lambda contact: (contact.works or 0.0, contact.ours, contact.theirs))
        pair = f"{self._called([best.ours])} and {self._called([best.theirs])}"
        return f" A way opens again once {pair} speak; they last did {self._ago(best)}."

    def _ago(self, contact: LiveContact) -> str:
        if contact.last_contact is None:
            return "at an unknown date"
        return f"{count((self.risk.as_of - contact.last_contact).days, 'day')} ago"

    def only_ways(self) -> Iterator[str]:
        """Who hangs on one person or one way, and how likely that still holds at the horizon."""
        thin = [one for one in self.risk.decision_makers if one.reachable and one.ways_in == 1]
        for one in sorted(thin, key=lambda one: (-one.power, one.person))[:MOST]:
            yield self._only_way(one)

    def _only_way(self, one: DecisionMaker) -> str:
        name, points = self._called([one.person]), self._called(one.single_points)
        if len(one.routes) == 1:
            way = " → ".join(self.names.get(person, person) for person in one.routes[0])
            start = f"The one way to {name} is {way}; last contact {self._first_contact(one)}."
        else:
            start = f"Every way to {name} goes through {points}."
        best = 1.0
        for point in one.single_points:
            best *= self.survey.graph.ours.get(point, self.survey.graph.theirs.get(point, 1.0))
        return (
            f"{start} The chance that {name} is within reach in {self.risk.horizon_months:g} months is"
            f" {percent(one.access)}, and {percent(best)} at most while that is so."
        )

    def _first_contact(self, one: DecisionMaker) -> str:
        ours, *theirs = (*one.routes[0], one.person)
        held = [c for c in self.risk.contacts if c.is_live and (c.ours, c.theirs) == (ours, theirs[0])]
        return self._ago(max(held, key=lambda contact: contact.works or 0.0))

    def leavers(self) -> Iterator[str]:
        """Whose last day is known and near, and what hangs on them."""
        until = horizon(self.risk.as_of, self.risk.horizon_months)
        everybody: list[Colleague | Stakeholder] = [*self.team.people, *self.account.stakeholders.people]
        for one in everybody:
            known = one.leaves_on is not None and self.risk.as_of <= one.leaves_on <= until
            costs = list(self._costs(one.id)) if known and one.status == Status.ACTIVE else []
            if costs:
                yield f"{one.name} leaves on {day(one.leaves_on)}: {', and '.join(costs)}."

    def _costs(self, person: str) -> Iterator[str]:
        """Say what a person takes along."""
        if any(one.person == person for one in self.risk.people):
            yield "no way through them counts at the horizon"
        for one in self.risk.decision_makers:
            if one.person == person:
                yield f"{percent(one.power)} of the power passes to somebody we may not know"

    def opponents(self) -> Iterator[str]:
        """Who is against us though we reach them."""
        reached = {one.person for one in self.risk.decision_makers if one.reachable}
        met = {contact.theirs for contact in self.risk.contacts if contact.is_live}
        for one in self.account.stakeholders.people:
            if one.sentiment is Sentiment.OPPONENT and one.status is Status.ACTIVE and one.id in reached | met:
                yield f"{one.name} is against us: within reach, but we count on no introduction from there."

    def expectation(self) -> Iterator[str]:
        """What we may expect to reach at the horizon."""
        if self.risk.expected_access is not None:
            yield (
                f"If nothing is done, we expect to reach {percent(self.risk.expected_access)} of the decision power in"
                f" {self.risk.horizon_months:g} months; {percent(self.risk.supported_access)} is with people for us."
            )

    def thinness(self) -> Iterator[str]:
        """How much of the map is not known."""
        there = [one for one in self.account.stakeholders.people if one.status is Status.ACTIVE]
        if self.risk.without_any_line:
            yield (
                f"Of {len(self.risk.without_any_line)} of {len(there)} people neither a contact nor a line is on"
                " record; the risk may look worse than it is."
            )
        undated = sum(contact.state is ContactState.UNKNOWN for contact in self.risk.contacts)
        if undated:
            opens = "relationship has no date and opens" if undated == 1 else "relationships have no date and open"
            yield f"{undated} {opens} no way until one is known."

    def basis(self) -> Iterator[str]:
        """What the figures rest on: the day, the horizon, the turnover taken for granted."""
        ours, theirs = (chance(self.settings.yearly_turnover(side, None)) for side in ("ours", "theirs"))
        turnover = percent(ours) if ours == theirs else f"{percent(ours)} of ours and {percent(theirs)} of theirs"
        book = self.account.stakeholders
        yield (
            f"As of {day(self.risk.as_of)}, for {self.risk.horizon_months:g} months ahead, on"
            f" {count(len(book.relationships), 'relationship')} and {count(len(book.lines), 'line')} on record;"
            f" where the plan says nothing else, {turnover} leave within a year."
        )


def sentences(
    risk: RiskMap, account: Account, team: Team, survey: Survey, settings: AccessSettings, names: Names
) -> tuple[str, ...]:
    """Return what there is to say about a map, the worst first, what it rests on last."""
    return Telling(risk, account, team, survey, settings, names).all()
