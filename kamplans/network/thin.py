"""Where is the map too thin to judge? People of whom it knows no contact and no informal line."""

from kamplans.model.stakeholder import Stakeholders, Status


def without_any_line(book: Stakeholders) -> tuple[str, ...]:
    """Return those of theirs who are there but stand in no relationship and no informal line, ordered by id."""
    on_lines = {end for line in book.lines for end in (line.from_, line.to)}
    known = on_lines | {one.theirs for one in book.relationships}
    return tuple(sorted(one.id for one in book.people if one.status is Status.ACTIVE and one.id not in known))
