"""What can be wrong with one value as YAML reads it: codes Y040 to Y044, and Y099 for findings left out."""

from inspect import cleandoc

from kamplans.model.code import Code
from kamplans.model.finding import Severity

BOOLEAN_WORD = Code(
    "Y040",
    "boolean-word",
    Severity.WARNING,
    "A word that some programs take for true or false",
    cleandoc("""
        `yes`, `no`, `on`, `off`, `y` and `n` are words in a plan, and that is how they are read.

        Programs for older YAML read them as true or false, and most people who write them mean that: write true or
        false, or put the word in quotes.

        Flagged:

            shared: yes

        Clean:

            shared: true
    """),
)
AMBIGUOUS_NUMBER = Code(
    "Y041",
    "ambiguous-number",
    Severity.ERROR,
    "A number that programs read differently",
    cleandoc("""
        A number with a leading zero, with underscores, or in octal, hexadecimal or binary notation. YAML 1.2 counts
        here, as everywhere: 010 is ten, 0o10 eight, 0x10 sixteen, and 1_000, 0b10 and -0x10 are words.

        Older programs read 010 as eight and 1_000 as a thousand. Write the plain number, or put a number that is a
        name (of a contract, a phone) in quotes.

        Flagged:

            acv: 1_450_000

        Clean:

            acv: 1450000
    """),
)
NOT_FINITE = Code(
    "Y042",
    "not-finite",
    Severity.ERROR,
    "A number without end, or none at all",
    cleandoc("""
        `.inf` and `.nan`, and numbers too great to count with, say nothing in a plan. The value is read as text.

        Flagged:

            acv: .inf

        Clean:

            acv: 1450000
    """),
)
LONG_NUMBER = Code(
    "Y043",
    "long-number",
    Severity.ERROR,
    "A whole number with more than 18 digits",
    cleandoc("""
        Most programs cannot keep whole numbers of that length exactly. The value is read as text.

        A number that is a name, as of a customer in another system, stands in quotes.

        Flagged:

            external_ids: {crm: 12345678901234567890}

        Clean:

            external_ids: {crm: "12345678901234567890"}
    """),
)
NO_SUCH_DAY = Code(
    "Y044",
    "no-such-day",
    Severity.ERROR,
    "A date that no calendar has",
    cleandoc("""
        The text is written like a date, but there is no such day.

        Flagged:

            since: 2026-02-30

        Clean:

            since: 2026-02-28
    """),
)
MORE_FINDINGS = Code(
    "Y099",
    "more-findings",
    Severity.ERROR,
    "The file has more findings than are listed",
    cleandoc("""
        Of one file the first 50 findings are listed; this one counts the rest and is as severe as the worst of them.

        Put the listed ones right and check again.
    """),
)

CODES = (BOOLEAN_WORD, AMBIGUOUS_NUMBER, NOT_FINITE, LONG_NUMBER, NO_SUCH_DAY, MORE_FINDINGS)
