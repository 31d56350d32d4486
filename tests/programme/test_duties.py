"""Duties: plan data in, who does what out."""

from datetime import date

from kamplans.model.document import Document
from kamplans.model.portfolio import Account
from kamplans.programme.duties import duties

AS_OF = date(2026, 10, 31)


def found(**plans):
    documents = {kind: Document(kind, f"{kind}.yaml", "a", data, "", lambda _: None) for kind, data in plans.items()}
    return [(one.person, one.is_ours, one.phrase, one.name, one.keys) for one in duties(Account("a", documents), AS_OF)]


def test_both_sides_are_told_apart():
    forum = {"id": "steering", "owner": "nora", "ours": ["nora", "paul"], "theirs": ["ana"]}
    at = ("governance", "forums", 0)
    assert found(account={"governance": {"forums": [forum]}}) == [
        ("nora", True, "owns forum", "steering", (*at, "owner")),
        ("nora", True, "sits in forum", "steering", (*at, "ours", 0)),
        ("paul", True, "sits in forum", "steering", (*at, "ours", 1)),
        ("ana", False, "sits in forum", "steering", (*at, "theirs", 0)),
    ]


def test_what_is_over_asks_nobody():
    over = {
        "stakeholders": {"people": [{"id": "ana", "owner": "nora", "status": "left"}]},
        "goals": {
            "goals": [{"id": "g", "owner": "nora", "status": "missed"}],
            "initiatives": [
                {"id": "i", "owner": "nora", "status": "done", "milestones": [{"owner": "x", "done_on": "?"}]}
            ],
        },
        "opportunities": {"opportunities": [{"id": "o", "owner": "nora", "stage": "won"}]},
        "engagement": {
            "reviews": [{"id": "r", "owner": "nora", "planned": "2026-10-30"}, {"id": "s", "owner": "nora"}],
            "actions": [{"id": "a", "owner": "nora", "status": "dropped"}],
        },
        "risks": {"risks": [{"id": "k", "owner": "nora", "customer_owner": "ana", "status": "closed"}]},
    }
    assert found(**over) == []


def test_other_shapes_hold_no_duties():
    assert found(account={"team": "nora"}, goals={"goals": [7, {"owner": ["x", 5]}, {"owner": {"id": "x"}}]}) == [
        ("x", True, "owns goal", "", ("goals", 1, "owner", 0))
    ]
