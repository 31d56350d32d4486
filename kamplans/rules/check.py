"""Is it right? Everything that can be found in the plans: what reading found, and what the rules flag."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from itertools import islice

from kamplans.model.finding import Finding, Severity
from kamplans.model.pause import collection_paused
from kamplans.model.portfolio import Portfolio
from kamplans.model.settings import Settings
from kamplans.reading.kinds import kinds
from kamplans.rules._contract import Context, Flag, Rule
from kamplans.rules._listing import Selection, codes_by_slug, rule
from kamplans.rules._placing import Placing

MAX_FLAGS = 50
"""The most findings of one rule that are listed for one account: a broken plan says no more by a thousand."""


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
    said = cache(partial(said_severity, portfolio.settings))
    with collection_paused():
        for context in _contexts(Context(portfolio, as_of, kinds()), accounts):
            found.extend(_judge(context, rules, said))
    return sorted(found, key=lambda finding: finding.sort_key)


def _contexts(whole: Context, accounts: Collection[str] | None) -> Iterator[Context]:
    """Yield the portfolio's own files, unless only accounts are asked for, then the accounts."""
    if accounts is None:
        yield whole
    for id, account in whole.portfolio.accounts.items():
        if accounts is None or id in accounts:
            yield whole.about(account)


def _judge(context: Context, rules: Mapping[str, Rule], said: Callable[..., Severity | None]) -> Iterator[Finding]:
    subject, placing = context.subject, Placing(context)
    for slug, one in rules.items():
        if subject in one.judges and all(context.is_readable(kind) for kind in one.reads):
            setting = said(slug, one.code, context.tier)
            if setting is not Severity.IGNORE:
                for flag in _capped(one.check(context)):
                    severity = setting or flag.severity or one.usual_severity(context.tier)
                    yield placing.finding(slug, one.code, severity, flag)


def _capped(flags: Iterator[Flag]) -> Iterator[Flag]:
    """Yield the first flags, and one more that says that there are others; what comes after is not even looked for."""
    yield from islice(flags, MAX_FLAGS)
    for flag in islice(flags, 1):
        yield replace(flag, message=f"there are more like the {MAX_FLAGS} before; they are not listed", hint="")


def said_severity(settings: Settings, slug: str, code: str, tier: str | None) -> Severity | None:
    """Return what portfolio.yaml says of a rule, the tier before the whole, the name before the code; or None."""
    for said in (settings.tier(tier).rules, settings.rules):
        for word in (slug, code):
            if said.get(word) in set(Severity):
                return Severity(said[word])
    return None


def _is_silent(slug: str, code: str, settings: Settings) -> bool:
    """Whether a rule is ignored in every tier, so that it need not be imported."""
    tiers = {None, *(tier.id for tier in settings.tiers)}
    return all(said_severity(settings, slug, code, tier) is Severity.IGNORE for tier in tiers)
