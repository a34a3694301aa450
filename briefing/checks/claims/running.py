"""The third consecutive year, eight months in a row: how often words claim a direction running."""

from collections.abc import Iterator
from decimal import Decimal

from briefing.checks.bearing import form
from briefing.checks.claims import years
from briefing.checks.claims.contradiction import contradiction
from briefing.checks.sentences import Clause, Sentence, entry, found
from briefing.model import Facts, Finding, Frequency, Number, Period

_PLAIN = ("", "change", "balance", "share")


def running(sentence: Sentence, clause: Clause, facts: Facts) -> Iterator[Finding]:
    """A rise or a fall that is said to be the third running, against the series of its figure.

    Where a value on the way is missing nobody can tell.
    """
    claims = clause.claims
    said = [
        (word, entry(listed, word[0]), monthly)
        for listed, monthly in ((claims.run_years, False), (claims.run_months, True))
        for word in found(listed, clause.text)
    ]
    rises, falls = (any(found(words, clause.text)) for words in (claims.rises, claims.falls))
    # Without a figure of its own the clause speaks of the sentence's one.
    number = _figure(clause) or _figure(sentence.whole)
    if len(said) != 1 or rises == falls or number is None or number.fact.period is None:
        return
    word, count, monthly = said[0]
    values = dict(years.alike(number, facts))
    for later, earlier in _steps(number.fact.period, count, monthly):
        if later not in values or earlier not in values:
            return
        if (values[later] > values[earlier]) != rises or values[later] == values[earlier]:
            did = "rise" if rises else "fall"
            message = f"“{word[0]}” is said of “{number.fact.name}”, which did not {did} in {later}"
            yield contradiction(clause, word.start(), number, message)
            return


def _figure(clause: Clause) -> Number | None:
    """The one figure of a clause, of those that tell a value or its change."""
    numbers = [
        n
        for _, n in clause.numbers
        if form(n) in _PLAIN and isinstance(n.fact.value, Decimal) and n.fact.period is not None
    ]
    return numbers[-1] if len({n.fact.name for n in numbers}) == 1 else None


def _steps(at: Period, count: int, monthly: bool) -> Iterator[tuple[Period, Period]]:
    """Each period and the one before it, backwards; of no months none."""
    if monthly and (at.frequency is not Frequency.MONTH or at.is_range):
        return
    for _ in range(count):
        before = at.previous() if monthly else at.year_earlier()
        yield at, before
        at = before
