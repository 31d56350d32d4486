"""Reading only what differs tells the same as reading everything, however the file is written."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamplans.compare.documents import compare_documents
from kamplans.compare.names import Names
from kamplans.history.held import read_whole, step
from kamplans.history.pieces import sections
from kamplans.history.touches import Place
from kamplans.reading.document import read_document
from kamplans.reading.kinds import kind, kinds


def compared(name: str, before: str, after: str) -> tuple[list, list, bool]:
    """The changes by pieces and by the whole, and whether pieces were enough."""
    place = Place(name, "acme", f"acme/{name}.yaml")
    newer = read_whole(place, "new", after.encode())
    older, *pair = step(newer, "old", before.encode())
    whole = [read_document(name, place.path, "acme", text.encode())[0] for text in (before, after)]
    names = Names.of(kinds(), whole)
    told = [sorted(map(repr, compare_documents(kind(name), old, new, names))) for old, new in (pair, whole)]
    if older.known is newer.known:
        assert older.names == read_whole(place, "old", before.encode()).names
    return told[0], told[1], older.known is newer.known


PLAIN = """# yaml-language-server: $schema=x
people:
  - id: ingrid
    name: Ingrid Solheim
    sentiment: neutral
    roles: [champion, coach]
  # about Lars
  - id: lars
    name: Lars Moen
    notes: |
      people:
        - id: fake

      # no comment
  - {id: mona, name: Mona}
lines:
  - {from: ingrid, to: lars, kind: influences}
  - {from: lars, to: ingrid, kind: influences}
relationships:
  - ours: hanna
    theirs: ingrid
    level: vendor
  - ours: hanna
    theirs: lars
    level: vendor
"""

CUT = [
    ("neutral", "sceptic"),
    ("  - {id: mona, name: Mona}\n", ""),
    ("  - {id: mona, name: Mona}\n", "  - {id: mona, name: Mona}\n  - {id: nils, name: Nils}\n"),
    ("to: lars, kind: influences", "to: lars, kind: conflicts_with"),
    ("    theirs: lars\n    level: vendor", "    theirs: lars\n    level: none"),
    ("        - id: fake", "        - id: other"),
    ("# about Lars", "# of Lars"),
    ("[champion, coach]", "[coach, champion]"),
    ("id: ingrid", "id: ingrid-s"),
    ("lines:", "lines:  # informal"),
    ("# yaml-language-server: $schema=x\n", ""),
]


@pytest.mark.parametrize(("old", "new"), CUT)
@pytest.mark.parametrize("forwards", [True, False])
def test_plain_files_are_read_in_pieces(old, new, forwards):
    assert old in PLAIN
    texts = [PLAIN, PLAIN.replace(old, new, 1)]
    by_pieces, whole, enough = compared("stakeholders", *(texts if forwards else texts[::-1]))
    assert by_pieces == whole
    assert enough


WHOLE = [
    "goals:\n  - title: A\n  - title: B\n",  # nothing identifies the items
    "goals:\n  - {id: a, title: A}\n  - {id: a, title: B}\n  - {id: b, title: C}\n",  # an id stands twice
    'goals:\n  - {id: a, title: A}\n  - {id: "a", title: B}\n',
    "goals:\n  - id:   a\n    title: A\n  - id: a\n    title: B\n",
    "goals:\n  - id: a\n    title: A\n  - id: a\n    title: A\n",
    'x-a: "one\nx-b: two"\nx-c: 1\n',  # a quotation that looks like a field
    "x-a: 'one\nx-b: two'\nx-c: 1\n",
    'x-a: {b: "}"\n  ,c: d}\nx-c: 1\n',
    "x-a: [one,\nx-b, two]\nx-c: 1\n",
    "x-a: [[one],\n[x-b]]\nx-c: 1\n",
    "goals:\n- {id: a, title: A}\n- {id: b, title: B}\n",
    "goals:\n    - {id: a, title: A}\n    - {id: b, title: B}\n",
    "x-a:\n  some\n  words\nx-c: 1\n",
    "x-a: some\n  words\n  - more\nx-c: 1\n",
    "x-a: |\n  b: c\n  - d\nx-c: 1\n",
    "x-a: >-\n\n  b: c\n\n  # d\nx-c: 1\n",
    "expected_value:\n  - One\n  - Two\n",
    "x-a: 1\nx-a: 2\nx-c: 1\n",
    "---\nx-a: 1\nx-c: 1\n",
    "x-a: 1\n---\nx-c: 1\n",
    "x-a: &a [1]\nx-c: *a\n",
    "x-a: ~\nx-c: 1\n",
    "{x-a: 1, x-c: 1}\n",
    "goals: [{id: a, title: A}, {id: b, title: B}]\n",
    "x-a:\n  b: 1\n  b: 2\nx-c: 1\n",
    "x-a:\n  b: 1\n  # c\n    # d\n  e: 2\nx-c: 1\n",
    "# only words\n",
    "",
    "goals:\n",
    "goals:\n  - {id: a, title: A, x: 'it''s'}\n  - {id: b, title: B}\n",
    "\ufeffgoals:\n  - {id: a, title: A}\n  - {id: b, title: B}\n",
    "goals:\r\n  - {id: a, title: A}\r\n  - {id: b, title: B}\r\n",
    "goals:\n  - {id: a, title: A}\n\n\n  - {id: b, title: B}",
    "goals:\n  - {id: a, title: A}\n  -\n    id: b\n    title: B\n",
    "x-a: it's [x\nx-b: ]\n",
    "goals:\n  - id: a\n    title: A\nroadmap:\n  from: 2026-01-01\n  phases:\n    - {id: p, title: P}\n",
]


@pytest.mark.parametrize("name", ["goals", "account"])
@pytest.mark.parametrize("text", WHOLE)
def test_any_two_lines_may_change(name, text):
    """Every line of the file is taken out, doubled, and marred, in both directions."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        for changed in (
            [],
            [line, line],
            [line.replace("A", "Z").replace("1", "7").replace("b", "y")],
            [f"{line}#"],
            [f"{line}'"],
        ):
            other = "\n".join([*lines[:number], *changed, *lines[number + 1 :]])
            for pair in ((text, other), (other, text)):
                by_pieces, whole, _ = compared(name, *pair)
                assert by_pieces == whole, pair


