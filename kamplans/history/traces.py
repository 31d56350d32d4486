"""Which change made a value what it is? Values are traced back through changes, the newest first, until each is told.

A value that a change has touched without making it what it is lost out in a merge: it is traced on, and only if nothing
else explains it does the newest such change count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kamplans.compare.sameness import essence, same
from kamplans.history.leaves import Leaf, leaves
from kamplans.model.blame import BlamedValue, Origin
from kamplans.model.change import Change, Op
from kamplans.model.kind import Kind
from kamplans.model.revision import Commit
from kamplans.model.value_path import is_inside, split, with_id

Told = tuple[Commit | None, Any]


@dataclass(slots=True)
class Trace:
    """One value on its way back: `then` is its path in the version that the walk has come to."""

    leaf: Leaf
    then: str
    told: Told | None = None
    doubt: Told | None = None


class Traces:
    """The values of one document on their way back."""

    def __init__(self, kind: Kind, data: Any, wanted: str) -> None:
        self._kind = kind
        self._all = [Trace(leaf, leaf.path) for leaf in leaves(kind, data) if is_inside(leaf.path, wanted)]
        self._left = {trace.then: trace for trace in self._all}

    @property
    def are_told(self) -> bool:
        """Whether it is known of every value where it comes from."""
        return not self._left

    def back(self, changes: Iterable[Change], commit: Commit | None) -> None:
        """Step over what one commit changed in this document; None stands for what is not committed."""
        renames = []
        for change in changes:
            if change.op is Op.RENAME and change.item is not None:
                renames.append(change)
            elif change.op in (Op.ADD, Op.CHANGE):
                self._over(change, commit)
        for change in renames:
            self._renamed(change, commit)

    def values(self, is_cut: bool) -> list[BlamedValue]:
        """Return what is known of each value; `is_cut` says that the history at hand is not the whole."""
        return [self._value(trace, is_cut) for trace in self._all]

    def _value(self, trace: Trace, is_cut: bool) -> BlamedValue:
        known = trace.told or (None if is_cut else trace.doubt)
        commit, before = known or (None, None)
        origin = Origin.CUT if known is None else Origin.COMMITTED if commit else Origin.UNCOMMITTED
        return BlamedValue(self._kind.name, *split(trace.leaf.path), trace.leaf.value, commit, before, origin)

    def _over(self, change: Change, commit: Commit | None) -> None:
        trace = self._left.get(change.path)
        if trace is not None and change.field is not None:
            self._tell(trace, change.after, (commit, change.before))
        elif not change.path:
            self._whole(change, commit)
        elif isinstance(change.after, dict | list):
            self._item(change, commit)

    def _whole(self, change: Change, commit: Commit | None) -> None:
        """Step over the coming of the whole document."""
        came = {leaf.path: leaf.value for leaf in leaves(self._kind, change.after or {})}
        for trace in [*self._left.values()]:
            self._tell(trace, came.get(trace.then), (commit, None))

    def _item(self, change: Change, commit: Commit | None) -> None:
        """Step over the coming of an item; of several that nothing tells apart, one comes with each change."""
        loose = self._loose(change)
        for trace in [*self._left.values()]:
            if trace.leaf.loose is not None:
                if loose is not None and trace.leaf.loose[1] is loose:
                    self._done(trace, (commit, None))
            elif is_inside(trace.then, change.path):
                field = trace.then.removeprefix(change.path).removeprefix(".")
                after = change.after if isinstance(change.after, dict) else {}
                self._tell(trace, after.get(field, trace.leaf.value), (commit, None))

    def _loose(self, change: Change) -> Any:
        listed = change.path.rpartition("[")[0] if change.path.endswith("]") else change.path
        meant = essence(change.after)
        for trace in self._left.values():
            loose = trace.leaf.loose
            if loose is not None and loose[0] == listed and essence(loose[1]) == meant:
                return loose[1]
        return None

    def _renamed(self, change: Change, commit: Commit | None) -> None:
        new, old = change.path, with_id(change.path, str(change.before))
        for trace in [one for one in self._left.values() if is_inside(one.then, new)]:
            if trace.then == f"{new}.id":
                self._tell(trace, change.after, (commit, change.before))
            if trace.told is None:
                del self._left[trace.then]
                trace.then = old + trace.then.removeprefix(new)
                self._left[trace.then] = trace

    def _tell(self, trace: Trace, after: Any, told: Told) -> None:
        if same(after, trace.leaf.value):
            self._done(trace, told)
        elif trace.doubt is None:
            trace.doubt = told

    def _done(self, trace: Trace, told: Told) -> None:
        trace.told = told
        del self._left[trace.then]
