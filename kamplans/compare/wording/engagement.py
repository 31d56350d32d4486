"""What is said of reviews, interactions, feedback and actions."""

from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._general import general
from kamplans.compare.wording._moves import slips
from kamplans.compare.wording._turns import due, in_brackets, owner, status
from kamplans.compare.wording._values import day_of, quoted, when, word
from kamplans.model.figures import count

_REVIEWS = {"annual": "annual review", "internal": "internal review", "steering": "steering review"}


def _kind(fact: Fact) -> str:
    kind = fact.item.get("kind")
    return "review" if kind is None else _REVIEWS.get(kind, word(kind))


def _review(fact: Fact) -> str:
    day = fact.item.get("held") or fact.item.get("planned")
    return f"{_kind(fact)} of {when(day)}" if day else f"{_kind(fact)} {fact.subject}"


def _with(fact: Fact) -> str:
    theirs = fact.item.get("theirs")
    return f" with {fact.people(theirs)}" if theirs else ""


def review(fact: Fact) -> str | None:
    """Say that a review was held or is planned."""
    if fact.went:
        return f"Taken out: the {_review(fact)}"
    if not fact.came:
        return None
    if "held" in fact.item:
        return f"{_kind(fact)} held on {when(fact.item['held'])}{_with(fact)}"
    planned = f" for {when(fact.item['planned'])}" if "planned" in fact.item else ""
    return f"{_kind(fact)} planned{planned}{_with(fact)}"


def held(fact: Fact) -> str:
    """Say that a review took place, and how far off its day."""
    if fact.went:
        return f"The {_review(fact)} counts as not held any more"
    if not fact.came:
        return f"{_kind(fact)} was held on {when(fact.after)}, not on {when(fact.before)}"
    done, planned = day_of(fact.after), day_of(fact.item.get("planned"))
    late = (done - planned).days if done and planned else 0
    off = f"{count(abs(late), 'day')} {'late' if late > 0 else 'early'}" if late else None
    return f"{_kind(fact)} held on {when(fact.after)}{_with(fact)}{in_brackets(off)}"


def planned(fact: Fact) -> str | None:
    """Say when a review is planned."""
    if fact.came:
        return f"{_kind(fact)} planned for {when(fact.after)}"
    return slips(fact, f"{_kind(fact)} of {when(fact.before)}")


def rating(fact: Fact) -> str:
    """Say how a review was rated on one topic."""
    topic = word(str(fact.difference.keys[-1]))
    before = f" (before: {fact.before})" if fact.before is not None else ""
    if fact.went:
        return f"The {_review(fact)} no longer rates {topic} (before: {fact.before})"
    return f"The {_review(fact)} rated {topic} {fact.after}{before}"


def of_review(fact: Fact) -> str:
    """Say what else changed in a review."""
    return general(fact, _review(fact))


def decision(fact: Fact) -> str | None:
    """Say what was decided."""
    if fact.came:
        return f"Decided in a review: {fact.subject}"
    return f"Taken out: the decision {fact.subject}" if fact.went else None


def _talk(fact: Fact) -> str:
    kind = {"email": "mail"}.get(str(fact.item.get("kind")), word(fact.item.get("kind") or "contact"))
    return f"{kind}{_with(fact)} on {when(fact.item.get('date'))}"


def interaction(fact: Fact) -> str | None:
    """Say who spoke with whom, and of what."""
    if fact.went:
        return f"Taken out: {_talk(fact)}"
    about = f": {quoted(fact.item['summary'])}" if "summary" in fact.item else ""
    ours = fact.people(fact.item["ours"]) if fact.item.get("ours") else None
    return f"{_talk(fact)}{about}{in_brackets(ours)}" if fact.came else None


def summary(fact: Fact) -> str:
    """Say what a talk was about, after all."""
    if fact.went:
        return f"{_talk(fact)} has no summary any more"
    return f"{_talk(fact)} was about {quoted(fact.after)}"


def feedback(fact: Fact) -> str | None:
    """Say what somebody of theirs said about us."""
    who = fact.person(fact.item.get("told_by"))
    said = f"{who} on {when(fact.item.get('date'))}: {quoted(fact.item.get('text', ''))}"
    if fact.went:
        return f"Taken out: the feedback of {said}"
    score = f"score {fact.item['score']}" if "score" in fact.item else None
    return f"Feedback of {said}{in_brackets(score)}" if fact.came else None


def action(fact: Fact) -> str | None:
    """Say that an action came or went."""
    if fact.went:
        return f"Action taken off the list: {fact.subject}"
    if not fact.came:
        return None
    if fact.item.get("status") == "done":
        return f"Action done: {fact.subject}"
    who = fact.ours(fact.item["owner"]) if "owner" in fact.item else None
    until = f"due {when(fact.item['due'])}" if "due" in fact.item else None
    return f"New action: {fact.subject}{in_brackets(who, until)}"


def done_on(fact: Fact) -> str | None:
    """Say when an action was done."""
    return f"{fact.subject} was done on {when(fact.after)}" if fact.came else None


def _weight_of_action(fact: Fact) -> int:
    return {"blocked": 60, "done": 50, "dropped": 50}.get(str(fact.after), 35)


WORDS = Words(
    sentences={
        "reviews[]": review,
        "reviews[].held": held,
        "reviews[].planned": planned,
        "reviews[].ratings.*": rating,
        **dict.fromkeys(("reviews[].ours", "reviews[].theirs", "reviews[].forum", "reviews[].owner"), of_review),
        "reviews[].decisions[]": decision,
        "interactions[]": interaction,
        "interactions[].summary": summary,
        "feedback[]": feedback,
        "actions[]": action,
        "actions[].status": status(
            {"done": "Action done: {}", "dropped": "Action dropped: {}", "blocked": "Action blocked: {}"}
        ),
        "actions[].due": due,
        "actions[].done_on": done_on,
        "actions[].owner": owner,
    },
    weights={
        "reviews[]": 58,
        "reviews[].held": 65,
        "reviews[].planned": 55,
        "reviews[].decisions[]": 55,
        "interactions[]": 42,
        "feedback[]": 50,
        "actions[]": 44,
        "actions[].status": _weight_of_action,
        "actions[].due": 40,
        "actions[].owner": 35,
        "actions[].done_on": 12,
    },
)
