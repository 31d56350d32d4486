"""The rules that portfolio.yaml sets the severity of exist.

Why: a setting for a misspelt rule does nothing, and nobody notices that the rule it was meant for still speaks, or
still keeps silent.

Flagged:

    # portfolio.yaml
    format: 1
    rules: {overdu: error}

Clean:

    # portfolio.yaml
    format: 1
    rules: {overdue: error}

Settings: none.
"""

from collections.abc import Iterator

from kamplans.model.closest import closest
from kamplans.model.pattern import values
from kamplans.rules._contract import PORTFOLIO, Context, Flag, Rule
from kamplans.rules._listing import codes_by_slug
from kamplans.rules._words import did_you_mean, quoted


def check(context: Context) -> Iterator[Flag]:
    """Flag each key of `rules:` that is neither the name nor the code of a rule."""
    document = context.documents.get("portfolio")
    listed = codes_by_slug()
    known = {*listed, *listed.values()}
    for pattern in ("rules.*", "tiers[].rules.*"):
        for keys, _ in values(document.data, pattern) if document else ():
            word = str(keys[-1])
            if word not in known:
                yield Flag(
                    f"there is no rule {quoted(word)} in this version",
                    "portfolio",
                    keys,
                    did_you_mean(closest(word, sorted(known)), "`kamplans explain --all` lists the rules"),
                    on_key=True,
                )


RULE = Rule("R058", check, judges=PORTFOLIO)
