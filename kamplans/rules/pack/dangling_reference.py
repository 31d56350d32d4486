"""Every id that a plan names is defined somewhere.

Why: a reference to nobody loses work without a word. An action whose owner is misspelt is on no list, a relationship
with an unknown person opens no way, and a goal that rests on no insight looks as if it did.

Flagged:

    # goals.yaml
    goals:
      - id: cut-losses
        title: Halve the losses
        owner: nora-brg
        metric: Loss rate
        target: 2
        due: 2027-03-31

Clean:

    # goals.yaml
    goals:
      - id: cut-losses
        title: Halve the losses
        owner: nora-berg
        metric: Loss rate
        target: 2
        due: 2027-03-31

Settings: none. Where the file that defines the ids is unreadable, nothing is said about them.
"""

from collections.abc import Iterator

from kamplans.model.closest import closest
from kamplans.model.finding import Severity
from kamplans.model.pattern import matches
from kamplans.rules._contract import EVERYWHERE, Context, Flag, Rule
from kamplans.rules._words import did_you_mean, quoted

_SIDES = {"team": "ours", "stakeholder": "theirs"}
_OTHER_SIDE = {"team": "stakeholder", "stakeholder": "team"}


def check(context: Context) -> Iterator[Flag]:
    """Flag each reference whose target is not defined."""
    for document in context.documents.values():
        targets = context.kinds[document.kind].references
        for pattern, keys, value in matches(document.data, tuple(targets)):
            target = targets[pattern]
            found = context.known.ids(target)
            if isinstance(value, str) and found is not None and value not in found:
                yield Flag(_message(context, target, value), document.kind, keys, _hint(context, target, value))


def _message(context: Context, target: str, value: str) -> str:
    source = context.known.source(target)
    return (
        f"there is no {source[0]} {quoted(value)} in {source[1]}" if source else f"there is no {target} {quoted(value)}"
    )


def _hint(context: Context, target: str, value: str) -> str:
    near = closest(value, context.known.ids(target) or ())
    other = _OTHER_SIDE.get(target)
    if near is None and other and value in (context.known.ids(other) or ()):
        return f"{quoted(value)} is one of {_SIDES[other]}; one of {_SIDES[target]} is meant here"
    return did_you_mean(near)


RULE = Rule("R058", check, Severity.ERROR, judges=EVERYWHERE)
