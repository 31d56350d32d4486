"""What is said of the customer's people, of the ties among them, and of those who know them here."""

from collections.abc import Callable

from kamplans.compare.wording._contract import Words
from kamplans.compare.wording._fact import Fact
from kamplans.compare.wording._moves import gains
from kamplans.compare.wording._ties import last_contact, level, line, quality, relationship, strength, target_level
from kamplans.compare.wording._turns import in_brackets
from kamplans.compare.wording._values import joined, quoted, when, word

_WEIGHTY = frozenset({"champion", "economic_buyer", "decision_maker", "approver", "executive_sponsor"})
_STANDING = {"advocate": "an advocate", "supporter": "a supporter", "sceptic": "a sceptic", "opponent": "an opponent"}
_RANK = ("opponent", "sceptic", "neutral", "supporter", "advocate")


def person(fact: Fact) -> str | None:
    """Say that somebody came onto the map, left it, or has another id."""
    if not (fact.came or fact.went):
        return None
    if fact.went:
        return f"{fact.subject} was taken off the map"
    title = f", {fact.item['title']}" if fact.item.get("title") else ""
    if fact.item.get("status") == "placeholder":
        return f"An empty seat came onto the map: {fact.subject}{title if title != f', {fact.subject}' else ''}"
    roles = joined([word(role) for role in fact.item.get("roles", [])])
    return f"New on the map: {fact.subject}{title}{in_brackets(roles)}"


def job_title(fact: Fact) -> str | None:
    """Say a new position."""
    if fact.went:
        return None
    before = f" (before: {fact.before})" if fact.before else ""
    return f"{fact.subject} is now {fact.after}{before}"


def sentiment(fact: Fact) -> str:
    """Say how somebody turned."""
    if fact.came:
        return f"{fact.subject} is seen as {_STANDING.get(fact.after, word(fact.after))}"
    if fact.went:
        return f"Where {fact.subject} stands is no longer known (before: {word(fact.before)})"
    return f"{fact.subject} turned from {word(fact.before)} to {word(fact.after)}"


def presence(fact: Fact) -> str:
    """Say that somebody left, moved, is away or is back."""
    before, after = fact.before or "active", fact.after or "active"
    who = f"{fact.subject}, our champion," if "champion" in fact.item.get("roles", []) else fact.subject
    if after == "left":
        return f"{who} has left"
    if after == "moved":
        return f"{who} moved to another job there"
    if after == "on_leave":
        return f"{who} is on leave"
    if after == "placeholder":
        return f"Who holds the seat of {fact.subject} is not known"
    if before == after:
        return f"{fact.subject} is noted as {word(after)}"
    return {
        "on_leave": f"{fact.subject} is back from leave",
        "placeholder": f"The seat of {fact.subject} is filled",
    }.get(before, f"{fact.subject} is there again")


def leaving(fact: Fact) -> str:
    """Say when somebody leaves."""
    if fact.went:
        return f"{fact.subject} is no longer known to leave (before: on {when(fact.before)})"
    if fact.item.get("status") == "left":
        return f"{fact.subject} left on {when(fact.after)}"
    before = f" (before: on {when(fact.before)})" if fact.before else ""
    return f"{fact.subject} leaves on {when(fact.after)}{before}"


def roles(fact: Fact) -> str:
    """Say which parts in a purchase somebody took on or lost."""
    came, went = ([word(role) for role in some] for some in gains(fact))
    if came and went:
        return f"{fact.subject} is now {joined(came)}, no longer {joined(went)}"
    also = "also " if came and fact.before else ""
    return f"{fact.subject} is now {also}{joined(came)}" if came else f"{fact.subject} is no longer {joined(went)}"


def reports_to(fact: Fact) -> str:
    """Say to whom somebody reports."""
    if fact.went:
        return f"{fact.subject} no longer reports to {fact.said(fact.before)}"
    before = f" (before: {fact.said(fact.before)})" if fact.before else ""
    return f"{fact.subject} now reports to {fact.said(fact.after)}{before}"


