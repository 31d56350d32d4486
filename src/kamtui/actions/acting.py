"""How does a key become a deed? A place gets its bindings from the list; what is not possible now says why."""

from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from textual.binding import Binding, BindingType
from textual.dom import DOMNode

from kamtui.actions.action import Action
from kamtui.actions.registry import actions_at

if TYPE_CHECKING:
    from collections.abc import Callable


class Saying(Protocol):
    """What can tell the person something: the app."""

    def say(self, sentence: str) -> None:
        """Show a sentence for a moment."""


def bindings_of(*places: str) -> list[BindingType]:
    """Return the key bindings of places, for the class that stands for them."""
    return [
        Binding(",".join(action.keys), f"act('{action.id}')", action.label, show=False, tooltip=action.tooltip)
        for place in places
        for action in actions_at(place)
    ]


class Acting(DOMNode):
    """A part of the screen that offers actions.

    `PLACES` are those of the list whose actions it offers, the innermost first. Name this class after the widget it is
    mixed into: Textual takes the styles of the first base alone.
    """

    PLACES: ClassVar[tuple[str, ...]] = ()

    @property
    def offered(self) -> list[Action]:
        """The actions of this part of the screen, possible now or not."""
        return [action for place in self.PLACES for action in actions_at(place)]

    def why_not(self, action: Action) -> str:
        """Return why an action is not possible now; empty where it is."""
        if not action.unless:
            return ""
        reason = cast("Callable[[], str]", getattr(self, action.unless))
        return reason()

    async def action_act(self, id: str) -> None:
        """Do an action of this place, or say why it is not possible."""
        action = next(one for one in self.offered if one.id == id)
        reason = self.why_not(action)
        if reason:
            cast("Saying", self.app).say(reason)
        else:
            await self.app.run_action(action.id, self)
