"""The org chart: rows as text, drawn from plans."""

from textwrap import dedent
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamplans.model.orgchart import OrgChart, RowKind
from kamplans.network.chart import chart


def drawn(chart: OrgChart) -> str:
    return "\n".join(row.prefix + (row.person or row.label) for row in chart.rows)


def of(plans: Any, book: str, *, with_map: bool = True, fold: bool = True) -> OrgChart:
    portfolio = plans.portfolio(book)
    risk = plans.assess(portfolio, advice=False) if with_map else None
    return chart(portfolio.accounts["cruz"], risk, fold=fold)


def rows(*people: str) -> str:
    """Return people from words like `rep<boss`, with what follows a space as fields."""
    text = "people:\n"
    for one in people:
        who, _, more = one.partition(" ")
        id, _, boss = who.partition("<")
        fields = [
            f"id: {id}",
            f"name: {id.title()}",
            *([f"reports_to: {boss}"] if boss else []),
            *([more] if more else []),
        ]
        text += f"  - {{{', '.join(fields)}}}\n"
    return text


ORG = rows(
    "chief roles: [approver], influence: 5",
    "ops<chief influence: 4",
    "cfo<chief roles: [approver], influence: 4",
    "depot<ops influence: 1",
    "yard<ops influence: 1",
    "clerk<cfo influence: 1",
    "temp<clerk influence: 1",
    "aide<cfo influence: 1",
    "guest influence: 1",
    "advisor roles: [decision_maker], influence: 2",
)
MET = "relationships:\n  - {ours: nora, theirs: depot, works: 1}\n  - {ours: nora, theirs: aide, works: 0.1}\n"


def test_whom_nobody_knows_is_folded(plans: Any) -> None:
    assert drawn(of(plans, ORG + MET)) == dedent("""\
        chief
        ├─ cfo
        │  ├─ aide
        │  └─ +2 more without contact
        └─ ops
           ├─ depot
           └─ yard
        (no line manager)
        ├─ advisor
        └─ guest""")


def test_all_of_them_unfolded(plans: Any) -> None:
    unfolded = of(plans, ORG + MET, fold=False)
    assert sorted(unfolded.people) == sorted(
        ["chief", "ops", "cfo", "depot", "yard", "clerk", "temp", "aide", "guest", "advisor"]
    )
    assert "│  └─ clerk\n│     └─ temp" in drawn(unfolded)


def test_who_stands_on_a_way_is_drawn_though_nobody_knows_them(plans: Any) -> None:
    book = rows("boss roles: [approver], influence: 5", "mid<boss", "low<mid", "side<boss", "more<boss")
    book += "relationships:\n  - {ours: nora, theirs: low, works: 1}\n"
    assert drawn(of(plans, book)) == "boss\n├─ mid\n│  └─ low\n└─ +2 more without contact"


def test_what_a_row_knows(plans: Any) -> None:
    found = of(plans, ORG + MET)
    by_person = {row.person: row for row in found.rows if row.person}
    assert (by_person["aide"].depth, by_person["aide"].manager) == (2, "cfo")
    (folded,) = (row for row in found.rows if row.kind is RowKind.FOLDED)
    assert (folded.manager, folded.folded, folded.depth) == ("cfo", ("clerk", "temp"), 2)
    assert found.without_any_line == ("advisor", "cfo", "chief", "clerk", "guest", "ops", "temp", "yard")


def test_a_cycle_is_cut_above_its_most_influential_member_and_named(plans: Any) -> None:
    book = rows(
        "a<b influence: 1", "b<c influence: 2", "c<a influence: 5", "d<a influence: 1", "self<self influence: 3"
    )
    found = of(plans, book, fold=False)
    assert drawn(found) == "c\n└─ b\n   └─ a\n      └─ d\n(no line manager)\n└─ self"
    assert found.cycles == (("c", "a", "b"),)


def test_a_manager_nobody_knows_is_no_manager(plans: Any) -> None:
    people = [{"id": "a", "name": "A", "reports_to": "ghost"}, {"id": "b", "name": "B", "reports_to": "a"}]
    portfolio = plans.made(plans.sketch(team=[], people=people))
    assert drawn(chart(portfolio.accounts["cruz"], None, fold=False)) == "a\n└─ b"


def test_it_is_drawn_without_a_map_too(plans: Any) -> None:
    book = rows("boss roles: [approver], influence: 5", "mid<boss", "low<mid", "side<boss")
    book += "relationships:\n  - {ours: nora, theirs: low, works: 1}\n"
    assert of(plans, book, with_map=False).people == of(plans, book).people


def test_nobody(plans: Any) -> None:
    assert of(plans, "people: []\n") == OrgChart(())


def test_a_chain_of_twenty_thousand_managers(plans: Any) -> None:
    people = [{"id": "p0", "name": "P"}]
    people += [{"id": f"p{i}", "name": "P", "reports_to": f"p{i - 1}"} for i in range(1, 20_000)]
    portfolio = plans.made(plans.sketch(team=[], people=people))
    found = chart(portfolio.accounts["cruz"], None)
    assert [row.label for row in found.rows] == ["+20000 more without contact"]
    people[-1]["decides"] = True
    found = chart(plans.made(plans.sketch(team=[], people=people[-3_000:])).accounts["cruz"], None)
    assert [row.depth for row in found.rows] == list(range(3_000))


@settings(max_examples=200, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_everybody_stands_in_the_chart_once(data: st.DataObject, plans: Any) -> None:
    size = data.draw(st.integers(1, 12))
    ids = [f"p{number}" for number in range(size)]
    people = [{"id": one, "name": one, "decides": data.draw(st.booleans())} for one in ids]
    for one in people:
        manager = data.draw(st.sampled_from([None, *ids]))
        if manager:
            one["reports_to"] = manager
    portfolio = plans.made(plans.sketch(team=[], people=people))
    found = chart(portfolio.accounts["cruz"], None)
    folded = [one for row in found.rows for one in row.folded]
    assert sorted((*found.people, *folded)) == sorted(ids)
    for above, below in zip(found.rows, found.rows[1:], strict=False):
        assert below.depth <= above.depth + 1
    assert all(len(row.prefix) == 3 * row.depth for row in found.rows)