def owner(fact: Fact) -> str:
    """Say who answers for somebody."""
    if fact.went:
        return f"Nobody answers for {fact.subject} any more (before: {fact.said(fact.before)})"
    before = f" (before: {fact.said(fact.before)})" if fact.before else ""
    return f"{fact.said(fact.after)} now answers for {fact.subject}{before}"


def backup(fact: Fact) -> str:
    """Say who steps in."""
    if fact.went:
        return f"{fact.said(fact.before)} no longer steps in for {fact.subject}"
    return f"{fact.said(fact.after)} now steps in for {fact.subject}"


def succeeds(fact: Fact) -> str:
    """Say whose seat somebody took."""
    if fact.went:
        return f"{fact.subject} no longer counts as the successor of {fact.said(fact.before)}"
    return f"{fact.subject} succeeds {fact.said(fact.after)}"


def decides(fact: Fact) -> str:
    """Say whether somebody decides."""
    if fact.went:
        return f"Whether {fact.subject} decides follows from the roles again"
    return f"{fact.subject} {'counts' if fact.after is True else 'no longer counts'} as a decision maker"


def rhythm(fact: Fact) -> str | None:
    """Say how often somebody should hear from us."""
    if fact.went:
        return None
    before = f" (before: every {fact.before})" if fact.before else ""
    return f"{fact.subject} should hear from us every {fact.after} days{before}"


def evidence(fact: Fact) -> str | None:
    """Say what was seen of somebody, by whom."""
    by, day = fact.ours(fact.item.get("by")), when(fact.item.get("date"))
    note = quoted(fact.item.get("note", ""))
    if fact.came:
        return f"{by} on {fact.outer_subject}, {day}: {note}"
    return f"Taken out: what {by} noted on {fact.outer_subject}, {day}: {note}" if fact.went else None


def _of_person(light: int, heavy: int) -> Callable[[Fact], int]:
    def weigh(fact: Fact) -> int:
        roles = {*fact.item.get("roles", []), *fact.item_before.get("roles", [])}
        decides = fact.item.get("decides") is True
        return heavy if decides or not _WEIGHTY.isdisjoint(roles) else light

    return weigh


def _weight_of_sentiment(fact: Fact) -> int:
    worse = fact.before in _RANK and fact.after in _RANK and _RANK.index(fact.after) < _RANK.index(fact.before)
    return _of_person(70, 85)(fact) + (10 if worse else 0)


def _weight_of_roles(fact: Fact) -> int:
    came, went = gains(fact)
    return 90 if not _WEIGHTY.isdisjoint(went) else 75 if not _WEIGHTY.isdisjoint(came) else 50


def _weight_of_person(fact: Fact) -> int:
    return _of_person(60, 80)(fact) + (10 if fact.went else 0)


WORDS = Words(
    sentences={
        "people[]": person,
        "people[].title": job_title,
        "people[].sentiment": sentiment,
        "people[].status": presence,
        "people[].leaves_on": leaving,
        "people[].roles": roles,
        "people[].reports_to": reports_to,
        "people[].owner": owner,
        "people[].backup": backup,
        "people[].succeeds": succeeds,
        "people[].decides": decides,
        "people[].contact_every_days": rhythm,
        "people[].evidence[]": evidence,
        "lines[]": line,
        "lines[].strength": strength,
        "relationships[]": relationship,
        "relationships[].level": level,
        "relationships[].target": target_level,
        "relationships[].quality": quality,
        "relationships[].last_contact": last_contact,
    },
    weights={
        "people[]": _weight_of_person,
        "people[].status": _of_person(85, 98),
        "people[].leaves_on": _of_person(75, 92),
        "people[].sentiment": _weight_of_sentiment,
        "people[].roles": _weight_of_roles,
        "people[].decides": 70,
        "people[].succeeds": 75,
        "people[].influence": 60,
        "people[].reports_to": 50,
        "people[].owner": 45,
        "people[].title": 40,
        "people[].name": 30,
        "people[].location": 15,
        "people[].email": 8,
        "people[].leave_probability": 55,
        "people[].evidence[]": 35,
        "lines[]": 40,
        "relationships[]": 60,
        "relationships[].level": 55,
        "relationships[].quality": 55,
        "relationships[].works": 50,
        "relationships[].last_contact": 25,
    },
)
