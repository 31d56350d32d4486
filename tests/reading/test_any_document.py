"""Laws that hold for any document: values as another reader gives them, spans that hold what they say they hold.

Documents are drawn as values and written in a style that is drawn too: block and flow, every kind of quotes, block
texts, comments, blank lines, indents, line ends, characters beyond the basic plane.
"""

import json
import math
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kamplans.model.place import Keys, Place
from kamplans.reading.characters import UNWELCOME
from kamplans.reading.document import read_document, survey
from kamplans.reading.places import locate, locate_in_order
from kamplans.reading.plain import is_text_key, plain
from kamplans.reading.values import read_values

LETTERS = "abcxyz AZ09-_.,:;!?#&*%@'\"[]{}|>\\/=+()äß\u0416\u4e2d\u05d0\U0001f642"
SENTENCES = st.one_of(
    st.text(alphabet=LETTERS, max_size=24),
    st.sampled_from(["2026-10-31", "R&D, *all* of it!", "12:30", "<<", "yes: no", "- x", "# x", "a #2", "010", "null"]),
)
KEYS = st.one_of(st.text(alphabet="abcdefgh-_", min_size=1, max_size=8), SENTENCES.filter(bool))
SCALARS = st.one_of(
    SENTENCES,
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=False, allow_infinity=False, width=32).map(lambda number: round(number, 3)),
    st.lists(st.text(alphabet="abc d#", min_size=1, max_size=8), min_size=2, max_size=3).map("\n".join),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)


class Writer:
    """Writes values as YAML, every choice of style left to chance."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def choice(self, *options: Any) -> Any:
        return self.chance.choice(options)

    def flow_scalar(self, value: Any, plain_ok: bool = True) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float):
            return repr(value)
        styles = [json.dumps(value, ensure_ascii=False)]
        if "\n" not in value:
            styles.append("'" + value.replace("'", "''") + "'")
        if plain_ok and value.replace(" ", "").isalnum() and value.strip() == value and plain(value) == (value, None):
            styles.append(value)
        return str(self.choice(*styles))

    def key(self, key: str) -> str:
        return self.flow_scalar(key, plain_ok=is_text_key(key))

    def flow(self, value: Any) -> str:
        gap = self.choice("", " ")
        if isinstance(value, dict):
            inside = [f"{self.key(key)}: {self.flow(item)}" for key, item in value.items()]
            return "{" + gap + f",{self.choice(' ', '  ')}".join(inside) + gap + "}"
        if isinstance(value, list):
            return "[" + gap + ", ".join(self.flow(item) for item in value) + gap + "]"
        return self.flow_scalar(value)

    def noise(self) -> list[str]:
        return list(self.choice([], [], [], [""], ["# a comment: [x]"], ["", "#", "# left"]))

    def tail(self) -> str:
        return str(self.choice("", "", "", "  # said by 'x'", "   "))

    def is_block(self, value: Any) -> bool:
        if isinstance(value, str):
            lines = value.split("\n")
            return (
                len(lines) > 1
                and all(line.strip() == line and line for line in lines)
                and bool(self.choice(True, False))
            )
        return isinstance(value, dict | list) and bool(value) and bool(self.choice(True, True, False))

    def under(self, head: str, value: Any, indent: int) -> list[str]:
        """Write a value behind a key or a dash."""
        if not self.is_block(value):
            return [head + " " + self.flow(value) + self.tail()]
        if isinstance(value, str):
            return [head + " |-", *(" " * (indent + 2) + line for line in value.split("\n"))]
        return [head + self.tail(), *self.block(value, indent + int(self.choice(1, 2, 4)))]

    def block(self, value: Any, indent: int) -> list[str]:
        pad = " " * indent
        lines: list[str] = []
        for item in value.items() if isinstance(value, dict) else value:
            lines += self.noise()
            if isinstance(value, dict):
                lines += self.under(f"{pad}{self.key(item[0])}:", item[1], indent)
            elif isinstance(item, dict) and item and self.choice(True, False):
                first, *rest = self.block_item(item, indent + 2)
                lines += [f"{pad}- {first.lstrip(' ')}", *rest]
            else:
                lines += self.under(f"{pad}-", item, indent)
        return lines

    def block_item(self, item: dict[str, Any], indent: int) -> list[str]:
        lines: list[str] = []
        for key, value in item.items():
            lines += self.noise() if lines else []
            lines += self.under(f"{' ' * indent}{self.key(key)}:", value, indent)
        return lines


@st.composite
def written(draw: Any) -> tuple[dict[str, Any], str]:
    values = draw(DOCUMENTS)
    end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    text = end.join(
        [*Writer(draw(st.integers(0, 2**32))).block(values, 0), *draw(st.sampled_from([[], ["# end"], ["", ""]]))]
    )
    return values, text + end


def ruamel(text: str) -> Any:
    """Read with ruamel.yaml's own scanner, dates as text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda constructor, node: node.value)
    return yaml.load(text)


