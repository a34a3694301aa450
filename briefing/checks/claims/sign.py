"""Deficit and surplus, negative and positive, a minus that says the same twice."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing import language
from briefing.checks.bearing import amount, form, is_balance, one
from briefing.checks.claims.contradiction import contradiction
from briefing.checks.digits import OBJECT
from briefing.checks.sentences import Clause, any_of, found
from briefing.model import Dimension, Facts, Finding, Number


def minus(clause: Clause) -> Iterator[Finding]:
    """A minus sign after a word that says it already, or its opposite."""
    claims = clause.claims
    words = any_of((*claims.deficits, *claims.falls, *claims.rises))
    between = any_of((*claims.of, *claims.by))
    written = rf"(?P<word>(?<!\w)(?:{words}),?\s+(?:{between}))\s+(?P<number>{OBJECT})"
    if claims.verb_last:
        written = rf"(?P<number>{OBJECT})\S*\s+(?P<word>{words})(?!\w)"
    numbers = dict(clause.numbers)
    for match in re.finditer(written, clause.text, re.IGNORECASE):
        number = numbers[match.start("number")]
        if number.text.startswith("−"):
            message = f"a minus stands after “{match['word']}”: {number.text}"
            fell = any(found(claims.falls, match["word"]))
            rate = number.fact.unit.dimension is Dimension.PERCENT and number.comparison is None
            better = "growth: bare" if fell and rate else ""
            yield contradiction(clause, match.start(), number, message, better)


def sign(clause: Clause, facts: Facts) -> Iterator[Finding]:
    """Deficit and surplus against the sign."""
    deficits = list(found(clause.claims.deficits, clause.text))
    surpluses = list(found(clause.claims.surpluses, clause.text))
    if not deficits and not surpluses:
        yield from _adjective(clause, facts)
    if bool(deficits) == bool(surpluses):
        return
    amounts = ((n, amount(n)) for _, n in clause.numbers if _may_be_deficit(n, facts, clause))
    bearing = one((n, value) for n, value in amounts if value is not None)
    if bearing is None:
        return
    number, value = bearing
    if (value > 0 and deficits) or (value < 0 and surpluses) or value == 0:
        word = (deficits or surpluses)[0]
        yield _contradicted(clause, word, number, value)


def _adjective(clause: Clause, facts: Facts) -> Iterator[Finding]:
    """“Was negative, …” against the sign of a balance or of a rate."""
    claims = clause.claims
    if not claims.stands or not claims.negatives:
        return
    signs = any_of((*claims.negatives, *claims.positives))
    says = re.search(
        rf"(?<!\w)(?:{any_of(claims.stands)})\s+(?P<sign>{signs})(?=\s*(?:[,:({OBJECT}]|$|\w+\s*"
        rf"{OBJECT}))",
        clause.text,
        re.IGNORECASE,
    )
    if says is None:
        return
    values = ((n, n.fact.value) for _, n in clause.numbers if _is_signed(n, facts, clause))
    bearing = one((n, v) for n, v in values if isinstance(v, Decimal) and v)
    negative = any(found(claims.negatives, says["sign"]))
    if bearing is not None and (bearing[1] < 0) != negative:
        yield _contradicted(clause, says, *bearing, word=says["sign"])


def _contradicted(
    clause: Clause, match: re.Match[str], number: Number, value: Decimal, word: str = ""
) -> Finding:
    is_what = "zero" if value == 0 else "positive" if value > 0 else "negative"
    message = f"“{word or match[0]}” is said of “{number.fact.name}”, which is {is_what}"
    better = "balance" if number.fact.unit.dimension is not Dimension.PERCENT else ""
    return contradiction(clause, match.start(), number, message, better)


def _may_be_deficit(number: Number, facts: Facts, clause: Clause) -> bool:
    return is_balance(number, facts) or _is_called_balance(number, clause)


def _is_signed(number: Number, facts: Facts, clause: Clause) -> bool:
    if form(number) or number.comparison is not None:
        return False
    return number.fact.unit.dimension is Dimension.PERCENT or _may_be_deficit(number, facts, clause)


def _is_called_balance(number: Number, clause: Clause) -> bool:
    """Whether the label or the name says that it is a balance, whatever its sign."""
    label = (number.fact.label or {}).get(clause.passage.language)
    name = number.fact.name.partition("[")[0].replace("_", " ")
    english = language.grammar("en").claims.balances
    called = label is not None and any(found(clause.claims.balances, label.text))
    return called or any(found(english, name))
