"""What can be wrong with a plan as YAML, its structure and its notation: codes Y020 to Y033."""

from inspect import cleandoc

from kamplans.model.code import Code
from kamplans.model.finding import Severity

SYNTAX = Code(
    "Y020",
    "syntax",
    Severity.ERROR,
    "The text is not YAML",
    cleandoc("""
        The file cannot be read from the place shown on, so nothing of it is used.

        The usual reasons: a sentence with a colon and a space, or one that begins with a special character, is not in
        quotes; a line is indented by the wrong number of spaces; a quote or bracket is not closed.

        Flagged:

            name: Northwind: Traders

        Clean:

            name: "Northwind: Traders"
    """),
)
NOT_A_MAPPING = Code(
    "Y021",
    "not-a-mapping",
    Severity.ERROR,
    "The file does not consist of keys and values",
    cleandoc("""
        A document of a plan is a set of fields, each with its key. This file holds a list or a bare text instead.

        Flagged:

            - name: Northwind Traders

        Clean:

            name: Northwind Traders
    """),
)
DUPLICATE_KEY = Code(
    "Y022",
    "duplicate-key",
    Severity.ERROR,
    "A key stands twice",
    cleandoc("""
        The same key stands twice in one item. The first counts here; other programs take the last.

        It mostly comes from a merge or from pasting an item into another: keep one of the two.

        Flagged:

            status: active
            status: lost

        Clean:

            status: active
    """),
)
KEY_NOT_TEXT = Code(
    "Y023",
    "key-not-text",
    Severity.ERROR,
    "A key is not a word",
    cleandoc("""
        A key is empty, or YAML takes it for a number, a truth value or nothing. It is read as text.

        If the digits are meant as a name, put them in quotes.

        Flagged:

            ratings: {2026: 8}

        Clean:

            ratings: {"2026": 8}
    """),
)
COMPLEX_KEY = Code(
    "Y024",
    "complex-key",
    Severity.ERROR,
    "A key is a list or a map",
    cleandoc("""
        YAML allows whole lists and maps as keys; the plan format does not. The entry is left out.

        Flagged:

            [a, b]: 1

        Clean:

            a: 1
    """),
)
EMPTY_VALUE = Code(
    "Y025",
    "null",
    Severity.ERROR,
    "Nothing stands after the key or dash",
    cleandoc("""
        A key without a value, `null` and `~` all say "nothing". The field is left out.

        What is not known is left out of a plan, so that there is one way to say it.

        Flagged:

            name: Northwind Traders
            region:

        Clean:

            name: Northwind Traders
    """),
)
ANCHOR = Code(
    "Y026",
    "anchor",
    Severity.ERROR,
    "A value has an anchor",
    cleandoc("""
        `&name` gives a value a name by which YAML can repeat it elsewhere. The anchor is ignored.

        A plan is read by people: they should find every value where it belongs, not follow a link through the file.
        A sentence that begins with & stands in quotes.

        Flagged:

            name: &customer Northwind

        Clean:

            name: Northwind
    """),
)
ALIAS = Code(
    "Y027",
    "alias",
    Severity.ERROR,
    "A value is repeated by an alias",
    cleandoc("""
        `*name` repeats the value that carries the anchor `&name`. The field is left out.

        Write the value itself. A sentence that begins with * stands in quotes.

        Flagged:

            name: *customer

        Clean:

            name: Northwind
    """),
)
TAG = Code(
    "Y028",
    "tag",
    Severity.ERROR,
    "A value has a tag",
    cleandoc("""
        `!name` or `!!name` before a value tells a YAML program to make something special of it. The tag is ignored.

        A sentence that begins with ! stands in quotes.

        Flagged:

            name: !!str Northwind

        Clean:

            name: Northwind
    """),
)
MERGE_KEY = Code(
    "Y029",
    "merge-key",
    Severity.ERROR,
    "A key `<<` merges another map in",
    cleandoc("""
        `<<` copies the fields of another map into this one. It is left out here.

        Write the fields themselves.

        Flagged:

            <<: {status: active}

        Clean:

            status: active
    """),
)
DIRECTIVE = Code(
    "Y030",
    "directive",
    Severity.ERROR,
    "The file begins with a directive",
    cleandoc("""
        A line that begins with % gives orders to the YAML program, such as which version to read. Plans are YAML 1.2
        and need none; the line is ignored.

        Flagged:

            %YAML 1.1
            ---
            name: Northwind

        Clean:

            name: Northwind
    """),
)
CUT_SENTENCE = Code(
    "Y031",
    "cut-sentence",
    Severity.ERROR,
    "A # cuts a sentence off",
    cleandoc("""
        After a space, # begins a comment: what follows is not part of the value. Here no space follows the #, so the
        sentence was probably meant to go on.

        Put the sentence in quotes; if it is a comment, put a space after the #.

        Flagged:

            name: Warehouse #2 in Rotterdam

        Clean:

            name: "Warehouse #2 in Rotterdam"
    """),
)
GLUED_COMMENT = Code(
    "Y032",
    "glued-comment",
    Severity.WARNING,
    "A comment has no space after its #",
    cleandoc("""
        In a plan a comment has a space after its #, which tells it from a number sign.

        Flagged:

            #our oldest customer
            name: Northwind

        Clean:

            # our oldest customer
            name: Northwind
    """),
)
HALF_CHARACTER = Code(
    "Y033",
    "half-character",
    Severity.ERROR,
    "An escape stands for half a character",
    cleandoc("""
        Escapes from \\ud800 to \\udfff are halves of characters as JSON writes them; alone they are no text.

        Write the character itself.

        Flagged:

            name: "\\ud83d\\ude42"

        Clean:

            name: "🙂"
    """),
)

CODES = (
    SYNTAX,
    NOT_A_MAPPING,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    COMPLEX_KEY,
    EMPTY_VALUE,
    ANCHOR,
    ALIAS,
    TAG,
    MERGE_KEY,
    DIRECTIVE,
    CUT_SENTENCE,
    GLUED_COMMENT,
    HALF_CHARACTER,
)
