"""A source becomes a portfolio: every document read, judged for its shape, and whatever is wrong listed as findings."""

from collections.abc import Iterator, Mapping, MutableMapping

from kamplans.model.document import Document
from kamplans.model.finding import Finding
from kamplans.model.pause import collection_paused
from kamplans.model.portfolio import Account, Portfolio
from kamplans.reading.capping import capped
from kamplans.reading.document import read_document
from kamplans.reading.file_codes import LINK, MISSING_DOCUMENT, NEWER_FORMAT, NOT_A_FILE, NOT_FETCHED, UNREADABLE
from kamplans.reading.kinds import kind as kind_of
from kamplans.reading.layout import Layout, file_finding, lay_out
from kamplans.reading.places import locate
from kamplans.reading.shape import shape_findings
from kamplans.reading.text_codes import TOO_LARGE
from kamplans.sources.source import PlanFile, Refusal, Refused, Source

FORMAT = 1
"""The newest plan format that is read."""

_REFUSALS = {
    Refused.LINK: (LINK, "A link is not followed"),
    Refused.NOT_A_FILE: (NOT_A_FILE, "This is no regular file"),
    Refused.TOO_LARGE: (TOO_LARGE, "The file is larger than 1 MiB and is not read"),
    Refused.NO_PERMISSION: (UNREADABLE, "There is no permission to read this"),
    Refused.UNREADABLE: (UNREADABLE, "The system cannot read this"),
    Refused.NOT_FETCHED: (NOT_FETCHED, "The bytes of this file are not in this clone"),
}
_NEEDED_BY_MOST = ("stakeholders", "goals")

Known = MutableMapping[tuple[str, str], tuple[Document, list[Finding]]]
"""Documents that were read, with their findings, by path and blob."""


def load(source: Source, *, prefix: str = "", judged: bool = True, known: Known | None = None) -> Portfolio:
    """Return the portfolio of a source with the findings of its files, its text and its shape, sorted.

    `prefix` stands before every path in a finding (the portfolio folder relative to the repository, with a slash).
    Nothing that the files hold makes this fail. With `judged` false the shape is not looked at: enough to compare
    moments, and faster. Whoever reads many moments hands over what is `known` (of the same prefix, judged alike): a
    file whose path and blob are in it is not read again, and what is read is added.
    """
    with collection_paused():
        layout = lay_out(source.files(), prefix)
        reader = _Reader(prefix, judged, known)
        documents = reader.documents(layout.of_portfolio, None)
        newer = _newer_format(documents, prefix)
        if newer is not None:
            return Portfolio(documents, {}, (newer,), source.label, prefix)
        accounts = {id: Account(id, reader.documents(files, id)) for id, files in sorted(layout.accounts.items())}
        findings = [
            *layout.findings,
            *reader.findings,
            *_unlisted(layout, prefix),
            *_missing(documents, accounts, prefix),
        ]
    ordered = tuple(sorted(findings, key=lambda finding: finding.sort_key))
    return Portfolio(documents, accounts, ordered, source.label, prefix)


class _Reader:
    """Reads documents and collects what is found on the way."""

    def __init__(self, prefix: str, judged: bool, known: Known | None) -> None:
        self.prefix = prefix
        self.judged = judged
        self.known: Known = {} if known is None else known
        self.findings: list[Finding] = []

    def documents(self, files: Mapping[str, PlanFile], account: str | None) -> dict[str, Document]:
        """Return the documents of one folder by kind."""
        return {kind: self._document(kind, file, account) for kind, file in files.items()}

    def _document(self, kind: str, file: PlanFile, account: str | None) -> Document:
        before = self.known.get((file.path, file.blob)) if file.blob else None
        if before is not None:
            self.findings += before[1]
            return before[0]
        data = file.read()
        if isinstance(data, Refusal):
            self.findings.append(_refused(file, data, self.prefix, account))
            return Document(kind, file.path, account, {}, "", locate, file.blob)
        document, findings = read_document(kind, file.path, account, data, blob=file.blob, prefix=self.prefix)
        if self.judged and (document.data or not findings):
            said = {finding.place for finding in findings}
            findings = [*findings, *(one for one in shape_findings(document, self.prefix) if one.place not in said)]
        found = [*capped(findings)]
        self.findings += found
        if file.blob:
            self.known[file.path, file.blob] = document, found
        return document


def _refused(file: PlanFile, refusal: Refusal, prefix: str, account: str | None = None) -> Finding:
    code, message = _REFUSALS[refusal.why]
    detail = f": {refusal.detail}" if refusal.detail else ""
    return file_finding(code, prefix + file.path, message + detail, account)


def _unlisted(layout: Layout, prefix: str) -> Iterator[Finding]:
    for file in layout.others:
        data = file.read()
        if isinstance(data, Refusal):
            yield _refused(file, data, prefix)


def _newer_format(documents: Mapping[str, Document], prefix: str) -> Finding | None:
    portfolio = documents.get("portfolio")
    written = portfolio.data.get("format") if portfolio else None
    if portfolio is None or type(written) is not int or written <= FORMAT:
        return None
    message = f"The portfolio is written in format {written}; this version of kamplans reads format {FORMAT}"
    code, place = NEWER_FORMAT, portfolio.places.value(("format",))
    path, hint = prefix + portfolio.path, "use a newer version of kamplans"
    return Finding(code.code, code.slug, code.severity, message, path, place, at="format", hint=hint)


def _missing(documents: Mapping[str, Document], accounts: Mapping[str, Account], prefix: str) -> Iterator[Finding]:
    if "portfolio" not in documents:
        yield file_finding(MISSING_DOCUMENT, f"{prefix}portfolio.yaml", "There is no portfolio.yaml")
    for account in accounts.values():
        first = next(iter(account.documents.values()))
        for kind in _needed(account):
            if kind not in account.documents:
                message = f"The account has no {kind_of(kind).file}"
                yield file_finding(MISSING_DOCUMENT, prefix + first.path, message, account.id)


def _needed(account: Account) -> tuple[str, ...]:
    profile = account.data("account")
    light = not profile or profile.get("status") == "prospect" or profile.get("tier") == "standard"
    return ("account",) if light else ("account", *_NEEDED_BY_MOST)
