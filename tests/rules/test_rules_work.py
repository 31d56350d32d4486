"""Goals, days, reviews, risks: what a plan promises, and whether it keeps it."""

import pytest


def goal(said):
    return {"goals.yaml": f"goals:\n  - {{id: g, title: G{', ' + said if said else ''}}}\n"}


@pytest.mark.parametrize(
    ("said", "severity", "lacks"),
    [
        ("owner: nora-berg, due: 2027-01-01, metric: Loss, target: 2", None, None),
        ("owner: nora-berg, due: 2027-01-01, metric: Loss, target: 0", None, None),
        ("owner: nora-berg, due: 2027-01-01, done_when: They say so", None, None),
        ("owner: nora-berg, due: 2027-01-01", "warning", "a measure (`metric` and `target`, or `done_when`)"),
        ("owner: nora-berg, due: 2027-01-01, metric: Loss", "warning", "target"),
        ("owner: nora-berg, due: 2027-01-01, target: 2", "warning", "metric"),
        ("done_when: They say so, due: 2027-01-01", "error", "owner"),
        ("done_when: They say so", "error", "owner and due"),
        ("", "error", "owner, due and a measure (`metric` and `target`, or `done_when`)"),
        ("status: off_track", "error", "owner, due and a measure (`metric` and `target`, or `done_when`)"),
        ("status: achieved", None, None),
        ("status: deferred", None, None),
    ],
)
def test_goals_are_complete(plans, said, severity, lacks):
    wanted = [f"goals.yaml:2:5 {severity} R025 goals[g]: goal “g” lacks {lacks}"] if severity else []
    assert plans.check(goal(said), "incomplete-goal") == wanted


@pytest.mark.parametrize(
    ("file", "text", "wanted"),
    [
        ("engagement.yaml", "actions:\n  - {id: a, title: A, due: 2026-10-31}\n", None),  # today is in time
        (
            "engagement.yaml",
            "actions:\n  - {id: a, title: A, owner: nora-berg, due: 2026-10-30}\n",
            "engagement.yaml:2:46 warning R027 actions[a].due:"
            " action “a” was due 2026-10-30, 1 day ago; “nora-berg” owns it",
        ),
        (
            "engagement.yaml",
            "actions:\n  - {id: a, title: A, due: 2026-10-01, status: blocked}\n",
            "engagement.yaml:2:28 warning R027 actions[a].due: action “a” was due 2026-10-01, 30 days ago",
        ),
        (
            "engagement.yaml",
            "actions:\n  - {id: a, title: A, due: 2026-09-30}\n",
            "engagement.yaml:2:28 error R027 actions[a].due: action “a” was due 2026-09-30, 31 days ago",
        ),
        ("engagement.yaml", "actions:\n  - {id: a, title: A, due: 2026-01-01, status: done}\n", None),
        ("engagement.yaml", "actions:\n  - {id: a, title: A, due: 2026-01-01, status: dropped}\n", None),
        (
            "goals.yaml",
            "goals:\n  - {id: g, title: G, due: 2026-10-01, status: at_risk}\n",
            "goals.yaml:2:28 warning R027 goals[g].due: goal “g” was due 2026-10-01, 30 days ago",
        ),
        ("goals.yaml", "goals:\n  - {id: g, title: G, due: 2026-10-01, status: missed}\n", None),
        (
            "goals.yaml",
            "initiatives:\n  - id: i\n    title: I\n    owner: paul-ek\n    milestones:\n"
            "      - {id: m, title: M, due: 2026-10-20}\n"
            "      - {id: n, title: N, due: 2026-10-20, done_on: 2026-10-22}\n",
            "goals.yaml:6:32 warning R027 initiatives[i].milestones[m].due:"
            " milestone “m” was due 2026-10-20, 11 days ago; “paul-ek” owns it",
        ),
        (
            "goals.yaml",
            "initiatives:\n  - {id: i, title: I, status: canceled, milestones: [{id: m, title: M, due: 2026-10-20}]}\n",
            None,
        ),
    ],
)
def test_overdue_work(plans, file, text, wanted):
    assert plans.check({file: text}, "overdue") == ([wanted] if wanted else [])


def reviews(*lines, tier="key", since=""):
    text = f"name: C\ntier: {tier}\nstatus: active\n{since}team:\n  - {{person: nora-berg, role: kam}}\n"
    return {"account.yaml": text, "engagement.yaml": "reviews:\n" + "".join(f"  - {{{line}}}\n" for line in lines)}


