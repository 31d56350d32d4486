"""The plans of one commit, read from git's blobs; nothing is checked out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kamplans.repository.objects import LINK, Blob, Entry
from kamplans.repository.repository import Repository
from kamplans.sources.source import PlanFile, Refusal, Refused, could_be_account, could_be_plan


@dataclass(frozen=True)
class RevisionSource:
    """The portfolio in the folder `prefix` (with a slash behind, or empty) at the commit of this id.

    The first file that is read brings the bytes of all, from one process. Raises NoGit if git fails.
    """

    repository: Repository
    commit: str
    prefix: str = ""

    @property
    def label(self) -> str:
        """The commit's id."""
        return self.commit

    def files(self) -> list[PlanFile]:
        """Return the plan files and the links that could be accounts, by path."""
        return [
            PlanFile(path, self._reader(entry), entry.blob if entry.is_file else None)
            for path, entry in sorted(self._entries.items())
        ]

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        found = {}
        for entry in self.repository.tree(self.commit, self.prefix):
            path = entry.path.removeprefix(self.prefix)
            if could_be_plan(path) or (entry.mode == LINK and could_be_account(path)):
                found[path] = entry
        return found

    @cached_property
    def _blobs(self) -> dict[str, Blob]:
        wanted = dict.fromkeys(entry.blob for entry in self._entries.values() if entry.is_file)
        return {blob.id: blob for blob in self.repository.blobs(wanted)}

    def _reader(self, entry: Entry) -> Callable[[], bytes | Refusal]:
        def read() -> bytes | Refusal:
            if entry.mode == LINK:
                return Refusal(Refused.LINK)
            if not entry.is_file:
                return Refusal(Refused.NOT_A_FILE)
            blob = self._blobs[entry.blob]
            if blob.data is not None:
                return blob.data
            return Refusal(Refused.NOT_FETCHED if blob.size is None else Refused.TOO_LARGE)

        return read
