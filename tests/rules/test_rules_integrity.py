"""References, identities, days: what must hold in any plan, on the exact value."""

import pytest

REFERENCES = [
    (
        {"goals.yaml": "goals:\n  - id: grow\n    title: Grow\n    owner: nora-brg\n"},
        ["goals.yaml:4:12 error R058 goals[grow].owner: there is no colleague “nora-brg” in team.yaml"],
    ),
    (  # of a list of ids, only the one that dangles
        {"engagement.yaml": "actions:\n  - {id: a, title: A, owner: nora-berg, theirs: [ana-cruz, ben-mora]}\n"},
        ["engagement.yaml:2:60 error R058 actions[a].theirs: there is no stakeholder “ben-mora” in stakeholders.yaml"],
    ),
    (
        {
            "account.yaml": "name: C\ntier: key\nstatus: active\nparent: cruz\n"
            "team:\n  - {person: nora-berg, role: kam}\n"
        },
        ["account.yaml:4:9 error R058 parent: there is no account “cruz”"],
    ),
    (
        {"risks.yaml": "risks:\n  - {id: r, title: R, contracts: [frame], goals: [grow, shrink]}\n"},
        [
            "risks.yaml:2:35 error R058 risks[r].contracts: there is no contract “frame” in account.yaml",
            "risks.yaml:2:57 error R058 risks[r].goals: there is no goal “shrink” in goals.yaml",
        ],
    ),
    (  # a reference to a map's key
        {
            "goals.yaml": "goals:\n  - {id: grow, title: Grow, series: acv}\n"
            "  - {id: keep, title: Keep, series: acw}\n",
            "metrics.yaml": "series:\n  acv: {points: {2027-Q2: 1}}\n",
        },
        ["goals.yaml:3:37 error R058 goals[keep].series: there is no series “acw” in metrics.yaml"],
    ),
    (  # of the files of the portfolio
        {"team.yaml": "people:\n  - {id: nora-berg, name: Nora Berg, reports_to: nobody}\n"},
        ["team.yaml:2:50 error R058 people[nora-berg].reports_to: there is no colleague “nobody” in team.yaml"],
    ),
    (  # nested lists
        {"goals.yaml": "initiatives:\n  - id: i\n    title: I\n    milestones:\n      - {id: m, title: M, owner: x}\n"},
        ["goals.yaml:5:34 error R058 initiatives[i].milestones[m].owner: there is no colleague “x” in team.yaml"],
    ),
    (  # where the defining file cannot be read, nothing is said about its ids
        {
            "stakeholders.yaml": "people: [",
            "engagement.yaml": "interactions:\n"
            "  - {date: 2026-10-01, kind: call, ours: [nora-berg], theirs: [ana-cruz]}\n",
        },
        [],
    ),
]


@pytest.mark.parametrize(("files", "wanted"), REFERENCES)
def test_dangling_references(plans, files, wanted):
    assert plans.check(files, "dangling-reference") == wanted


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("owner: nora-brg", "did you mean “nora-berg”?"),
        ("owner: ana-cruz", "“ana-cruz” is one of theirs; one of ours is meant here"),
        ("owner: zzz", ""),
        ("customer_owner: nora-berg", "“nora-berg” is one of ours; one of theirs is meant here"),
    ],
)
def test_the_closest_id_is_suggested(plans, reference, hint):
    from kamplans.rules.check import check

    portfolio = plans.read({"goals.yaml": f"goals:\n  - id: grow\n    title: Grow\n    {reference}\n"})
    (found,) = check(portfolio, portfolio.settings.as_of, select=["R058"])
    assert found.hint == hint


DUPLICATES = [
    (
        {"goals.yaml": "goals:\n  - id: grow\n    title: A\n\n  - id: grow\n    title: B\n"},
        ["goals.yaml:5:9 error R058 goals[#2].id: the goal “grow” is in this list twice; the first stands in line 2"],
    ),
    (  # an identity of several fields, its lists being sets
        {
            "engagement.yaml": """\
            interactions:
              - {date: 2026-10-01, kind: call, ours: [nora-berg, paul-ek], theirs: [ana-cruz]}
              - {date: 2026-10-01, kind: call, ours: [nora-berg], theirs: [ana-cruz]}
              - {date: 2026-10-01, kind: call, ours: [paul-ek, nora-berg], theirs: [ana-cruz]}
            """
        },
        [
            "engagement.yaml:4:12 error R058 interactions[#3].date: the interaction “2026-10-01”, “call”,"
            " “nora-berg+paul-ek” and “ana-cruz” is in this list twice; the first stands in line 2"
        ],
    ),
    (  # the same milestone in two initiatives is no duplicate, in one it is
        {
            "goals.yaml": """\
            initiatives:
              - {id: a, title: A, milestones: [{id: m, title: M}]}
              - {id: b, title: B, milestones: [{id: m, title: M}, {id: m, title: N}]}
            """
        },
        [
            "goals.yaml:3:60 error R058 initiatives[b].milestones[#2].id: the milestone “m” is in this list twice;"
            " the first stands in line 3"
        ],
    ),
    (  # an id is unique over both sides
        {"stakeholders.yaml": "people:\n  - {id: paul-ek, name: Paul Ek}\n"},
        ["stakeholders.yaml:2:10 error R058 people[paul-ek].id: “paul-ek” is also the id of one of ours in team.yaml"],
    ),
    (  # a field of the identity may be missing: the whole account
        {
            "portfolio.yaml": "format: 1\nname: E\ncurrency: EUR\nofferings:\n  - {id: s, name: S}\n",
            "opportunities.yaml": "white_space:\n  - {offering: s, incumbent: us}\n"
            "  - {offering: s, incumbent: unknown}\n",
        },
        [
            "opportunities.yaml:3:16 error R058 white_space[#2].offering:"
            " the white-space cell “s” is in this list twice;"
            " the first stands in line 2"
        ],
    ),
]


