"""What is said of insights, goals, initiatives, milestones and the roadmap."""

from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._moves import slips
from kamplans.compare.wording._turns import due, in_brackets, owner, status
from kamplans.compare.wording._values import day_of, quoted, when, word
from kamplans.model.figures import count


def goal(fact: Fact) -> str | None:
    """Say that a goal came or went."""
    if fact.went:
        return f"Goal dropped: {fact.subject}"
    who = fact.ours(fact.item["owner"]) if "owner" in fact.item else None
    until = f"due {when(fact.item['due'])}" if "due" in fact.item else None
    return f"New goal: {fact.subject}{in_brackets(who, until)}" if fact.came else None


def target(fact: Fact) -> str | None:
    """Say what a goal aims at now."""
    if fact.went:
        return None
    unit = f" {fact.item['unit']}" if isinstance(fact.item.get("unit"), str) else ""
    before = f" (before: {fact.said(fact.before)})" if fact.before is not None else ""
    return f"{fact.subject} now aims at {fact.said(fact.after)}{unit}{before}"


def current(fact: Fact) -> str | None:
    """Say where a goal stands."""
    if fact.went:
        return None
    unit = f" {fact.item['unit']}" if isinstance(fact.item.get("unit"), str) else ""
    before = f" (before: {fact.said(fact.before)})" if fact.before is not None else ""
    return f"{fact.subject} stands at {fact.said(fact.after)}{unit}{before}"


def initiative(fact: Fact) -> str | None:
    """Say that an initiative came or went."""
    if fact.went:
        return f"Initiative dropped: {fact.subject}"
    who = fact.ours(fact.item["owner"]) if "owner" in fact.item else None
    until = f"until {when(fact.item['end'])}" if "end" in fact.item else None
    return f"New initiative: {fact.subject}{in_brackets(who, until)}" if fact.came else None


def end(fact: Fact) -> str | None:
    """Say that work ends later or earlier."""
    if fact.came:
        return f"{fact.subject} is to end on {when(fact.after)}"
    return None if fact.went else slips(fact)


def milestone(fact: Fact) -> str | None:
    """Say that a milestone came or went."""
    if fact.went:
        return f"Milestone of {fact.outer_subject} dropped: {fact.subject}"
    until = f"due {when(fact.item['due'])}" if "due" in fact.item else None
    return f"New milestone of {fact.outer_subject}: {fact.subject}{in_brackets(until)}" if fact.came else None


def reached(fact: Fact) -> str:
    """Say that a milestone was reached, and how far off its day."""
    if fact.went:
        return f"Milestone open again: {fact.subject}"
    if not fact.came:
        return f"Milestone {fact.subject} was reached on {when(fact.after)}, not on {when(fact.before)}"
    done, wanted = day_of(fact.after), day_of(fact.item.get("due"))
    late = (done - wanted).days if done and wanted else 0
    off = f"{count(abs(late), 'day')} {'late' if late > 0 else 'early'}" if late else None
    return f"Milestone reached: {fact.subject}, on {when(fact.after)}{in_brackets(off)}"


def insight(fact: Fact) -> str | None:
    """Say what somebody of theirs told us."""
    if fact.went:
        return f"Insight dropped: {fact.subject}"
    who = f" from {fact.person(fact.item['told_by'])}" if "told_by" in fact.item else ""
    kind = in_brackets(word(fact.item["kind"]) if "kind" in fact.item else None)
    return f"New insight{who}{kind}: {fact.subject}" if fact.came else None


def insight_text(fact: Fact) -> str | None:
    """Say that an insight reads otherwise."""
    return f"Insight now reads {quoted(fact.after)}, before {quoted(fact.before)}" if fact.before else None


def phase(fact: Fact) -> str | None:
    """Say that a phase of the roadmap came or went."""
    if fact.went:
        return f"Phase dropped from the roadmap: {fact.subject}"
    return f"New phase of the roadmap: {fact.subject}" if fact.came else None


def phase_edge(fact: Fact) -> str | None:
    """Say over which days a phase runs."""
    edge = "begins" if fact.difference.keys[-1] == "from" else "ends"
    before = f" (before: {when(fact.before)})" if fact.before else ""
    return None if fact.went else f"Phase {fact.subject} now {edge} on {when(fact.after)}{before}"


def horizon(fact: Fact) -> str | None:
    """Say over which days the roadmap runs."""
    edge = "begins" if fact.difference.keys[-1] == "from" else "ends"
    before = f" (before: {when(fact.before)})" if fact.before else ""
    return None if fact.went else f"The roadmap now {edge} on {when(fact.after)}{before}"


def _weight_of_status(fact: Fact) -> int:
    return {"off_track": 88, "missed": 88, "at_risk": 80, "achieved": 78}.get(str(fact.after), 70)


WORDS = Words(
    sentences={
        "goals[]": goal,
        "goals[].status": status(
            {"achieved": "Goal achieved: {}", "missed": "Goal missed: {}", "canceled": "Goal canceled: {}"}
        ),
        "goals[].due": due,
        "goals[].owner": owner,
        "goals[].target": target,
        "goals[].current": current,
        "initiatives[]": initiative,
        "initiatives[].status": status({"done": "Initiative done: {}", "canceled": "Initiative canceled: {}"}),
        "initiatives[].end": end,
        "initiatives[].owner": owner,
        "initiatives[].milestones[]": milestone,
        "initiatives[].milestones[].due": due,
        "initiatives[].milestones[].done_on": reached,
        "initiatives[].milestones[].owner": owner,
        "insights[]": insight,
        "insights[].text": insight_text,
        "insights[].status": status({"confirmed": "Confirmed: {}", "done": "Done with: {}"}),
        "roadmap.phases[]": phase,
        "roadmap.phases[].from": phase_edge,
        "roadmap.phases[].to": phase_edge,
        "roadmap.from": horizon,
        "roadmap.to": horizon,
    },
    weights={
        "goals[]": 65,
        "goals[].status": _weight_of_status,
        "goals[].due": 60,
        "goals[].target": 60,
        "goals[].current": 50,
        "goals[].owner": 45,
        "goals[].measured_on": 8,
        "initiatives[]": 55,
        "initiatives[].status": 60,
        "initiatives[].end": 62,
        "initiatives[].owner": 40,
        "initiatives[].milestones[]": 40,
        "initiatives[].milestones[].due": 52,
        "initiatives[].milestones[].done_on": 55,
        "insights[]": 50,
        "insights[].status": 40,
        "roadmap.ambition": 45,
        "roadmap.phases[]": 40,
    },
)
