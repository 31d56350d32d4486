"""What is said of the account itself: its standing, our team, contracts, forums, selection."""

from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._moves import gains
from kamplans.compare.wording._turns import amount, in_brackets, owner
from kamplans.compare.wording._values import joined, when, word

_TIERS = ("standard", "growth", "key", "strategic")
_OUTCOMES = {"renewed": "was renewed", "lost": "was lost", "ended": "has ended"}


def _name(fact: Fact) -> str:
    return fact.names.call("account", fact.account) if fact.account else "The account"


def name(fact: Fact) -> str | None:
    """Say that the account has another name."""
    return f"{fact.before} is now called {fact.after}" if fact.before and fact.after else None


def standing(fact: Fact) -> str | None:
    """Say whether the account is won, lost or left."""
    said = {
        "active": "is an active account now",
        "prospect": "is a prospect now",
        "lost": "is lost",
        "exited": "was given up",
    }.get(str(fact.after))
    before = f" (before: {word(fact.before)})" if fact.before else ""
    return said and f"{_name(fact)} {said}{before}"


def tier(fact: Fact) -> str | None:
    """Say that the account moves to another tier."""
    if fact.before not in _TIERS or fact.after not in _TIERS:
        return None
    way = "up" if _TIERS.index(fact.after) > _TIERS.index(fact.before) else "down"
    return f"{_name(fact)} moves {way} from {word(fact.before)} to {word(fact.after)}"


def seat(fact: Fact) -> str | None:
    """Say who joined or left the account team."""
    if fact.went:
        return f"{fact.subject} leaves the account team"
    role = word(fact.item["role"]) if "role" in fact.item else None
    return f"{fact.subject} joins the account team{in_brackets(role)}" if fact.came else None


def role(fact: Fact) -> str | None:
    """Say what somebody does in the account team."""
    before = f" (before: {word(fact.before)})" if fact.before else ""
    return None if fact.went else f"{fact.subject}, part in the account team: {word(fact.after)}{before}"


def backup(fact: Fact) -> str:
    """Say who steps in for a member of the team."""
    if fact.went:
        return f"{fact.said(fact.before)} no longer steps in for {fact.subject}"
    return f"{fact.said(fact.after)} now steps in for {fact.subject}"


def contract(fact: Fact) -> str | None:
    """Say that a contract came or went."""
    if fact.went:
        return f"Contract taken out: {fact.subject}"
    until = f"until {when(fact.item['end'])}" if "end" in fact.item else None
    worth = f"{fact.field_of('acv', fact.item['acv'])} a year" if "acv" in fact.item else None
    return f"New contract: {fact.subject}{in_brackets(until, worth)}" if fact.came else None


def contract_end(fact: Fact) -> str | None:
    """Say until when a contract runs."""
    before = f" (before: until {when(fact.before)})" if fact.before else ""
    return None if fact.went else f"{fact.subject} now runs until {when(fact.after)}{before}"


def outcome(fact: Fact) -> str | None:
    """Say what became of a contract."""
    return None if fact.went else f"{fact.subject} {_OUTCOMES.get(fact.after, word(fact.after))}"


def plan_edge(fact: Fact) -> str | None:
    """Say which days the plan is for."""
    edge = "begins" if fact.difference.keys[-1] == "from" else "ends"
    before = f" (before: {when(fact.before)})" if fact.before else ""
    return None if fact.went else f"The plan now {edge} on {when(fact.after)}{before}"


def approval(fact: Fact) -> str:
    """Say who approved the selection."""
    came, went = ([fact.ours(one) for one in some] for some in gains(fact))
    said = [f"approved by {joined(came)}" if came else "", f"no longer approved by {joined(went)}" if went else ""]
    return f"The selection as a key account is {joined([one for one in said if one])}"


def score(fact: Fact) -> str | None:
    """Say how the account scores on a criterion."""
    if fact.difference.where == "selection.scores[].score":
        before = f" (before: {fact.before})" if fact.before is not None else ""
        return None if fact.went else f"{fact.subject} is now scored {fact.after}{before}"
    if fact.went:
        return f"{fact.subject} is no longer scored"
    return f"{fact.subject} is scored {fact.item['score']}" if fact.came and "score" in fact.item else None


def forum(fact: Fact) -> str | None:
    """Say that a standing meeting came or went."""
    if fact.went:
        return f"Forum given up: {fact.subject}"
    rhythm = f"every {fact.item['every_days']} days" if "every_days" in fact.item else None
    return f"New forum: {fact.subject}{in_brackets(rhythm)}" if fact.came else None


def forum_rhythm(fact: Fact) -> str | None:
    """Say how often a forum meets."""
    before = f" (before: every {fact.before})" if fact.before is not None else ""
    return None if fact.went else f"Forum {fact.subject} meets every {fact.after} days{before}"


def step(fact: Fact) -> str | None:
    """Say who talks to whom at a step of the escalation."""
    if fact.went:
        return f"Escalation step {fact.subject} was taken out"
    pair = [fact.ours(fact.item.get("ours")), fact.person(fact.item.get("theirs"))]
    return f"Escalation step {fact.subject}: {joined([one for one in pair if one != 'None'])}" if fact.came else None


def step_person(fact: Fact) -> str | None:
    """Say who changed at a step of the escalation."""
    before = f" (before: {fact.said(fact.before)})" if fact.before else ""
    return None if fact.went else f"Escalation step {fact.subject}: {fact.said(fact.after)} now{before}"


def position(fact: Fact) -> str | None:
    """Say how a competitor stands."""
    before = f" (before: {word(fact.before)})" if fact.before else ""
    return None if fact.went else f"Competitor {fact.subject} is now {word(fact.after)}{before}"


def _weight_of_standing(fact: Fact) -> int:
    return 99 if fact.after in ("lost", "exited") else 90


WORDS = Words(
    sentences={
        "name": name,
        "status": standing,
        "tier": tier,
        "team[]": seat,
        "team[].role": role,
        "team[].backup": backup,
        "contracts[]": contract,
        "contracts[].end": contract_end,
        "contracts[].acv": amount,
        "contracts[].outcome": outcome,
        "plan.from": plan_edge,
        "plan.to": plan_edge,
        "selection.approved_by": approval,
        "selection.scores[]": score,
        "selection.scores[].score": score,
        "governance.forums[]": forum,
        "governance.forums[].every_days": forum_rhythm,
        "governance.forums[].owner": owner,
        "governance.escalation[]": step,
        "governance.escalation[].ours": step_person,
        "governance.escalation[].theirs": step_person,
        "understanding.competitors[].position": position,
    },
    weights={
        "name": 50,
        "status": _weight_of_standing,
        "tier": 85,
        "since": 30,
        "relationship_stage": 70,
        "team[]": 65,
        "team[].role": 60,
        "team[].allocation": 40,
        "contracts[]": 80,
        "contracts[].outcome": 95,
        "contracts[].end": 75,
        "contracts[].acv": 70,
        "contracts[].notice_days": 55,
        "plan.from": 30,
        "plan.to": 30,
        "selection.approved_by": 60,
        "selection.scores[]": 35,
        "selection.scores[].score": 45,
        "selection.because": 35,
        "understanding.competitors[]": 55,
        "understanding.competitors[].position": 60,
        "understanding.strategy": 45,
        "understanding.challenges": 45,
        "governance.forums[]": 45,
        "governance.escalation[]": 30,
        "resources[]": 40,
        "resources[].amount": 45,
    },
)
