"""Who made each value of an account what it is, when, and what was it before?

Blame goes by value, not by line: moving, reordering or reformatting changes nobody's authorship. What is in the files
and not committed is told apart; where a clone cuts history, what lies beyond is unknown.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kamplans.compare.documents import compare_documents
from kamplans.errors import UsageError
from kamplans.history.leaves import leaves
from kamplans.history.past import moment
from kamplans.history.timeline import Timeline
from kamplans.history.traces import Traces
from kamplans.model.blame import BlamedValue
from kamplans.model.change import Change, Op
from kamplans.model.closest import closest
from kamplans.model.document import Document
from kamplans.model.portfolio import Account
from kamplans.model.revision import Commit
from kamplans.model.value_path import split
from kamplans.reading.document import read_document
from kamplans.reading.kinds import kind
from kamplans.repository.objects import blob_id
from kamplans.repository.repository import Repository


class _Step(NamedTuple):
    """What one commit changed under the folder name of its day; no commit stands for what is not committed."""

    commit: Commit | None
    folder: str
    changes: tuple[Change, ...]


class _Mended(NamedTuple):
    commit: Commit | None
    document: Document | None


def blame(timeline: Timeline, account: Account, path: str = "") -> tuple[BlamedValue, ...]:
    """Return the origin of every value of an account, of those at or below `path`; account.yaml first, then by name.

    `timeline` is that of the account; it is walked from the newest commit and left when every value is told. Raises
    NoGit where there is no history, UsageError for a path that leads to no value.
    """
    names = sorted(account.documents, key=lambda name: (name != "account", name))
    traced = {name: Traces(kind(name), account.documents[name].data, path) for name in names}
    walk = _Walk(timeline, account, {name: one for name, one in traced.items() if not one.are_told})
    walk.go()
    is_cut = bool(timeline.repository.cut) or timeline.repository.is_partial
    found = tuple(value for one in traced.values() for value in one.values(is_cut))
    if path and not found:
        raise _nothing_at(path, account)
    return found


def _nothing_at(path: str, account: Account) -> UsageError:
    documents = account.documents.items()
    values = {leaf.path for name, document in documents for leaf in leaves(kind(name), document.data)}
    near = closest(path, values | {item for path in values if (item := split(path)[0])})
    hint = f"did you mean “{near}”?" if near else "a path is written like goals[cut-losses].status"
    return UsageError(f"{account.id} has no value “{path}”", hint)


class _Walk:
    def __init__(self, timeline: Timeline, account: Account, left: dict[str, Traces]) -> None:
        self._timeline = timeline
        self._account = account
        self._left = left
        self._mended: dict[str, _Mended] = {}

    def go(self) -> None:
        """Walk back until every value is told, or history ends."""
        for step in self._steps():
            for name, traces in [*self._left.items()]:
                changes = [change for change in step.changes if change.document == name]
                if changes:
                    self._back(name, traces, step, changes)
                    if traces.are_told:
                        self._left.pop(name, None)
            if not self._left:
                return

    def _steps(self) -> Iterator[_Step]:
        yield _Step(None, self._account.id, tuple(self._uncommitted()))
        for revision in self._timeline.each_revision():
            yield _Step(revision.commit, revision.account or "", revision.changes)

    def _back(self, name: str, traces: Traces, step: _Step, changes: list[Change]) -> None:
        """Step over changes; what lies between breaking a file and mending it is told by what it mended."""
        if any(change.op is Op.CHANGE and not change.path for change in changes):
            if self._timeline.repository.is_partial:  # what cannot be read may only be missing here
                del self._left[name]
                return
            mended = self._mended.pop(name, None)
            if mended is None:
                here = self._account.documents[name] if step.commit is None else self._document(step, name, 0)
                self._mended[name] = _Mended(step.commit, here)
            else:
                intact = self._document(step, name, 1)
                traces.back(compare_documents(kind(name), intact, mended.document), mended.commit)
        else:
            mended = self._mended.get(name)
            traces.back(changes, step.commit if mended is None else mended.commit)

    def _document(self, step: _Step, name: str, ago: int) -> Document | None:
        """Return a document after a commit, or before it (`ago` 1)."""
        if step.commit is None or len(step.commit.parents) < ago:
            return None
        at = step.commit.parents[0] if ago else step.commit.id
        return _documents(self._timeline, at, step.folder).get(name)

    def _uncommitted(self) -> Iterable[Change]:
        """Return how the documents to blame differ from those committed last."""
        timeline = self._timeline
        start = timeline.start or timeline.repository.head()
        now = {name: self._account.documents[name] for name in self._left}
        committed = _documents(timeline, start, self._account.id, now)
        for name, document in now.items():
            yield from compare_documents(kind(name), committed.get(name), document)


def _documents(
    timeline: Timeline, commit: str, folder: str, known: dict[str, Document] | None = None
) -> dict[str, Document]:
    """Return the documents of an account at a commit; of those that equal `known`, the ones known."""
    repository: Repository = timeline.repository
    plans = moment(repository, timeline.prefix, commit, folder).get(folder, {})
    found: dict[str, Document] = {}
    unknown = []
    for place, blob in plans.items():
        same = (known or {}).get(place.kind)
        if same is not None and blob_id(same.text.encode("utf-8", "surrogateescape"), blob) == blob:
            found[place.kind] = same
        elif known is None or place.kind in known:
            unknown.append((place, blob))
    for (place, _), blob_read in zip(unknown, repository.blobs([blob for _, blob in unknown]), strict=True):
        data = blob_read.data or b""
        found[place.kind] = read_document(place.kind, place.path, place.account, data, blob=blob_read.id)[0]
    return found
