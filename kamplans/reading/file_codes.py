"""What can be wrong with the files of a portfolio as files: name, kind, being there at all; codes X001 to X010."""

from inspect import cleandoc

from kamplans.model.code import Code
from kamplans.model.finding import Severity

UNKNOWN_FILE = Code(
    "X001",
    "unknown-file",
    Severity.ERROR,
    "A YAML file that is no document of a plan",
    cleandoc("""
        The file lies where plans lie, but its name is none of the format's, so it is not read.

        A plan that nobody reads looks like one that is in force. Rename it, or keep it outside the account's folder.
    """),
)
MISPLACED_FILE = Code(
    "X002",
    "misplaced-file",
    Severity.ERROR,
    "A document of a plan in the wrong folder",
    cleandoc("""
        portfolio.yaml and team.yaml lie at the top of the portfolio, every other document in the folder of its
        account. The file is not read where it is.
    """),
)
LINK = Code(
    "X003",
    "link",
    Severity.ERROR,
    "A link stands where a file or folder should be",
    cleandoc("""
        Links are not followed, wherever they lead: a plan consists of the files that git shows in a review, and a link
        could bring in any file of the computer. Put the file itself there.
    """),
)
NOT_A_FILE = Code(
    "X004",
    "not-a-file",
    Severity.ERROR,
    "A folder, pipe or device under the name of a plan",
    cleandoc("""
        What lies there is no regular file and is not read, for reading it could wait forever or never end. Move it
        elsewhere.
    """),
)
UNREADABLE = Code(
    "X005",
    "unreadable",
    Severity.ERROR,
    "The file or folder cannot be read",
    cleandoc("""
        The system refuses to hand it out, mostly for want of permission. The plan is shown without it.
    """),
)
ACCOUNT_NAME = Code(
    "X006",
    "account-name",
    Severity.ERROR,
    "The name of the folder is no id",
    cleandoc("""
        The name of an account's folder is the id of the account: lower-case letters, digits and single hyphens, at
        most 64 characters, as in `northwind-traders`.

        Ids go into paths, references and addresses, and have to be the same on every computer. `kamplans mv` renames
        an account and corrects what refers to it.
    """),
)
ACCOUNT_TWIN = Code(
    "X007",
    "account-twin",
    Severity.ERROR,
    "Two folders differ only in case or accents",
    cleandoc("""
        On macOS and Windows both names mean the same folder: one of the accounts disappears there. Rename one.
    """),
)
MISSING_DOCUMENT = Code(
    "X008",
    "missing-document",
    Severity.ERROR,
    "A document that has to be there is not",
    cleandoc("""
        Every account has account.yaml; stakeholders.yaml and goals.yaml too, except prospects and accounts of the
        tier standard. A portfolio has portfolio.yaml.

        Without account.yaml nobody knows who the account is and whether it is still served.
    """),
)
NEWER_FORMAT = Code(
    "X009",
    "newer-format",
    Severity.ERROR,
    "The portfolio is written in a newer format",
    cleandoc("""
        `format` in portfolio.yaml is greater than the format this version reads. Nothing else of the portfolio is
        judged or shown, for it could be misread. A newer version of kamplans reads it.
    """),
)
NOT_FETCHED = Code(
    "X010",
    "not-fetched",
    Severity.ERROR,
    "The bytes of the file are not in this clone",
    cleandoc("""
        The repository was cloned without all of its contents, and the file of that commit is missing. It is not
        fetched unasked. `git fetch --refetch` brings everything.
    """),
)

CODES = (
    UNKNOWN_FILE,
    MISPLACED_FILE,
    LINK,
    NOT_A_FILE,
    UNREADABLE,
    ACCOUNT_NAME,
    ACCOUNT_TWIN,
    MISSING_DOCUMENT,
    NEWER_FORMAT,
    NOT_FETCHED,
)
