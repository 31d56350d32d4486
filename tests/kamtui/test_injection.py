"""Whatever stands in a plan, a commit, a path or an error: no byte of it takes hold of the terminal or of the app.

The matrix is made of the schemas: every string field of every document is filled, ids and references included, with
text that retitles windows, moves cursors, reverses lines, runs actions or breaks markup; then all screens are walked.
"""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from kamplans import api
from kamplans.errors import NoGit, UsageError
from kamplans.model.change import Change, Op
from kamplans.model.document import Document
from kamplans.model.finding import Finding, Severity
from kamplans.model.place import Place
from kamplans.model.portfolio import Account, Portfolio
from kamplans.model.report import Bullets, Column, Facts, Heading, Paragraph, Preformatted, Report, Table
from kamplans.model.revision import Commit
from kamplans.model.workspace import Workspace

SCHEMAS = [json.loads(path.read_text()) for path in sorted((api.example_portfolio().parent / "schemas").glob("*.json"))]
PAYLOADS = {
    "terminal": "\x1b]0;PWNED\x07\x1b[5n\x9b31m\x00\x7f\r\x0b",
    "markup": "[/][@click=app.quit]x[/][b]B[/b] [$nothing] [EMEA] \\[",
    "script": "\u202egnp\u2066x\u2069\u200b\u2028\ufeff\ud800\U000e0041",
    "wide": "👩‍💼🇩🇪田中e\u0301ก็שלום\ttab\nline",
}
FORBIDDEN = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u202e\u2066\u2069\u200b\u2028\ufeff\ud800\U000e0041",
}
SHOWN = {"terminal": "␛]0;PWNED␇", "markup": "[/][@click=app.quit]x[/]", "script": "\ufffdgnp\ufffdx", "wide": "田中"}
TODAY = date(2026, 10, 31)


