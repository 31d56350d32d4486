"""Portfolios of any size from a seed, for measuring: the same words, the same densities, every time.

Each account has n people of theirs in one tree, n/3 relationships, n/3 informal lines, 5 decision makers and 4 of
ours; goals,
opportunities, metrics, engagement and risks of usual length. With commits, a git history in which each commit
touches a few plans.

    python tests/benchmarks/generate.py FOLDER --accounts 1000 --people 20 --seed 1 --commits 50
"""

import argparse
import random
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

AS_OF = date(2026, 10, 31)
OURS_PER_ACCOUNT = 4
DECISION_MAKERS = 5
LEVELS = ("none", "vendor", "credible_source", "problem_solver", "trusted_advisor")
SENTIMENTS = ("advocate", "supporter", "neutral", "sceptic", "opponent")
GIVEN = ("Ada", "Ben", "Cleo", "Dag", "Eva", "Finn", "Gro", "Hugo", "Ines", "Jon", "Kaja", "Lars", "Mona")
FAMILY = ("Berg", "Dahl", "Eide", "Foss", "Grau", "Holm", "Iversen", "Jahn", "Krog", "Lund", "Moen", "Nord", "Ose")
DEPARTMENTS = ("Board", "Finance", "IT", "Logistics", "Operations", "Procurement", "Quality")


