"""What can one do here? The help and the palette: every action in reach, its keys, and why it may not be possible."""

from collections.abc import Iterator
from functools import partial

from kamplans.api import account_names
from kamtui.actions.acting import Acting
from kamtui.actions.action import Action
from kamtui.actions.registry import GROUPS
from kamtui.screens.house import HouseScreen
from kamtui.screens.modals.choices import Choice


def help_choices(screen: HouseScreen) -> list[Choice]:
    """Return every action in reach, grouped as in the list of actions."""
    ordered = sorted(_actions(screen), key=lambda one: GROUPS.index(one[1].group))
    return [_choice(part, action, action.group) for part, action in ordered]


def palette_choices(screen: HouseScreen) -> list[Choice]:
    """Return every account and every action in reach."""
    shelf = screen.host.shelf
    names = account_names(shelf.workspace) if shelf else {}
    accounts = [
        Choice("", name, f"account {id}", partial(screen.host.open_account, id, name)) for id, name in names.items()
    ]
    return [*accounts, *(_choice(part, action, "") for part, action in _actions(screen))]


def _actions(screen: HouseScreen) -> Iterator[tuple[Acting, Action]]:
    """Yield actions, the nearest first; of two on the same keys the outer one is out of reach."""
    taken: set[str] = set()
    for part, action in screen.acting():
        if not taken.issuperset(action.keys):
            yield part, action
        taken.update(action.keys)


def _choice(part: Acting, action: Action, group: str) -> Choice:
    reason = part.why_not(action)
    return Choice(action.shown_keys, action.label, action.tooltip, partial(part.action_act, action.id), reason, group)
