"""How likely is it that a person stays until the horizon?"""

from calendar import monthrange
from datetime import date, timedelta

from kamplans.model.access import AccessSettings
from kamplans.model.stakeholder import Stakeholder
from kamplans.model.team import Colleague
from kamplans.network.strength import chance

DAYS_PER_MONTH = 365.25 / 12


def horizon(as_of: date, months: float) -> date:
    """Return the last day that counts: whole months by the calendar, the rest in days; never beyond the calendar."""
    whole = int(max(0.0, min(months, 12_000.0)))
    years, month = divmod(as_of.month - 1 + whole, 12)
    if as_of.year + years >= date.max.year:
        return date.max
    day = min(as_of.day, monthrange(as_of.year + years, month + 1)[1])
    rest = round(max(0.0, min(months - whole, 1.0)) * DAYS_PER_MONTH)
    return date(as_of.year + years, month + 1, day) + timedelta(days=rest)


def stays(person: Stakeholder | Colleague, settings: AccessSettings, as_of: date) -> float:
    """Return the chance (0–1) that the person is still there at the horizon.

    A stated last day within the horizon means certainly gone. Else the yearly chance p of leaving (the person's own, or
    the turnover of side and level) is scaled to H months: (1 − p)^(H / 12).
    """
    if person.leaves_on is not None and person.leaves_on <= horizon(as_of, settings.horizon_months):
        return 0.0
    yearly = person.leave_probability
    if yearly is None and isinstance(person, Stakeholder):
        yearly = settings.yearly_turnover("theirs", person.level)
    elif yearly is None:
        yearly = settings.yearly_turnover("ours", None)
    years = max(0.0, settings.horizon_months) / 12
    return float((1.0 - chance(yearly)) ** years)
