"""Is it right? Everything that can be found in the plans: what reading found, and what the rules flag."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from kamplans.model.document import Document
from kamplans.model.finding import Finding, Severity
from kamplans.model.place import Place
from kamplans.model.portfolio import Portfolio
from kamplans.model.settings import Settings
from kamplans.model.value_path import value_path
from kamplans.reading.kinds import kinds
from kamplans.rules._contract import Context, Flag, Rule
from kamplans.rules._listing import Selection, codes_by_slug, rule


def check(
    portfolio: Portfolio,
    as_of: date,
    *,
    accounts: Collection[str] | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> list[Finding]:
    """Return the findings of a portfolio on a day, by file and place.

    `accounts` restricts them to those accounts (references and totals still see the whole portfolio). `select` and
    `ignore` hold names, codes or beginnings of codes, of rules and of reading. Raises UsageError for a word that is
    none.
    """
    wanted = Selection(select, ignore)
    rules = {
        slug: rule(slug)
        for slug, code in codes_by_slug().items()
        if (slug, code) in wanted and not _is_silent(slug, code, portfolio.settings)
    }
    of_reading = (one for one in portfolio.findings if accounts is None or one.account in accounts)
    found = [one for one in of_reading if (one.rule, one.code) in wanted]
    for context in _contexts(Context(portfolio, as_of, kinds()), accounts):
        found.extend(_judge(context, rules))
    return sorted(found, key=lambda finding: finding.sort_key)


def _contexts(whole: Context, accounts: Collection[str] | None) -> Iterator[Context]:
    """Yield the portfolio's own files, unless only accounts are asked for, then the accounts."""
    if accounts is None:
        yield whole
    for id, account in whole.portfolio.accounts.items():
        if accounts is None or id in accounts:
            yield whole.about(account)


def _judge(context: Context, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    subject = context.subject
    for slug, one in rules.items():
        if subject in one.judges and all(context.is_readable(kind) for kind in one.reads):
            said = said_severity(slug, one.code, context.portfolio.settings, context.tier)
            if said is not Severity.IGNORE:
                for flag in one.check(context):
                    severity = said or flag.severity or one.usual_severity(context.tier)
                    yield _finding(context, slug, one.code, severity, flag)


def said_severity(slug: str, code: str, settings: Settings, tier: str | None) -> Severity | None:
    """Return what portfolio.yaml says of a rule, the tier before the whole, the name before the code; or None."""
    for said in (settings.tier(tier).rules, settings.rules):
        for word in (slug, code):
            if said.get(word) in set(Severity):
                return Severity(said[word])
    return None


def _is_silent(slug: str, code: str, settings: Settings) -> bool:
    """Whether a rule is ignored in every tier, so that it need not be imported."""
    tiers = {None, *(tier.id for tier in settings.tiers)}
    return all(said_severity(slug, code, settings, tier) is Severity.IGNORE for tier in tiers)


def _finding(context: Context, slug: str, code: str, severity: Severity, flag: Flag) -> Finding:
    """Put a flag on its place; what a document that was never written lacks is said of the account as a whole."""
    account = flag.account or (context.at_hand.id if context.at_hand else None)
    documents = context.portfolio.accounts[account].documents if account else context.portfolio.documents
    document = documents.get(flag.document) or next(iter(documents.values()))
    is_written = document.kind == flag.document
    at = value_path(context.kinds[document.kind], document.data, flag.keys) if is_written else ""
    return Finding(
        code=code,
        rule=slug,
        severity=severity,
        message=flag.message,
        path=context.portfolio.prefix + document.path,
        place=_place(document, flag) if is_written else Place(),
        account=account,
        at=at or None,
        hint=flag.hint,
    )


def _place(document: Document, flag: Flag) -> Place:
    """Return the place of a value or of what is around a missing one, ended where its first line ends."""
    place = document.places.key(flag.keys) if flag.on_key else document.places.value(flag.keys)
    if place.end_line == place.line:
        return place
    line = document.text.split("\n")[place.line - 1].rstrip()
    return Place(place.line, place.column, place.line, max(place.column, len(line) + 1))
