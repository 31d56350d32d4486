"""Runs git so that nothing a repository holds can make it run something else, write, ask or wait.

An unpacked archive may bring its own `.git/config`: programs for file watching, hooks, pagers, filters, text
conversion, signatures and transports. The options below switch off what can be switched off, the commands used in this
room are those that need none of it, and the environment is a short list of what git cannot do without.
"""

import os
import signal
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from types import MappingProxyType
from typing import IO, cast

from kamplans.model.clean import clean

PATIENCE = 60.0
"""Seconds that git may take for one answer before it is stopped."""

_PIPE = 1 << 16
"""Bytes that are taken from git at once: as many as a pipe holds."""

_OPTIONS = ("--no-pager", "--no-optional-locks", "--literal-pathspecs")
_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.quotePath": "false",
    "core.attributesFile": os.devnull,
    "color.ui": "false",
    "log.showSignature": "false",
    "log.showRoot": "true",
    "log.follow": "false",
    "log.mailmap": "true",
    "diff.external": "",
    "diff.renames": "false",
    "diff.relative": "false",
    "diff.orderFile": os.devnull,
    "i18n.logOutputEncoding": "UTF-8",
    "protocol.allow": "never",
    "protocol.ext.allow": "never",
}
_KEPT = ("PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "SYSTEMROOT", "USERPROFILE", "TEMP", "TMP")
_SET = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}


class GitFailed(Exception):
    """Git ended with an error; `reason` is its last word, fit for one line."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Stream:
    """What git writes while it runs; a read that waits longer than the patience ends the process."""

    def __init__(self, pipe: BufferedReader) -> None:
        self._pipe = pipe
        self.waiting_since: float | None = None

    def line(self) -> bytes:
        """Return the next line with its end, empty after the last."""
        self.waiting_since = monotonic()
        found = self._pipe.readline()
        self.waiting_since = None
        return found

    def read(self, size: int = -1) -> bytes:
        """Return `size` bytes, fewer at the end; all that is left for -1."""
        self.waiting_since = monotonic()
        found = self._pipe.read(size)
        self.waiting_since = None
        return found

    def some(self) -> bytes:
        """Return what has been written by now, at least a byte; empty at the end."""
        self.waiting_since = monotonic()
        found = self._pipe.read1(1 << 16)
        self.waiting_since = None
        return found


class Git:
    """Git, called in one folder; `own` is added to the environment it runs in."""

    def __init__(
        self, folder: Path, program: str, patience: float = PATIENCE, own: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._patience = patience
        self._environment = own
        settings = (part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}"))
        self._start = [program, *_OPTIONS, "-C", str(folder), *settings]

    def output(self, *words: str) -> bytes:
        """Run a command to its end and return what it wrote; GitFailed if it fails or takes too long."""
        process = self._open(words, subprocess.DEVNULL)
        with process:
            try:
                written, errors = process.communicate(timeout=self._patience)
            except subprocess.TimeoutExpired:
                raise self._late() from None
            finally:
                _kill(process)
        if process.returncode:
            raise GitFailed(_last_word(errors[-8192:]))
        return written

    def _late(self) -> GitFailed:
        return GitFailed(f"git did not answer within {self._patience:g} seconds")

    @contextmanager
    def streaming(self, *words: str, feed: Iterable[bytes] | None = None) -> Iterator[Stream]:
        """Run a command and hand out what it writes while `feed` is written to it; whoever leaves early ends it.

        Raises GitFailed if git fails, or answers nothing for as long as the patience lasts.
        """
        process = self._open(words, subprocess.DEVNULL if feed is None else subprocess.PIPE)
        stdout, stderr = cast("BufferedReader", process.stdout), cast("IO[bytes]", process.stderr)
        stream, errors, done, late = Stream(stdout), bytearray(), Event(), Event()
        threads = [
            Thread(target=_drain, args=(stderr, errors), daemon=True),
            Thread(target=_watch, args=(process, stream, self._patience, done, late), daemon=True),
        ]
        if process.stdin is not None:
            threads.append(Thread(target=_feed, args=(process.stdin, feed), daemon=True))
        for thread in threads:
            thread.start()
        left_early = True
        try:
            yield stream
            left_early = stream.read(1) != b""
        finally:
            done.set()
            _end(process, kill=left_early)
            for thread in threads:
                thread.join()
            stdout.close()
        if late.is_set():
            raise self._late()
        if process.returncode and not left_early:
            raise GitFailed(_last_word(bytes(errors)))

    def _open(self, words: tuple[str, ...], stdin: int) -> "subprocess.Popen[bytes]":
        try:
            return subprocess.Popen(  # noqa: S603 - a list of words, no shell
                [*self._start, *words],
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=_PIPE,
                env=environment() | dict(self._environment),
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            raise GitFailed(f"git could not be started ({clean(str(error))})") from None


def environment() -> dict[str, str]:
    """Return the environment git runs in: a few words of the user's, none that begins with `GIT_`, and our own."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | _SET


def _drain(stderr: IO[bytes], errors: bytearray) -> None:
    with stderr as pipe:
        while part := pipe.read(4096):
            errors += part
            del errors[:-8192]


def _feed(stdin: IO[bytes], parts: Iterable[bytes]) -> None:
    try:
        with stdin as pipe:
            pipe.writelines(parts)
    except (BrokenPipeError, ValueError):
        return  # git has ended; its exit code and its last word tell why


def _watch(process: "subprocess.Popen[bytes]", stream: Stream, patience: float, done: Event, late: Event) -> None:
    while not done.wait(min(1.0, patience / 4)):
        since = stream.waiting_since
        if since is not None and monotonic() - since > patience:
            late.set()
            _kill(process)
            return


def _end(process: "subprocess.Popen[bytes]", kill: bool) -> None:
    if kill:
        _kill(process)
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        _kill(process)
        process.wait()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is not None:
        return
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()


def _last_word(errors: bytes) -> str:
    lines = [line for line in errors.decode("utf-8", "replace").splitlines() if line.strip()]
    said = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[-1] if lines else "")
    return clean(said.removeprefix("fatal: ").removeprefix("error: ")).strip()[:300]
