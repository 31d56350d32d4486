"""Grades over time: a strip for each account and, of one account, a row for each moment."""

from collections.abc import Mapping, Sequence
from typing import Any

from kamplans.model.course import Course, Moment, Standing
from kamplans.model.figures import UNKNOWN, percent, short_day, word
from kamplans.model.goals import GoalStatus
from kamplans.model.grades import GLYPHS, grade_label
from kamplans.model.report import Block, Column, Heading, Paragraph, Report, Table
from kamplans.model.risk import Grade

CELLS = 48
"""The most cells of a strip."""
_LEGEND = ", ".join(grade_label(grade) for grade in Grade)
_CLOSED = "closed"


def over_time_report(courses: Sequence[Course], accounts: Mapping[str, str]) -> Report:
    """Return the courses of accounts; `accounts` gives their names. The moments are shown if it is one account."""
    blocks: list[Block] = [_strips(courses, accounts), Paragraph(f"Oldest first: {_LEGEND}; {UNKNOWN} unknown", "dim")]
    longest = max((len(course.moments) for course in courses), default=0)
    if longest > CELLS:
        blocks.append(Paragraph("A sign that stands for several moments shows the worst of them", "dim"))
    blocks += [Paragraph(cut, "dim") for cut in dict.fromkeys(course.cut for course in courses) if cut]
    if len(courses) == 1:
        blocks += [Heading("Moments"), _moments(courses[0])]
    return Report("", tuple(blocks), {"accounts": [_course_data(course) for course in courses]})


def strip(grades: Sequence[Grade | None]) -> str:
    """Return grades as glyphs; what is not known is a dash."""
    return "".join(GLYPHS[grade] if grade else UNKNOWN for grade in grades)


def _strips(courses: Sequence[Course], accounts: Mapping[str, str]) -> Table:
    columns = (Column("Account"), Column("Grade over time"), Column("First", True), Column("Last", True), Column("Now"))
    rows = tuple(
        (
            accounts.get(course.account, course.account),
            strip(course.strip(CELLS)),
            short_day(course.moments[0].date),
            short_day(course.moments[-1].date),
            _grade(course.moments[-1]),
        )
        for course in courses
    )
    return Table(columns, rows, tuple(_tone(course.moments[-1]) for course in courses))


def _moments(course: Course) -> Table:
    columns = (
        *(Column("Date", True), Column("Grade"), Column("Access", True), Column("Goals"), Column("Findings")),
        Column("Commit"),
    )
    rows = tuple(
        (
            short_day(moment.date),
            _grade(moment),
            percent(moment.standing.expected_access) if moment.standing else UNKNOWN,
            _goals(moment.standing) if moment.standing else UNKNOWN,
            _findings(moment.standing) if moment.standing else UNKNOWN,
            moment.commit.summary if moment.commit else "the plans as opened",
        )
        for moment in reversed(course.moments)
    )
    return Table(columns, rows, tuple(_tone(moment) for moment in reversed(course.moments)))


def _grade(moment: Moment) -> str:
    return grade_label(moment.grade) if moment.grade else UNKNOWN


def _tone(moment: Moment) -> str:
    return moment.grade.value if moment.grade else "plain"


def _goals(standing: Standing) -> str:
    """Return the open goals by status, the worst first, and how many are closed: `1 off track, 2 at risk, 1 closed`."""
    order = (GoalStatus.OFF_TRACK, GoalStatus.AT_RISK, GoalStatus.ON_TRACK, GoalStatus.NOT_STARTED)
    counts = {word(status.value): standing.goals.get(status.value, 0) for status in order}
    counts[_CLOSED] = sum(number for status, number in standing.goals.items() if _is_closed(status))
    counts["unknown"] = standing.goals.get("unknown", 0)
    return ", ".join(f"{number} {what}" for what, number in counts.items() if number) or "none"


def _is_closed(status: str) -> bool:
    return status in set(GoalStatus) and not GoalStatus(status).is_open


def _findings(standing: Standing) -> str:
    counts = {"E": standing.errors, "W": standing.warnings, "I": standing.infos}
    return " ".join(f"{number} {sign}" for sign, number in counts.items() if number) or "0"


def _course_data(course: Course) -> dict[str, Any]:
    return {"account": course.account, "moments": [_moment_data(moment) for moment in course.moments]}


def _moment_data(moment: Moment) -> dict[str, Any]:
    now = moment.standing
    return {
        "date": moment.date,
        "commit": moment.commit.id if moment.commit else None,
        "summary": moment.commit.summary if moment.commit else None,
        "grade": now.grade.value if now else None,
        "expected_access": now.expected_access if now else None,
        "largest_loss": now.largest_loss if now else None,
        "single_points": list(now.single_points) if now else None,
        "goals": dict(now.goals) if now else None,
        "findings": {"errors": now.errors, "warnings": now.warnings, "infos": now.infos} if now else None,
    }
