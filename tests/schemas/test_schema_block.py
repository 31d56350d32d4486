"""Does the x-kamplans block of each schema tell the truth about its shape?"""

TARGETS = {
    "account", "business_unit", "competitor", "contract", "criterion", "forum", "goal", "initiative", "insight",
    "offering", "opportunity", "review", "risk", "rule", "series", "stakeholder", "team", "tier",
}  # fmt: skip
NAMED_ELSEWHERE = {"account", "rule"}
"""Accounts are folders, rules a catalog; everything else is defined by some list or map."""


def test_it_names_its_document(block, kind, scopes):
    assert (block["kind"], block["file"]) == (kind, f"{kind}.yaml")
    assert kind in scopes[block["scope"]]
    assert list(block) == ["kind", "file", "scope", "lists", "maps", "references", "personal"]


def test_every_list_of_objects_is_listed(block, fields):
    lists = {path.removesuffix("[]") for path, field in fields.items() if _is_item(path, field)}
    of_own_kind = {path for path in lists if not path.startswith("series.")}
    assert set(block["lists"]) == of_own_kind


def test_the_key_of_a_list_is_always_there(block, fields):
    for path, entry in block["lists"].items():
        item = fields[f"{path}[]"]
        optional = set(entry.get("optional", ()))
        assert set(entry["key"]) <= set(item["properties"]), path
        assert set(entry["key"]) - optional <= set(item["required"]), path
        assert optional <= set(entry["key"]) - set(item["required"]), path


def test_an_item_asks_only_for_its_key_and_its_name(block, fields):
    for path, entry in block["lists"].items():
        assert set(fields[f"{path}[]"]["required"]) <= {*entry["key"], "name", "title", "text"}, path


def test_titles_and_columns_are_fields_of_the_item(block, fields):
    for path, entry in block["lists"].items():
        names = set(fields[f"{path}[]"]["properties"])
        assert entry["one"] == entry["one"].lower(), path
        assert {entry.get("title", entry["key"][0]), *entry["columns"]} <= names, path


def test_every_map_is_listed(block, fields):
    known = {"series." + name for name in fields.get("series", {}).get("properties", ())}
    maps = {path for path, field in fields.items() if isinstance(field.get("additionalProperties"), dict)}
    assert set(block["maps"]) == {path for path in maps if not any(path.startswith(f"{name}.") for name in known)}


def test_known_series_have_the_fields_of_any_series(fields):
    for path, field in fields.items():
        if path.startswith("series.") and path.count(".") == 1 and path != "series.*":
            own = set(fields["series.*"]["properties"]) - {"title", "unit"}
            assert set(field["properties"]) == own, path


def test_references_lead_from_fields_of_ids_to_something_defined(block, fields, schemas):
    defined = {entry["defines"] for schema in schemas.values() for entry in _entries(schema) if "defines" in entry}
    assert defined | NAMED_ELSEWHERE == TARGETS
    for path, target in block["references"].items():
        assert fields[path]["type"] == "string", path
        assert fields[path]["pattern"], path
        assert target in TARGETS, path


def test_every_field_of_an_id_is_a_reference_or_an_identity(block, fields):
    ids = {path for path, field in fields.items() if field.get("$ref") == "#/$defs/id" and not path.endswith(".id")}
    assert ids - set(block["references"]) <= {"formerly[]"}


def test_keys_of_a_map_may_be_references_too(schemas):
    keys = {entry["keys"] for schema in schemas.values() for entry in _entries(schema) if "keys" in entry}
    assert keys == {"rule"}


def test_personal_fields_exist_and_stand_in_the_people_files_alone(block, fields, kind):
    assert set(block["personal"]) <= set(fields)
    assert set(block["personal"].values()) <= {"identity", "judgement"}
    assert bool(block["personal"]) == (kind in ("team", "stakeholders"))


def test_every_item_may_be_shared_and_carry_numbers_of_other_systems(block, fields):
    for path in block["lists"]:
        assert {"external_ids", "shared"} <= set(fields[f"{path}[]"]["properties"]), path


def _is_item(path, field):
    return path.endswith("[]") and field["type"] == "object"


def _entries(schema):
    block = schema["x-kamplans"]
    return [*block["lists"].values(), *block["maps"].values()]
