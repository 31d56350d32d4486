"""What a code of a finding means: the entry that `kamplans explain` prints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kamplans.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One thing that can be found. A code is never renumbered, its slug never changes.

    `manual` is text for people: what is found and why it matters, then, where a few lines of a plan can show it, an
    indented example under `Flagged:` and one under `Clean:`.
    """

    code: str
    slug: str
    severity: Severity
    title: str
    manual: str


def by_code(*groups: Iterable[Code]) -> Mapping[str, Code]:
    """Return the codes of all groups by their code, sorted; ValueError if a code or a slug stands twice."""
    codes = sorted((code for group in groups for code in group), key=lambda code: code.code)
    found = {code.code: code for code in codes}
    if len(found) != len(codes) or len({code.slug for code in codes}) != len(codes):
        raise ValueError("a code or slug stands twice")
    return found
