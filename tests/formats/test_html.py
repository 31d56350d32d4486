"""A page needs nothing but itself, and holds no markup of a plan."""

from html.parser import HTMLParser

import pytest

from kamplans.formats._contract import Canvas
from kamplans.formats.html import render
from kamplans.model.report import Bullets, Column, Facts, Heading, Paragraph, Preformatted, Report, Table

HOSTILE = (
    "</pre></style></title><script>alert(1)</script><img src=x onerror=alert(1)> \" ' & &lt; \x1b[2J \u202e"
    " <a href='https://example.com'>x</a> <!-- ]]>"
)
REPORT = Report(
    HOSTILE,
    (
        Heading(HOSTILE, 3),
        Paragraph(HOSTILE, "critical"),
        Paragraph(HOSTILE, '"><script>'),
        Bullets((HOSTILE,)),
        Facts(((HOSTILE, HOSTILE),)),
        Table((Column(HOSTILE), Column("Worth", True)), ((HOSTILE, "5"), ("–", HOSTILE)), ("high", '"><b>')),
        Preformatted((HOSTILE, "  two  spaces"), ("low", "plain")),
    ),
)
TAGS = {*("html", "meta", "title", "style", "h1", "h3", "p"), *("ul", "li", "dl", "dt", "dd")} | {
    *("table", "tr", "th", "td", "pre", "span")
}
POLICY = ("content", "default-src 'none'; style-src 'unsafe-inline'")
ALLOWED = {("lang", "en"), ("charset", "utf-8"), ("name", "viewport"), ("http-equiv", "Content-Security-Policy")}


class Seen(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module")
def page() -> str:
    return render(REPORT, Canvas())


def test_only_our_own_elements_and_attributes_are_there(page: str) -> None:
    seen = Seen(page)
    assert set(seen.tags) == TAGS
    rest = [one for one in seen.attributes if one not in ALLOWED and one[0] not in ("class", "content")]
    assert rest == []
    assert {value for name, value in seen.attributes if name == "class"} == {"critical", "number", "high", "low"}


def test_the_text_of_the_plan_is_all_there_as_text(page: str) -> None:
    shown = HOSTILE.replace("\x1b", "␛").replace("\u202e", "\ufffd")
    assert "".join(Seen(page).text).count(shown) == 12


def test_nothing_is_loaded_or_run(page: str) -> None:
    assert Seen(page).attributes[2:4] == [("http-equiv", "Content-Security-Policy"), POLICY]
    assert "<script" not in page
    assert "url(" not in page
    assert "@import" not in page


def test_lines_keep_their_columns(page: str) -> None:
    assert "<span>  two  spaces</span>" in page


def test_a_report_without_a_title_is_a_page_with_one() -> None:
    text = render(Report("", ()), Canvas())
    assert "<title>Key-account plans</title>" in text
    assert "<h1>" not in text
    assert text.startswith("<!doctype html>\n")
    assert text.endswith("</html>\n")
