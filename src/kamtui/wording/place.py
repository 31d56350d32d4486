"""Where do these plans come from? The clock, the branch or the commit, in few words."""

from kamplans.model.figures import day, short_day
from kamplans.model.workspace import Workspace


def standing(held: Workspace) -> str:
    """Return as of when and from where the plans are: as of 31 Oct 2026 · main, clean."""
    parts = [f"as of {short_day(held.as_of)}"]
    if held.at is not None:
        parts.append(f"at {held.at.id[:7]}")
    elif held.branch is not None:
        parts.append(f"{held.branch}{'' if held.is_clean is None else ', clean' if held.is_clean else ', changed'}")
    return " · ".join(parts)


def as_of(held: Workspace) -> str:
    """Return what stands over plans of another day: As of 24 June 2026 · 55f21fc · read only · esc returns."""
    commit = f" · {held.at.id[:7]}" if held.at is not None else ""
    return f"As of {day(held.as_of)}{commit} · read only · esc returns"
