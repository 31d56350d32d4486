"""What the manual shows as flagged is flagged with that code, what it shows as clean is clean."""

import re
from textwrap import dedent

import pytest

from kamplans.model.code import Code, by_code
from kamplans.model.finding import Severity
from kamplans.reading.codes import CODES
from kamplans.reading.document import read_document
from kamplans.reading.shape import shape_findings

EXAMPLE = re.compile(r"^(Flagged|Clean):\n\n((?:    .*\n?|\n)+)", re.MULTILINE)
SHOWN = [code for code in CODES.values() if "Flagged:" in code.manual]


def codes_of(text: str, judged: bool) -> set[str]:
    kind = next((name for name in ("goals", "risks") if text.startswith(name)), "account")
    document, findings = read_document(kind, f"a/{kind}.yaml", "a", text.encode())
    found = [*findings, *(shape_findings(document) if judged else [])]
    return {finding.code for finding in found}


@pytest.mark.parametrize("code", SHOWN, ids=[code.slug for code in SHOWN])
def test_the_examples_hold(code: Code) -> None:
    examples = {name: dedent(text) for name, text in EXAMPLE.findall(code.manual)}
    assert set(examples) == {"Flagged", "Clean"}
    judged = code.code.startswith("S")
    assert code.code in codes_of(examples["Flagged"], judged)
    assert codes_of(examples["Clean"], judged) == set()


def test_every_fault_that_a_text_can_show_is_shown() -> None:
    unshown = {code.slug for code in CODES.values() if "Flagged:" not in code.manual and code.code[0] in "YS"}
    of_bytes = {"not-utf8", "byte-order-mark", "mixed-line-ends", "tab-indent", "conflict-marker"}
    of_size = {"too-large", "too-deep", "too-many-values", "more-findings"}
    assert unshown == of_bytes | of_size | {"wrong-shape"}


def test_codes_are_a_letter_and_three_digits_and_slugs_are_kebab_case() -> None:
    for key, code in CODES.items():
        assert key == code.code
        assert re.fullmatch(r"[YSX][0-9]{3}", code.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.slug)
        assert code.title
        assert len(code.manual) > 60


def test_a_code_or_slug_stands_once() -> None:
    one = Code("Y001", "one", Severity.ERROR, "One", "One.")
    for other in (Code("Y001", "other", Severity.ERROR, "", ""), Code("Y002", "one", Severity.ERROR, "", "")):
        with pytest.raises(ValueError, match="twice"):
            by_code([one], [other])