def test_bytes_that_are_no_text():
    place = Place("goals", "acme", "acme/goals.yaml")
    newer = read_whole(place, "new", b"goals:\n  - {id: a, title: A}\n")
    older, before, _ = step(newer, "old", b"goals:\n  - {id: a, title: \xff}\n")
    assert (older.sections, before.data) == (None, {})


def test_a_file_that_is_cut():
    found = sections(PLAIN)
    assert found is not None
    assert {name: len(section.pieces) for name, section in found.items()} == {
        "people": 3,
        "lines": 2,
        "relationships": 2,
    }


IDS = st.sampled_from(["a", "b", "ab", "c-d"])
TEXTS = st.sampled_from(
    ["A", "id: a", "a b", "it's", 'a "b"', "#no", "x [y]", "- a", "long " * 20, "a: b", "ä", "", "1", "true", "~"]
)
GOAL = st.fixed_dictionaries(
    {"id": IDS}, optional={"title": TEXTS, "metric": TEXTS, "insights": st.lists(IDS, max_size=2)}
)
MILESTONE = st.fixed_dictionaries({"id": IDS}, optional={"title": TEXTS})
INITIATIVE = st.fixed_dictionaries(
    {"id": IDS}, optional={"title": TEXTS, "milestones": st.lists(MILESTONE, min_size=1, max_size=2)}
)
ROADMAP = st.fixed_dictionaries({}, optional={"ambition": TEXTS, "phases": st.lists(MILESTONE, min_size=1, max_size=2)})
PLAN = st.fixed_dictionaries(
    {},
    optional={
        "goals": st.lists(GOAL, min_size=1, max_size=4),
        "initiatives": st.lists(INITIATIVE, min_size=1, max_size=3),
        "roadmap": ROADMAP.filter(bool),
        "x-notes": TEXTS,
    },
)


