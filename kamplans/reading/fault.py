"""Something wrong with the text of a file, before it is a finding: a code and a span of offsets."""

from dataclasses import dataclass

from kamplans.model.code import Code
from kamplans.model.place import Keys


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at `text[start:end]`; `keys` lead to the value it is about, None where the text as such is meant."""

    code: Code
    message: str
    start: int = 0
    end: int = 0
    keys: Keys | None = None
    hint: str = ""
