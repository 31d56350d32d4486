"""Two states of a document, and what is said about the difference; names of others come from the account around it."""

from pathlib import Path

import pytest

from kamplans.compare.documents import compare_documents
from kamplans.compare.names import Names
from kamplans.model.change import Change
from kamplans.reading.document import read_document
from kamplans.reading.kinds import kind, kinds

AROUND = {
    "portfolio": "currency: EUR\nofferings: [{id: analytics, name: Quality analytics}]\n",
    "team": "people: [{id: hanna, name: Hanna Lindqvist}, {id: diego, name: Diego Santos}]\n",
    "account": "name: Arctic Harvest\nbusiness_units: [{id: logistics, name: Logistics}]\n"
    "understanding: {competitors: [{id: polar, name: Polar Logic}]}\n",
    "stakeholders": "people: [{id: ingrid, name: Ingrid Solheim}, {id: lars, name: Lars Moen}]\n",
}


def document(name: str, text: str):
    account = None if kind(name).of_portfolio else "arctic-harvest"
    path = f"{name}.yaml" if account is None else f"{account}/{name}.yaml"
    read, findings = read_document(name, path, account, text.encode())
    assert [finding.message for finding in findings] == []
    return read


NAMES = Names.of(kinds(), [document(name, text) for name, text in AROUND.items()])


def changes(name: str, before: str, after: str) -> list[Change]:
    return compare_documents(kind(name), document(name, before), document(name, after), NAMES)


def whole(name: str, around: str, text: str) -> str:
    """The text of a document whose list `around` holds one item of these fields; a plain text stands for itself."""
    if not around:
        return text
    *outer, list_name = around.split(" ")
    inner = f"{list_name}: [{{{text}}}]" if text else f"{list_name}: []"
    for name_outside in reversed(outer):
        inner = f"{name_outside}: {{{inner}}}"
    return inner + "\n"


TABLE = Path(__file__).with_name("sentences.txt")
P = "id: ingrid, name: Ingrid Solheim"


def cases() -> list[tuple[str, str, str, str, str]]:
    """The blocks of the table: document, list around, before, after, sentence."""
    found = []
    for block in TABLE.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            head, before, after, sentence = lines
            name, _, around = head.partition(" ")
            texts = (line[2:].replace("\\n", "\n") for line in (before, after))
            found.append((name, around, *texts, sentence[2:]))
    return found


@pytest.mark.parametrize(("name", "around", "before", "after", "sentence"), cases(), ids=lambda text: text[:60])
def test_sentence(name, around, before, after, sentence):
    said = [change.sentence for change in changes(name, whole(name, around, before), whole(name, around, after))]
    assert said == [sentence]


def test_the_table_is_long_enough():
    assert len({case[-1] for case in cases()}) >= 100


def test_what_somebody_must_act_on_comes_first():
    before = f"{P}, roles: [champion], status: active, email: a@example.com, location: Oslo, sentiment: supporter"
    after = f"{P}, roles: [champion], status: left, email: b@example.com, location: Bodø, sentiment: neutral"
    said = changes("stakeholders", whole("", "people", before), whole("", "people", after))
    assert [change.path.rpartition(".")[2] for change in said] == ["status", "sentiment", "location", "email"]
    assert said[0].sentence == "Ingrid Solheim, our champion, has left"


def test_losing_the_champion_weighs_more_than_a_number():
    lost = changes("stakeholders", whole("", "people", f"{P}, roles: [champion]"), whole("", "people", P))
    phone = changes(
        "stakeholders", whole("", "people", f"{P}, x-phone: '1'"), whole("", "people", f"{P}, x-phone: '2'")
    )
    assert lost[0].weight > 80 > 10 > phone[0].weight


def test_long_prose_is_cut():
    (said,) = changes("account", "notes: short", f"notes: {'word ' * 100}end")
    assert len(said.sentence) < 260


def test_a_share_of_wallet_is_told_once():
    cell = "white_space: [{offering: analytics, our_spend: %s, total_spend: %s}]"
    said = [change.sentence for change in changes("opportunities", cell % (10, 100), cell % (30, 120))]
    assert said == [
        "Share of wallet of Quality analytics: 10 % → 25 %",
        "Quality analytics: spent in all rises from 100 to 120 EUR (+20 %)",
    ]
