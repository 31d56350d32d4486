"""How a grade is shown: always a glyph, a word and, where there is colour, a colour."""

from kamplans.model.risk import Grade

GLYPHS = {Grade.CRITICAL: "■", Grade.HIGH: "◆", Grade.MODERATE: "▲", Grade.LOW: "●", Grade.NOT_RATED: "○"}


def grade_label(grade: Grade) -> str:
    """Return `■ critical`."""
    return f"{GLYPHS[grade]} {grade.value.replace('_', ' ')}"
