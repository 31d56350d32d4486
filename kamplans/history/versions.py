"""What did a document say in each of its versions? Every blob is fetched and read once, when it is first asked for."""

from collections import Counter
from collections.abc import Iterable

from kamplans.compare.names import Names
from kamplans.history.touches import Place
from kamplans.model.document import Document
from kamplans.reading.document import read_document
from kamplans.reading.kinds import kinds
from kamplans.repository.repository import Repository

Version = tuple[Place, str]
"""A document's place and the blob of its bytes."""


class Versions:
    """The versions of documents, to be asked for in about the order in which `wanted` names them.

    `wanted` says how often each will be asked for; a document is let go after that, the names it defined stay. One
    process of git answers while the caller works. A blob that is too large, or not in this clone, makes a document that
    holds nothing.
    """

    def __init__(self, repository: Repository, wanted: Iterable[tuple[Version, int]]) -> None:
        self._uses: Counter[Version] = Counter()
        for version, times in wanted:
            self._uses[version] += times
        self._bytes_uses = Counter(blob for _, blob in self._uses)
        self._blobs = repository.blobs(list(self._bytes_uses))
        self._bytes: dict[str, bytes] = {}
        self._documents: dict[Version, Document] = {}
        self._names: dict[Version, Names] = {}

    def document(self, version: Version) -> Document:
        """Return one version of a document."""
        found = self._documents.pop(version, None) or self._read(version)
        self._uses[version] -= 1
        if self._uses[version] > 0:
            self._documents[version] = found
        return found

    def names(self, version: Version) -> Names:
        """Return the names one version of a document defines."""
        if version not in self._names:
            document = self._read(version)
            if self._uses[version] > 0:
                self._documents[version] = document
        return self._names[version]

    def close(self) -> None:
        """End the process of git, if it still runs."""
        self._blobs.close()

    def _read(self, version: Version) -> Document:
        place, blob = version
        document, _ = read_document(place.kind, place.path, place.account, self._fetched(blob), blob=blob)
        self._names[version] = Names.of(kinds(), [document])
        return document

    def _fetched(self, blob: str) -> bytes:
        while blob not in self._bytes:
            answer = next(self._blobs)
            self._bytes[answer.id] = answer.data or b""
        data = self._bytes[blob]
        self._bytes_uses[blob] -= 1
        if self._bytes_uses[blob] <= 0:
            del self._bytes[blob]
        return data
