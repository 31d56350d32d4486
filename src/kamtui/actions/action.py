"""What is an action? A name, keys and words; the place that offers it has the method that does it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """Something one can do in a place.

    `where` names the place (a widget, a tab, a screen, or everywhere); what is in that place does it in its method
    `action_<id>`. `keys` are Textual's names. `footer` orders the few that stand at the foot of the screen, 0 for
    none. `unless` names a method of the place that returns why the action is not possible now, or nothing.
    """

    id: str
    where: str
    keys: tuple[str, ...]
    label: str
    tooltip: str
    group: str
    footer: int = 0
    unless: str = ""

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them."""
        return " ".join(_SHOWN.get(key, key) for key in self.keys)

    @property
    def first_key(self) -> str:
        """The key that the foot of the screen shows."""
        return _SHOWN.get(self.keys[0], self.keys[0])


_SHOWN = {
    "enter": "↵",
    "escape": "esc",
    "slash": "/",
    "at": "@",
    "question_mark": "?",
    "colon": ":",
    "exclamation_mark": "!",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "page up",
    "pagedown": "page down",
    "shift+tab": "⇧tab",
    **{f"ctrl+{letter}": f"^{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"},
}
