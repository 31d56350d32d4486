"""A high risk has a mitigation, a contingency, an owner and a day on which it is looked at again.

Why: a risk that is likely and dear will probably come. Mitigation makes it less so, contingency says what we do when
it comes anyway, and without an owner and a day nobody looks.

High is likelihood times impact from the threshold on. Closed risks and those that have occurred are not asked; an
accepted one needs no mitigation.

Flagged:

    # risks.yaml
    risks:
      - id: one-plant
        title: All sensors come from one plant
        likelihood: 3
        impact: 5
        owner: nora-berg
        mitigation: Qualify a second plant
        review_on: 2026-12-15
        status: mitigating

Clean:

    # risks.yaml
    risks:
      - id: one-plant
        title: All sensors come from one plant
        likelihood: 3
        impact: 5
        owner: nora-berg
        mitigation: Qualify a second plant
        contingency: Rent sensors for two months
        review_on: 2026-12-15
        status: mitigating

Settings: `high_risk` (15 of 25): the score from which a risk is high.
"""

from collections.abc import Iterator

from kamplans.model.finding import Severity
from kamplans.rules._contract import SERVED, Context, Flag, Rule, Threshold
from kamplans.rules._words import listed, quoted

HIGH = Threshold("high_risk", 15, "of 25")

_WORDS = {"mitigation": "mitigation", "contingency": "contingency", "owner": "owner", "review_on": "review day"}


def check(context: Context) -> Iterator[Flag]:
    """Flag each high risk with what it lacks."""
    for risk in context.account.register.risks:
        if risk.score is None or risk.score < context.threshold(HIGH) or risk.status in ("closed", "occurred"):
            continue
        asked = {field: name for field, name in _WORDS.items() if risk.status != "accepted" or field != "mitigation"}
        missing = [name for field, name in asked.items() if getattr(risk, field) is None]
        if missing:
            yield Flag(
                f"high risk {quoted(risk.id)} ({risk.likelihood} × {risk.impact}) has no {listed(missing, 'or')}",
                "risks",
                risk.at,
                "say what we do now, what we do if it comes, who and when",
            )


RULE = Rule("R052", check, by_tier={"strategic": Severity.ERROR}, judges=SERVED, settings=(HIGH,))
