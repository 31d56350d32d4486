"""Plans from memory: tests, and text in an editor that is not saved yet."""

from collections.abc import Iterable, Mapping
from functools import partial

from kamplans.sources.source import MAX_BYTES, PlanFile, Refusal, Refused, could_be_plan


class MemorySource:
    """Files by path, relative to the portfolio folder; a text stands for its UTF-8 bytes."""

    def __init__(self, files: Mapping[str, str | bytes], label: str = "memory") -> None:
        self._files = dict(files)
        self._label = label

    @property
    def label(self) -> str:
        """Where the files come from."""
        return self._label

    def files(self) -> Iterable[PlanFile]:
        """Return the files that could be plans, by path."""
        paths = sorted(path for path in self._files if could_be_plan(path))
        return [PlanFile(path, partial(_bytes, self._files[path])) for path in paths]


def _bytes(content: str | bytes) -> bytes | Refusal:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return data if len(data) <= MAX_BYTES else Refusal(Refused.TOO_LARGE, f"{len(data):,} bytes")
