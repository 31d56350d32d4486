"""What does a tone look like just now? Tones become terminal styles of the current theme."""

from rich.style import Style as RichStyle
from textual.style import Style
from textual.widget import Widget

from kamtui.text import TONES


class Palette:
    """The styles of a widget's tones; made anew when theme, focus or background change."""

    def __init__(self, widget: Widget) -> None:
        base = widget.visual_style
        self.base = base.rich_style
        self._tones = {
            tone: (base + Style.parse(style)).rich_style if style else self.base for tone, style in TONES.items()
        }
        self.bar = RichStyle(color=self.base.bgcolor, bgcolor=self.base.color, bold=True)
        self.bold = RichStyle(bold=True)

    def __getitem__(self, tone: str) -> RichStyle:
        return self._tones[tone]
