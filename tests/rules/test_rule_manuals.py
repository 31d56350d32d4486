"""A rule's docstring is its manual: complete, true, and the source of the page of documentation."""

import ast
import re
from pathlib import Path

import pytest

from kamplans.errors import UsageError
from kamplans.reading.codes import CODES
from kamplans.rules._listing import codes_by_slug, rule
from kamplans.rules.manual import all_manuals, manuals
from kamplans.rules.page import page

ROOT = Path(__file__).resolve().parents[2]
SLUGS = sorted(codes_by_slug())


def files_of(example):
    """Return the files of an example by name: each begins with a comment that names it."""
    parts = re.split(r"^# ([a-z]+\.yaml)\n", example, flags=re.MULTILINE)
    assert parts[0] == ""
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def manual_of(slug):
    (found,) = manuals(slug)
    return found


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("part", ["flagged", "clean"])
def test_examples_do_what_the_manual_says(plans, slug, part):
    portfolio = plans.read(files_of(getattr(manual_of(slug), part)))
    assert portfolio.findings == (), "an example is a valid plan"
    lines = plans.check(files_of(getattr(manual_of(slug), part)), slug)
    assert (len(lines) > 0) is (part == "flagged"), lines


@pytest.mark.parametrize("slug", SLUGS)
def test_a_manual_says_what_why_and_with_which_settings(slug):
    manual = manual_of(slug)
    assert re.fullmatch(r"[A-Z][^\n]{20,110}\.", manual.summary)
    assert len(manual.why.split()) > 15
    said = re.findall(r"`(\w+)` \((\d+) ([a-z0-9 ]+)\)", manual.settings)
    assert said == [(one.name, f"{one.default:g}", one.unit) for one in rule(slug).settings]
    assert said or manual.settings.startswith("none.")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_code_is_known_without_importing_the_rule(slug):
    assert codes_by_slug()[slug] == rule(slug).code


def test_a_rule_is_the_last_statement_of_its_file():
    for path in (ROOT / "kamplans" / "rules" / "pack").glob("[!_]*.py"):
        last = ast.parse(path.read_text(encoding="utf-8")).body[-1]
        assert isinstance(last, ast.Assign), path
        assert ast.unparse(last.targets[0]) == "RULE"


def test_names_are_nobody_elses():
    of_reading = {code.slug for code in CODES.values()}
    assert of_reading.isdisjoint(SLUGS)
    assert {code[0] for code in codes_by_slug().values()} == {"R"}


def test_the_page_is_in_step_with_the_manuals():
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    fresh = "python -c 'from kamplans.rules.page import page; print(page(), end=\"\")' > docs/rules.md"
    assert written == page(), fresh


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("R008", ["reporting-cycle"]),
        ("r008", ["reporting-cycle"]),
        ("overdue", ["overdue"]),
        ("Overdue", ["overdue"]),
        ("R024", ["no-single-kam", "overloaded-kam"]),
        ("Y001", ["not-utf8"]),
        ("not-utf8", ["not-utf8"]),
    ],
)
def test_codes_and_names_have_manuals(word, found):
    assert [manual.slug for manual in manuals(word)] == found


@pytest.mark.parametrize(("word", "hint"), [("R08", "did you mean “R008”?"), ("ovedue", "did you mean “overdue”?")])
def test_a_word_that_is_none_is_refused(word, hint):
    with pytest.raises(UsageError) as refused:
        manuals(word)
    assert refused.value.hint == hint


def test_every_code_has_a_manual():
    listed = all_manuals()
    assert {manual.code for manual in listed} == {*codes_by_slug().values(), *CODES}
    assert [manual.code for manual in listed] == sorted(manual.code for manual in listed)
    assert all(manual.summary and manual.why for manual in listed)
