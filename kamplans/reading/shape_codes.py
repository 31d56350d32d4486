"""What the schema of a document can refuse: codes S001 to S009."""

from inspect import cleandoc

from kamplans.model.code import Code
from kamplans.model.finding import Severity

UNKNOWN_KEY = Code(
    "S001",
    "unknown-key",
    Severity.ERROR,
    "A key that the format does not have",
    cleandoc("""
        The item has a field that the plan format does not know, mostly a slip of the pen.

        A field that nothing reads is worse than none: one believes it is taken into account. Fields of your own begin
        with `x-` and are kept untouched.

        Flagged:

            goals:
              - {id: cut-losses, title: Halve losses, statsu: on_track}

        Clean:

            goals:
              - {id: cut-losses, title: Halve losses, status: on_track}
    """),
)
MISSING_KEY = Code(
    "S002",
    "missing-key",
    Severity.ERROR,
    "A field without which the item cannot be read",
    cleandoc("""
        The item lacks what names or identifies it. Only few fields are required, so that a draft can be saved; without
        these it cannot be matched, shown or referred to.

        Flagged:

            goals:
              - {id: cut-losses}

        Clean:

            goals:
              - {id: cut-losses, title: Halve losses}
    """),
)
WRONG_TYPE = Code(
    "S003",
    "wrong-type",
    Severity.ERROR,
    "A value of the wrong type",
    cleandoc("""
        The field wants another type of value: a number where there is text, a list where there is one word.

        A value of the wrong type is left out of every calculation.

        Flagged:

            goals:
              - {id: cut-losses, title: Halve losses, target: two percent}

        Clean:

            goals:
              - {id: cut-losses, title: Halve losses, target: 2.0}
    """),
)
UNKNOWN_WORD = Code(
    "S004",
    "unknown-word",
    Severity.ERROR,
    "A word that the field does not know",
    cleandoc("""
        The field takes one of a few words, and this is none of them. `kamplans explain` with the path of the field
        lists them with their meaning.

        Flagged:

            goals:
              - {id: cut-losses, title: Halve losses, status: on_trak}

        Clean:

            goals:
              - {id: cut-losses, title: Halve losses, status: on_track}
    """),
)
WRONG_FORM = Code(
    "S005",
    "wrong-form",
    Severity.ERROR,
    "A text that is not written as the field wants it",
    cleandoc("""
        Dates are written 2026-10-31, quarters 2026-Q3, ids in lower case with hyphens, currencies as EUR. One way to
        write each makes plans comparable, sortable and searchable.

        Flagged:

            goals:
              - {id: cut-losses, title: Halve losses, due: 30.6.2027}

        Clean:

            goals:
              - {id: cut-losses, title: Halve losses, due: 2027-06-30}
    """),
)
OUT_OF_RANGE = Code(
    "S006",
    "out-of-range",
    Severity.ERROR,
    "A number beyond what the field can say",
    cleandoc("""
        The number is smaller or greater than the field allows: a share lies between 0 and 1, a score between 0 and 10,
        influence between 1 and 5. Often a percentage stands where a share belongs.

        Flagged:

            risks:
              - {id: cfo-dark, title: No access to the CFO, likelihood: 80}

        Clean:

            risks:
              - {id: cfo-dark, title: No access to the CFO, likelihood: 4}
    """),
)
WRONG_LENGTH = Code(
    "S007",
    "wrong-length",
    Severity.ERROR,
    "A text or list that is too long or too short",
    cleandoc("""
        The text or list is empty, or longer than any screen or page could show. What has nothing to say is left out.

        Flagged:

            goals:
              - {id: cut-losses, title: ""}

        Clean:

            goals:
              - {id: cut-losses, title: Halve losses}
    """),
)
REPEATED_ITEM = Code(
    "S008",
    "repeated-item",
    Severity.ERROR,
    "The same entry stands twice in a list",
    cleandoc("""
        Lists of ids, words and sentences are sets: each entry counts once.

        Flagged:

            goals:
              - {id: cut-losses, title: Halve losses, insights: [losses, losses]}

        Clean:

            goals:
              - {id: cut-losses, title: Halve losses, insights: [losses]}
    """),
)
WRONG_SHAPE = Code(
    "S009",
    "wrong-shape",
    Severity.ERROR,
    "A value that the schema refuses",
    cleandoc("""
        The schema of the document refuses the value for a reason that none of the other codes names; the message
        gives it in the words of the validator. A line break inside an id is such a case.
    """),
)

CODES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    UNKNOWN_WORD,
    WRONG_FORM,
    OUT_OF_RANGE,
    WRONG_LENGTH,
    REPEATED_ITEM,
    WRONG_SHAPE,
)
