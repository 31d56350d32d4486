"""The one-page brief: what is wrong, what comes next, what is due."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from kamplans.model.brief import Brief, Renewal
from kamplans.model.engagement import Action
from kamplans.model.figures import UNKNOWN, count, distance, money, percent, short_day, word
from kamplans.model.goals import Goal
from kamplans.model.grades import grade_label
from kamplans.model.report import Block, Bullets, Column, Facts, Heading, Paragraph, Report, Table
from kamplans.reports.accounts import row_data
from kamplans.reports.relationship_map import map_data, meeting_lines


def brief_report(brief: Brief) -> Report:
    """Return the brief of one account."""
    blocks = (*_head(brief), *_advice(brief), *_goals(brief), *_renewals(brief), *_actions(brief), _problems(brief))
    return Report(brief.row.name, blocks, _data(brief))


def _head(brief: Brief) -> Iterator[Block]:
    row = brief.row
    yield Paragraph(f"{grade_label(row.grade)}: {brief.risk.because}", row.grade.value)
    if brief.risk.sentences:
        yield Bullets(brief.risk.sentences)
    yield Facts(
        (
            ("Tier", word(row.tier)),
            ("Status", word(row.status)),
            ("Owner", row.owner_name or row.owner or UNKNOWN),
            ("Yearly value", money(row.yearly_value, brief.currency)),
            ("Exposed", money(row.exposed, brief.currency)),
            ("Expected access", percent(row.access)),
            (
                "Next review",
                f"{short_day(row.review_due)}, {distance(row.review_due, brief.risk.as_of)}"
                if row.review_due
                else UNKNOWN,
            ),
        )
    )


def _advice(brief: Brief) -> Iterator[Block]:
    if brief.risk.next_contacts:
        yield Heading("Whom to meet next")
        yield Bullets(meeting_lines(brief.risk.next_contacts, brief.names)[:3])


def _goals(brief: Brief) -> Iterator[Block]:
    if not brief.goals:
        return
    yield Heading("Goals")
    rows = tuple(
        (goal.title, word(goal.status), _person(goal.owner, brief), _goal_due(goal, brief)) for goal in brief.goals
    )
    yield Table((Column("Goal"), Column("Status"), Column("Owner"), Column("Due", True)), rows)


def _renewals(brief: Brief) -> Iterator[Block]:
    if brief.renewals:
        yield Heading("Renewals")
        yield Bullets(tuple(renewal_line(renewal, brief.currency) for renewal in brief.renewals))


def renewal_line(renewal: Renewal, currency: str | None) -> str:
    """Return a sentence about a contract that ends."""
    what = (
        f"{renewal.title} ({money(renewal.acv, currency)} a year) ends {short_day(renewal.ends)}, in {renewal.days} d"
    )
    if renewal.notice_by is None or renewal.notice_days is None:
        return what
    left = f"in {renewal.notice_days} d" if renewal.notice_days >= 0 else f"{-renewal.notice_days} d ago"
    return f"{what}; notice by {short_day(renewal.notice_by)}, {left}"


def _actions(brief: Brief) -> Iterator[Block]:
    actions = (*brief.overdue_actions, *brief.next_actions)
    if actions:
        yield Heading("Actions")
        rows = tuple(
            (action.title, _person(action.owner, brief), _due(action.due, brief.risk.as_of)) for action in actions
        )
        yield Table((Column("Action"), Column("Owner"), Column("Due", True)), rows)


def _problems(brief: Brief) -> Paragraph:
    row = brief.row
    counted = [
        count(number, one)
        for number, one in ((row.errors, "error"), (row.warnings, "warning"), (row.infos, "info"))
        if number
    ]
    return Paragraph(f"Problems: {', '.join(counted) or 'none'}", row.worst.value if row.worst else "good")


def _person(person: str | None, brief: Brief) -> str:
    return UNKNOWN if person is None else brief.names.get(person, person)


def _goal_due(goal: Goal, brief: Brief) -> str:
    """Return how far the day of an open goal is; a goal that has ended is not late any more."""
    is_open = goal.status is None or goal.status.is_open
    return _due(goal.due, brief.risk.as_of) if is_open else short_day(goal.due)


def _due(when: date | None, as_of: date) -> str:
    return distance(when, as_of)


def _data(brief: Brief) -> dict[str, Any]:
    return {
        **row_data(brief.row),
        "as_of": brief.risk.as_of,
        "currency": brief.currency,
        "risk": map_data(brief.risk),
        "goals": [_goal(goal) for goal in brief.goals],
        "renewals": [_renewal(renewal) for renewal in brief.renewals],
        "overdue_actions": [_action(action) for action in brief.overdue_actions],
        "next_actions": [_action(action) for action in brief.next_actions],
    }


def _goal(goal: Goal) -> dict[str, Any]:
    return {"id": goal.id, "title": goal.title, "status": goal.status, "owner": goal.owner, "due": goal.due}


def _action(action: Action) -> dict[str, Any]:
    return {"id": action.id, "title": action.title, "owner": action.owner, "due": action.due, "status": action.status}


def _renewal(renewal: Renewal) -> dict[str, Any]:
    return {
        "contract": renewal.contract,
        "title": renewal.title,
        "ends": renewal.ends,
        "days": renewal.days,
        "notice_by": renewal.notice_by,
        "notice_days": renewal.notice_days,
        "renews": renewal.renews,
        "acv": renewal.acv,
    }
