"""How does one person read? Who they are, what hangs on them, who of ours knows them, what they said."""

from collections.abc import Iterator

from kamplans.model.figures import count, percent, short_day, word
from kamplans.model.stakeholder import Line as InformalLine
from kamplans.model.stakeholder import LineKind, Stakeholder, Status
from kamtui.text import Line, Run, line
from kamtui.wording import marks
from kamtui.wording.figures import joined
from kamtui.wording.people import People, arrow, liveness


def person_lines(people: People, id: str) -> Iterator[Line]:
    """Return what is known of one person: who they are, what hangs on them, who knows them, what they said."""
    person = people.persons.get(id)
    if person is None:
        return
    yield from _who(people, person)
    yield from _stakes(people, id)
    yield from _known_by(people, id)
    yield from _informal(people, id)
    yield from _told(people, person)


def _who(people: People, person: Stakeholder) -> Iterator[Line]:
    where = [part for part in (person.title, person.department, person.location, person.employer) if part]
    yield line(" · ".join(where) or "nothing written about their work yet")
    yield line(Run(", ".join(word(one) for one in person.roles) or "no role recorded"))
    stance = (
        f"{marks.SENTIMENTS[person.sentiment]} {word(person.sentiment)}".strip()
        if person.sentiment
        else "stance unknown"
    )
    influence = f"influence {person.influence} of 5" if person.influence is not None else "influence unknown"
    yield line(stance, Run(f" · {influence}"))
    if person.status is not Status.ACTIVE or person.leaves_on:
        leaves = f", leaves {short_day(person.leaves_on)}" if person.leaves_on else ""
        yield line(Run(f"{word(person.status)}{leaves}", "strong"))
    if person.reports_to:
        yield line(Run("reports to  ", "muted"), people.name(person.reports_to))


def _stakes(people: People, id: str) -> Iterator[Line]:
    decider, cost = people.deciders.get(id), people.costs.get(id)
    if decider:
        yield ()
        reach = f"access {percent(decider.access)}" if decider.reachable else "out of reach"
        yield line(f"{percent(decider.power)} of the power, {count(decider.ways_in, 'way')} in, {reach}")
        if decider.single_points:
            yield line(Run("only through  ", "muted"), Run(_named(people, decider.single_points), "strong"))
    if cost and cost.loss > 0:
        yield ()
        cut = f"{len(cost.cuts_off)} of {len(people.risk.decision_makers)} who decide"
        yield line(Run(f"If they leave, we lose {cut}", "strong"), f" ({percent(cost.loss)} of the power):")
        yield line(_named(people, cost.cuts_off))
    if cost and cost.importance > 0:
        yield line(Run("importance  ", "muted"), f"{cost.importance:.2f}")


def _named(people: People, ids: tuple[str, ...]) -> str:
    return joined([people.name(one) for one in ids])


def _known_by(people: People, id: str) -> Iterator[Line]:
    yield ()
    known = people.contacts.get(id, ())
    if not known:
        yield line(Run("Nobody of ours knows them.", "strong"))
    for contact in known:
        last = short_day(contact.last_contact) if contact.last_contact else "no date"
        works = f", works {percent(contact.works)}" if contact.works is not None else ""
        state = "" if contact.is_live else f" ({contact.state})"
        level = word(contact.level) if contact.level else "level unknown"
        mark = liveness(contact, people.risk.as_of)
        yield line(Run(mark.text[0], mark.tone), f" {people.name(contact.ours)}")
        yield line(Run(f"  {level}{state}, {last}{works}", "muted"))


def _informal(people: People, id: str) -> Iterator[Line]:
    lines = [one for one in people.theirs.lines if id in (one.from_, one.to)]
    if lines:
        yield ()
    for one in lines:
        outward = one.from_ == id
        other = people.name(one.to if outward else one.from_)
        yield line(Run(f"{arrow(one, outward=outward)} ", "accent"), _said(one, outward, other))


def _said(one: InformalLine, outward: bool, other: str) -> str:
    strength = f", {one.strength}" if one.strength else ""
    if one.kind is LineKind.INFLUENCES:
        return f"influences {other}{strength}" if outward else f"{other} influences them{strength}"
    return f"{word(one.kind)} {other}{strength}"


def _told(people: People, person: Stakeholder) -> Iterator[Line]:
    for name, text in (("wants", person.aims), ("prefers", person.prefers), ("answers for", person.responsible_for)):
        if text:
            yield ()
            yield line(Run(f"{name}  ", "muted"), text)
    for one in sorted(person.evidence, key=lambda one: one.date, reverse=True)[:3]:
        yield ()
        yield line(Run(f"{short_day(one.date)}, {people.name(one.by)}  ", "muted"), one.note)
