"""Where does one type? A line for a filter or a name; what is pasted into it is cleaned."""

from textual.widgets import Input

from kamplans.model.clean import clean


class Entry(Input):
    """An input of one line."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Put clean text between two places."""
        super().replace(clean(text), start, end)
