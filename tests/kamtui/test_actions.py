"""Every action of the list can be done: a place offers it, and it has keys and a row in help and palette."""

import ast
import importlib
import pkgutil
from collections import Counter
from pathlib import Path

import pytest
from textual.binding import BindingsMap

import kamtui
from kamtui.actions.acting import Acting, bindings_of
from kamtui.actions.action import Action
from kamtui.actions.registry import ACTIONS, GROUPS

TEXT_KEYS = {"choices"}  # places where a person types: plain letters are text there


def places() -> dict[str, list[type[Acting]]]:
    """Every class of kamtui that offers actions, by place."""
    for module in pkgutil.walk_packages(kamtui.__path__, "kamtui."):
        if module.name != "kamtui.__main__":
            importlib.import_module(module.name)
    found: dict[str, list[type[Acting]]] = {}
    waiting = [Acting]
    while waiting:
        cls = waiting.pop()
        waiting.extend(cls.__subclasses__())
        for place in cls.PLACES:
            found.setdefault(place, []).append(cls)
    return found


PLACES = places()


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.where}-{action.id}")
def test_the_place_of_an_action_can_do_it(action: Action) -> None:
    classes = PLACES.get(action.where)
    assert classes, "no part of the screen offers this"
    for cls in classes:
        assert callable(getattr(cls, f"action_{action.id}", None)), cls
        assert not action.unless or callable(getattr(cls, action.unless)), cls
    assert action.keys
    assert action.label
    assert action.tooltip
    assert action.group in GROUPS


def test_no_key_means_two_things_in_one_part_of_the_screen() -> None:
    classes = {cls for found in PLACES.values() for cls in found}
    for cls in classes:
        keys = Counter(
            key for place in cls.PLACES for action in ACTIONS if action.where == place for key in action.keys
        )
        assert [key for key, number in keys.items() if number > 1] == [], cls


def test_an_action_is_named_once_in_its_place() -> None:
    names = Counter((action.where, action.id) for action in ACTIONS)
    assert max(names.values()) == 1


def test_every_class_binds_the_keys_of_its_places() -> None:
    for cls in {cls for found in PLACES.values() for cls in found}:
        bound = {
            (key, binding.action)
            for base in cls.__mro__
            for key, binding in BindingsMap(base.__dict__.get("BINDINGS", ()))
            if str(binding.action).startswith("act(")
        }
        for place in cls.PLACES:
            expected = {(key, binding.action) for key, binding in BindingsMap(bindings_of(place))}
            assert expected <= bound, (cls, place)


def test_keys_always_arrive() -> None:
    """No chord that terminals or browsers keep for themselves, none that another key looks like."""
    kept = {"ctrl+w", "ctrl+t", "ctrl+n", "ctrl+j", "ctrl+m", "ctrl+i", "ctrl+h", "ctrl+left_square_bracket"}
    for action in ACTIONS:
        if action.where in TEXT_KEYS:
            continue
        assert not kept & set(action.keys), action
        assert not any("alt+" in key or key.startswith("ctrl+shift") for key in action.keys), action


async def test_help_and_palette_offer_every_action_somewhere(example: Path, visit) -> None:
    """Walks through all screens; what was never offered by help or palette is out of reach."""
    from kamtui.screens.modals.finding_actions import help_choices, palette_choices

    reached: set[str] = set()

    async def look(walker) -> None:
        screen = walker.app.screen
        in_help = {choice.label for choice in help_choices(screen)}
        in_palette = {choice.label for choice in palette_choices(screen)}
        assert in_help <= in_palette
        reached.update(f"{a.where}-{a.id}" for _, a in screen.acting() if a.label in in_help)

    async with visit(example) as walker:
        await look(walker)
        await walker.press("question_mark")
        await look(walker)
        await walker.press("escape", "i")
        await look(walker)
        await walker.press("escape", "enter")
        for tab in "12345":
            await walker.press(tab)
            await look(walker)
        await walker.press("4", "enter")
        await look(walker)
        await walker.press("3", "b")
        await look(walker)
    async with visit(None, reason="Nothing is here.") as walker:
        await look(walker)
    assert {f"{action.where}-{action.id}" for action in ACTIONS} - reached == set()


async def test_the_help_does_what_one_chooses(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("question_mark")
        await walker.type("problems")
        await walker.press("enter")
        assert walker.here == "ProblemsScreen"


async def test_the_palette_goes_to_an_account(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("ctrl+p")
        await walker.type("castellan")
        await walker.press("enter")
        assert walker.here == "AccountScreen"
        assert walker.app.screen.account == "castellan-pharma"


async def test_what_is_not_possible_says_why(example: Path, visit) -> None:
    async with visit(example) as walker:
        await walker.press("q")
        assert walker.said == ["This is the first view: Q leaves kamtui."]
        await walker.press("slash")
        await walker.type("nobody-has-this-name")
        await walker.press("enter", "enter")
        assert walker.said[-1] == "No account matches the filter: esc shows all."


def test_actions_are_listed_in_one_place_only() -> None:
    """Bindings come from the list: no other module writes a Binding."""
    root = Path(kamtui.__file__).parent
    for path in root.rglob("*.py"):
        names = {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
        assert "Binding" not in names or path.name == "acting.py", path
