"""What holds a pane together? A thin round border with the title and a count in it, both of them data."""

from textual.widget import Widget

from kamtui.text import words


def title_pane(widget: Widget, title: str, subtitle: str = "") -> None:
    """Write title and subtitle into a widget's border, as text, never as markup."""
    widget.border_title = words(title)
    widget.border_subtitle = words(subtitle)
