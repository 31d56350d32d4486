"""Whatever a file holds, reading it ends in findings on their places, never in an exception."""

import pytest

from kamplans.reading.document import read_document

HOSTILE: list[tuple[str, str | bytes, list[tuple[str, int, int]]]] = [
    # text
    ("byte order mark", b"\xef\xbb\xbfname: x\n", [("Y002", 1, 1)]),
    ("byte order mark, then a fault keeps its column", b"\xef\xbb\xbfname: ~\n", [("Y002", 1, 1), ("Y025", 1, 7)]),
    ("byte order mark inside", "name: a\ufeffb\n", [("Y003", 1, 8)]),
    ("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbfname: x\n", [("Y002", 1, 1), ("Y003", 1, 1)]),
    ("utf-16, little end first", "name: x\n".encode("utf-16"), [("Y001", 1, 1)]),
    ("utf-16, big end first", b"\xfe\xff" + "name: x\n".encode("utf-16-be"), [("Y001", 1, 1)]),
    ("utf-16 without a mark", "name: x\n".encode("utf-16-le"), [("Y001", 1, 1)]),
    ("utf-32", "name: x\n".encode("utf-32"), [("Y001", 1, 1)]),
    ("latin-1", "a: 1\nname: Zoë\n".encode("latin-1"), [("Y001", 2, 9)]),
    ("encoded surrogate", b"name: \xed\xa0\x80\n", [("Y001", 1, 7)]),
    ("overlong slash", b"name: \xc0\xaf\n", [("Y001", 1, 7)]),
    ("nul", "name: a\0b\n", [("Y003", 1, 8)]),
    ("bell and escape", "name: \x07\x1b[31m\n", [("Y003", 1, 7), ("Y003", 1, 8)]),
    ("delete", "name: a\x7f\n", [("Y003", 1, 8)]),
    ("a control of C1", "name: a\x9bm\n", [("Y003", 1, 8)]),
    ("next line does not end a line", "name: a\u0085b\nstatus: ~\n", [("Y003", 1, 8), ("Y025", 2, 9)]),
    ("line separator does not end a line", "name: a\u2028b\nstatus: ~\n", [("Y003", 1, 8), ("Y025", 2, 9)]),
    ("paragraph separator in a comment", "# a\u2029b\nname: x\n", [("Y003", 1, 4)]),
    ("non-character", "name: a\uffffb\n", [("Y003", 1, 8)]),
    ("bidirectional override", "name: a\u202eb\n", [("Y004", 1, 8)]),
    ("bidirectional isolate in a key", "na\u2067me: b\n", [("Y004", 1, 3)]),
    ("mixed line ends", "a: 1\r\nb: 2\nc: 3\n", [("Y005", 1, 5)]),
    ("mixed line ends, most as on Windows", "a: 1\r\nb: 2\nc: 3\r\n", [("Y005", 2, 5)]),
    ("bare carriage return", "a: 1\rb: 2\n", [("Y005", 1, 5)]),
    ("tab before a key", "goals:\n\t- id: a\n", [("Y006", 2, 1)]),
    ("tab after spaces", "goals:\n  \t- id: a\n", [("Y006", 2, 3)]),
    ("tab alone on a line", "a: 1\n\n\t\nb: 2\n", [("Y006", 3, 1)]),
    ("tab before a bracket", "a: [1,\n\t2]\n", [("Y006", 2, 1)]),
    ("tab in a block text's indent", "name: |\n\ttext\n", [("Y006", 2, 1)]),
    ("conflict", "<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n", [("Y007", 1, 1), ("Y007", 5, 1)]),
    ("conflict inside a list", "a:\n<<<<<<< HEAD\n  - 1\n=======\n>>>>>>> b\n", [("Y007", 2, 1), ("Y007", 5, 1)]),
    ("conflict with Windows line ends", "<<<<<<< a\r\na: 1\r\n>>>>>>> b\r\n", [("Y007", 1, 1), ("Y007", 3, 1)]),
    ("more than a mebibyte", b"# " + b"x" * (1 << 20), [("Y008", 1, 1)]),
    ("empty", "", [("Y011", 1, 1)]),
    ("only a comment", "# nothing yet\n\n", [("Y011", 1, 1)]),
    ("only a document start", "---\n", [("Y011", 1, 1)]),
    ("only a mark", b"\xef\xbb\xbf", [("Y002", 1, 1), ("Y011", 1, 1)]),
    ("two documents", "a: 1\n---\nb: 2\n", [("Y012", 2, 1)]),
    ("two documents, the first closed", "a: 1\n...\n---\nb: 2\n", [("Y012", 3, 1)]),
    # structure
    ("a list", "- a\n- b\n", [("Y021", 1, 1)]),
    ("a word", "hello\n", [("Y021", 1, 1)]),
    ("a number after a comment", "# x\n  12\n", [("Y021", 2, 3)]),
    ("an alias alone", "*a\n", [("Y021", 1, 1)]),
    ("colon in a sentence", "name: Northwind: Traders\n", [("Y020", 1, 16)]),
    ("unclosed quote", 'a: 1\nname: "x\nb: 2\n', [("Y020", 2, 7)]),
    ("unclosed single quote", "name: 'it''s\n", [("Y020", 1, 7)]),
    ("text after a quote", "name: 'it's'\n", [("Y020", 1, 11)]),
    ("unclosed list", "a: [1, 2\nb: 3\n", [("Y020", 1, 4)]),
    ("unclosed map", "a: {b: 1\nc: 2\n", [("Y020", 1, 4)]),
    ("one bracket too many", "a: [1]]\n", [("Y020", 1, 7)]),
    ("closing bracket alone", "]\n", [("Y020", 1, 1)]),
    ("at sign", "name: @northwind\n", [("Y020", 1, 7)]),
    ("backtick", "name: `x`\n", [("Y020", 1, 7)]),
    ("percent", "share: %5\n", [("Y020", 1, 8)]),
    ("unknown escape", 'name: "C:\\pictures"\n', [("Y020", 1, 10)]),
    ("list on its key's line", "a: - b\n", [("Y020", 1, 4)]),
    ("item at the level of keys", "a: 1\n- b\n", [("Y020", 2, 1)]),
    ("key in a list", "a:\n  - b\n  c: 1\n", [("Y020", 3, 3)]),
    ("line without a colon", "a: 1\nbanana\nc: 1\n", [("Y020", 2, 1)]),
    ("line without a colon, last", "a: 1\nbanana", [("Y020", 2, 1)]),
    ("indented too far", "a: 1\n  b: 2\n", [("Y020", 2, 4)]),
    ("indented too little", "  a: 1\n b: 2\n", [("Y020", 2, 2)]),
    ("indented in between", "a:\n    b: 1\n  c: 2\n", [("Y020", 3, 3)]),
    ("text on the line of a block text", "a: |x\n  y\n", [("Y020", 1, 5)]),
    ("unknown tag handle", "a: !x!y z\n", [("Y020", 1, 4)]),
    ("asterisk in front", "note: *\n", [("Y020", 1, 7)]),
    ("key twice", "a: 1\nb: 2\na: 3\n", [("Y022", 3, 1)]),
    ("key twice in an item", "a:\n  - b: 1\n    b: 2\n", [("Y022", 3, 5)]),
    ("key three times, once in quotes", "a: 1\n\"a\": 2\n'a': 3\n", [("Y022", 2, 1), ("Y022", 3, 1)]),
    ("number as a key", "a: {2026: 1}\n", [("Y023", 1, 5)]),
    ("truth value as a key", "true: 1\n", [("Y023", 1, 1)]),
    ("nothing as a key", "~: 1\n", [("Y023", 1, 1)]),
    ("no key", ": 1\n", [("Y020", 1, 1)]),
    ("no key in braces", "a: {: 1}\n", [("Y020", 1, 5)]),
    ("a question mark for a key", "?\n: 1\n", [("Y023", 1, 2)]),
    ("list as a key", "? [a, b]\n: 1\n", [("Y024", 1, 3)]),
    ("map as a key", "{a: 1}: 2\n", [("Y024", 1, 1)]),
    ("no value", "a: 1\nregion:\nb: 2\n", [("Y025", 2, 1)]),
    ("null", "a: null\nb: ~\nc: Null\n", [("Y025", 1, 4), ("Y025", 2, 4), ("Y025", 3, 4)]),
    ("empty items", "a:\n  -\n  - x\n  - null\n", [("Y025", 2, 3), ("Y025", 4, 5)]),
    ("keys without values in braces", "a: {b, c: 1}\n", [("Y025", 1, 5)]),
    ("anchor", "a: &x 1\n", [("Y026", 1, 4)]),
    ("anchor of a map", "a: &x\n  b: 1\n", [("Y026", 1, 4)]),
    ("anchor of a key", "&x a: 1\n", [("Y026", 1, 1)]),
    ("alias", "a: &x 1\nb: *x\n", [("Y026", 1, 4), ("Y027", 2, 4)]),
    ("alias of nothing", "b: [*x]\n", [("Y027", 1, 5)]),
    ("a value that holds itself", "a: &x [*x]\n", [("Y026", 1, 4), ("Y027", 1, 8)]),
    ("python object", "a: !!python/object/apply:os.system [ls]\n", [("Y028", 1, 4)]),
    ("own tag", "a: !secret x\n", [("Y028", 1, 4)]),
    ("tag of text", "a: !!str 5\n", [("Y028", 1, 4)]),
    ("tag without a name", "a: ! 5\n", [("Y028", 1, 4)]),
    ("merge key", "a: {b: 1}\nc:\n  <<: {b: 2}\n", [("Y029", 3, 3)]),
    ("directive", "%YAML 1.1\n---\na: 1\n", [("Y030", 1, 1)]),
    ("sentence cut", "name: Warehouse #2\n", [("Y031", 1, 17)]),
    ("sentence cut in a list", "a:\n  - Fix #2 first\n", [("Y031", 2, 9)]),
    ("comment glued on its own line", "#note\nname: x\n", [("Y032", 1, 1)]),
    ("comment glued behind quotes", 'name: "x" #note\n', [("Y032", 1, 11)]),
    ("half a character", 'name: "\\ud83d"\n', [("Y033", 1, 8)]),
    ("a character in two halves", 'name: "\\ud83d\\ude00"\n', [("Y033", 1, 8)]),
    # values
    (
        "yes and no",
        "a: yes\nb: No\nc: [on, OFF, y]\n",
        [("Y040", n, c) for n, c in [(1, 4), (2, 4), (3, 5), (3, 9), (3, 14)]],
    ),
    ("leading zeros", "a: 010\nb: -007.5\n", [("Y041", 1, 4), ("Y041", 2, 4)]),
    ("other bases", "a: 0x1F\nb: 0o17\nc: 0b11\n", [("Y041", 1, 4), ("Y041", 2, 4), ("Y041", 3, 4)]),
    ("underscores", "a: 1_000\nb: 261.1_016\n", [("Y041", 1, 4), ("Y041", 2, 4)]),
    ("no finite number", "a: .inf\nb: -.Inf\nc: .NaN\nd: 1e999\n", [("Y042", n, 4) for n in (1, 2, 3, 4)]),
    ("nineteen digits", "a: 1234567890123456789\n", [("Y043", 1, 4)]),
    ("six thousand digits", f"a: {'9' * 6000}\n", [("Y043", 1, 4)]),
    ("no such day", "a: 2026-02-30\nb: '2026-13-01'\n", [("Y044", 1, 4), ("Y044", 2, 4)]),
    ("escaped controls", 'a: "\\0"\nb: "\\e[31m"\nc: "\\N"\n', [("Y003", 1, 4), ("Y003", 2, 4), ("Y003", 3, 4)]),
    ("escaped direction", 'a: "x\\u202ey"\n', [("Y004", 1, 4)]),
    ("escaped control in a key", '"a\\0b": 1\n', [("Y003", 1, 1)]),
    # several at once
    (
        "all faults of a file",
        "a: yes\nb:\nc: 0x1\na: 2\n",
        [("Y040", 1, 4), ("Y025", 2, 1), ("Y041", 3, 4), ("Y022", 4, 1)],
    ),
    ("faults before a syntax error", "a: yes\nb: [\n", [("Y040", 1, 4), ("Y020", 2, 4)]),
]


