"""What can stop a command, one sentence each.

    KamplansError
    ├── UsageError            the words of the command are off
    ├── NoPortfolio           there is no portfolio here, or there are several
    ├── NoSuchAccount         the portfolio has no account of that id
    ├── NoGit                 history was asked for and git or a repository is missing
    └── BadRevision           git does not know the revision, or the date lies before the first commit

Broken plans are never exceptions: they are findings.
"""


class KamplansError(Exception):
    """A reason to stop that a user can act on; `hint` says what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(KamplansError):
    """The words of the command do not fit."""


class NoPortfolio(KamplansError):
    """No portfolio was found, or more than one."""


class NoSuchAccount(KamplansError):
    """The portfolio has no account of that id."""


class NoGit(KamplansError):
    """History was asked for where there is no git, no repository or no commit."""


class BadRevision(KamplansError):
    """The revision or date names no commit."""
