"""Which rules there are, and which of them a command asks for: by name, by code, or by the beginning of a code."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from kamplans.catalog import load, names
from kamplans.errors import UsageError
from kamplans.model.closest import closest
from kamplans.model.code import Code
from kamplans.rules._contract import Rule
from kamplans.rules._words import did_you_mean, quoted

PACK = "kamplans.rules.pack"

_CODE = re.compile(r'^RULE = Rule\(\s*"(R\d{3})"', re.MULTILINE)
_BEGINNING = re.compile(r"[A-Za-z]\d{0,3}", re.ASCII)


@cache
def codes_by_slug() -> Mapping[str, str]:
    """Return the code of each rule by its name, importing none: it stands in the last statement of the rule's file."""
    (folder,) = import_module(PACK).__path__
    return {name: _code(Path(folder, f"{name.replace('-', '_')}.py")) for name in names(PACK)}


def rule(slug: str) -> Rule:
    """Import one rule."""
    return load(PACK, slug, "RULE", Rule)


def reading_codes() -> Mapping[str, Code]:
    """Return what reading can find, by code; imported only for a command that names codes."""
    from kamplans.reading.codes import CODES

    return CODES


@cache
def all_words() -> tuple[str, ...]:
    """Return every code and every name, of the rules and of reading, sorted."""
    of_reading = {word for code in reading_codes().values() for word in (code.code, code.slug)}
    return tuple(sorted({*codes_by_slug(), *codes_by_slug().values(), *of_reading}))


class Selection:
    """The codes a command asks for: every word is a name, a code, or the beginning of one (`R`, `R05`).

    Nothing selected means all; `ignore` wins. Raises UsageError for a word that no code has, with the nearest one.
    """

    def __init__(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> None:
        self._select = tuple(_word(word) for word in select)
        self._ignore = tuple(_word(word) for word in ignore)

    def __contains__(self, entry: tuple[str, str]) -> bool:
        """Whether a finding of this (slug, code) is asked for."""
        return (not self._select or _fits(entry, self._select)) and not _fits(entry, self._ignore)


def _fits(entry: tuple[str, str], words: tuple[str, ...]) -> bool:
    slug, code = entry
    return any(word == slug or (word[0].isupper() and code.startswith(word)) for word in words)


def _word(word: str) -> str:
    """Return a slug as it stands, a code or its beginning in upper case."""
    known = all_words()
    if word in known:
        return word
    if _BEGINNING.fullmatch(word) and any(one.startswith(word.upper()) for one in known):
        return word.upper()
    hint = did_you_mean(closest(word, known), "`kamplans explain --all` lists the codes")
    raise UsageError(f"There is no code or rule {quoted(word)}", hint)


def _code(path: Path) -> str:
    found = _CODE.search(path.read_text(encoding="utf-8"))
    if found is None:
        raise TypeError(f"{path} must end in RULE = Rule(…) with a code")
    return found[1]
