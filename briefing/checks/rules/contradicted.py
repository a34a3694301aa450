"""B105: a word that contradicts its figure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing import language
from briefing.checks.bearing import (
    amount,
    claims_nothing,
    decimal,
    form,
    grown,
    is_balance,
    moved,
    one,
    pair,
)
from briefing.checks.digits import OBJECT
from briefing.checks.material import Material
from briefing.checks.rule import Rule
from briefing.checks.sentences import Clause, Sentence, any_of, entry, found
from briefing.language.told import Form
from briefing.model.fact import Fact, Facts
from briefing.model.finding import Code, Finding, Severity
from briefing.model.inline import Number
from briefing.model.period import Period
from briefing.model.unit import Dimension

CODE = Code(
    "word that contradicts its figure",
    "A word of the language's published list (deficit, surplus; rose, fell, unchanged; largest, "
    "second largest; doubled, tripled, halved) contradicts the one figure in its clause that it "
    "bears on. “Doubled” is a growth of 90 to 110 percent, “halved” a fall of 45 to 55. A minus "
    "after “a deficit of” or “fell by” says the same twice, and so its opposite.",
    "The sentence was true of last year's figures; the figures moved on and the word stayed.",
    "Exports fell by {{ exports | change: bare }} when they grew; the second largest supplier, "
    "{{ import_rank | rank: of }} being 3rd",
    "let the figure bring its word: {{ exports | change: verb }}, {{ balance | balance }}, "
    "{{ import_rank | rank: largest }}",
)
_TOLERANCE = Decimal("0.1")
_ALMOST = Decimal("0.8")
_YEAR = re.compile(r"\b(?:1[5-9]|2[01])\d\d\b")


def _examine(material: Material) -> Iterator[Finding]:
    for sentence in material.sentences:
        for clause in sentence.clauses:
            if not clause.numbers or claims_nothing(clause):
                continue
            minus = list(_minus(clause))
            yield from minus
            if not minus:
                yield from _sign(clause, material.facts)
                yield from _direction(sentence, clause, material.facts)
            yield from _rank(clause)
            yield from _ratio(clause)


def _minus(clause: Clause) -> Iterator[Finding]:
    """A minus sign after a word that says it already."""
    claims = clause.claims
    words = any_of((*claims.deficits, *claims.falls))
    between = any_of((*claims.of, *claims.by))
    written = rf"(?P<word>(?<!\w)(?:{words}),?\s+(?:{between}))\s+(?P<number>{OBJECT})"
    if claims.verb_last:
        written = rf"(?P<number>{OBJECT})\S*\s+(?P<word>{words})(?!\w)"
    numbers = dict(clause.numbers)
    for match in re.finditer(written, clause.text, re.IGNORECASE):
        number = numbers[match.start("number")]
        if number.text.startswith("−"):
            word = match["word"]
            message = f"a minus stands after “{word}”: {number.text}"
            yield _finding(clause, match.start(), number, message)


def _sign(clause: Clause, facts: Facts) -> Iterator[Finding]:
    """Deficit and surplus against the sign."""
    deficits = list(found(clause.claims.deficits, clause.text))
    surpluses = list(found(clause.claims.surpluses, clause.text))
    if bool(deficits) == bool(surpluses):
        return
    amounts = ((n, amount(n)) for _, n in clause.numbers if is_balance(n, facts))
    bearing = one((n, value) for n, value in amounts if value is not None)
    if bearing is None:
        return
    number, value = bearing
    if (value > 0 and deficits) or (value < 0 and surpluses) or value == 0:
        word = (deficits or surpluses)[0]
        is_what = "zero" if value == 0 else "positive" if value > 0 else "negative"
        message = f"“{word[0]}” is said of “{number.fact.name}”, which is {is_what}"
        yield _finding(clause, word.start(), number, message)


def _direction(sentence: Sentence, clause: Clause, facts: Facts) -> Iterator[Finding]:
    """Rose, fell and unchanged against the direction."""
    claims, text = clause.claims, clause.text
    rises, falls = list(found(claims.rises, text)), list(found(claims.falls, text))
    steady = list(found(claims.steady, text))
    if bool(rises) + bool(falls) + bool(steady) != 1:
        return
    word = (rises or falls or steady)[0]
    bearing = _moved(sentence, clause, facts, word)
    if bearing is None:
        return
    number, change = bearing
    went = "rose" if change > 0 else "fell" if change < 0 else "did not change"
    if steady:
        speech = language.grammar(clause.passage.language)
        same = (speech.unchanged(f, gender) for f in Form for gender in ("m", "f", "n", "pl"))
        if change == 0 or number.text in same:
            return
    elif (change > 0 and rises) or (change < 0 and falls):
        return
    message = f"“{word[0]}” is said of “{number.fact.name}”, which {went}"
    yield _finding(clause, word.start(), number, message)


def _moved(
    sentence: Sentence, clause: Clause, facts: Facts, word: re.Match[str]
) -> tuple[Number, Decimal] | None:
    """The one number that the word bears on, and how it moved."""
    moves = [(n, moved(n)) for _, n in clause.numbers]
    told = [(n, change) for n, change in moves if change is not None]
    if told:
        return told[0] if len(told) == 1 else None
    both = pair([n for _, n in clause.numbers])
    if both is not None:
        earlier, later = both
        change = _change(clause, decimal(earlier.fact), decimal(later.fact))
        if change is None:
            return None
        # What prints the same is unchanged to a reader, though it may have moved.
        same = earlier.text == later.text and any(found(clause.claims.steady, clause.text))
        return later, Decimal(0) if same else change
    return _reached(sentence, clause, facts, word)


def _reached(
    sentence: Sentence, clause: Clause, facts: Facts, word: re.Match[str]
) -> tuple[Number, Decimal] | None:
    """“Rose to X”: against a year earlier, where the sentence speaks of no other year."""
    to = any_of(clause.claims.to)
    text = clause.text[word.end() :]
    after = re.match(rf".{{0,40}}?\b(?:{to})\s(?P<number>{OBJECT})", text)
    if clause.claims.verb_last:
        after = re.match(rf".{{0,40}}?(?P<number>{OBJECT})\S*\s+(?:{to})(?!\w)", text)
    if after is None or any(found(clause.claims.reaches, after[0])):
        return None
    number = dict(clause.numbers)[word.end() + after.start("number")]
    period, series = number.fact.period, facts.series.get(number.fact.name)
    if period is None or series is None or amount(number) is None:
        return None
    years = {period.end.year, period.end.year - 1}
    earlier = series.at(period.year_earlier())
    if earlier is None or earlier.value is None or not _years(sentence) <= years:
        return None
    change = _change(clause, earlier.value, decimal(number.fact))
    return None if change is None else (number, change)


def _change(clause: Clause, earlier: Decimal, later: Decimal) -> Decimal | None:
    """Later less earlier; of deficits that are called so, by their size, else nothing certain."""
    if earlier >= 0 and later >= 0:
        return later - earlier
    called = any(found(clause.claims.deficits, clause.text))
    called = called or any(form(number) == "balance" for _, number in clause.numbers)
    return earlier - later if called and earlier < 0 and later < 0 else None


def _years(sentence: Sentence) -> set[int]:
    """The years that a sentence speaks of, typed or as facts."""
    years = {int(match[0]) for match in _YEAR.finditer(sentence.whole.text)}
    for _, number in sentence.whole.numbers:
        if isinstance(number.fact.value, Period):
            years.add(number.fact.value.end.year)
        elif number.fact.period is not None:
            years.add(number.fact.period.end.year)
    return years


def _rank(clause: Clause) -> Iterator[Finding]:
    """Largest, second largest, ranked third against the rank."""
    ranks = ((n, n.fact.value) for _, n in clause.numbers if _is_rank(n.fact))
    bearing = one((n, v) for n, v in ranks if isinstance(v, Decimal))
    claimed = list(_claimed(clause))
    if bearing is None or len(claimed) != 1:
        return
    (place, match), (number, value) = claimed[0], bearing
    if value != place:
        message = f"“{match[0].strip()}” is said of “{number.fact.name}”, which is {value:f}"
        yield _finding(clause, match.start(), number, message)


def _claimed(clause: Clause) -> Iterator[tuple[int, re.Match[str]]]:
    """The ranks that words of the clause claim."""
    claims = clause.claims
    ordinals, among = any_of(claims.ordinals), any_of(claims.among)
    ways = [rf"(?:(?P<nth>{ordinals})[\s-]+)?(?:{any_of(claims.largest)})(?!\w)"]
    if claims.ranking:
        ways.append(rf"(?:{any_of(claims.ranking)})\s+(?P<placed>{ordinals})(?!\w)")
    if claims.places:
        ways.append(rf"(?P<set>{ordinals})\s+(?:{any_of(claims.places)})(?!\w)")
    before = rf"(?P<among>(?:{among})\s+)?" if claims.among else "(?P<among>(?!))?"
    pattern = re.compile(rf"{before}(?<!\w)(?:{'|'.join(ways)})", re.IGNORECASE)
    for match in pattern.finditer(clause.text):
        named = (match.groupdict().get(way) for way in ("nth", "placed", "set"))
        ordinal = next(filter(None, named), "")
        if not match["among"] and not _is_one_of(clause, match):
            yield (entry(claims.ordinals, ordinal) if ordinal else 1), match


def _is_one_of(clause: Clause, match: re.Match[str]) -> bool:
    """Whether what follows makes it one of several."""
    several = any_of(clause.claims.among_after)
    following = clause.text[match.end() :]
    return bool(several and re.match(rf"(?:\W+\w+){{0,3}}?\W+(?:{several})(?!\w)", following))


def _is_rank(fact: Fact) -> bool:
    return fact.unit.dimension is Dimension.RANK


def _ratio(clause: Clause) -> Iterator[Finding]:
    """Doubled, tripled, halved against the growth."""
    claims = clause.claims
    words = list(found(claims.ratios, clause.text))
    if len(words) != 1:
        return
    growths = ((n, grown(n)) for _, n in clause.numbers)
    bearing = one((n, growth) for n, growth in growths if growth is not None)
    both = pair([n for _, n in clause.numbers])
    if bearing is None and both is not None and decimal(both[0].fact) > 0:
        bearing = both[1], 100 * (decimal(both[1].fact) / decimal(both[0].fact) - 1)
    if bearing is None:
        return
    word, (number, growth) = words[0], bearing
    if not _fits(clause, word, growth):
        message = (
            f"“{word[0]}” is said of “{number.fact.name}”, which grew by {growth:.1f} percent"
            if growth >= 0
            else f"“{word[0]}” is said of “{number.fact.name}”, which fell by {-growth:.1f} percent"
        )
        yield _finding(clause, word.start(), number, message)


def _fits(clause: Clause, word: re.Match[str], growth: Decimal) -> bool:
    """Whether a growth in percent is what the word says, by “more than” and “almost” too."""
    nominal = entry(clause.claims.ratios, word[0])
    reached = growth / nominal
    before = clause.text[: word.start()].rstrip().lower()
    if clause.claims.over and before.endswith(clause.claims.over):
        return reached >= 1
    if clause.claims.under and before.endswith(clause.claims.under):
        return _ALMOST <= reached <= 1
    return abs(reached - 1) <= _TOLERANCE


def _finding(clause: Clause, offset: int, number: Number, message: str) -> Finding:
    hint = "correct the word, or let the figure bring its own: " + _SUGGESTED.get(
        form(number), "{{ name | change: verb }}, {{ name | balance }}, {{ name | rank: largest }}"
    )
    about = (number.fact.name,)
    return Finding("B105", Severity.ERROR, clause.place(offset), message, hint, about)


_SUGGESTED = {
    "change": "{{ name | change: verb }} writes “increased by …” or “decreased by …”",
    "balance": "{{ name | balance }} writes “a deficit of …” or “a surplus of …”",
    "rank": "{{ name | rank: largest }} writes “second largest”",
    "points": "{{ name | points }} writes “up …” or “down …”",
}

RULE = Rule(
    CODE,
    _examine,
    words=(
        *("deficits", "surpluses", "rises", "falls", "steady", "largest", "ordinals", "ranking"),
        *("ratios", "over", "under"),
    ),
)
