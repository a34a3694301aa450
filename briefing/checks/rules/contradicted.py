"""B105: a word that contradicts its figure."""

from collections.abc import Iterator

from briefing.checks.bearing import claims_nothing
from briefing.checks.claims.direction import direction, order
from briefing.checks.claims.extreme import extreme
from briefing.checks.claims.multiple import factor, fraction, ratio
from briefing.checks.claims.rank import rank
from briefing.checks.claims.running import running
from briefing.checks.claims.sign import minus, sign
from briefing.checks.rule import Material, Rule
from briefing.model import Code, Finding

CODE = Code(
    "word that contradicts its figure",
    "A word of the language's published list (deficit, surplus, negative; rose, fell, unchanged; "
    "largest, second largest; doubled, tenfold, twice, a third of; peaked, a record, the highest "
    "since) contradicts the one figure in its clause that it bears on, or the two of “from … to” "
    "and “exceeded”. “Doubled” is a growth of 90 to 110 percent, “halved” a fall of 45 to 55, “a "
    "third” 30 to 36.7 percent. A minus after “a deficit of” or “fell by” says the same twice, and "
    "so its opposite.",
    "The sentence was true of last year's figures; the figures moved on and the word stayed.",
    "Exports fell by {{ exports | change: bare }} when they grew; the second largest supplier, "
    "{{ import_rank | rank: of }} being 3rd",
    "let the figure bring its word: {{ exports | change: verb }}, {{ balance | balance }}, "
    "{{ import_rank | rank: largest }}",
)


def _examine(material: Material) -> Iterator[Finding]:
    facts = material.facts
    for sentence in material.sentences:
        if not claims_nothing(sentence.whole):
            yield from order(sentence)
            yield from factor(sentence)
        for clause in sentence.clauses:
            if claims_nothing(clause):
                continue
            yield from extreme(sentence, clause, facts)
            yield from running(sentence, clause, facts)
            if not clause.numbers:
                continue
            twice = list(minus(clause))
            yield from twice
            if not twice:
                yield from sign(clause, facts)
                yield from direction(sentence, clause, facts)
            yield from rank(clause)
            yield from ratio(sentence, clause, facts)
            yield from fraction(clause)


RULE = Rule(
    CODE,
    _examine,
    words=(
        *("deficits", "surpluses", "negatives", "positives", "balances"),
        *("rises", "falls", "steady", "above", "below"),
        *("largest", "ordinals", "ranking", "stands"),
        *("ratios", "factors", "fractions", "over", "under", "about"),
        *("peaks", "troughs", "records", "record_lows", "highest", "lowest", "spans"),
        *("highs", "lows", "run_years", "run_months"),
    ),
)
