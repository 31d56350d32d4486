"""Which colours has the house? One accent, and those of the grades, kept for grades."""

from textual.theme import Theme

_DARK = {
    "text": "#d7dae0",
    "text-muted": "#8e96a3",
    "text-accent": "#7cc4ff",
    "text-critical": "#ff7b72",
    "text-high": "#ffa657",
    "text-moderate": "#e3c55b",
    "text-low": "#7ecf8a",
    "border": "#4f8fc4",
    "border-quiet": "#3a4250",
    "scrollbar": "#3a4250",
    "scrollbar-hover": "#4f5a6b",
    "scrollbar-active": "#4f8fc4",
    "scrollbar-background": "#12161c",
    "input-selection-background": "#4f8fc4 40%",
}
_LIGHT = {
    "text": "#22272e",
    "text-muted": "#59636e",
    "text-accent": "#0b5cad",
    "text-critical": "#b3261e",
    "text-high": "#9a4a00",
    "text-moderate": "#735c00",
    "text-low": "#1a6b2f",
    "border": "#0b5cad",
    "border-quiet": "#c3cad3",
    "scrollbar": "#c3cad3",
    "scrollbar-hover": "#9aa5b1",
    "scrollbar-active": "#0b5cad",
    "scrollbar-background": "#f6f8fa",
    "input-selection-background": "#0b5cad 25%",
}

DARK = Theme(
    name="kam-dark",
    primary="#4f8fc4",
    secondary="#4f8fc4",
    accent="#7cc4ff",
    foreground="#d7dae0",
    background="#12161c",
    surface="#171c23",
    panel="#1e242d",
    success="#7ecf8a",
    warning="#ffa657",
    error="#ff7b72",
    dark=True,
    variables=_DARK,
)
LIGHT = Theme(
    name="kam-light",
    primary="#0b5cad",
    secondary="#0b5cad",
    accent="#0b5cad",
    foreground="#22272e",
    background="#f6f8fa",
    surface="#ffffff",
    panel="#e9edf2",
    success="#1a6b2f",
    warning="#9a4a00",
    error="#b3261e",
    dark=False,
    variables=_LIGHT,
)
"""Every text colour has at least 4.5 : 1 on the background of its theme."""
