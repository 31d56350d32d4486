"""What does a code mean? The manual of each rule and of everything that reading can find."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import cleandoc

from kamplans.errors import UsageError
from kamplans.model.closest import closest
from kamplans.model.code import Code
from kamplans.rules._contract import ACTIVE, EVERYWHERE, PORTFOLIO, SERVED, Rule, Threshold
from kamplans.rules._listing import PACK, all_words, codes_by_slug, reading_codes, rule
from kamplans.rules._words import did_you_mean, quoted

_HEADINGS = ("Why", "Flagged", "Clean", "Settings")
_JUDGES = {
    ACTIVE: "active accounts",
    SERVED: "active accounts and prospects",
    PORTFOLIO: "the files of the portfolio",
    EVERYWHERE: "every account, and the files of the portfolio",
}


@dataclass(frozen=True)
class Manual:
    """What one code with one name means, as text for people.

    `severity` and `judges` are phrases. `flagged` and `clean` are lines of plan files, each file begun by a comment
    with its name; empty where a few lines cannot show it. `settings` tells the thresholds, `thresholds` are the same
    for machines.
    """

    code: str
    slug: str
    severity: str
    summary: str
    why: str
    flagged: str = ""
    clean: str = ""
    settings: str = ""
    judges: str = ""
    thresholds: tuple[Threshold, ...] = ()


def manuals(word: str) -> tuple[Manual, ...]:
    """Return what a code or a name means: one manual, or one for each rule of a family that shares its code.

    Raises UsageError for a word that is neither, with the nearest one.
    """
    found = tuple(manual for manual in _entries(word.upper(), word.lower()))
    if not found:
        hint = did_you_mean(closest(word, all_words()), "`kamplans explain --all` lists the codes")
        raise UsageError(f"There is no code or rule {quoted(word)}", hint)
    return found


def all_manuals() -> tuple[Manual, ...]:
    """Return the manual of every code, by code and name."""
    every = [*(_of_rule(slug) for slug in codes_by_slug()), *(_of_code(code) for code in reading_codes().values())]
    return tuple(sorted(every, key=lambda manual: (manual.code, manual.slug)))


def _entries(code: str, slug: str) -> Iterator[Manual]:
    for name, its_code in codes_by_slug().items():
        if name == slug or its_code == code:
            yield _of_rule(name)
    for found in reading_codes().values():
        if found.slug == slug or found.code == code:
            yield _of_code(found)


def _of_rule(slug: str) -> Manual:
    one = rule(slug)
    text = sys.modules[f"{PACK}.{slug.replace('-', '_')}"].__doc__ or ""
    summary, _, rest = cleandoc(text).partition("\n")
    part = _sections(rest)
    return Manual(
        code=one.code,
        slug=slug,
        severity=_severity(one),
        summary=summary,
        why=part["Why"],
        flagged=part["Flagged"],
        clean=part["Clean"],
        settings=part["Settings"],
        judges=_JUDGES[one.judges],
        thresholds=one.settings,
    )


def _of_code(code: Code) -> Manual:
    part = _sections(code.manual)
    return Manual(code.code, code.slug, code.severity.value, code.title, part["Why"], part["Flagged"], part["Clean"])


def _severity(one: Rule) -> str:
    others = [f"{severity.value} in {tier} accounts" for tier, severity in one.by_tier.items()]
    return ", ".join([one.severity.value, *others])


def _sections(text: str) -> dict[str, str]:
    """Return the parts of a manual by heading; what stands before any heading belongs to the first."""
    parts: dict[str, list[str]] = {heading: [] for heading in _HEADINGS}
    current = parts[_HEADINGS[0]]
    for line in text.split("\n"):
        heading, colon, rest = line.partition(":")
        if colon and heading in parts:
            current = parts[heading]
            line = rest.strip()
        current.append(line)
    return {heading: cleandoc("\n" + "\n".join(lines)) for heading, lines in parts.items()}
