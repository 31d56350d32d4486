"""Text reads well on its ground, grades have their colours to themselves, and without colour nothing is lost."""

import re

import pytest
from textual.color import Color

from kamplans.model.risk import Grade
from kamtui.screens.themes import DARK, LIGHT
from kamtui.text import TONES

TEXTS = ("text", "text-muted", "text-accent", "text-critical", "text-high", "text-moderate", "text-low")


def contrast(one: Color, other: Color) -> float:
    """WCAG 2: (lighter + 0.05) / (darker + 0.05) of the relative luminances."""

    def luminance(color: Color) -> float:
        parts = [part / 255 for part in (color.r, color.g, color.b)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("text", TEXTS)
def test_text_reads_well_on_its_ground(theme, text: str) -> None:
    ink = Color.parse(theme.variables[text])
    for ground in (theme.background, theme.panel):
        assert contrast(ink, Color.parse(ground)) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_colours_of_the_grades_are_only_theirs(theme) -> None:
    grades = {theme.variables[f"text-{grade}"] for grade in ("critical", "high", "moderate", "low")}
    others = {theme.variables[name] for name in ("text", "text-muted", "text-accent", "border")}
    assert len(grades) == 4
    assert not grades & others


def test_every_grade_is_a_tone() -> None:
    assert {grade.value for grade in Grade} <= TONES.keys()


async def test_without_colour_the_words_are_still_there(visit, example, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with visit(example, 80, 24) as walker:
        assert walker.app.no_color
        picture = walker.app.export_screenshot()
        assert "critical" in picture
        inks = {Color.parse(found) for found in re.findall(r"fill: (#[0-9a-f]{6})", picture)}
        assert inks and all(abs(ink.r - ink.g) < 12 and abs(ink.g - ink.b) < 12 for ink in inks)


async def test_the_other_theme_takes_hold_at_once(visit, example) -> None:
    async with visit(example, 80, 24) as walker:
        before = walker.app.export_screenshot()
        walker.app.theme = LIGHT.name
        await walker.settle()
        assert walker.app.export_screenshot() != before
        assert "■ critical" in walker.frame