def slice_of(text: str, place: Place) -> str:
    lines = text.split("\n")
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    inner = lines[place.line : place.end_line - 1]
    return "\n".join(
        [lines[place.line - 1][place.column - 1 :], *inner, lines[place.end_line - 1][: place.end_column - 1]]
    )


def all_keys(value: Any, keys: Keys = ()) -> list[Keys]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [keys] + [one for key, item in inside for one in all_keys(item, (*keys, key))]


def at(value: Any, keys: Keys) -> Any:
    for key in keys:
        value = value[key]
    return value


@given(written())
@settings(max_examples=150, deadline=None)
def test_values_are_those_that_were_written(case: tuple[dict[str, Any], str]) -> None:
    values, text = case
    document, findings = read_document("account", "a/account.yaml", "a", text.encode())
    assert findings == []
    assert document.data == values
    assert document.text == text
    assert ruamel(text) == values


@given(written())
@settings(max_examples=150, deadline=None)
def test_both_faces_see_the_same(case: tuple[dict[str, Any], str]) -> None:
    values, text = case
    assert survey(text.encode()) == (text, values, [])
    quick = read_values(text.encode())
    assert quick is None or quick == (text, values)


@given(written())
@settings(max_examples=100, deadline=None)
def test_a_span_holds_its_value(case: tuple[dict[str, Any], str]) -> None:
    values, text = case
    places = locate(text)
    for keys in all_keys(values):
        place = places.value(keys)
        held = slice_of(text, place)
        assert held == held.rstrip()
        assert ruamel(" " * (place.column - 1) + held) == at(values, keys)
        start, end = places.value_span(keys)
        assert text[start:end] == held
        if keys and isinstance(keys[-1], str):
            assert ruamel(slice_of(text, places.key(keys)) + ": x") == {keys[-1]: "x"}
        elif keys:
            assert places.key(keys) == place


@given(written(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_places_looked_up_on_the_way_are_those_of_the_whole_tree(
    case: tuple[dict[str, Any], str], order: Random
) -> None:
    values, text = case
    whole = locate(text)
    asked = [keys + more for keys in all_keys(values) for more in ((), ("no such key",), (7,), (0, "deeper"))]
    order.shuffle(asked)
    assume(read_values(text.encode()) is not None)
    growing = locate_in_order(text)
    for keys in asked:
        if order.random() < 0.5:
            assert growing.key_span(keys) == whole.key_span(keys)
        assert growing.value_span(keys) == whole.value_span(keys)


@given(written())
@settings(max_examples=60, deadline=None)
def test_positions_are_those_of_the_round_trip_reader(case: tuple[dict[str, Any], str]) -> None:
    values, text = case
    tree = YAML(typ="rt").load(text)
    places = locate(text)
    for keys in all_keys(values):
        parent = at(tree, keys[:-1])
        if keys and isinstance(keys[-1], str):
            line, column = parent.lc.key(keys[-1])
            assert (places.key(keys).line, places.key(keys).column) == (line + 1, column + 1)


@given(written(), st.data())
@settings(max_examples=200, deadline=None)
def test_a_damaged_file_is_never_called_clean_by_the_fast_face(
    case: tuple[dict[str, Any], str], data: st.DataObject
) -> None:
    _, text = case
    raw = bytearray(text.encode())
    for _ in range(data.draw(st.integers(1, 3))):
        position = data.draw(st.integers(0, len(raw)))
        raw[position : position + data.draw(st.integers(0, 2))] = data.draw(
            st.sampled_from(
                [b"", b"\t", b"!", b"&a ", b"*a", b" #", b": ", b"-", b"[", b"}", b'"', b"'", b"\n", b"\r", b"~"]
            )
            | st.sampled_from(
                [b"\0", b"0", b"_", b"<<", b"\xff", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\\", b"---\n", b"no", b"%"]
            )
        )
    text, values, faults = survey(bytes(raw))
    quick = read_values(bytes(raw))
    if quick is not None:
        assert faults == []
        assert quick == (text, values)
    assert all(0 <= fault.start <= fault.end <= len(text) for fault in faults)
    assert finite(values)


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(max_examples=300, deadline=None)
def test_any_bytes_end_in_a_document(data: bytes) -> None:
    document, findings = read_document("account", "a/account.yaml", "a", data)
    assert document.data or findings or not data.strip()
    assert document.places.value(("a", 0)).line >= 1
    json.dumps(document.data).encode()
    for finding in findings:
        assert not UNWELCOME.search(finding.message + finding.hint)
        assert "\n" not in finding.message + finding.hint


def finite(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and finite(item) for key, item in value.items())
    if isinstance(value, list):
        return all(finite(item) for item in value)
    return isinstance(value, str | bool) or math.isfinite(value)