REVIEWS = [
    (reviews("id: a, kind: qbr, held: 2026-08-02"), []),  # 90 days
    (
        reviews("id: a, kind: qbr, held: 2026-08-01"),
        [
            "engagement.yaml:2:30 warning R035 reviews[a].held:"
            " the last review was held 2026-08-01 and one is due every 90 days: 1 day late"
        ],
    ),
    (
        reviews("id: a, kind: qbr, held: 2026-05-01"),
        [
            "engagement.yaml:2:30 error R035 reviews[a].held:"
            " the last review was held 2026-05-01 and one is due every 90 days: 93 days late"
        ],
    ),
    (reviews("id: a, kind: qbr, held: 2026-05-04", tier="growth"), []),  # 180 days
    (
        reviews("id: a, kind: qbr, held: 2025-10-30", tier="standard"),
        [
            "engagement.yaml:2:30 warning R035 reviews[a].held:"
            " the last review was held 2025-10-30 and one is due every 365 days: 1 day late"
        ],
    ),
    (
        reviews("id: a, kind: qbr, held: 2026-05-01", "id: b, kind: ebr, planned: 2026-11-20"),
        [
            "engagement.yaml:2:30 info R035 reviews[a].held: the last review was held 2026-05-01"
            " and one is due every 90 days: 93 days late; the next is planned for 2026-11-20"
        ],
    ),
    (
        reviews("id: a, kind: qbr, held: 2026-09-01", "id: b, kind: steering, planned: 2026-09-20"),
        [
            "engagement.yaml:3:38 warning R035 reviews[b].planned:"
            " review “b” was planned for 2026-09-20 and nobody says that it was held"
        ],
    ),
    (
        reviews("id: a, kind: internal, held: 2026-10-01"),
        ["engagement.yaml:1:1 warning R035 reviews: no review with the customer was ever held"],
    ),
    (
        reviews("id: a, kind: internal, held: 2026-10-01", since="since: 2026-07-01\n"),
        [
            "engagement.yaml:1:1 warning R035 reviews:"
            " no review was ever held and one is due every 90 days: 32 days late"
        ],
    ),
]


@pytest.mark.parametrize(("files", "wanted"), REVIEWS)
def test_reviews(plans, files, wanted):
    assert plans.check(files, "review-overdue") == wanted


def test_an_account_without_engagement_has_no_review(plans):
    text = "name: C\ntier: key\nstatus: active\nteam:\n  - {person: nora-berg, role: kam}\n"
    wanted = ["account.yaml:1:1 warning R035 None: no review with the customer was ever held"]
    assert plans.check({"account.yaml": text}, "review-overdue") == wanted


def test_an_unreadable_engagement_is_not_held_against_the_account(plans):
    text = "name: C\ntier: key\nstatus: active\nteam:\n  - {person: nora-berg, role: kam}\n"
    assert plans.check({"account.yaml": text, "engagement.yaml": "reviews: ["}, "review-overdue") == []


COVERED = "mitigation: M, contingency: C, owner: nora-berg, review_on: 2026-12-01"


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        (f"likelihood: 3, impact: 5, {COVERED}", None),
        ("likelihood: 3, impact: 4", None),  # not high
        ("likelihood: 5", None),  # nobody knows
        ("likelihood: 5, impact: 3", "mitigation, contingency, owner or review day"),
        ("likelihood: 5, impact: 5, owner: nora-berg, mitigation: M, status: mitigating", "contingency or review day"),
        ("likelihood: 5, impact: 5, status: accepted", "contingency, owner or review day"),
        ("likelihood: 5, impact: 5, status: closed", None),
        ("likelihood: 5, impact: 5, status: occurred", None),
    ],
)
@pytest.mark.parametrize(("tier", "severity"), [("strategic", "error"), ("key", "warning"), ("standard", "warning")])
def test_high_risks_are_covered(plans, said, lacks, tier, severity):
    account = f"name: C\ntier: {tier}\nstatus: active\nteam:\n  - {{person: nora-berg, role: kam}}\n"
    found = plans.check({"account.yaml": account, "risks.yaml": f"risks:\n  - {{id: r, title: R, {said}}}\n"}, "R052")
    assert len(found) == (1 if lacks else 0)
    if lacks:
        assert found[0].startswith(f"risks.yaml:2:5 {severity} R052 risks[r]: high risk “r” (")
        assert found[0].endswith(f"has no {lacks}")


@pytest.mark.parametrize(
    ("thresholds", "tier_thresholds", "severities"),
    [
        ("", "", ["error"]),
        ("thresholds: {overdue_error_days: 60}\n", "", ["warning"]),
        ("thresholds: {overdue_error_days: 60}\n", "thresholds: {overdue_error_days: 40}", ["error"]),
        ("thresholds: {overdue_error_days: 10}\n", "thresholds: {overdue_error_days: 60}", ["warning"]),
    ],
)
def test_thresholds_of_portfolio_and_tier(plans, thresholds, tier_thresholds, severities):
    files = {
        "portfolio.yaml": "format: 1\nname: E\ncurrency: EUR\n"
        f"{thresholds}tiers:\n  - {{id: strategic, {tier_thresholds}}}\n",
        "engagement.yaml": "actions:\n  - {id: a, title: A, due: 2026-09-01}\n",
    }
    assert [line.split()[1] for line in plans.check(files, "overdue")] == severities
