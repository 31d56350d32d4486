"""A flag becomes a finding on its place: file, line, path of the value."""

from kamplans.model.document import Document, Places
from kamplans.model.finding import Finding, Severity
from kamplans.model.place import Place
from kamplans.model.value_path import value_path
from kamplans.reading.places import first_line
from kamplans.rules._contract import Context, Flag


class Placing:
    """Makes the findings of one subject.

    A file is read again to find its places, once for all flags in it; nothing of that is kept longer than the subject,
    for the places of a whole portfolio would fill the memory.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._places: dict[str, Places] = {}

    def finding(self, slug: str, code: str, severity: Severity, flag: Flag) -> Finding:
        """Return the finding. What a document lacks that was never written is said of the account as a whole."""
        portfolio, at_hand = self._context.portfolio, self._context.at_hand
        account = flag.account or (at_hand.id if at_hand else None)
        documents = portfolio.accounts[account].documents if account else portfolio.documents
        document = documents.get(flag.document) or next(iter(documents.values()))
        is_written = document.kind == flag.document
        at = value_path(self._context.kinds[document.kind], document.data, flag.keys) if is_written else ""
        return Finding(
            code=code,
            rule=slug,
            severity=severity,
            message=flag.message,
            path=portfolio.prefix + document.path,
            place=self._place(document, flag) if is_written else Place(),
            account=account,
            at=at or None,
            hint=flag.hint,
        )

    def _place(self, document: Document, flag: Flag) -> Place:
        """Return the place of a value or of what is around a missing one, ended where its first line ends."""
        if document.path not in self._places:
            self._places[document.path] = document.locate(document.text)
        places = self._places[document.path]
        return first_line(places.key(flag.keys) if flag.on_key else places.value(flag.keys), document.text)
