"""Data is never markup: what Textual would read as markup is only ever given what the boundary made."""

import ast
from pathlib import Path

import kamtui

ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "title", "sub_title"}
ALLOWED = {"words", "content"}
FILES = sorted(Path(kamtui.__file__).parent.rglob("*.py"))


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def name_of(call: ast.Call) -> str:
    return (
        call.func.id
        if isinstance(call.func, ast.Name)
        else call.func.attr
        if isinstance(call.func, ast.Attribute)
        else ""
    )


def test_no_widget_that_reads_markup_is_used_at_all() -> None:
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets")
            for alias in node.names
        }
        assert imported <= {"Static", "Input"}, path
        if "Static" in imported:
            assert path.name == "prose.py", "Prose is the one widget of the house on top of Static"


def test_titles_come_from_the_boundary() -> None:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            targets = node.targets if isinstance(node, ast.Assign) else []
            for target in targets:
                if isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES:
                    assert isinstance(node.value, ast.Call) and name_of(node.value) in ALLOWED, f"{path}:{node.lineno}"


def test_toasts_and_updates_are_told_not_to_read_markup() -> None:
    for path in FILES:
        for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            keywords = {keyword.arg: keyword.value for keyword in call.keywords}
            if name_of(call) == "notify":
                assert isinstance(keywords.get("markup"), ast.Constant) and keywords["markup"].value is False, path
            if name_of(call) in {"from_markup", "from_text", "render_str"}:
                raise AssertionError(f"{path}:{call.lineno} reads markup")
            if ast.unparse(call.func) == "self.update":
                assert isinstance(call.args[0], ast.Call) and name_of(call.args[0]) in ALLOWED, f"{path}:{call.lineno}"


def test_segments_are_made_of_clean_text_only() -> None:
    """A strip is where text leaves for the terminal: each Segment cleans what it is given, or is a glyph of ours."""
    for path in FILES:
        for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            if name_of(call) != "Segment":
                continue
            text = call.args[0]
            is_clean = isinstance(text, ast.Call) and name_of(text) in {"clean", "fit"}
            is_ours = isinstance(text, ast.Constant) or (isinstance(text, ast.Name) and text.id.startswith("_MARK"))
            is_marked = isinstance(text, ast.BinOp) and isinstance(text.left, ast.Name) and text.left.id == "_MARK"
            assert is_clean or is_ours or is_marked, f"{path}:{call.lineno}"
