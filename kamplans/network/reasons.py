"""The rule of the grade that fired, in words: who, on which side, how much of the power."""

from dataclasses import dataclass
from datetime import date

from kamplans.model.access import Grades
from kamplans.model.figures import day, percent
from kamplans.model.portfolio import Account
from kamplans.model.profile import AccountStatus
from kamplans.model.risk import Grade
from kamplans.network.grades import Shared, Standing
from kamplans.network.names import Names, listed
from kamplans.network.survey import Survey


@dataclass(frozen=True)
class Case:
    """A grade and what it rests on."""

    grade: Grade
    standing: Standing
    survey: Survey
    grades: Grades
    names: Names
    as_of: date

    def because(self) -> str:
        """Say which rule fired, and on whom."""
        if self.grade in (Grade.CRITICAL, Grade.HIGH):
            bound = self.grades.critical if self.grade is Grade.CRITICAL else self.grades.high
            leaver = [self._departure()] if 0 < self.standing.largest_loss >= bound else []
            missing = [f"There is {self._missing()}."] if 0 < self.standing.unreached_share >= bound else []
            return " ".join([*leaver, *missing])
        if self.standing.lost:
            return self._departure()
        if self.standing.expected < self.grades.thin_access:
            access, wanted = percent(self.standing.expected), percent(self.grades.thin_access)
            return f"Whoever leaves alone cuts nobody off, but the expected access of {access} is below {wanted}."
        if self.standing.thinning:
            return " ".join(self._thinning(seat.person) for seat in self.standing.thinning)
        but = f", but there is {self._missing()}" if self.standing.unreached else ""
        return f"Whoever leaves alone cuts nobody off{but}."

    def _departure(self) -> str:
        worst = max(self.standing.lost.values())
        share, bits = percent(worst / self.standing.power), self.survey.bits
        leavers = [bit for bit, lost in sorted(self.standing.lost.items()) if lost == worst]
        sides = {True: "our side", False: "their side"}
        said = [
            f"{listed([bits.names[bit] for bit in leavers if bits.is_ours(bit) is ours], self.names, 'or')} on {side}"
            for ours, side in sides.items()
            if any(bits.is_ours(bit) is ours for bit in leavers)
        ]
        return f"A single departure cuts off {share} of the decision power: {', or '.join(said)}."

    def _missing(self) -> str:
        seats = [seat.person for seat in self.survey.graph.seats if not self.survey.routes[seat.person]]
        share = percent(self.standing.unreached_share)
        return f"no way to {share} of the decision power: {listed(seats, self.names)}"

    def _thinning(self, seat: str) -> str:
        """Say from which day on the seat has one way in, or none, if nobody calls."""
        live = [one for one in self.survey.contacts if one.is_live]
        for last in sorted(one.goes_stale_on for one in live if one.goes_stale_on):
            left = [one for one in live if one.goes_stale_on is None or one.goes_stale_on > last]
            soon = Shared.of(self.survey.people_on_ways(seat, left))
            if soon.ways_in < 2:
                return f"If nobody calls, {self._left_over(seat, soon)} from {day(last)} on."
        return ""

    def _left_over(self, seat: str, soon: Shared) -> str:
        name = self.names.get(seat, seat)
        if not soon.any:
            return f"no way leads to {name}"
        return f"every way to {name} goes through {listed(self.survey.bits.members(soon.people), self.names)}"


def unrated(account: Account, standing: Standing | None, survey: Survey) -> str | None:
    """Say why an account has no grade; None if it has one."""
    if not account.is_active:
        status = account.profile.status
        known = {AccountStatus.PROSPECT: "a prospect", AccountStatus.LOST: "lost", AccountStatus.EXITED: "exited"}
        said = f"this one is {known[status]}" if status in known else "this one states no status"
        return f"Only active accounts are rated; {said}."
    if standing is None:
        return "Nobody who decides is on record, so there is no power to reach."
    if all(one.works is None for one in survey.contacts):
        return "No relationship has a date or a stated chance, so nothing is known about our access."
    return None
