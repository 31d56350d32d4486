"""Roles, seats, key account managers, influence: who has to be there, and is."""

import pytest

ACCOUNT = "name: C\ntier: {tier}\nstatus: {status}\nteam:\n  - {{person: nora-berg, role: kam}}\n"


def people(*lines):
    return {"stakeholders.yaml": "people:\n" + "".join(f"  - {{{line}}}\n" for line in lines)}


ALL = "roles: [executive_sponsor, economic_buyer, champion], influence: 4"
NOT_CHAMPION = "id: ana, name: A, roles: [executive_sponsor, approver], influence: 5"


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([f"id: ana, name: A, {ALL}"], []),
        ([NOT_CHAMPION, "id: ben, name: B, roles: [champion]"], []),
        ([NOT_CHAMPION], ["stakeholders.yaml:1:1 error R011 people: nobody is known as champion"]),
        (  # decides by word, not by role; and by word against the role
            ["id: ana, name: A, roles: [executive_sponsor, champion], decides: true, influence: 5"],
            [],
        ),
        (
            [f"id: ana, name: A, decides: false, {ALL}"],
            ["stakeholders.yaml:1:1 error R011 people: nobody is known as decision maker"],
        ),
        (  # who has just gone leaves time to find another
            [NOT_CHAMPION, "id: ben, name: B, roles: [champion], status: left, leaves_on: 2026-09-30"],
            [
                "stakeholders.yaml:3:51 warning R011 people[ben].status:"
                " no active champion: “ben” is gone since 2026-09-30"
            ],
        ),
        (
            [NOT_CHAMPION, "id: ben, name: B, roles: [champion], status: moved, leaves_on: 2026-01-31"],
            [
                "stakeholders.yaml:3:51 error R011 people[ben].status:"
                " no active champion: “ben” is in another place since 2026-01-31"
            ],
        ),
        (
            [NOT_CHAMPION, "id: ben, name: B, roles: [champion], status: on_leave"],
            ["stakeholders.yaml:3:51 warning R011 people[ben].status: no active champion: “ben” is on leave"],
        ),
        (
            [NOT_CHAMPION, "id: ben, name: B, roles: [champion], status: placeholder"],
            [
                "stakeholders.yaml:3:51 warning R011 people[ben].status:"
                " no active champion: “ben” is a seat without a known person"
            ],
        ),
    ],
)
def test_required_roles(plans, lines, wanted):
    assert plans.check(people(*lines), "R011") == wanted


@pytest.mark.parametrize(
    ("tier", "status", "severities"),
    [
        ("strategic", "active", ["error"]),
        ("key", "active", ["warning"]),
        ("growth", "active", ["warning"]),
        ("standard", "active", ["info"]),
        ("strategic", "prospect", []),
        ("strategic", "lost", []),
        ("strategic", "exited", []),
        ("strategic", "asleep", []),  # a status that is none
    ],
)
def test_roles_are_asked_by_tier_and_status(plans, tier, status, severities):
    files = {"account.yaml": ACCOUNT.format(tier=tier, status=status), **people(NOT_CHAMPION)}
    assert [line.split()[1] for line in plans.check(files, "missing-role")] == severities


def test_an_unreadable_map_has_no_missing_roles(plans):
    assert plans.check({"stakeholders.yaml": "people: ["}, "missing-role") == []


LEAVERS = [
    (  # of theirs: a role until somebody succeeds, seats, what they own
        {
            **people(
                f"id: ana, name: A, {ALL}",
                "id: ben, name: B, roles: [champion, user_buyer], status: left, leaves_on: 2026-09-30",
                "id: cyd, name: C, roles: [approver], influence: 3, status: moved",
                "id: eva, name: E, roles: [approver], decides: false, status: left",
                "id: dan, name: D, succeeds: cyd",
            ),
            "goals.yaml": "goals:\n  - {id: g, title: G, owner: nora-berg, customer_owner: ben, status: on_track}\n",
        },
        [
            "goals.yaml:2:57 warning R019 goals[g].customer_owner: “ben” has left (2026-09-30) and still owns goal “g”",
            "stakeholders.yaml:3:31 warning R019 people[ben].roles:"
            " “ben” has left (2026-09-30) and is still champion; nobody succeeds them",
        ],
    ),
    (  # of ours: the team, forums, relationships, open work of every kind
        {
            "account.yaml": """\
                name: C
                tier: key
                status: active
                team:
                  - {person: nora-berg, role: kam, backup: olaf-lund}
                  - {person: olaf-lund, role: finance}
                governance:
                  forums:
                    - {id: steering, owner: olaf-lund, ours: [paul-ek, olaf-lund], theirs: [ana-cruz]}
                  escalation:
                    - {step: 1, ours: olaf-lund, theirs: ana-cruz}
                """,
            "stakeholders.yaml": f"people:\n  - {{id: ana-cruz, name: A, owner: olaf-lund, {ALL}}}\n",
            "goals.yaml": """\
                goals:
                  - {id: open, title: O, owner: olaf-lund, done_when: x, due: 2027-01-01}
                  - {id: done, title: D, owner: olaf-lund, status: achieved}
                initiatives:
                  - id: i
                    title: I
                    milestones:
                      - {id: m, title: M, owner: olaf-lund}
                      - {id: n, title: N, owner: olaf-lund, done_on: 2026-01-01}
                """,
            "engagement.yaml": """\
                reviews:
                  - {id: past, planned: 2026-08-01, held: 2026-08-01, ours: [olaf-lund]}
                  - {id: next, planned: 2026-12-01, ours: [olaf-lund]}
                actions:
                  - {id: a, title: A, owner: olaf-lund, status: open}
                  - {id: b, title: B, owner: olaf-lund, status: done}
                """,
        },
        [
            "account.yaml:5:44 warning R019 team[nora-berg].backup: … backs up “nora-berg”",
            "account.yaml:6:14 warning R019 team[olaf-lund].person: … is in the account team",
            "account.yaml:9:29 warning R019 governance.forums[steering].owner: … owns forum “steering”",
            "account.yaml:9:56 warning R019 governance.forums[steering].ours: … sits in forum “steering”",
            "account.yaml:11:23 warning R019 governance.escalation[1].ours: … sits in escalation step “1”",
            "engagement.yaml:3:44 warning R019 reviews[next].ours: … sits in review “next”",
            "engagement.yaml:5:30 warning R019 actions[a].owner: … owns action “a”",
            "goals.yaml:2:33 warning R019 goals[open].owner: … owns goal “open”",
            "goals.yaml:8:34 warning R019 initiatives[i].milestones[m].owner: … owns milestone “m”",
            "stakeholders.yaml:2:36 warning R019 people[ana-cruz].owner: … owns the relationship with “ana-cruz”",
        ],
    ),
]


