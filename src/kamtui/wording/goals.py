"""How do goals read? A tree of goals, initiatives and milestones, each with its status and a strip over the years."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kamplans.model.figures import UNKNOWN, short_day, word
from kamplans.model.goals import Goal, Goals, Initiative, Milestone
from kamplans.model.metrics import Metrics
from kamplans.model.value_path import with_id
from kamtui.text import Line, Run, line, run
from kamtui.wording import marks
from kamtui.wording.columns import Column, Row
from kamtui.wording.figures import due, near_day, number
from kamtui.wording.strip import Span, span_of, strip

COLUMNS = (
    Column("Goal, initiative, milestone", most=70, least=32, grows=True),
    Column("Status", most=17),
    Column("Owner", most=17, rank=3),
    Column("Due", right=True),
    Column("Progress", right=True, rank=1),
    Column("", rank=2),
)
Name = Callable[[str | None], str]


@dataclass(frozen=True)
class Plan:
    """The goals of an account with what they are measured by."""

    goals: Goals
    metrics: Metrics
    names: Mapping[str, str]
    today: date

    def name(self, person: str | None) -> str:
        """Return a person's name; the id where it is not known, a dash for nobody."""
        return self.names.get(person, person) if person else UNKNOWN

    def current(self, goal: Goal) -> float | None:
        """Return the newest value of a goal: of its series, else its own."""
        series = self.metrics.series.get(goal.series or "")
        latest = series.latest() if series else []
        return latest[0][1] if latest else goal.current

    def progress(self, goal: Goal) -> float | None:
        """Return how much of the way from baseline to target is done; below 0 where it went the wrong way."""
        now = self.current(goal)
        if now is None or goal.baseline is None or goal.target is None or goal.baseline == goal.target:
            return None
        return (now - goal.baseline) / (goal.target - goal.baseline)

    @cached_property
    def span(self) -> Span:
        """The days that the strips cover."""
        goals, work = self.goals.goals, self.goals.initiatives
        days = [goal.due for goal in goals] + [day for one in work for day in (one.start, one.end)]
        days += [milestone.due for one in work for milestone in one.milestones]
        return span_of([day for day in days if day], self.today)

    def work_for(self, goal: Goal) -> list[Initiative]:
        """Return the initiatives that serve a goal."""
        return [one for one in self.goals.initiatives if one.goal == goal.id]

    @property
    def stray(self) -> list[Initiative]:
        """Initiatives that serve no goal on record."""
        known = {goal.id for goal in self.goals.goals}
        return [one for one in self.goals.initiatives if one.goal not in known]


def columns(plan: Plan) -> tuple[Column, ...]:
    """Return the columns; the last one carries the years over the strips."""
    return (*COLUMNS[:-1], Column(plan.span.scale, rank=2, most=60))


def rows(plan: Plan, folded: set[str]) -> list[Row]:
    """Return the tree, without what belongs to the ids that are folded."""
    found: list[Row] = []
    for goal in sorted(plan.goals.goals, key=lambda one: (one.due or date.max, one.id)):
        work = plan.work_for(goal)
        found.append(_goal_row(plan, goal, _fold_mark(goal.id, bool(work), folded)))
        if goal.id not in folded:
            found.extend(_work_rows(plan, work, folded, "  "))
    stray = plan.stray
    if stray:
        found.append(Row(None, (Run("Initiatives that serve no goal on record", "title"),)))
        found.extend(_work_rows(plan, stray, folded, "  "))
    return found


def _fold_mark(id: str, inside: bool, folded: set[str]) -> str:
    return ("▸ " if id in folded else "▾ ") if inside else "  "


def _goal_row(plan: Plan, goal: Goal, mark: str) -> Row:
    is_open = goal.status is None or goal.status.is_open
    cells = (
        (Run(mark, "muted"), run(goal.title, "strong")),
        run(marks.goal_status(goal.status)),
        run(plan.name(goal.owner)),
        _due(goal.due, plan.today, is_open=is_open),
        _progress(plan.progress(goal)),
        strip(plan.span, None, goal.due, (), is_done=not is_open),
    )
    return Row(goal, cells)


def _progress(value: float | None) -> Line:
    if value is None:
        return ()
    return line(Run(marks.bar(max(0.0, min(1.0, value)), 5), "muted"), f" {round(value * 100):>3} %")


def _due(when: date | None, today: date, *, is_open: bool) -> Run:
    if not is_open:
        return run(near_day(when, today), "muted")
    return run(due(when, today), "strong" if when is not None and when < today else "")


def _work_rows(plan: Plan, work: list[Initiative], folded: set[str], indent: str) -> Iterator[Row]:
    for one in sorted(work, key=lambda one: (one.start or date.max, one.id)):
        is_open = one.status not in ("done", "canceled")
        days = tuple((milestone.due, milestone.done_on is not None) for milestone in one.milestones if milestone.due)
        done = sum(milestone.done_on is not None for milestone in one.milestones)
        cells = (
            (Run(indent + _fold_mark(one.id, bool(one.milestones), folded), "muted"), run(one.title)),
            run(marks.work_status(one.status)),
            run(plan.name(one.owner)),
            _due(one.end, plan.today, is_open=is_open),
            run(f"{done} of {len(one.milestones)}" if one.milestones else ""),
            strip(plan.span, one.start, one.end, days, is_done=not is_open),
        )
        yield Row(one, cells)
        if one.id not in folded:
            yield from (_milestone_row(plan, one, each, indent + "    ") for each in _by_day(one))