@pytest.mark.parametrize(("content", "expected"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_findings_stand_on_their_places(content: str | bytes, expected: list[tuple[str, int, int]]) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    document, findings = read_document("account", "northwind/account.yaml", "northwind", data, prefix="plans/")
    assert [(finding.code, finding.place.line, finding.place.column) for finding in findings] == expected
    assert {finding.path for finding in findings} == {"plans/northwind/account.yaml"}
    assert all(finding.place.end_line == finding.place.line for finding in findings)
    assert document.places.value(("name", 0, "nothing")).line >= 1


LEFT: list[tuple[str, dict[str, object]]] = [
    ("a: 1\na: 2\n", {"a": 1}),
    ("a:\nb: [~, x, null]\n", {"b": ["x"]}),
    ("a: &x 1\nb: *x\nc: [*x, 2]\n", {"a": 1, "c": [2]}),
    ("a: !!str 5\nb: !x {c: 1}\n", {"a": 5, "b": {"c": 1}}),
    ("<<: {b: 2}\na: 1\n", {"a": 1}),
    ("[a]: 1\nb: 2\n", {"b": 2}),
    ("2026: 1\ntrue: 2\n", {"2026": 1, "true": 2}),
    ("a: 1\n---\nb: 2\n", {"a": 1}),
    ("a: 010\nb: 0o10\nc: 0x10\nd: 1_0\ne: -0x10\n", {"a": 10, "b": 8, "c": 16, "d": "1_0", "e": "-0x10"}),
    ("a: .inf\nb: 1e999\nc: 1234567890123456789\n", {"a": ".inf", "b": "1e999", "c": "1234567890123456789"}),
    ('a: x\0y\nb: "\\u202e"\n', {"a": "x\ufffdy", "b": "\ufffd"}),
    ("a: no\nb: On\n", {"a": "no", "b": "On"}),
    ("a: [1\n", {}),
    ("- a\n", {}),
]


@pytest.mark.parametrize(("text", "values"), LEFT)
def test_what_is_left_of_a_faulty_file(text: str, values: dict[str, object]) -> None:
    document, findings = read_document("account", "a/account.yaml", "a", text.encode())
    assert document.data == values
    assert findings


IN_ORDER = [
    "a: 1\r\nb: 2\r\n",
    "---\na: 1\n",
    "a: 1\n...\n",
    "a: 'it''s R&D, isn''t it? 5 * 3! & more'\nb: Well! R&D *really*\n",
    "a: 'say <<<<<<< twice'\n",
    "a: http://example.com/#top\n",
    "a: x  # a comment\n#\n## banner ##\n",
    "a: '#2'\nb: \"x #2\"\nc: |\n  #2 stays\n  x #3\n",
    "a: 'x\ty'\nb: |\n  x\n  \ttabbed\n",
    'a: "line\\nline\\ttab\\u00e9"\n',
    "a: 12:30:45\nb: 1.2.3\nc: +49 30 1234\nd: 2026-Q3\n",
    "a: 'yes'\nb: \"010\"\nyes: true\n",
    "x:\n- a\n- b\n",
    "? a\n: b\n",
    "e: \u0645\u0631\u062d\u0628\u0627\u05e9\u05dc\u05d5\u05dd \U0001f642\n",
]


@pytest.mark.parametrize("text", IN_ORDER)
def test_in_order(text: str) -> None:
    assert read_document("account", "a/account.yaml", "a", text.encode())[1] == []


def test_messages_and_paths_are_in_plan_words() -> None:
    text = "goals:\n  - {id: cut-losses, title: Halve losses, due: }\n  - {id: b, title: b, owner: yes, owner: x}\n"
    _, findings = read_document("goals", "a/goals.yaml", "a", text.encode())
    assert [(finding.at, finding.message, finding.hint) for finding in findings] == [
        ("goals[cut-losses].due", "due has no value", "leave out what is not known"),
        ("goals[b].owner", "yes is read as a word, not as true", "write true, or put the word in quotes"),
        ("goals[b].owner", "owner stands twice, first on line 3, column 23", ""),
    ]