@pytest.mark.parametrize(("files", "wanted"), LEAVERS)
def test_leavers(plans, files, wanted):
    says = "“olaf-lund” has left (2026-09-15) and still"
    assert plans.check(files, "leaver-in-seat") == [line.replace("…", says) for line in wanted]


@pytest.mark.parametrize(
    ("how", "severity"),
    [
        ("status: left, leaves_on: 2026-08-02", "warning"),  # 90 days
        ("status: left, leaves_on: 2026-08-01", "error"),
        ("status: left", "warning"),  # since when, nobody says
        ("status: on_leave", "info"),
        ("status: active, leaves_on: 2026-08-01", None),
    ],
)
def test_a_handover_has_its_time(plans, how, severity):
    files = {
        "team.yaml": f"people:\n  - {{id: nora-berg, name: N}}\n  - {{id: olaf-lund, name: O, {how}}}\n",
        "goals.yaml": "goals:\n  - {id: g, title: G, owner: olaf-lund}\n",
    }
    assert [line.split()[1] for line in plans.check(files, "R019")] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("team", "wanted"),
    [
        ("team:\n  - {person: nora-berg, role: kam}\n", []),
        (
            "team:\n  - {person: nora-berg, role: finance}\n",
            ["account.yaml:4:1 error R024 team: nobody in the team is the key account manager"],
        ),
        (
            "team:\n  - {person: nora-berg, role: kam}\n  - {person: paul-ek, role: kam}\n",
            ["account.yaml:6:29 error R024 team[paul-ek].role: the account has 2 key account managers"],
        ),
    ],
)
@pytest.mark.parametrize("status", ["active", "prospect"])
def test_exactly_one_key_account_manager(plans, team, wanted, status):
    text = f"name: C\ntier: key\nstatus: {status}\n{team}"
    assert plans.check({"account.yaml": text}, "no-single-kam") == wanted


@pytest.mark.parametrize(
    ("accounts", "said", "wanted"),
    [
        (2, "max_accounts: 2", []),
        (
            3,
            "max_accounts: 2",
            "team.yaml:2:47 warning R024 people[nora-berg].max_accounts:"
            " “nora-berg” manages 3 key accounts, 2 are the limit: a0, a1 and cruz-foods",
        ),
        (10, "function: sales", []),
        (
            11,
            "function: sales",
            "team.yaml:2:10 warning R024 people[nora-berg].id:"
            " “nora-berg” manages 11 key accounts, 10 are the limit: a0, a1, a2, a3, a4 and 6 more",
        ),
    ],
)
def test_accounts_of_one_manager(plans, accounts, said, wanted):
    files = {"team.yaml": f"people:\n  - {{id: nora-berg, name: Nora, {said}}}\n"}
    files |= {f"a{n}/account.yaml": ACCOUNT.format(tier="standard", status="active") for n in range(accounts - 1)}
    files |= {"gone/account.yaml": ACCOUNT.format(tier="standard", status="lost")}
    assert plans.check(files, "overloaded-kam") == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("id: ana, name: A, roles: [approver]", True),
        ("id: ana, name: A, roles: [approver], influence: 1", False),
        ("id: ana, name: A, decides: true", True),
        ("id: ana, name: A, roles: [approver], decides: false", False),
        ("id: ana, name: A, roles: [champion]", False),
        ("id: ana, name: A, roles: [approver], status: left", True),  # the seat keeps its power
    ],
)
def test_decision_makers_without_influence(plans, line, wanted):
    found = plans.check(people(line), "R063")
    says = "people[ana].influence: decision maker “ana” has no influence; 3 is assumed"
    assert found == ([f"stakeholders.yaml:2:5 error R063 {says}"] if wanted else [])


def test_who_is_succeeded_weighs_no_more(plans):
    gone = "id: ana, name: A, roles: [approver], status: left"
    assert plans.check(people(gone, "id: ben, name: B, succeeds: ana"), "R063") == []