class Style:
    """Writes a plan as different hands would: quotation, flow, blank lines, comments, folds."""

    def __init__(self, dice):
        self.dice = dice

    def text(self, plan) -> str:
        lines = []
        for key, value in plan.items():
            lines += ["# why"] * self.dice.choice([0, 0, 1])
            lines += self.value(key, value, "")
        return "\n".join(lines) + "\n"

    def value(self, key, value, indent) -> list[str]:
        if isinstance(value, str):
            return self.scalar(f"{indent}{key}:", value, indent)
        if isinstance(value, dict):
            return [
                f"{indent}{key}:",
                *(line for name, inner in value.items() for line in self.value(name, inner, indent + "  ")),
            ]
        if not value or isinstance(value[0], str):
            return [f"{indent}{key}: [{', '.join(value)}]"]
        lines = [f"{indent}{key}:"]
        for item in value:
            lines += [""] * self.dice.choice([0, 0, 1])
            inner = [line for name, one in item.items() for line in self.value(name, one, indent + "    ")]
            lines += [f"{indent}  - {inner[0].lstrip()}", *inner[1:]]
        return lines

    def scalar(self, head, text, indent) -> list[str]:
        ways = ["'"]
        plain = text.replace(" ", "").replace("'s", "").isalnum() and not text.startswith("#")
        if plain and text not in ("1", "true"):
            ways += ["plain", "plain", "block"]
        way = self.dice.choice(ways)
        if way == "block":
            return [f"{head} >-", f"{indent}  {text.strip()}"]
        return [f"{head} {text.strip()}" if way == "plain" else head + " '" + text.replace("'", "''") + "'"]


@settings(max_examples=200, deadline=None)
@given(PLAN, PLAN, st.randoms(use_true_random=False), st.booleans())
def test_pieces_tell_what_the_whole_tells(before, after, dice, related):
    if related:  # the usual case: the newer one is the older one with little changed
        after = {**copy.deepcopy(before), **dict(dice.sample(list(after.items()), min(1, len(after))))}
    style = Style(dice)
    by_pieces, whole, _ = compared("goals", style.text(before), style.text(after))
    assert by_pieces == whole


def test_most_steps_need_only_pieces():
    """The short cut is taken: of ordinary edits none reads the file whole."""
    texts = [
        PLAIN.replace("neutral", word).replace("vendor", level)
        for word, level in [("sceptic", "none"), ("advocate", "vendor")]
    ]
    assert all(compared("stakeholders", PLAIN, text)[2] for text in texts)


ITEM = "goals:\n  - id: a\n    title: A\n    note: WORD\n    unit: days\n  - id: b\n    title: B\n"
WORDS = [
    "b",
    "7",
    "07",
    "0x10",
    "1.5",
    "true",
    "yes",
    "null",
    "~",
    "2026-02-31",
    "2026-02-28",
    "1_000",
    "-",
    "- c",
    "[c]",
]
WORDS += [
    "'c'",
    "c # d",
    "c: d",
    "|\n      c",
    "|1\n     unit: c",
    ">\n\n      unit: c",
    "c\n      unit: d",
    "&c d",
    "x" * 50,
    "",
]


@pytest.mark.parametrize("old", WORDS)
def test_a_word_that_became_another_means_what_it_means_in_the_whole(old):
    for new in WORDS:
        by_pieces, whole, _ = compared("goals", ITEM.replace("WORD", old), ITEM.replace("WORD", new))
        assert by_pieces == whole, (old, new)


@pytest.mark.parametrize("before", ["unit: days", "unit: hours", "unit: hours\n    unit: days", "title: hours"])
@pytest.mark.parametrize("start", ["  - |\n", "  - >-\n", "  -\n", "  - id: a\n    note: |\n  ", "  - - id: a\n  "])
def test_a_line_that_only_looks_like_a_field_is_none(start, before):
    texts = [f"goals:\n  - id: b\n{start}    {line}\n    x-y: z\n" for line in ("unit: days", before)]
    for pair in (texts, texts[::-1]):
        by_pieces, whole, _ = compared("goals", *pair)
        assert by_pieces == whole, pair
