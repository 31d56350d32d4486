"""What is known of their people? Who they are, what hangs on them, who of ours knows them; and the marks for it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kamplans.model.figures import word
from kamplans.model.orgchart import OrgChart
from kamplans.model.risk import ContactState, DecisionMaker, LiveContact, PersonRisk, RiskMap
from kamplans.model.stakeholder import DECIDING_ROLES, LineKind, Stakeholder, Stakeholders, Status
from kamplans.model.stakeholder import Line as InformalLine
from kamtui.text import Line, Run, run
from kamtui.wording import marks
from kamtui.wording.figures import short_names

LEGEND = "━ live ┄ stale ? no date × away   ! single point   ▲△ for us ▽▼ against us"
NOBODY = "Nobody is recorded yet: write into stakeholders.yaml who decides and who knows them."
_NOT_THERE = {Status.LEFT: "left", Status.MOVED: "moved", Status.ON_LEAVE: "on leave", Status.PLACEHOLDER: "open seat"}


@dataclass(frozen=True)
class People:
    """All that is known of their people, by id."""

    chart: OrgChart
    risk: RiskMap
    names: Mapping[str, str]
    theirs: Stakeholders

    @cached_property
    def persons(self) -> dict[str, Stakeholder]:
        """Their people."""
        return {person.id: person for person in self.theirs.people}

    @cached_property
    def deciders(self) -> dict[str, DecisionMaker]:
        """Those who decide."""
        return {one.person: one for one in self.risk.decision_makers}

    @cached_property
    def costs(self) -> dict[str, PersonRisk]:
        """What somebody's leaving costs."""
        return {one.person: one for one in self.risk.people}

    @cached_property
    def contacts(self) -> dict[str, list[LiveContact]]:
        """Who of ours knows them, the live contacts first."""
        found: dict[str, list[LiveContact]] = defaultdict(list)
        for contact in sorted(self.risk.contacts, key=lambda one: (not one.is_live, one.ours)):
            found[contact.theirs].append(contact)
        return found

    @cached_property
    def short(self) -> dict[str, str]:
        """First names of ours."""
        return short_names({contact.ours for contact in self.risk.contacts}, self.names)

    def name(self, person: str) -> str:
        """Return a person's name; the id where it is not known."""
        return self.names.get(person, person)

    def last_contact(self, person: str) -> date | None:
        """Return the day somebody of ours last spoke with them."""
        days = [contact.last_contact for contact in self.contacts.get(person, ()) if contact.last_contact]
        return max(days, default=None)


def name_marks(people: People, id: str) -> Line:
    """Return a name with what one must see at once: single point, stance, and whether they are there at all."""
    person = people.persons.get(id)
    parts = [run(people.name(id), "strong" if id in people.deciders else "")]
    if id in people.risk.single_points:
        parts.append(Run(" !", "strong"))
    if person and person.sentiment and marks.SENTIMENTS[person.sentiment].strip():
        parts.append(Run(f" {marks.SENTIMENTS[person.sentiment]}", "accent"))
    if person and person.status in _NOT_THERE:
        parts.append(Run(f" ({_NOT_THERE[person.status]})", "muted"))
    return tuple(parts)


def role(person: Stakeholder | None) -> str:
    """Return the role that matters most: one that decides, else the first."""
    if person is None or not person.roles:
        return ""
    deciding = [one for one in person.roles if one in DECIDING_ROLES]
    return word((deciding or list(person.roles))[0])


def ours(people: People, id: str) -> Line:
    """Return who of ours knows them, each with the state of the contact."""
    parts: list[Run] = []
    for contact in people.contacts.get(id, ()):
        parts.append(Run(("  " if parts else "") + people.short[contact.ours], "" if contact.is_live else "muted"))
        parts.append(liveness(contact, people.risk.as_of))
    return tuple(parts)


def liveness(contact: LiveContact, today: date) -> Run:
    """Return the mark of a contact: ━ live, ┄ stale with its age in days, ? of no known date, × where one is away."""
    if contact.state is ContactState.LIVE:
        return Run("━", "accent")
    if contact.state is ContactState.AWAY:
        return Run("× away", "muted")
    if contact.state is ContactState.UNKNOWN:
        return Run("?", "muted")
    return Run(f"┄{(today - contact.last_contact).days} d" if contact.last_contact else "┄", "muted")


def arrow(one: InformalLine, *, outward: bool) -> str:
    """Return the mark of an informal line, seen from one of its ends."""
    if one.kind is LineKind.COLLABORATES_WITH:
        return "↔"
    if one.kind is LineKind.CONFLICTS_WITH:
        return "≠"
    return "→" if outward else "←"
