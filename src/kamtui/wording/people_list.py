"""How do the same people read as a table? A row a person, ordered by whatever one asks for."""

from kamplans.model.figures import UNKNOWN, percent, short_day, word
from kamplans.model.stakeholder import Stakeholder
from kamtui.text import run
from kamtui.wording import marks
from kamtui.wording.columns import Column, Row
from kamtui.wording.people import People, name_marks, ours, role

LIST_COLUMNS = (
    Column("Name", most=32, least=24, grows=True),
    Column("Title", most=34, rank=5),
    Column("Role", most=16, rank=4),
    Column("Stands", most=12, rank=3, falling=True, first="against us first"),
    Column("Power", right=True, falling=True, first="highest first"),
    Column("Ways in", right=True, rank=2, first="fewest first"),
    Column("Access", right=True, first="lowest first"),
    Column("Last contact", right=True, rank=1, first="longest ago first"),
    Column("Who of ours", most=40, least=14, rank=1, falling=True, first="most of ours first"),
)


def list_rows(people: People) -> list[Row]:
    """Return the same people as a table that can be sorted."""
    return [_list_row(people, person) for person in people.theirs.people]


def _list_row(people: People, person: Stakeholder) -> Row:
    decider = people.deciders.get(person.id)
    last = people.last_contact(person.id)
    reach = None if decider is None else decider.access or 0.0
    cells = (
        (*name_marks(people, person.id),),
        run(person.title or UNKNOWN),
        run(role(person)),
        run(word(person.sentiment)),
        run(percent(decider.power) if decider else ""),
        run(decider.ways_in if decider else ""),
        run((percent(decider.access) if decider.reachable else "none") if decider else ""),
        run(short_day(last) if last else "never", "" if last else "muted"),
        ours(people, person.id),
    )
    order = (
        people.name(person.id).casefold(),
        person.title,
        role(person) or None,
        list(marks.SENTIMENTS).index(person.sentiment) if person.sentiment else None,
        decider.power if decider else None,
        decider.ways_in if decider else None,
        reach,
        last,
        len(people.contacts.get(person.id, ())),
    )
    return Row(person.id, cells, order)
