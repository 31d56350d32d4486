"""The manual of a code, a rule or a field: what `explain` says."""

from collections.abc import Iterator
from typing import Any

from kamplans.errors import UsageError
from kamplans.model.closest import closest
from kamplans.model.report import Block, Bullets, Facts, Heading, Paragraph, Preformatted, Report
from kamplans.reading.fields import Field, fields_of, plain_path
from kamplans.reading.kinds import kinds
from kamplans.rules.manual import Manual, all_manuals, manuals

_SHOWN = 12


def explain(word: str) -> Report:
    """Return the manual of a code or slug, else of the fields a word names. Raises UsageError with the nearest word."""
    found = _fields(word)
    try:
        told = manuals(word)
    except UsageError as problem:
        if not found:
            raise _unknown(word, problem) from None
        told = ()
    blocks = [block for manual in told for block in _manual(manual)]
    blocks += [block for field in found[:_SHOWN] for block in _field(field)]
    if len(found) > _SHOWN:
        blocks.append(Bullets(tuple(_place(field) for field in found[_SHOWN:])))
    data = {"codes": [_manual_data(manual) for manual in told], "fields": [_field_data(field) for field in found]}
    return Report("", tuple(blocks), data)


def explain_all() -> Report:
    """Return the manual of every code."""
    every = all_manuals()
    return Report(
        "", tuple(block for one in every for block in _manual(one)), {"codes": [_manual_data(one) for one in every]}
    )


def format_manual(kind: str) -> Report:
    """Return the reference of one document: each field with its meaning."""
    chosen = kinds()[kind]
    blocks: list[Block] = [Paragraph(str(chosen.schema.get("description", "")))]
    for field in fields_of(chosen):
        blocks += _field(field, level=3)
    return Report(chosen.file, tuple(blocks), {"fields": [_field_data(field) for field in fields_of(chosen)]})


def _fields(word: str) -> list[Field]:
    """Return the fields of a path (`goals[cut-losses].status`), a document (`goals`) or a bare name (`sentiment`)."""
    every = [field for kind in kinds().values() for field in fields_of(kind)]
    document, colon, path = word.partition(":")
    wanted = plain_path(path.strip() if colon else word)
    exact = [field for field in every if field.path == wanted and (not colon or field.document == document)]
    if exact or colon:
        return exact
    return [field for field in every if field.path.rpartition(".")[2].removesuffix("[]") == wanted]


def _unknown(word: str, problem: UsageError) -> UsageError:
    every = {field.path for kind in kinds().values() for field in fields_of(kind)}
    names = every | {path.rpartition(".")[2] for path in every}
    near = closest(plain_path(word), names)
    if "did you mean" in problem.hint or near is None:
        return problem
    return UsageError(f"There is no code, rule or field “{word}”", f"did you mean “{near}”?")


def _manual(manual: Manual) -> Iterator[Block]:
    yield Heading(f"{manual.code} {manual.slug} ({manual.severity})")
    yield Paragraph(manual.summary)
    if manual.judges:
        yield Paragraph(f"Judges {manual.judges}.", "dim")
    if manual.why:
        yield Paragraph(f"Why: {_one_paragraph(manual.why)}")
    for title, text in (("Flagged:", manual.flagged), ("Clean:", manual.clean)):
        if text:
            yield Paragraph(title)
            yield Preformatted(tuple(f"    {line}" for line in text.split("\n")))
    if manual.settings:
        yield Paragraph(f"Settings: {_one_paragraph(manual.settings)}")


def _one_paragraph(text: str) -> str:
    return " ".join(text.split())


def _field(field: Field, level: int = 2) -> Iterator[Block]:
    yield Heading(_place(field) if level == 2 else field.path, level)
    yield Paragraph(f"{field.title}. {field.description}")
    facts = [("Type", field.type + (", required" if field.required else ""))]
    if field.words:
        facts.append(("Words", ", ".join(field.words)))
    if field.default is not None:
        facts.append(("Default", str(field.default)))
    if field.refers_to:
        facts.append(("Names", f"a {field.refers_to.replace('_', ' ')}"))
    if field.personal:
        facts.append(("Personal data", field.personal))
    if field.examples and not isinstance(field.examples[0], dict | list):
        facts.append(("Example", str(field.examples[0])))
    yield Facts(tuple(facts))


def _place(field: Field) -> str:
    return f"{field.document}: {field.path}"


def _manual_data(manual: Manual) -> dict[str, Any]:
    return {
        "code": manual.code,
        "rule": manual.slug,
        "severity": manual.severity,
        "summary": manual.summary,
        "why": manual.why,
        "flagged": manual.flagged,
        "clean": manual.clean,
        "settings": manual.settings,
    }


def _field_data(field: Field) -> dict[str, Any]:
    return {
        "document": field.document,
        "path": field.path,
        "title": field.title,
        "description": field.description,
        "type": field.type,
        "required": field.required,
        "words": list(field.words),
        "default": field.default,
        "examples": list(field.examples),
        "refers_to": field.refers_to,
        "personal": field.personal,
    }