def _by_day(one: Initiative) -> list[Milestone]:
    return sorted(one.milestones, key=lambda each: (each.due or date.max, each.id))


def _milestone_row(plan: Plan, one: Initiative, each: Milestone, indent: str) -> Row:
    is_open = each.done_on is None
    status = "· open" if is_open else "✓ done"
    cells = (
        (Run(indent, "muted"), run(f"◆ {each.title}" if is_open else f"◇ {each.title}", "" if is_open else "muted")),
        run(status, "" if is_open else "muted"),
        run(plan.name(each.owner or one.owner)),
        _due(each.done_on or each.due, plan.today, is_open=is_open),
        Run(""),
        strip(plan.span, None, None, ((each.due, not is_open),) if each.due else (), is_done=not is_open),
    )
    return Row(each, cells)


def path(plan: Plan, item: Goal | Initiative | Milestone) -> str:
    """Return how the plans call a goal, an initiative or a milestone: goals[cut-losses]."""
    if isinstance(item, Goal):
        return with_id("goals[]", item.id)
    if isinstance(item, Initiative):
        return with_id("initiatives[]", item.id)
    holder = next(one for one in plan.goals.initiatives if any(each is item for each in one.milestones))
    return with_id(f"{path(plan, holder)}.milestones[]", item.id)


def details(plan: Plan, item: object) -> list[Line]:
    """Return all that is written about a goal, an initiative or a milestone."""
    if isinstance(item, Goal):
        return list(_goal_details(plan, item))
    if isinstance(item, Initiative):
        return list(_work_details(plan, item))
    if isinstance(item, Milestone):
        return [
            line(Run(item.title, "strong")),
            _dated("due", item.due, plan.today),
            _said("done on", short_day(item.done_on)),
        ]
    return []


def _goal_details(plan: Plan, goal: Goal) -> Iterator[Line]:
    yield line(Run(goal.title, "strong"))
    yield line(f"{marks.goal_status(goal.status)} · {due(goal.due, plan.today)}, {short_day(goal.due)}")
    side = {"joint": "a joint goal", "theirs": "their goal", "ours": "our goal"}.get(
        goal.side or "", "whose goal is not said"
    )
    yield line(
        f"{side}{f', {word(goal.type)}' if goal.type else ''}{f', {goal.priority} priority' if goal.priority else ''}"
    )
    yield ()
    yield _said("ours", plan.name(goal.owner))
    yield _said("theirs", plan.name(goal.customer_owner))
    yield ()
    yield from _measure(plan, goal)
    for one in plan.goals.insights:
        if one.id in goal.insights:
            yield ()
            told = f"{plan.name(one.told_by)}, {short_day(one.date)}" if one.told_by else short_day(one.date)
            yield line(Run(f"{told}  ", "muted"), one.text)


def _measure(plan: Plan, goal: Goal) -> Iterator[Line]:
    if goal.done_when:
        yield _said("done when", goal.done_when)
    if goal.metric or goal.target is not None:
        unit = f" {goal.unit}" if goal.unit else ""
        values = f"{number(goal.baseline)} → {number(plan.current(goal))} → {number(goal.target)}{unit}"
        yield _said(goal.metric or "measure", values)
        yield line(Run("baseline → now → target", "muted"))
    elif not goal.done_when:
        yield line(Run("Nothing says when this goal is reached.", "strong"))
    done = plan.progress(goal)
    if done is not None:
        yield line(Run(marks.bar(max(0.0, min(1.0, done)), 12), "muted"), f" {round(done * 100)} % of the way")


def _work_details(plan: Plan, one: Initiative) -> Iterator[Line]:
    yield line(Run(one.title, "strong"))
    yield line(f"{marks.work_status(one.status)}{f' · {word(one.kind)}' if one.kind else ''}")
    yield _said("ours", plan.name(one.owner))
    yield _said("theirs", plan.name(one.customer_owner))
    yield line(Run("runs  ", "muted"), f"{short_day(one.start)} – {short_day(one.end)}, {due(one.end, plan.today)}")
    if one.depends_on:
        titles = {other.id: other.title for other in plan.goals.initiatives}
        yield _said("waits for", ", ".join(titles.get(other, other) for other in one.depends_on))
    for each in _by_day(one):
        yield ()
        state = f"done {short_day(each.done_on)}" if each.done_on else due(each.due, plan.today)
        yield line(f"{'◇' if each.done_on else '◆'} {each.title}", Run(f"  {state}", "muted"))


def _said(what: str, text: str) -> Line:
    return line(Run(f"{what}  ", "muted"), text)


def _dated(what: str, when: date | None, today: date) -> Line:
    return _said(what, f"{short_day(when)}, {due(when, today)}")
