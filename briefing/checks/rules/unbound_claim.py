"""B122: a claim in words that no figure bears out."""

from collections.abc import Iterator

from briefing.checks.bearing import claims_nothing, form
from briefing.checks.claims.extreme import claimed_extremes
from briefing.checks.claims.multiple import fractions
from briefing.checks.claims.rank import claimed_ranks, is_rank
from briefing.checks.rule import Material, Rule
from briefing.checks.sentences import Clause, Sentence, found
from briefing.model import POINTS, Code, Dimension, Finding, Number

CODE = Code(
    "claim in words bound to no figure",
    "Words that say what only data can say (tenfold, a third of; second largest, the largest "
    "supplier; peaked, a record, the highest since 2008) stand in a sentence without the figure "
    "that would bear them out.",
    "No digit shows that this was a figure: nobody checks it, and it stays when the data move on.",
    "Exports peaked in 2019, and have grown tenfold since 2010.",
    "let the data say it: {{ max(exports) | period }}, {{ exports | record }}, "
    "{{ exports | times: verb, since 2010 }}, {{ export_rank | rank: largest }}; or print the "
    "figure in the same sentence",
)
_HINTS = {
    "multiple": "let the data say it: {{ name | times: verb, since 2010 }}, or print the change",
    "part": "print the share in the same sentence: {{ name | share }}",
    "rank": "let the data say it: {{ name | rank: largest }}",
    "turning": "let the data say it: {{ max(name) | period }}, {{ min(name) | period }}",
    "record": "let the data say it: {{ name | record }}",
}


def _examine(material: Material) -> Iterator[Finding]:
    for sentence in material.told:
        for clause in sentence.clauses:
            if not claims_nothing(clause):
                yield from _unbound(sentence, clause)


def _unbound(sentence: Sentence, clause: Clause) -> Iterator[Finding]:
    numbers = [number for _, number in sentence.whole.numbers]
    if not _tells_growth(numbers):
        for word in found(clause.claims.ratios, clause.text):
            yield _finding(clause, word.start(), word[0], "multiple")
    if not _tells_part(numbers):
        for word, _, _ in fractions(clause):
            yield _finding(clause, word.start(), word[0], "part")
    # A chart's own title is held against the chart.
    if not clause.passage.titles and not any(map(is_rank, numbers)):
        for rank in claimed_ranks(clause):
            if rank.certain:
                yield _finding(clause, rank.offset, rank.text, "rank")
    if not any(map(_is_of_series, numbers)) and not clause.passage.titles:
        for said in claimed_extremes(clause):
            # “The highest level since 1974” may be of what nobody measures.
            if said.since is not None and len(clause.text[said.start : said.end].split()) > 2:
                continue
            kind = "turning" if said.turning else "record"
            yield _finding(clause, said.start, said.text, kind)


def _tells_growth(numbers: list[Number]) -> bool:
    """Whether they give a change, a multiple, two figures or one that a year may stand beside."""
    return any(n.comparison is not None or _is_of_series(n) for n in numbers) or _tells_part(
        numbers
    )


def _tells_part(numbers: list[Number]) -> bool:
    amounts = [n for n in numbers if not form(n) and n.fact.unit.dimension is not Dimension.DATE]
    shares = (Dimension.PERCENT, Dimension.RATIO)
    part = any(n.fact.unit.dimension in shares or n.fact.unit == POINTS for n in numbers)
    changed = any(n.comparison is not None for n in numbers)
    return part or changed or len(amounts) > 1


def _is_of_series(number: Number) -> bool:
    return number.fact.period is not None


def _finding(clause: Clause, offset: int, text: str, kind: str) -> Finding:
    message = f"“{text}” is bound to no figure"
    return Finding("B122", clause.place(offset), message, _HINTS[kind])


RULE = Rule(
    CODE,
    _examine,
    words=(
        *("ratios", "fractions", "not_fractions", "largest", "ordinals", "ranked"),
        *("peaks", "troughs", "records", "record_lows", "not_records", "highest", "lowest"),
    ),
    looks="text",
)
