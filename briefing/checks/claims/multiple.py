"""Doubled, tenfold, twice as much, a third of: what words claim of a proportion."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.checks.bearing import amount, decimal, form, grown, one
from briefing.checks.claims import years
from briefing.checks.claims.contradiction import contradiction
from briefing.checks.claims.direction import base_year, two
from briefing.checks.digits import OBJECT
from briefing.checks.sentences import Clause, Sentence, any_of, entry, found, found_but
from briefing.model import Dimension, Facts, Finding, Number

_TOLERANCE = Decimal("0.1")
_LOOSE = Decimal("0.2")
_ALMOST = Decimal("0.8")


def ratio(sentence: Sentence, clause: Clause, facts: Facts) -> Iterator[Finding]:
    """Doubled, tripled, halved against the growth."""
    words = list(found(clause.claims.ratios, clause.text))
    if len(words) != 1:
        return
    bearing = growth_of(sentence, clause, facts)
    if bearing is None:
        return
    word, (number, growth) = words[0], bearing
    nominal = Decimal(entry(clause.claims.ratios, word[0]))
    if fits(clause, word.start(), growth / nominal):
        return
    went = f"grew by {growth:.1f}" if growth >= 0 else f"fell by {-growth:.1f}"
    message = f"“{word[0]}” is said of “{number.fact.name}”, which {went} percent"
    better = "times" if number.fact.unit.dimension is Dimension.RATIO else ""
    yield contradiction(clause, word.start(), number, message, better)


def growth_of(sentence: Sentence, clause: Clause, facts: Facts) -> tuple[Number, Decimal] | None:
    """The one growth in percent that the figures of a clause tell, and the figure: as such, of two
    figures, or of one since the year that the sentence names."""
    growths = ((n, grown(n)) for _, n in clause.numbers)
    bearing = one((n, growth) for n, growth in growths if growth is not None)
    if bearing is not None:
        return bearing
    both = two(clause)
    if both is not None:
        earlier = both[0].fact.unit.convert(decimal(both[0].fact), both[1].fact.unit)
        return (both[1], 100 * (decimal(both[1].fact) / earlier - 1)) if earlier > 0 else None
    return _since(sentence, clause, facts)


def _since(sentence: Sentence, clause: Clause, facts: Facts) -> tuple[Number, Decimal] | None:
    plain = [n for _, n in clause.numbers if amount(n) is not None and not form(n)]
    if len(plain) != 1 or plain[0].fact.period is None:
        return None
    number, period = plain[0], plain[0].fact.period
    series = years.series_of(number, facts)
    year = base_year(clause) or base_year(sentence.whole)
    others = years.of_all(sentence.whole) - {period.end.year, period.end.year - 1}
    back = period.end.year - year if year else years.span_before(clause, clause.text)
    if series is None or (back is None and others):
        return None
    earlier = series.at(period.shifted(-(back or 1))) if back != 0 else None
    if earlier is None or earlier.value is None or earlier.value <= 0:
        return None
    return number, 100 * (decimal(number.fact) / earlier.value - 1)


def fits(clause: Clause, start: int, reached: Decimal) -> bool:
    """Whether a proportion is what the word at an offset says, by “more than” and “almost” too."""
    claims = clause.claims
    before = clause.text[:start].rstrip().lower()
    # “Well under half” begins with what “under half” is.
    if claims.over and before.endswith(claims.over):
        return reached >= 1
    if claims.under and before.endswith(claims.under):
        return _ALMOST <= reached <= 1
    loose = claims.about and before.endswith(claims.about)
    return abs(reached - 1) <= (_LOOSE if loose else _TOLERANCE)


def factor(sentence: Sentence) -> Iterator[Finding]:
    """“Twice as much” against the only two figures of a sentence, of one unit."""
    clause = sentence.whole
    claims = clause.claims
    words = list(found(claims.factors, clause.text))
    plain = [n for _, n in clause.numbers if amount(n) is not None and not form(n)]
    if len(words) != 1 or len(plain) != 2 or len(clause.numbers) != 2:
        return
    first, second = plain
    if not first.fact.unit.converts_to(second.fact.unit):
        return
    values = decimal(first.fact), second.fact.unit.convert(decimal(second.fact), first.fact.unit)
    if min(values) <= 0:
        return
    times = Decimal(entry(claims.factors, words[0][0]))
    quotients = (values[0] / values[1], values[1] / values[0])
    if any(fits(clause, words[0].start(), quotient / times) for quotient in quotients):
        return
    message = (
        f"“{words[0][0]}” is said of “{first.fact.name}” and “{second.fact.name}”, of which one is "
        f"{max(quotients):.1f} times the other"
    )
    yield contradiction(clause, words[0].start(), first, message)


def fraction(clause: Clause) -> Iterator[Finding]:
    """“A third of” against a share, “by a third” against a growth."""
    claimed = list(fractions(clause))
    if len(claimed) != 1:
        return
    word, part, changes = claimed[0]
    values = ((n, abs(g) if (g := grown(n)) is not None else None) for _, n in clause.numbers)
    if not changes:
        values = ((n, _share(n)) for _, n in clause.numbers)
    bearing = one((n, value) for n, value in values if value is not None)
    if bearing is None or fits(clause, word.start(), bearing[1] / part):
        return
    number, value = bearing
    message = f"“{word[0]}” is said of “{number.fact.name}”, which is {value:.1f} percent"
    yield contradiction(clause, word.start(), number, message)


def fractions(clause: Clause) -> Iterator[tuple[re.Match[str], Decimal, bool]]:
    """Each fraction in words, in percent, and whether something changes by it."""
    claims = clause.claims
    if not claims.fractions:
        return
    for word in found_but(claims.fractions, claims.not_fractions, clause.text):
        following = clause.text[word.end() :]
        before = clause.text[: word.start()].rstrip()
        by = re.search(rf"(?<!\w)(?:{any_of(claims.by)})(?:\s+\w+){{0,2}}$", before, re.IGNORECASE)
        # A language without such a word sets the whole itself behind the part.
        of = not claims.part_of or re.match(
            rf"\s+(?:{any_of(claims.part_of)})(?!\w)", following, re.IGNORECASE
        )
        number = re.match(rf"\W{{0,2}}{OBJECT}", following)
        before_number = rf"(?:\s+(?:{any_of(claims.fillers) or '(?!)'}))*\s+\d"
        if not (by or of or number) or re.match(before_number, following):
            continue
        above, below = next(
            value
            for known, value in claims.fractions.items()
            if re.fullmatch(any_of((known,)), word[0], re.IGNORECASE)
        )
        changes = bool(by) and any(found((*claims.rises, *claims.falls), clause.text))
        yield word, 100 * Decimal(above) / Decimal(below), changes


def _share(number: Number) -> Decimal | None:
    value = number.fact.value
    if number.comparison is not None or not isinstance(value, Decimal):
        return None
    if number.fact.unit.dimension is Dimension.RATIO:
        return 100 * value
    is_share = number.fact.unit.dimension is Dimension.PERCENT and form(number) in ("", "share")
    return value if is_share else None
