"""A fact in full, for who looks it up: unrounded, with its unit."""

from decimal import Context, Decimal

from briefing.language.grammars import grammar
from briefing.model import Dimension, Fact

# What a division leaves is shown to so many digits.
_SHORT = Context(prec=8)
_DIVIDED = 15
_WITHOUT_UNIT = frozenset({Dimension.DATE, Dimension.RANK, Dimension.RATIO})
_HELD = "\N{NO-BREAK SPACE}"


def full(fact: Fact, code: str, marked: bool = True) -> str:
    """“60,652.3 US$ thousand [p]”: unrounded, what a division left to eight digits, with the sign
    of a bound, the unit and, if `marked`, the mark of its status; a date as it is."""
    speech, value = grammar(code), fact.value
    if value is None:
        return fact.status.marks or "[x]"
    if not isinstance(value, Decimal):
        return speech.period(value, short=True)
    shown = _SHORT.plus(value) if len(value.as_tuple().digits) > _DIVIDED else value
    exponent = shown.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    number = fact.bound + speech.number(shown, decimals)
    bare = fact.unit.dimension in _WITHOUT_UNIT
    unit = "" if bare else speech.unit(fact.unit).replace(" ", _HELD)
    mark = fact.status.marks if marked else ""
    held = _HELD.join(filter(None, (unit or number, mark)))
    return f"{number} {held}" if unit else held
