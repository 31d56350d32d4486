"""What can be wrong with a plan as text, before it is read as YAML: codes Y001 to Y012."""

from inspect import cleandoc

from kamplans.model.code import Code
from kamplans.model.finding import Severity

NOT_UTF8 = Code(
    "Y001",
    "not-utf8",
    Severity.ERROR,
    "The file is not UTF-8",
    cleandoc("""
        The bytes of the file are no UTF-8 text, so nothing of it is read.

        Plans are read by people, git and other programs; one encoding keeps names such as Zoë whole for all of them.
        Save the file again as UTF-8 (most editors: "Save with encoding").
    """),
)
BYTE_ORDER_MARK = Code(
    "Y002",
    "byte-order-mark",
    Severity.WARNING,
    "The file begins with a byte order mark",
    cleandoc("""
        Some editors put an invisible mark (U+FEFF) before the text. It is skipped here.

        Other programs take it for a part of the first key, and every line-by-line comparison shows it as a change.
        Save the file as UTF-8 without a mark.
    """),
)
CONTROL_CHARACTER = Code(
    "Y003",
    "control-character",
    Severity.ERROR,
    "A character that cannot be seen or breaks lines",
    cleandoc("""
        The text holds a control character, a line separator that only some programs know (U+0085, U+2028, U+2029), a
        byte order mark in the middle, or an escape in double quotes that stands for one of these. It reads as U+FFFD.

        Such characters come with text pasted from elsewhere; they shift line numbers and can steer a terminal.

        Flagged:

            name: "Northwind\\x07 Traders"

        Clean:

            name: Northwind Traders
    """),
)
BIDI_CONTROL = Code(
    "Y004",
    "bidi-control",
    Severity.ERROR,
    "A character that changes the order of the text on screen",
    cleandoc("""
        The text holds a control for the direction of writing (U+202A to U+202E, U+2066 to U+2069).

        With it a line can show something else than it says, so that a reviewer approves what is not there. Arabic
        and Hebrew need none of these characters.

        Flagged:

            name: "Northwind \\u202esredarT"

        Clean:

            name: Northwind Traders
    """),
)
LINE_ENDS = Code(
    "Y005",
    "mixed-line-ends",
    Severity.WARNING,
    "Lines end in different ways",
    cleandoc("""
        Some lines of the file end as on Windows and some as everywhere else, or a line ends in a bare carriage return.

        Programs then count lines differently, and the next editor that tidies the file up marks every line as
        changed. Let your editor write the whole file with one kind of line end.
    """),
)
TAB_INDENT = Code(
    "Y006",
    "tab-indent",
    Severity.ERROR,
    "A tab stands where the line is indented",
    cleandoc("""
        A line begins with a tab. YAML counts the spaces before a line; a tab has no agreed width.

        Put spaces there: two for each level.
    """),
)
CONFLICT = Code(
    "Y007",
    "conflict-marker",
    Severity.ERROR,
    "A merge left both versions in the file",
    cleandoc("""
        The file holds the lines with which git marks a place that two people changed (`<<<<<<<`, `=======`,
        `>>>>>>>`). Nothing of the file is read until one version is chosen.

        Keep what is right of the two, delete the marker lines, and save. `kamplans resolve` shows both sides.
    """),
)
TOO_LARGE = Code(
    "Y008",
    "too-large",
    Severity.ERROR,
    "The file is larger than a plan can be",
    cleandoc("""
        The file has more than 1 MiB and is not read. A plan of one account stays far below a tenth of that.

        Perhaps an export landed in the folder under the name of a plan.
    """),
)
TOO_DEEP = Code(
    "Y009",
    "too-deep",
    Severity.ERROR,
    "Values are nested too deeply",
    cleandoc("""
        Lists and maps stand inside each other more than 64 levels deep, and nothing of the file is read. The format
        itself needs fewer than ten.
    """),
)
TOO_MANY = Code(
    "Y010",
    "too-many-values",
    Severity.ERROR,
    "The file holds too many values",
    cleandoc("""
        The file has more than 100,000 keys and values, and nothing of it is read. A full account plan has about a
        thousand.
    """),
)
EMPTY = Code(
    "Y011",
    "empty-document",
    Severity.ERROR,
    "There is nothing in the file",
    cleandoc("""
        The file is empty or holds only comments.

        A document that has nothing to say yet is left out; delete the file, or fill it.

        Flagged:

            # goals will follow

        Clean:

            name: Northwind Traders
    """),
)
SEVERAL = Code(
    "Y012",
    "several-documents",
    Severity.ERROR,
    "The file holds several YAML documents",
    cleandoc("""
        A line `---` begins a second document. Only the first is read.

        One file is one document of the plan: delete the line, or move what follows to its own file.

        Flagged:

            name: Northwind Traders
            ---
            name: Contoso

        Clean:

            name: Northwind Traders
    """),
)

CODES = (
    NOT_UTF8,
    BYTE_ORDER_MARK,
    CONTROL_CHARACTER,
    BIDI_CONTROL,
    LINE_ENDS,
    TAB_INDENT,
    CONFLICT,
    TOO_LARGE,
    TOO_DEEP,
    TOO_MANY,
    EMPTY,
    SEVERAL,
)
