"""Two versions of a file mostly say the same: which pieces of them do not?

The text of a plan is cut where a field of the document begins, and inside a field where an item or a field one level
below begins. A piece that stands in both versions means the same in both, so only the others need to be read. Where a
text is not written plainly enough to be cut without reading it, there is no answer and the whole is read.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

_CUT = re.compile(r"\n(?=\S)")
_INNER_CUT = re.compile(r"\n(?=  \S)")
_FIELD = re.compile(r"([A-Za-z0-9_][A-Za-z0-9_-]*):(?=\s|$)")
_INNER_FIELD = re.compile(r"  ([A-Za-z0-9_][A-Za-z0-9_-]*):(?=\s|$)")
_BARE = re.compile(r"[A-Za-z0-9_-]+:\s*(?:#[^\n]*)?")
_OPEN = re.compile(
    r"""(?:^|[\s\[{,:])(?:"[^"\n]*|'[^'\n]*|\[[^\]\n]*|\{[^}\n]*)$"""  # opened, not closed on its line
    r"""|[\[{][^\n]*["']|["'][^\n]*[\[{]"""  # brackets and quotation marks in one line
    r"""|\[[^\]\n]*\[|\{[^}\n]*\{""",  # brackets within their like
    re.MULTILINE,
)


class Section(NamedTuple):
    """A field of the document: its first line and the pieces below, or all of it in `head` where it was not cut."""

    head: str
    pieces: tuple[str, ...] = ()
    is_list: bool = False
    text: str = ""
    """All of it as it stands in the file, comments too; not known of a part of a section."""


Sections = dict[str, Section]


def sections(text: str, like: Sections | None = None) -> Sections | None:
    """Cut the text of a file that is known to be in order; None where that cannot be done without reading it.

    `like` are the sections of another version: what stands there too is not cut again.
    """
    found: dict[str, Section] = {}
    for part in _CUT.split(text.rstrip("\n")):
        if part[:1] != "#":
            name = _FIELD.match(part)
            section = name and _section(part, like.get(name[1]) if like else None)
            if not name or not section or name[1] in found:
                return None
            found[name[1]] = section
        elif "\n" in part:
            return None
    return found


def _section(text: str, like: Section | None) -> Section | None:
    if like is not None and like.text == text:
        return like
    head, *pieces = _INNER_CUT.split(text)
    if like is not None and like.head == head and like.pieces and (known := _altered(pieces, like)):
        return Section(head, known, like.is_list, text)
    if not pieces or not _BARE.fullmatch(head):
        return Section(text, text=text) if is_closed(text) else None
    said = [piece for piece in pieces if piece[2] != "#"]
    if any("\n" in piece for piece in pieces if piece[2] == "#"):
        return None
    if all(piece[2:4] == "- " for piece in said):
        return Section(head, tuple(said), True, text)
    names = [_INNER_FIELD.match(piece) for piece in said]
    known_names = {name[1] for name in names if name}
    return Section(head, tuple(said), text=text) if len(known_names) == len(said) else None


def _altered(pieces: list[str], like: Section) -> tuple[str, ...] | None:
    """Return the pieces of a section like another's: of the same number, each beginning as its like does."""
    if len(pieces) != len(like.pieces):
        return None
    for position, other in enumerate(like.pieces):
        piece = pieces[position]
        if piece == other:
            pieces[position] = other  # one text for both versions, which also compares faster
        elif not (piece[2:4] == "- " if like.is_list else _is_same_field(piece, other)):
            return None
    return tuple(pieces)


def _is_same_field(piece: str, other: str) -> bool:
    names = _INNER_FIELD.match(piece), _INNER_FIELD.match(other)
    return names[0] is not None and names[1] is not None and names[0][1] == names[1][1]


def is_closed(text: str) -> bool:
    """Whether every quotation and bracket closes on its line, so that the text can be read by itself."""
    if not _opens(text):
        return True
    return not any(_opens(line) and _OPEN.search(line) for line in text.split("\n"))


def _opens(text: str) -> bool:
    return "[" in text or "{" in text or '"' in text or "'" in text


@dataclass(frozen=True, slots=True)
class Apart:
    """What stands in one version alone, by field, and the items of lists that stand in both."""

    before: Sections
    after: Sections
    shared: dict[str, frozenset[str]]


def apart(before: Sections, after: Sections, lists: Container[str]) -> Apart:
    """Return the pieces in which two texts differ.

    `lists` names the fields that are lists of items; any other list is one value and stays whole.
    """
    found = Apart({}, {}, {})
    for name in {**after, **before}:
        old, new = before.get(name), after.get(name)
        if old is new:
            continue
        common = _common(old, new, name in lists) if old and new else None
        if old and new and common is not None:
            old, new = _without(old, common), _without(new, common)
            found.shared[name] = common
        for section, side in ((old, found.before), (new, found.after)):
            if section and (section.pieces or name not in found.shared):
                side[name] = section
    return found


def _common(old: Section, new: Section, of_items: bool) -> frozenset[str] | None:
    """Return what two sections have in common and can be left out: items of a list, or inner fields, each there once.

    None where both must be read as they are.
    """
    if not old.pieces or not new.pieces or old.is_list != new.is_list or not (of_items or not old.is_list):
        return None
    olds, news = frozenset(old.pieces), frozenset(new.pieces)
    is_clear = len(olds) == len(old.pieces) and len(news) == len(new.pieces)
    return olds & news if is_clear else None


def _without(section: Section, common: frozenset[str]) -> Section:
    return Section(section.head, tuple([piece for piece in section.pieces if piece not in common]), section.is_list)