def portfolio_files(accounts: int, people: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of a portfolio; the folder names are `acc-0001` and so on."""
    teams = max(1, accounts // 10)
    yield "portfolio.yaml", _portfolio()
    yield "team.yaml", _team(teams * OURS_PER_ACCOUNT)
    for number in range(1, accounts + 1):
        yield from account_files(number, people, number % teams, seed)


def account_files(number: int, people: int, team: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of the files of one account."""
    dice = random.Random(f"{seed}/{number}")
    ours = [f"our-{team * OURS_PER_ACCOUNT + i:04d}" for i in range(OURS_PER_ACCOUNT)]
    theirs = [f"p-{i:03d}" for i in range(people)]
    folder = f"acc-{number:04d}"
    yield f"{folder}/account.yaml", _account(dice, number, ours)
    yield f"{folder}/stakeholders.yaml", _stakeholders(dice, ours, theirs)
    yield f"{folder}/goals.yaml", _goals(dice, ours, theirs)
    yield f"{folder}/opportunities.yaml", _opportunities(dice, ours, theirs)
    yield f"{folder}/metrics.yaml", _metrics(dice)
    yield f"{folder}/engagement.yaml", _engagement(dice, ours, theirs)


def write_portfolio(folder: Path, accounts: int, people: int, seed: int) -> None:
    """Write a portfolio into a folder."""
    for path, text in portfolio_files(accounts, people, seed):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def write_history(folder: Path, accounts: int, people: int, seed: int, commits: int, touched: int = 20) -> None:
    """Make the folder a git repository whose first commit holds the portfolio and whose others touch a few
    stakeholder files."""
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
    stream = b"".join(_history(accounts, people, seed, commits, touched))
    subprocess.run(["git", "-C", str(folder), "fast-import", "--quiet", "--force"], input=stream, check=True)
    subprocess.run(["git", "-C", str(folder), "reset", "-q", "--hard"], check=True)


def _history(accounts: int, people: int, seed: int, commits: int, touched: int) -> Iterator[bytes]:
    dice = random.Random(f"{seed}/history")
    now = dict(portfolio_files(accounts, people, seed))
    yield _commit(0, now)
    plans = [path for path in now if path.endswith("/stakeholders.yaml")]
    for number in range(1, commits):
        changed = {path: _touch(dice, now[path]) for path in dice.sample(plans, min(touched, len(plans)))}
        now.update(changed)
        yield _commit(number, changed)


def _commit(number: int, files: dict[str, str]) -> bytes:
    when = 1_700_000_000 + number * 86_400
    message = f"Change {number}".encode()
    who = f"Generator <generator@example.com> {when} +0000"
    head = f"commit refs/heads/main\ncommitter {who}\ndata {len(message)}\n".encode()
    body = b"".join(_blob(f"plans/{path}", text.encode()) for path, text in files.items())
    return head + message + b"\n" + body + b"\n"


def _blob(path: str, data: bytes) -> bytes:
    return f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"


def _touch(dice: random.Random, text: str) -> str:
    """Change one sentiment and one date of contact."""
    lines = text.split("\n")
    for word, values in (("    sentiment: ", SENTIMENTS), ("    last_contact: ", None)):
        places = [i for i, line in enumerate(lines) if line.startswith(word)]
        value = dice.choice(values) if values else _before(dice, 200)
        lines[dice.choice(places)] = f"{word}{value}"
    return "\n".join(lines)


def _before(dice: random.Random, days: int) -> str:
    return (AS_OF - timedelta(days=dice.randrange(days))).isoformat()


def _after(dice: random.Random, days: int) -> str:
    return (AS_OF + timedelta(days=dice.randrange(1, days))).isoformat()


def _portfolio() -> str:
    return f"""format: 1
name: Generated
currency: EUR
as_of: {AS_OF}
fiscal_year_starts: 4
offerings:
  - {{id: analytics, name: Analytics}}
  - {{id: sensors, name: Sensors}}
  - {{id: service, name: Service}}
tiers:
  - {{id: strategic, min_contacts: 10, review_every_days: 90, contact_every_days: 30, silent_after_days: 90}}
  - {{id: key, min_contacts: 5, review_every_days: 90, contact_every_days: 45, silent_after_days: 120}}
"""


def _team(count: int) -> str:
    lines = ["people:"]
    for number in range(count):
        name = f"{GIVEN[number % len(GIVEN)]} {FAMILY[number // len(GIVEN) % len(FAMILY)]}"
        lines += [f"  - id: our-{number:04d}", f"    name: {name}", "    function: sales", "    status: active"]
    return "\n".join([*lines, ""])


def _account(dice: random.Random, number: int, ours: list[str]) -> str:
    acv = dice.randrange(100, 3000) * 1000
    return f"""# One page on the customer, for whoever joins the team.
name: Account {number}
tier: {dice.choice(("strategic", "key"))}
status: active
since: 2024-04-01
industry: Food
region: EMEA
plan: {{from: 2026-04-01, to: 2027-03-31}}
expected_value:
  - Steady growth in two regions
  - A reference in the trade
business_units:
  - {{id: logistics, name: Logistics}}
  - {{id: retail, name: Retail}}
understanding:
  business: "Buys, stores and sells fresh food; margins are thin"
  strategy:
    - Fewer warehouses by 2028
  challenges:
    - Losses on the way to the shops  # told in spring
  competitors:
    - {{id: rival, name: Rival, position: challenger}}
team:
  - person: {ours[0]}
    role: kam
    responsible_for: Overall relationship
    allocation: 0.5
    backup: {ours[1]}
  - {{person: {ours[1]}, role: executive_sponsor, allocation: 0.05}}
  - {{person: {ours[2]}, role: customer_success, allocation: 0.3}}
  - {{person: {ours[3]}, role: finance, allocation: 0.1}}
contracts:
  - id: frame
    start: 2024-04-01
    end: 2027-03-31
    notice_days: 90
    renews_for_months: 12
    acv: {acv}
governance:
  forums:
    - {{id: steering, level: strategic, every_days: 90, owner: {ours[0]}, ours: [{ours[1]}], theirs: [p-000]}}
"""


def _stakeholders(dice: random.Random, ours: list[str], theirs: list[str]) -> str:
    deciding = set(theirs[: min(2, len(theirs))]) | set(dice.sample(theirs, min(DECISION_MAKERS - 2, len(theirs))))
    lines = ["people:"]
    for number, person in enumerate(theirs):
        lines += [
            f"  - id: {person}",
            f"    name: {GIVEN[number % len(GIVEN)]} {FAMILY[(number * 7 + number // len(GIVEN)) % len(FAMILY)]}",
        ]
        lines += [
            f"    title: Head of {dice.choice(DEPARTMENTS)}",
            f"    level: {'c_level' if number < 3 else 'manager'}",
        ]
        lines += [f"    department: {dice.choice(DEPARTMENTS)}"]
        if number:
            lines.append(f"    reports_to: {theirs[dice.randrange(max(0, number - 8), number)]}")
        lines.append(f"    roles: [{'decision_maker' if person in deciding else 'influencer'}]")
        lines += [
            f"    influence: {dice.randrange(1, 6)}",
            f"    sentiment: {dice.choice(SENTIMENTS)}",
            "    status: active",
        ]
    lines.append("lines:")
    for start, end in _pairs(dice, theirs, theirs, len(theirs) // 3):
        strength = dice.choice(("weak", "moderate", "strong"))
        lines.append(f"  - {{from: {start}, to: {end}, kind: influences, strength: {strength}}}")
    lines.append("relationships:")
    for our, their in _pairs(dice, ours, theirs, max(1, len(theirs) // 3)):
        lines += [
            f"  - ours: {our}",
            f"    theirs: {their}",
            f"    level: {dice.choice(LEVELS[1:])}",
            "    quality: good",
        ]
        lines.append(f"    last_contact: {_before(dice, 200)}")
    return "\n".join([*lines, ""])


def _pairs(dice: random.Random, left: list[str], right: list[str], count: int) -> list[tuple[str, str]]:
    every = [(a, b) for a in left for b in right if a != b]
    return sorted(dice.sample(every, min(count, len(every))))


def _goals(dice: random.Random, ours: list[str], theirs: list[str]) -> str:
    lines = ["goals:"]
    for number in range(4):
        lines += [
            f"  - id: goal-{number}",
            f"    title: Goal number {number}",
            "    side: joint",
            "    type: efficiency",
        ]
        lines += [
            f"    owner: {dice.choice(ours)}",
            f"    customer_owner: {dice.choice(theirs)}",
            "    metric: Loss rate",
        ]
        lines += [
            "    unit: percent",
            "    baseline: 4.0",
            "    target: 2.0",
            f"    due: {_after(dice, 300)}",
            "    status: on_track",
        ]
    lines.append("initiatives:")
    for number in range(3):
        lines += [f"  - id: initiative-{number}", f"    title: Initiative {number}", f"    goal: goal-{number}"]
        lines += [
            f"    owner: {dice.choice(ours)}",
            "    start: 2026-04-01",
            f"    end: {_after(dice, 300)}",
            "    milestones:",
        ]
        lines += ["      - id: first", "        title: First site", f"        due: {_after(dice, 100)}"]
    return "\n".join([*lines, ""])


def _opportunities(dice: random.Random, ours: list[str], theirs: list[str]) -> str:
    lines = ["white_space:"]
    for offering in ("analytics", "sensors", "service"):
        lines += [f"  - offering: {offering}", "    business_unit: logistics", "    incumbent: us"]
        lines += [f"    our_spend: {dice.randrange(100, 500)}000", f"    total_spend: {dice.randrange(500, 900)}000"]
    lines.append("opportunities:")
    for number in range(3):
        lines += [
            f"  - id: opp-{number}",
            f"    title: Opportunity {number}",
            "    type: upsell",
            "    stage: proposed",
        ]
        lines += [
            f"    acv: {dice.randrange(50, 400)}000",
            f"    close: {_after(dice, 200)}",
            f"    owner: {dice.choice(ours)}",
        ]
        lines.append(f"    theirs: [{dice.choice(theirs)}]")
    return "\n".join([*lines, ""])


def _metrics(dice: random.Random) -> str:
    lines = ["series:"]
    for name, scale in (("acv", 1000), ("revenue", 250), ("gross_margin", 100), ("cost_to_serve", 40), ("nps", 0)):
        lines += [f"  {name}:", "    source: Finance", "    points:"]
        for quarter in ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2"):
            lines.append(f"      {quarter}: {dice.randrange(300, 1500) * scale if scale else dice.randrange(-20, 70)}")
    return "\n".join([*lines, ""])


def _engagement(dice: random.Random, ours: list[str], theirs: list[str]) -> str:
    held = _before(dice, 80)
    lines = ["reviews:", "  - id: qbr-2027-q2", "    kind: qbr", f"    planned: {held}", f"    held: {held}"]
    lines += [f"    owner: {ours[0]}", f"    ours: [{ours[0]}]", f"    theirs: [{theirs[0]}]", "interactions:"]
    for number in range(6):
        day = (AS_OF - timedelta(days=7 * number + dice.randrange(6))).isoformat()
        lines += [
            f"  - date: {day}",
            "    kind: call",
            f"    ours: [{dice.choice(ours)}]",
            f"    theirs: [{dice.choice(theirs)}]",
        ]
        lines += ["    initiated_by: us", "    summary: Went through the open points"]
    lines.append("actions:")
    for number in range(4):
        lines += [f"  - id: action-{number}", f"    title: Action {number}", f"    owner: {dice.choice(ours)}"]
        lines += [f"    due: {_after(dice, 60)}", "    status: open", f"    goal: goal-{number}"]
    return "\n".join([*lines, ""])


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description="Generate a portfolio.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--accounts", type=int, default=100)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--commits", type=int, default=0, help="also a git history of so many commits")
    given = parser.parse_args()
    if given.commits:
        write_history(given.folder, given.accounts, given.people, given.seed, given.commits)
    else:
        write_portfolio(given.folder, given.accounts, given.people, given.seed)


if __name__ == "__main__":
    main()