@pytest.mark.parametrize(("files", "wanted"), DUPLICATES)
def test_duplicate_ids(plans, files, wanted):
    assert plans.check(files, "duplicate-id") == wanted


def test_days(plans):
    files = {
        "account.yaml": """\
            name: Cruz Foods
            tier: strategic
            status: exited
            since: 2026-09-01
            until: 2026-08-31
            plan: {from: 2026-04-01, to: 2026-04-01}
            team:
              - {person: nora-berg, role: kam}
            contracts:
              - id: frame
                start: 2026-04-01
                end: 2025-03-31
            """,
        "goals.yaml": """\
            roadmap:
              from: 2026-04-01
              to: 2026-03-31
              phases:
                - {id: one, title: One, from: 2027-01-01, to: 2026-01-01}
            initiatives:
              - {id: i, title: I, start: 2026-02-01, end: 2026-01-31}
            """,
    }
    assert plans.check(files, "dates-out-of-order") == [
        "account.yaml:5:8 error R058 until: `until` 2026-08-31 lies before `since` 2026-09-01",
        "account.yaml:12:10 error R058 contracts[frame].end: `end` 2025-03-31 lies before `start` 2026-04-01",
        "goals.yaml:3:7 error R058 roadmap.to: `to` 2026-03-31 lies before `from` 2026-04-01",
        "goals.yaml:5:51 error R058 roadmap.phases[one].to: `to` 2026-01-01 lies before `from` 2027-01-01",
        "goals.yaml:7:47 error R058 initiatives[i].end: `end` 2026-01-31 lies before `start` 2026-02-01",
    ]


def test_the_future(plans):
    files = {
        "team.yaml": """\
            people:
              - id: nora-berg
                name: Nora Berg
                training: [{date: 2026-11-01, course: negotiation}]
            """,
        "stakeholders.yaml": """\
            people:
              - id: ana-cruz
                name: Ana Cruz
                evidence:
                  - {date: 2026-10-31, by: nora-berg, note: Today is no future}
                  - {date: 2026-11-01, by: nora-berg, note: Tomorrow is}
            relationships:
              - {ours: nora-berg, theirs: ana-cruz, last_contact: 2027-01-01}
            """,
        "engagement.yaml": """\
            reviews:
              - {id: q, planned: 2026-12-01, held: 2026-12-01}
            """,
    }
    assert plans.check(files, "future-date") == [
        "engagement.yaml:2:40 error R058 reviews[q].held: `held` 2026-12-01 has not come yet on 2026-10-31",
        "stakeholders.yaml:6:16 error R058 people[ana-cruz].evidence[2026-11-01,nora-berg,Tomorrow is].date:"
        " `date` 2026-11-01 has not come yet on 2026-10-31",
        "stakeholders.yaml:8:55 error R058 relationships[nora-berg,ana-cruz].last_contact:"
        " `last_contact` 2027-01-01 has not come yet on 2026-10-31",
        "team.yaml:4:23 error R058 people[nora-berg].training[2026-11-01,negotiation].date:"
        " `date` 2026-11-01 has not come yet on 2026-10-31",
    ]


def test_unknown_rules(plans):
    said = """\
        format: 1
        name: Example
        currency: EUR
        tiers:
          - {id: key, rules: {reporting-cicle: error, R008: info}}
        rules:
          overdue: error
          R999: ignore
        """
    assert plans.check({"portfolio.yaml": said}, "unknown-rule") == [
        "portfolio.yaml:5:23 warning R058 tiers[key].rules.reporting-cicle:"
        " there is no rule “reporting-cicle” in this version",
        "portfolio.yaml:8:3 warning R058 rules.R999: there is no rule “R999” in this version",
    ]


CIRCLES = [
    ("ana>ben ben>ana", ["ana"], "“ana” reports to “ben” reports to “ana”"),
    ("ana>ana", ["ana"], "“ana” reports to themselves"),
    ("zoe>ana ana>ben ben>ana", ["ana"], "“ana” reports to “ben” reports to “ana”"),  # zoe only leads into it
    ("ana>ben ben>ana cyd>dan dan>cyd", ["ana", "cyd"], None),
    ("ana>ben ben>cyd cyd>", [], None),
    ("ana>nobody", [], None),
]


@pytest.mark.parametrize(("lines", "at", "message"), CIRCLES)
@pytest.mark.parametrize(("name", "one"), [("stakeholders.yaml", "people"), ("team.yaml", "people")])
def test_circles(plans, lines, at, message, name, one):
    people = [line.split(">") for line in lines.split()]
    text = "people:\n" + "".join(
        f"  - {{id: {id}, name: N{', reports_to: ' + boss if boss else ''}}}\n" for id, boss in people
    )
    found = plans.check({name: text}, "reporting-cycle")
    assert [line.split()[3] for line in found] == [f"people[{id}].reports_to:" for id in at]
    assert message is None or found[0].endswith(message)
