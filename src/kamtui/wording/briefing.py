"""How does one account read in a narrow pane? First what is wrong, then what comes next, then what is due."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kamplans.model.brief import Brief, Renewal
from kamplans.model.change import Change
from kamplans.model.figures import count, percent, word
from kamplans.model.goals import Goal, GoalStatus
from kamplans.model.revision import Commit
from kamplans.model.risk import NextContact, RiskMap
from kamtui.text import Line, Run, line
from kamtui.wording import marks
from kamtui.wording.deciders import gained
from kamtui.wording.figures import ago, due, priced

_BLANK: Line = ()


def brief_lines(brief: Brief, today: date) -> list[Line]:
    """Return the brief of an account, ready to wrap."""
    return [
        *_risk(brief),
        _BLANK,
        *_next(brief, today),
        *_goals(brief.goals),
        *_renewals(brief.renewals, brief.currency),
        *_actions(brief, today),
        _problems(brief),
    ]


def headlines(brief: Brief, most: int) -> list[Line]:
    """Return what is wrong in a few sentences, the reason of the grade first; where nobody decides, what to do."""
    risk = brief.risk
    lines = [line(Run(risk.because, "strong"))]
    lines += [line(sentence) for sentence in risk.sentences[:most] if sentence != risk.because]
    if not risk.decision_makers:
        lines.append(
            line("Nobody who decides is recorded: write into stakeholders.yaml who does, and who of ours knows them.")
        )
    return lines


def _risk(brief: Brief) -> Iterator[Line]:
    yield line(marks.grade(brief.row.grade), f"   access {percent(brief.row.access)}")
    for sentence in brief.risk.sentences[:2] or (brief.risk.because,):
        yield _BLANK
        yield line(sentence)


def _next(brief: Brief, today: date) -> Iterator[Line]:
    if brief.risk.next_contacts:
        yield line(Run("Next  ", "muted"), next_contact(brief.risk.next_contacts[0], brief.risk, brief.names))


def next_contact(contact: NextContact, risk: RiskMap, names: Mapping[str, str]) -> str:
    """Return a contact to make or to wake, with what it brings."""
    ours, theirs = (names.get(one, one) for one in (contact.ours, contact.theirs))
    deed = f"{ours} calls {theirs} again" if contact.kind == "refresh" else f"{ours} meets {theirs}"
    better = contact.grade is not None and contact.grade is not risk.grade
    return f"{deed}: access {gained(contact, risk)}{f', grade {word(contact.grade)}' if better else ''}"


def _goals(goals: Sequence[Goal]) -> Iterator[Line]:
    found = Counter(goal.status for goal in goals)
    parts = [f"{found[status]} {word(status)}" for status in GoalStatus if found[status]]
    if found[None]:
        parts.append(f"{found[None]} without status")
    yield line(Run("Goals  ", "muted"), " · ".join(parts) if parts else "none written yet")


def _renewals(renewals: Sequence[Renewal], currency: str | None) -> Iterator[Line]:
    for renewal in renewals[:2]:
        yield line(Run("Renewal  ", "muted"), *renewal_words(renewal, currency))


def renewal_words(renewal: Renewal, currency: str | None) -> Line:
    """Return a contract that ends: in how many days, until when one may give notice, and what hangs on it."""
    gone = renewal.days < 0
    when = f"ended {-renewal.days} d ago" if gone else f"ends in {renewal.days} d"
    notice = ""
    if renewal.notice_days is not None and not gone:
        passed = renewal.notice_days < 0
        notice = ", notice date passed" if passed else f", notice in {renewal.notice_days} d"
    value = f", {priced(renewal.acv, currency)}" if renewal.acv is not None else ""
    return line(renewal.title or renewal.contract, f" {when}{notice}{value}")


def _actions(brief: Brief, today: date) -> Iterator[Line]:
    late, coming = brief.overdue_actions, brief.next_actions
    if late:
        yield line(
            Run("Late  ", "muted"), Run(f"{late[0].title}, {due(late[0].due, today)}", "strong"), _more(len(late))
        )
    if coming:
        owner = brief.names.get(coming[0].owner or "", coming[0].owner or "nobody's")
        yield line(
            Run("Due  ", "muted"), f"{coming[0].title} ({owner}, {due(coming[0].due, today)})", _more(len(coming))
        )


def _more(number: int) -> str:
    return f" and {number - 1} more" if number > 1 else ""


def _problems(brief: Brief) -> Line:
    row = brief.row
    parts = [
        count(number, name) if name != "info" else f"{number} info"
        for number, name in ((row.errors, "error"), (row.warnings, "warning"), (row.infos, "info"))
        if number
    ]
    return line(Run("Problems  ", "muted"), " · ".join(parts) or "none")


def last_change(found: tuple[Commit, tuple[Change, ...]] | None, today: date) -> str:
    """Return when and by whom the account was changed last, and the weightiest change."""
    if found is None:
        return "never committed"
    commit, changes = found
    what = changes[0].sentence if changes else commit.summary
    return f"{ago(commit.date.date(), today)} by {commit.author}: {what}"
