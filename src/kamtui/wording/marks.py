"""Which glyph says what? Grades, severities, sentiments, states: always glyph and word, colour only beside them."""

from kamplans.model.figures import word
from kamplans.model.finding import Severity
from kamplans.model.goals import GoalStatus
from kamplans.model.grades import grade_label
from kamplans.model.risk import Grade
from kamplans.model.stakeholder import Sentiment
from kamtui.text import Run

SEVERITIES = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "·", Severity.IGNORE: " "}
SENTIMENTS = {
    Sentiment.ADVOCATE: "▲",
    Sentiment.SUPPORTER: "△",
    Sentiment.NEUTRAL: " ",
    Sentiment.SCEPTIC: "▽",
    Sentiment.OPPONENT: "▼",
}
_GOALS = {
    GoalStatus.NOT_STARTED: "·",
    GoalStatus.ON_TRACK: "▸",
    GoalStatus.AT_RISK: "~",
    GoalStatus.OFF_TRACK: "✗",
    GoalStatus.DEFERRED: "…",
    GoalStatus.ACHIEVED: "✓",
    GoalStatus.PARTLY_ACHIEVED: "✓",
    GoalStatus.MISSED: "✗",
    GoalStatus.CANCELED: "–",
}
_WORK = {"planned": "·", "in_progress": "▸", "blocked": "✗", "done": "✓", "canceled": "–"}


def grade(value: Grade) -> Run:
    """Return a grade as glyph, word and colour."""
    return Run(grade_label(value), value.value)


def severity(value: Severity) -> Run:
    """Return a severity as glyph and word; errors are strong."""
    return Run(f"{SEVERITIES[value]} {value}", "strong" if value is Severity.ERROR else "")


def findings(errors: int, warnings: int, infos: int) -> Run:
    """Return the worst severity as a glyph, and how many there are of it."""
    if errors:
        return Run(f"{SEVERITIES[Severity.ERROR]} {errors}", "strong")
    if warnings:
        return Run(f"{SEVERITIES[Severity.WARNING]} {warnings}")
    return Run(f"{SEVERITIES[Severity.INFO]} {infos}") if infos else Run("none", "muted")


def goal_status(value: GoalStatus | None) -> str:
    """Return how a goal stands as glyph and word."""
    return f"{_GOALS[value]} {word(value)}" if value else word(value)


def work_status(value: str | None) -> str:
    """Return how an initiative stands as glyph and word; a word nobody knows stands alone."""
    return f"{_WORK[value]} {word(value)}" if value in _WORK else word(value)


def dots(number: int, most: int = 3) -> str:
    """Return a small count as filled dots: ●●○; more than fit as a plus behind them."""
    return "●" * number + "○" * (most - number) if number <= most else "●" * most + "+"


def bar(value: float | None, cells: int = 7) -> str:
    """Return a share of 0–1 as a bar; unknown as dots."""
    if value is None:
        return "·" * cells
    filled = max(0, min(cells, round(value * cells)))
    return "█" * filled + "░" * (cells - filled)