class Hostile:
    """Documents filled from their schemas; `text` stands in every string, `fields` are the paths it was put at."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.fields: set[str] = set()

    def document(self, schema: dict[str, Any]) -> dict[str, Any]:
        self.schema, self.block = schema, schema["x-kamplans"]
        self.known = {f"{path}[].id": items.get("defines") for path, items in self.block["lists"].items()}
        self.known |= self.block["references"]
        return self.value(schema, "", 0)

    def value(self, node: dict[str, Any], path: str, place: int) -> Any:
        while "$ref" in node:
            node = self.schema["$defs"][node["$ref"].split("/")[-1]] | {k: v for k, v in node.items() if k != "$ref"}
        if "enum" in node:
            return node["enum"][place % len(node["enum"])]
        if "const" in node:
            return node["const"]
        kinds = node.get("type", "string")
        kind = kinds[0] if isinstance(kinds, list) else kinds
        if kind == "object":
            return dict(self.members(node, path, place))
        if kind == "array":
            return [self.value(node["items"], f"{path}[]", at) for at in range(2)]
        if kind == "string":
            return self.string(node, path, place)
        return node["examples"][0] if "examples" in node else kind == "boolean" or 1

    def members(self, node: dict[str, Any], path: str, place: int) -> Iterator[tuple[str, Any]]:
        before = f"{path}." if path else ""
        for name, inner in node.get("properties", {}).items():
            yield name, self.value(inner, before + name, place)
        if isinstance(node.get("additionalProperties"), dict):
            names = ["2026-Q3", self.text]
            yield from ((name, self.value(node["additionalProperties"], f"{before}*", place)) for name in names)

    def string(self, node: dict[str, Any], path: str, place: int) -> str:
        pattern = node.get("pattern", "")
        if "[0-9]{4}-" in pattern:
            return f"2026-1{place}-15"
        self.fields.add(f"{self.block['kind']}:{path}")
        target = self.known.get(path)
        if target is not None:
            second = path.rsplit(".", 1)[-1] in ("to", "reports_to", "to[]")
            return f"{target}{(place + second) % 2}{self.text}"
        return f"{self.text}{path}"


def string_fields(schema: dict[str, Any]) -> set[str]:
    """Every path of a schema at which free text may stand, found without the generator above."""
    found: set[str] = set()

    def walk(node: dict[str, Any], path: str) -> None:
        while "$ref" in node:
            node = schema["$defs"][node["$ref"].split("/")[-1]]
        for name, inner in node.get("properties", {}).items():
            walk(inner, f"{path}.{name}" if path else name)
        if "items" in node:
            walk(node["items"], f"{path}[]")
        if isinstance(node.get("additionalProperties"), dict):
            walk(node["additionalProperties"], f"{path}.*" if path else "*")
        is_free = "string" in node.get("type", "") and "enum" not in node and "const" not in node
        if is_free and "[0-9]{4}-" not in node.get("pattern", ""):
            found.add(f"{schema['x-kamplans']['kind']}:{path}")

    walk(schema, "")
    return found


def hostile_workspace(text: str) -> tuple[Workspace, set[str]]:
    made = Hostile(text)
    documents = {schema["x-kamplans"]["kind"]: made.document(schema) for schema in SCHEMAS}
    whole = {schema["x-kamplans"]["kind"] for schema in SCHEMAS if schema["x-kamplans"]["scope"] == "portfolio"}

    def document(kind: str, account: str | None) -> Document:
        path = f"{account}/{kind}.yaml" if account else f"{kind}.yaml"
        return Document(kind, path, account, documents[kind], text, lambda _: None)

    documents["account"]["status"] = "active"
    for people in (documents["stakeholders"]["people"], documents["team"]["people"]):
        for person in people:
            person["status"] = "active"
    ids = [f"account{place}{text}" for place in range(2)]
    accounts = {id: Account(id, {kind: document(kind, id) for kind in documents if kind not in whole}) for id in ids}
    plans = Portfolio({kind: document(kind, None) for kind in whole}, accounts, label=text, prefix=text)
    return Workspace(Path(f"/{text.replace(chr(0), '')}"), plans, TODAY, branch=text, is_clean=False), made.fields


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema["x-kamplans"]["kind"])
def test_the_matrix_holds_every_string_field_of_every_schema(schema: dict[str, Any]) -> None:
    expected = string_fields(schema)
    assert expected, "a document without any text is no document of ours"
    assert expected <= hostile_workspace("x")[1]


def hostile_engine(monkeypatch: pytest.MonkeyPatch, text: str, *, refuses: bool) -> None:
    """Let the engine answer with hostile plans, findings, commits, files and manuals, or refuse in hostile words."""
    held, _ = hostile_workspace(text)
    account = next(iter(held.portfolio.accounts))
    at = datetime(2026, 10, 9, tzinfo=UTC)
    commit = Commit(text or "0" * 40, (), text, text, at, text, text)
    findings = tuple(
        Finding(f"R00{n}", text, severity, f"{text} {n}", f"{text}/{n}.yaml", Place(n, 1, n, 9), whose, text, text)
        for n, (severity, whose) in enumerate([(Severity.ERROR, account), (Severity.WARNING, None)], 1)
    )
    changes = tuple(
        Change(account, text, f"goals[{text}]", text, op, {text: [text, {text: text}]}, text, f"{text} {op}")
        for op in Op
    )
    blocks = (
        Heading(text),
        Paragraph(text),
        Bullets((text,)),
        Facts(((text, text),)),
        Table((Column(text), Column(text, True)), ((text, text),)),
        Preformatted((text,)),
    )

    def answer(value: Any, error: Exception) -> Callable[..., Any]:
        def answered(*_: Any, **__: Any) -> Any:
            if refuses:
                raise error
            return value

        return answered

    monkeypatch.setattr(api, "open_portfolio", lambda *_, **__: held)
    monkeypatch.setattr(api, "check", lambda *_, **__: findings)
    monkeypatch.setattr(api, "commits", answer((commit,), NoGit(text, text)))
    monkeypatch.setattr(api, "changes_of", answer(changes, NoGit(text, text)))
    monkeypatch.setattr(api, "source_frame", answer(((1, text), (2, text)), UsageError(text, text)))
    monkeypatch.setattr(api, "explain", answer(Report(text, blocks), UsageError(text, text)))


WALK = (  # each step ends on a screen that is looked at
    (
        "",
        "j y",
        "i",
        "escape s",
        "escape question_mark",
        "escape colon",
        "escape exclamation_mark",
        "x",
        "escape enter",
    ),
    ("escape t y", "escape enter", "2", "j enter", "escape t y", "enter", "escape 3", "j enter", "escape j enter"),
    ("escape j enter", "escape 4", "y enter y", "enter", "escape 5", "x", "escape enter", "y", "escape R"),
)


@pytest.mark.parametrize(("payload", "refuses"), [*((name, False) for name in PAYLOADS), ("terminal", True)])
async def test_no_screen_lets_anything_through(
    visit: Any, monkeypatch: pytest.MonkeyPatch, payload: str, refuses: bool
) -> None:
    hostile_engine(monkeypatch, PAYLOADS[payload], refuses=refuses)
    seen, screens = "", set()
    async with visit(Path("plans"), 160, 40) as walker:
        for step in (step for part in WALK for step in part):
            await walker.press(*step.split())
            for strip in walker.app.screen._compositor.render_strips():
                for segment in strip:
                    assert not FORBIDDEN & set(segment.text), (step, segment.text)
                    assert not (segment.style and segment.style.meta.get("@click")), (step, segment.text)
            seen += walker.frame
            screens.add(walker.here)
        failed = [said for said in walker.said if " failed: " in said]
    assert failed == []
    assert {"PortfolioScreen", "AccountScreen", "ProblemsScreen", "PageScreen", "BriefScreen", "Choices"} <= screens
    assert refuses or {"FrameScreen", "ManualScreen"} <= screens
    marks = {
        "terminal": "␛]0;PWNED␇",
        "markup": "[/][@click=app.quit]x[/]",
        "script": "\ufffdgnp\ufffdx",
        "wide": "田中",
    }
    assert marks[payload] in seen, "the text is shown as what it is"


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
async def test_the_first_screen_and_toasts_are_no_way_in(visit: Any, payload: str) -> None:
    async with visit(None, reason=payload) as walker:
        walker.app.say(payload, serious=True)
        walker.app.bell()
        await walker.settle()
        assert not FORBIDDEN & set(walker.frame.replace("\n", ""))
        await walker.press("j", "j", "enter")
        walker.app.screen.query_one("Entry").insert_text_at_cursor(payload)
        await walker.settle()
        assert not FORBIDDEN & set(walker.frame.replace("\n", ""))
        await walker.press("enter")
        assert walker.here == "WelcomeScreen"
        assert not FORBIDDEN & set(walker.frame.replace("\n", ""))


async def test_a_worker_that_fails_says_so_in_clean_words(
    visit: Any, monkeypatch: pytest.MonkeyPatch, example: Path
) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError(PAYLOADS["terminal"] + PAYLOADS["markup"])

    monkeypatch.setattr(api, "brief", fails)
    async with visit(example) as walker:
        assert walker.app.is_running
        assert "RuntimeError" in walker.frame
        assert not FORBIDDEN & set(walker.frame.replace("\n", ""))
