"""Something in the plans that a person can put right."""

from dataclasses import dataclass
from enum import StrEnum

from kamplans.model.place import Place


class Severity(StrEnum):
    """How bad a finding is; `ignore` silences a rule."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    IGNORE = "ignore"

    @property
    def rank(self) -> int:
        """3 for an error down to 0 for what is ignored."""
        return {"error": 3, "warning": 2, "info": 1, "ignore": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding on its place.

    `code` is a letter and three digits (R008, Y…, S…, X…), `rule` its slug. `path` is the file, POSIX, relative to the
    repository (else to the folder above the portfolio); `account` is None for portfolio.yaml and team.yaml; `at` is the
    path of the value in plan words (`goals[cut-losses].due`), None where the file as a whole is meant.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    path: str
    place: Place = Place()
    account: str | None = None
    at: str | None = None
    hint: str = ""
    fixable: bool = False

    @property
    def sort_key(self) -> tuple[str, Place, str, str]:
        """File, place, code, message: the order in which findings are read."""
        return (self.path, self.place, self.code, self.message)
