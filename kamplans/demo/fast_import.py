"""What does git have to be told to hold the story? One stream of `git fast-import`, the same bytes every time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import fill

from kamplans.demo.chronicle import Moment
from kamplans.demo.step import Step

BRANCH = "refs/heads/main"


@dataclass
class _Line:
    """Where the main line and the branches stand: the mark of the newest commit, and what a branch wrote."""

    main: int = 0
    branches: dict[str, int] = field(default_factory=dict)
    written: dict[str, dict[str, str]] = field(default_factory=dict)


def stream(moments: Sequence[Moment], authors: Mapping[str, str], prefix: str) -> Iterator[bytes]:
    """Yield the commands that make all commits; every path gets `prefix` (with a slash). KeyError for a stranger.

    The branch ends at the last commit, which therefore has to be one of the main line.
    """
    line = _Line()
    yield b"feature done\n"
    for mark, moment in enumerate(moments, 1):
        step = moment.step
        parents, written = _parents(line, step), dict(moment.written)
        if step.merges:
            parents.append(line.branches[step.merges])
            written = line.written[step.merges]
        yield _head(mark, step, authors[step.by], parents)
        if moment.renamed:
            yield b"R %s %s\n" % tuple(f"{prefix}{folder}".encode() for folder in moment.renamed)
        for path, text in sorted(written.items()):
            data = text.encode()
            yield b"M 100644 inline %s\ndata %d\n%s\n" % (f"{prefix}{path}".encode(), len(data), data)
        yield b"\n"
        _move(line, step, mark, moment.written)
    yield b"done\n"


def _parents(line: _Line, step: Step) -> list[int]:
    parent = line.branches.get(step.branch, line.main) if step.branch else line.main
    return [parent] if parent else []


def _move(line: _Line, step: Step, mark: int, written: Mapping[str, str]) -> None:
    if step.branch:
        line.branches[step.branch] = mark
        line.written.setdefault(step.branch, {}).update(written)
    else:
        line.main = mark


def _head(mark: int, step: Step, who: str, parents: Sequence[int]) -> bytes:
    when = f"{int(step.moment.timestamp())} {step.moment:%z}"
    message = "\n\n".join(part for part in (step.says, fill(step.more, 72)) if part).encode() + b"\n"
    lines = [f"commit {BRANCH}", f"mark :{mark}", f"author {who} {when}", f"committer {who} {when}"]
    head = "\n".join(lines).encode() + b"\ndata %d\n%s" % (len(message), message)
    words = ("from", *(["merge"] * (len(parents) - 1)))
    return head + b"".join(b"%s :%d\n" % (word.encode(), parent) for word, parent in zip(words, parents, strict=False))
