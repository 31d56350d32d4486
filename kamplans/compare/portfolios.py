"""How does a portfolio differ from what it was? Accounts that came and went, and what changed in those that stayed."""

from collections.abc import Collection, Mapping

from kamplans.compare.documents import compare_documents
from kamplans.compare.names import Names
from kamplans.compare.wholes import whole_account
from kamplans.model.change import Change
from kamplans.model.document import Document
from kamplans.model.portfolio import Account, Portfolio
from kamplans.reading.kinds import kinds

Documents = Mapping[str, Document]


def compare_portfolios(before: Portfolio, after: Portfolio, accounts: Collection[str] = ()) -> list[Change]:
    """Return what changed from one state of the plans to another: the portfolio first, then by account and weight.

    With `accounts`, only what changed in those. An account that came or went is one change, and one more for each of
    its documents.
    """
    changes = [] if accounts else _documents(before.documents, after.documents, _names(after, before))
    for id in sorted({*before.accounts, *after.accounts}):
        if not accounts or id in accounts:
            changes += _account(before, after, id)
    return changes


def _account(before: Portfolio, after: Portfolio, id: str) -> list[Change]:
    old, new = before.accounts.get(id), after.accounts.get(id)
    if old is None or new is None:
        return whole_account(kinds(), old.documents if old else {}, new.documents if new else {})
    if all(_same_text(old, new, name) for name in {*old.documents, *new.documents}):
        return []
    return _documents(old.documents, new.documents, _names(after, before, id))


def _same_text(old: Account, new: Account, name: str) -> bool:
    one, other = old.documents.get(name), new.documents.get(name)
    return one is not None and other is not None and one.text == other.text


def _documents(before: Documents, after: Documents, names: Names) -> list[Change]:
    changes = []
    for name in sorted({*before, *after}):
        changes += compare_documents(kinds()[name], before.get(name), after.get(name), names)
    return sorted(changes, key=lambda change: -change.weight)


def _names(after: Portfolio, before: Portfolio, account: str | None = None) -> Names:
    """Collect names; what something is called now counts before what it was called."""
    names = Names()
    for portfolio in (after, before):
        of_account = portfolio.accounts.get(account) if account else None
        documents = [*portfolio.documents.values(), *(of_account.documents.values() if of_account else ())]
        names = names.over(Names.of(kinds(), documents))
    return names
