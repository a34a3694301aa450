"""Figures as one says them aloud: “nearly three billion dollars”."""

from decimal import Decimal

from briefing.language.amount import half_up
from briefing.language.grammar import Grammar
from briefing.language.words import SpokenWords
from briefing.model import Dimension, Fact

# Short of a round number by at most so much it is “nearly” that, beyond it “just over”.
_SHORT, _BEYOND, _EXACT = Decimal("0.08"), Decimal("0.05"), Decimal("0.004")


def aloud(speech: Grammar, fact: Fact) -> str:
    """A fact's value as one says it; empty where nobody would say it so."""
    words = speech.words.spoken
    if not isinstance(fact.value, Decimal) or fact.bound:
        return ""
    if fact.unit.dimension is Dimension.PERCENT:
        return _percent(words, speech, abs(fact.value))
    if fact.unit.dimension is not Dimension.MONEY or fact.unit.code not in words.currencies:
        return ""
    base = fact.unit.convert(abs(fact.value), fact.unit.scaled(0))
    exponent = max((e for e in words.scales if base >= Decimal(10) ** e), default=None)
    if exponent is None:
        return ""
    near, number, count = _near(words, speech, base.scaleb(-exponent))
    form = _form(words, count)
    if near == words.over and words.numbers_over:
        # In the genitive what two and three count has the form that many have, one that of few.
        form = 2 if form else 1
    text = words.amount.format(
        number=number,
        scale=words.scales[exponent][form],
        currency=words.currencies[fact.unit.code],
    )
    told = near.format(text)
    return words.deficit.format(told) if fact.value < 0 else told


def _percent(words: SpokenWords, speech: Grammar, size: Decimal) -> str:
    decimals = 0 if size >= 10 else 1
    rounded = half_up(size, -decimals)
    if not rounded:
        return ""
    if rounded == int(rounded):
        decimals = 0
    exact = abs(rounded - size) <= size * _EXACT
    text = f"{speech.number(rounded, decimals)} {words.percent[_form(words, rounded)]}"
    return text if exact else words.about.format(text)


def _near(words: SpokenWords, speech: Grammar, size: Decimal) -> tuple[str, str, Decimal]:
    """How it stands to the number said, the number in words or digits, and the number."""
    whole = half_up(size, 0 if size < len(words.numbers) else size.adjusted())
    apart = (size - whole) / whole if whole else Decimal(1)
    if -_SHORT <= apart <= _BEYOND:
        near = "{0}" if abs(apart) <= _EXACT else words.nearly if apart < 0 else words.over
        small = 1 <= whole <= len(words.numbers)
        named = (near == words.over and words.numbers_over) or words.numbers
        return near, named[int(whole) - 1] if small else speech.number(whole, 0), whole
    exponent = min(0, size.adjusted() - 1)
    rounded = half_up(size, exponent if size < 10 else size.adjusted() - 1)
    decimals = 1 if rounded != int(rounded) else 0
    return words.about, speech.number(rounded, decimals), rounded


def _form(words: SpokenWords, count: Decimal) -> int:
    """The form of what a number counts; a fraction governs what “few” does."""
    if count != int(count):
        return words.below_two if count < 2 else 1
    return _category(count)


def _category(count: Decimal) -> int:
    """One, few or many, as Slavonic languages count."""
    number = int(count)
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2
