"""Which file of a portfolio folder is which document, judged by its path alone, and what is wrong with the paths."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kamplans.model.clean import clean
from kamplans.model.closest import closest
from kamplans.model.code import Code
from kamplans.model.finding import Finding
from kamplans.reading.file_codes import ACCOUNT_NAME, ACCOUNT_TWIN, MISPLACED_FILE, UNKNOWN_FILE
from kamplans.reading.kinds import kinds_by_file
from kamplans.reading.value_faults import shorten
from kamplans.sources.source import SUFFIXES, PlanFile

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 64


@dataclass
class Layout:
    """The files of a portfolio by document kind, its own and those of each account; `others` are links and the like."""

    of_portfolio: dict[str, PlanFile] = field(default_factory=dict)
    accounts: dict[str, dict[str, PlanFile]] = field(default_factory=dict)
    others: list[PlanFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def lay_out(files: Iterable[PlanFile], prefix: str = "") -> Layout:
    """Sort the files of a source into documents; `prefix` stands before the paths of the findings."""
    layout = Layout()
    folders: dict[str, dict[str, PlanFile]] = defaultdict(dict)
    for file in files:
        folder, slash, name = file.path.rpartition("/")
        if slash:
            folders[folder][name] = file
        elif not name.endswith(SUFFIXES):
            layout.others.append(file)
        elif name in kinds_by_file(True):
            layout.of_portfolio[kinds_by_file(True)[name].name] = file
        else:
            layout.findings += _odd_at_top(file, name, prefix)
    for folder, inside in sorted(folders.items()):
        _account(layout, folder, inside, prefix)
    layout.findings += _twins(layout.accounts, prefix)
    return layout


def _odd_at_top(file: PlanFile, name: str, prefix: str) -> Iterator[Finding]:
    if name in kinds_by_file(False):
        yield file_finding(MISPLACED_FILE, prefix + file.path, f"{name} belongs in the folder of its account")
    elif near := closest(name, kinds_by_file(True)):
        message = f"{shorten(name)} is no document of a portfolio"
        yield file_finding(UNKNOWN_FILE, prefix + file.path, message, hint=f"did you mean {near}?")


def _account(layout: Layout, folder: str, inside: dict[str, PlanFile], prefix: str) -> None:
    known = kinds_by_file(False)
    documents = {known[name].name: file for name, file in sorted(inside.items()) if name in known}
    strangers = [name for name in sorted(inside) if name not in known]
    if documents:
        layout.accounts[folder] = documents
        layout.findings += _odd_name(folder, prefix)
    else:
        strangers = [name for name in strangers if _other_spelling(name) in known]
    for name in strangers:
        layout.findings.append(_stranger(folder, name, prefix))


def _stranger(folder: str, name: str, prefix: str) -> Finding:
    path = f"{prefix}{folder}/{name}"
    if name in kinds_by_file(True):
        return file_finding(MISPLACED_FILE, path, f"{name} belongs at the top of the portfolio", folder)
    near = closest(name, kinds_by_file(False))
    hint = f"did you mean {near}?" if near else f"an account has {', '.join(kinds_by_file(False))}"
    return file_finding(UNKNOWN_FILE, path, f"{shorten(name)} is no document of an account", folder, hint)


def _other_spelling(name: str) -> str:
    return name.casefold().rpartition(".")[0] + ".yaml"


def _odd_name(folder: str, prefix: str) -> Iterator[Finding]:
    if _ID.fullmatch(folder) and len(folder) <= _LONGEST_ID:
        return
    bare = unicodedata.normalize("NFKD", folder).encode("ascii", "ignore").decode().lower()
    better = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST_ID].strip("-")
    hint = f"{better} would be one" if better else "use lower-case letters, digits and hyphens"
    yield file_finding(ACCOUNT_NAME, prefix + folder, f"The folder name {shorten(folder)} is no id", folder, hint)


def _twins(accounts: Iterable[str], prefix: str) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for folder in sorted(accounts):
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", folder).casefold())
        if folded in seen:
            message = f"On some computers {shorten(folder)} and {shorten(seen[folded])} are the same folder"
            yield file_finding(ACCOUNT_TWIN, prefix + folder, message, folder, "rename one of them")
        seen.setdefault(folded, folder)


def file_finding(code: Code, path: str, message: str, account: str | None = None, hint: str = "") -> Finding:
    """Return a finding about a file as a whole."""
    return Finding(code.code, code.slug, code.severity, clean(message), path, account=account, hint=clean(hint))
