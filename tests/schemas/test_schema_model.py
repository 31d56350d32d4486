"""Do the classes we compute with know every field of the format, and do both assume the same where nothing is said?"""

from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, get_args, get_type_hints

import pytest

from kamplans.model import access
from kamplans.model.engagement import Engagement
from kamplans.model.goals import Goals
from kamplans.model.growth import Growth
from kamplans.model.metrics import Metrics
from kamplans.model.profile import Profile
from kamplans.model.register import Register
from kamplans.model.settings import TIERS, Settings
from kamplans.model.stakeholder import Stakeholders
from kamplans.model.team import Team
from kamplans.model.worth import Worth

CLASSES = {
    "portfolio": Settings,
    "team": Team,
    "account": Profile,
    "stakeholders": Stakeholders,
    "goals": Goals,
    "opportunities": Growth,
    "metrics": Metrics,
    "engagement": Engagement,
    "risks": Register,
    "value": Worth,
}


def test_every_document_has_its_class(schemas):
    assert set(CLASSES) == set(schemas)


def test_the_class_of_a_document_holds_every_field_of_its_schema(kind, fields):
    """`shared` and `external_ids` of items serve exports and imports, which read the plain values."""
    told = {path for path in fields if path.rpartition(".")[2] not in ("shared", "external_ids", "*")}
    held = set(_paths(CLASSES[kind]))
    free = {path for path in told - held if any(path.startswith(f"{above}.") for above in _free(CLASSES[kind]))}
    assert {path for path in told - held - free if not path.endswith("[]")} == set()


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("access.turnover", access.TURNOVER),
        ("access.contact", access.CONTACT),
        ("access.quality", access.QUALITY),
        ("access.effort", access.EFFORT),
        ("access.introductions.influence", access.INFLUENCE),
        ("access.introductions", vars(access.Introductions())),
        ("access.grades", vars(access.Grades())),
        ("access", vars(access.AccessSettings())),
    ],
)
def test_the_defaults_of_the_risk_are_those_of_the_model(schemas, path, model):
    node = schemas["portfolio"]
    for key in path.split("."):
        node = node["properties"][key]
    told = {key: field["default"] for key, field in node["properties"].items() if "default" in field}
    assert told == {key: value for key, value in model.items() if isinstance(value, int | float)}
    assert told


def test_tiers_stand_in_the_same_order(schemas):
    offered = schemas["portfolio"]["properties"]["tiers"]["items"]["properties"]["id"]["enum"]
    assert tuple(offered) == TIERS
    assert schemas["account"]["properties"]["tier"]["enum"] == offered


def _paths(cls: type, stem: str = "") -> list[str]:
    found = []
    for name, hint in _hints(cls):
        path = f"{stem}{name}"
        found.append(path)
        inner = _plain(hint)
        if is_dataclass(inner):
            found += _paths(inner, f"{path}{'[]' if _is_list(hint) else ''}.")
    return found


def _free(cls: type, stem: str = "") -> list[str]:
    """Maps of the classes, whose keys the classes leave to the plan."""
    found = []
    for name, hint in _hints(cls):
        inner = _plain(hint)
        if is_dataclass(inner):
            found += _free(inner, f"{stem}{name}{'[]' if _is_list(hint) else ''}.")
        elif "Mapping" in str(hint):
            found.append(f"{stem}{name}")
    return found


def _hints(cls: type) -> list[tuple[str, Any]]:
    hints = get_type_hints(cls)
    return [(field.name.removesuffix("_"), hints[field.name]) for field in fields(cls) if field.name != "at"]


def _plain(hint: Any) -> Any:
    """The class inside `tuple[X, ...]` or `X | None`."""
    if _is_list(hint) or isinstance(hint, UnionType):
        return get_args(hint)[0]
    return hint


def _is_list(hint: Any) -> bool:
    return str(hint).startswith("tuple[")
