"""B123: a unit, currency or word typed beside a reference that brings it."""

import re
from collections.abc import Iterator

from briefing import language
from briefing.checks.bearing import form
from briefing.checks.rule import Material, Rule
from briefing.checks.sentences import Clause, any_of
from briefing.language.claims import Claims
from briefing.language.vocabulary import Vocabulary, holds
from briefing.model import Code, Dimension, Finding, Number, Period

CODE = Code(
    "unit typed beside a figure that brings its own",
    "A currency, a unit or a word is typed just before or behind a reference that prints it too, "
    "or that prints another: US${{ exports }}, {{ exports }} million, {{ share }} percent, a "
    "deficit of {{ balance | balance }}, fell {{ exports | change: verb }}.",
    "The page reads “US$US$588 million” or “fell decreased by 2.7%”, and where the units differ it "
    "is false.",
    "Exports came to US${{ exports }} million.",
    "delete the typed word: the reference brings its unit",
)
_CURRENCY = re.compile(r"(?:[A-Z]{0,3}[$€£¥₽₮₩₹]|\b[A-Z]{3})[\s\u00a0]?$")
_SIGNS = re.compile(r"[\s\u00a0]?([%‰$€£¥₽₮])")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_WITH_UNIT = (
    Dimension.MONEY,
    Dimension.MEASURE,
    Dimension.PERCENT,
    Dimension.EXCHANGE,
    Dimension.PER,
)
_MOST_WORDS = 4


def _examine(material: Material) -> Iterator[Finding]:
    for sentence in material.sentences:
        clause = sentence.whole
        words = language.grammar(clause.passage.language).vocabulary
        for offset, number in clause.numbers:
            yield from _beside(clause, offset, number, words)


def _beside(clause: Clause, offset: int, number: Number, words: Vocabulary) -> Iterator[Finding]:
    before, behind = clause.text[:offset], clause.text[offset + 1 :]
    typed = (
        _currency(before, number, words)
        or _repeated_before(before, number)
        or _verb(clause, offset)
    )
    if typed:
        yield _finding(clause, offset - len(typed.strip()), typed.strip(), number)
    after = _unit(behind, number, words, clause.claims) or _repeated_behind(behind, number)
    if after:
        at = offset + 1 + behind.index(after)
        yield _finding(clause, at, after, number)


def _currency(before: str, number: Number, words: Vocabulary) -> str:
    """A currency just before a number that has a unit, or is a count."""
    match = _CURRENCY.search(before)
    if match is None or isinstance(number.fact.value, Period) or form(number) == "period":
        return ""
    sign = match[0].strip()
    is_code = sign.isalpha()
    return "" if is_code and sign not in words.currencies else match[0]


def _unit(behind: str, number: Number, words: Vocabulary, claims: Claims) -> str:
    """A unit just behind a number that prints its own."""
    if number.fact.unit.dimension not in _WITH_UNIT or form(number) in ("period", "points"):
        return ""
    sign = _SIGNS.match(behind)
    if sign is not None:
        return sign[1]
    word = re.match(r"[\s\u00a0]+(?P<word>[^\W\d_]{2,})", behind)
    if word is None or not holds(words.units, word["word"].lower()):
        return ""
    # Of percent and percentage points another rule speaks.
    points = re.match(rf"[\s\u00a0]+(?:{any_of(claims.points)})", behind, re.IGNORECASE)
    return "" if points else word["word"]


def _repeated_before(before: str, number: Number) -> str:
    """The words that stand just before a number and that it begins with."""
    typed = re.search(rf"(?:{_WORD.pattern}\s+){{1,{_MOST_WORDS}}}$", before)
    own = re.match(rf"(?:{_WORD.pattern}\s+){{1,{_MOST_WORDS}}}", number.text + " ")
    if typed is None or own is None:
        return ""
    theirs, ours = typed[0].lower().split(), own[0].lower().split()
    for count in range(min(len(theirs), len(ours)), 0, -1):
        if theirs[-count:] == ours[:count]:
            return " ".join(typed[0].split()[-count:]) + " "
    return ""


def _repeated_behind(behind: str, number: Number) -> str:
    """The word just behind a number that it ends with."""
    typed = re.match(rf"[\s\u00a0]+({_WORD.pattern})", behind)
    own = re.search(rf"({_WORD.pattern})$", number.text)
    if typed is None or own is None or typed[1].lower() != own[1].lower():
        return ""
    return typed[1]


def _verb(clause: Clause, offset: int) -> str:
    """A verb of direction just before a number that brings its verb."""
    number = dict(clause.numbers)[offset]
    asked = [f for name in ("change", "growth", "times") if (f := _filter(number, name))]
    if not any("verb" in arguments for arguments in asked):
        return ""
    claims = clause.claims
    verbs = any_of((*claims.rises, *claims.falls))
    match = re.search(rf"(?<!\w)(?:{verbs})\s+$", clause.text[:offset], re.IGNORECASE)
    return match[0] if match else ""


def _filter(number: Number, name: str) -> tuple[str, ...]:
    asked = number.reference.filter(name) if number.reference else None
    return asked.arguments if asked else ()


def _finding(clause: Clause, offset: int, typed: str, number: Number) -> Finding:
    message = f"“{typed}” is typed beside “{number.fact.name}”, which prints {number.text}"
    hint = f"delete “{typed}”: the reference brings its own"
    about = (number.fact.name,)
    return Finding("B123", clause.place(max(0, offset)), message, hint, about)


RULE = Rule(CODE, _examine)
