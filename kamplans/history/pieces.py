"""Two versions of a file mostly say the same: which pieces of them do not?

The text of a plan is cut where a field of the document begins, and inside a field where an item or a field one level
below begins. A piece that stands in both versions means the same in both, so only the others need to be read. Where a
text is not written plainly enough to be cut without reading it, there is no answer and the whole is read.
"""

import re
from collections.abc import Container
from dataclasses import dataclass

_CUT = re.compile(r"\n(?=\S|  \S)")
_FIELD = re.compile(r"([A-Za-z0-9_][A-Za-z0-9_-]*):(?=\s|$)")
_INNER_FIELD = re.compile(r"  ([A-Za-z0-9_][A-Za-z0-9_-]*):(?=\s|$)")
_BARE = re.compile(r"[A-Za-z0-9_-]+:\s*(?:#[^\n]*)?")
_WIDE = re.compile(r":  +[^\s#]")
_OPEN = re.compile(
    r"""(?:^|[\s\[{,:])(?:"[^"\n]*|'[^'\n]*|\[[^\]\n]*|\{[^}\n]*)$"""  # opened, not closed on its line
    r"""|[\[{][^\n]*["']|["'][^\n]*[\[{]"""  # brackets and quotation marks in one line
    r"""|\[[^\]\n]*\[|\{[^}\n]*\{""",  # brackets within their like
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A field of the document: its first line and the pieces below, or all of it in `head` where it was not cut."""

    head: str
    pieces: tuple[str, ...] = ()
    is_list: bool = False


Sections = dict[str, Section]


def sections(text: str) -> Sections | None:
    """Cut the text of a file that is known to be in order; None where that cannot be done without reading it."""
    found: dict[str, Section] = {}
    if ":  " in text and _WIDE.search(text):
        return None
    parts = _CUT.split(text.rstrip("\n"))
    position = 0
    while position < len(parts):
        head = parts[position]
        end = position + 1
        while end < len(parts) and parts[end][:1] == " ":
            end += 1
        if head[:1] != "#":
            name = _FIELD.match(head)
            section = name and _section(head, parts[position + 1 : end])
            if not name or not section or name[1] in found:
                return None
            found[name[1]] = section
        elif end > position + 1 or "\n" in head:
            return None
        position = end
    return found


def _section(head: str, pieces: list[str]) -> Section | None:
    if not pieces or not _BARE.fullmatch(head):
        whole = "\n".join((head, *pieces))
        return Section(whole) if _is_closed(whole) else None
    said = [piece for piece in pieces if piece[2] != "#"]
    if any("\n" in piece for piece in pieces if piece[2] == "#"):
        return None
    if all(piece[2:4] == "- " for piece in said):
        return Section(head, tuple(said), True)
    names = [_INNER_FIELD.match(piece) for piece in said]
    known = {name[1] for name in names if name}
    return Section(head, tuple(said)) if len(known) == len(said) else None


def _is_closed(piece: str) -> bool:
    """Whether every quotation and bracket closes on its line, so that the piece can be read by itself."""
    if not ('"' in piece or "'" in piece or "[" in piece or "{" in piece):
        return True
    return _OPEN.search(piece) is None


@dataclass(frozen=True, slots=True)
class Apart:
    """What stands in one version alone, by field, and the items of lists that stand in both."""

    before: Sections
    after: Sections
    shared: dict[str, frozenset[str]]


def apart(before: Sections, after: Sections, lists: Container[str]) -> Apart | None:
    """Return the pieces in which two texts differ; None if one of them cannot be read by itself.

    `lists` names the fields that are lists of items; any other list is one value and stays whole.
    """
    found = Apart({}, {}, {})
    for name in {**after, **before}:
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if old and new and _can_share(old, new, name in lists):
            common = frozenset(old.pieces) & frozenset(new.pieces)
            old, new = _without(old, common), _without(new, common)
            found.shared[name] = common
        for section, side in ((old, found.before), (new, found.after)):
            if section and not all(map(_is_closed, section.pieces)):
                return None
            if section and (section.pieces or name not in found.shared):
                side[name] = section
    return found


def _can_share(old: Section, new: Section, of_items: bool) -> bool:
    """Whether what two sections have in common can be left out: items of a list, or inner fields, each there once."""
    if not old.pieces or not new.pieces or old.is_list != new.is_list or not (of_items or not old.is_list):
        return False
    return all(len(set(section.pieces)) == len(section.pieces) for section in (old, new))


def _without(section: Section, common: frozenset[str]) -> Section:
    return Section(section.head, tuple(piece for piece in section.pieces if piece not in common), section.is_list)
