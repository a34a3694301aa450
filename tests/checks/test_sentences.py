"""How text falls into sentences and clauses, and that no text breaks a rule."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.checks.digits import OBJECT
from briefing.checks.rule import Material
from briefing.checks.rules import contradicted, points
from briefing.checks.sentences import sentences
from briefing.language.en.claims import CLAIMS
from briefing.model.block import Paragraph
from briefing.model.document import Annex, Chapter, Document, Furniture
from briefing.model.fact import Comparison, Fact, Facts
from briefing.model.inline import Number, Words
from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.text import Filter, Place, Reference
from briefing.model.unit import PERCENT, RANK, Unit

AT = Place("trade.md", 3, 1)
MILLION = Unit.parse("USD million")


def fact(value: int, unit: Unit = MILLION, year: int = 2025) -> Fact:
    return Fact("exports", Decimal(value), unit, Period.year(year), Kind.FLOW)


def number(found: Fact, text: str = "#", place: Place = AT) -> Number:
    return Number(text, found, place)


def document(*parts: str | Number) -> Document:
    """A paragraph of these parts, each part of text where it stands in its line."""
    inlines: list[Words | Number] = []
    column = 1
    for part in parts:
        place = replace(AT, column=column)
        if isinstance(part, str):
            inlines.append(Words(part, place))
            column += len(part)
        else:
            inlines.append(replace(part, place=place))
            column += 1
    chapter = Chapter("trade", "1", (), "trade", (Paragraph(tuple(inlines), AT),), AT)
    blank = Furniture(*[""] * len(Furniture.__struct_fields__))
    annex = Annex("", "", (), "", (), "", ())
    return Document("en", (), "", "", (), None, (chapter,), annex, blank)


def parted(text: str) -> Document:
    """A document of a text in which each # is a number."""
    pieces = text.replace("#", "\0#\0").split("\0")
    return document(*(number(fact(61)) if piece == "#" else piece for piece in pieces))


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Exports fell, and imports rose by #.", ["Exports fell", "and imports rose by #"]),
        ("Exports fell in May, by #.", ["Exports fell in May, by #"]),
        ("Exports fell, #, in May.", ["Exports fell, #", "in May"]),
        ("Exports fell, according to customs, by #.", ["Exports fell, according to customs, by #"]),
        ("Exports, which fell, came to #.", ["Exports", "which fell", "came to #"]),
        ("It was # (a fall) in all.", ["It was #"]),
        ("A fall – # – came.", ["A fall", "#", "came"]),
        ("Imports c.i.f. came to 1,000 and #.", ["Imports c.i.f", "came to 1,000", "and #"]),
        ("He said “it fell, and rose” to #.", ["He said … to #"]),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    found = [c.text.strip() for s in sentences(parted(text)) for c in s.clauses]
    shown = [re.sub("\ufffd+", "…", c.replace(OBJECT, "#")) for c in found]
    kept = [c for c in shown if c]
    assert kept[: len(clauses)] == clauses


def test_a_word_is_placed_in_its_line() -> None:
    (sentence,) = sentences(parted("Exports came to # and fell."))
    clause = sentence.clauses[1]
    assert clause.place(clause.text.index("fell")) == Place("trade.md", 3, 23)


def test_text_without_numbers_is_told_too() -> None:
    (sentence,) = sentences(parted("Exports fell, and nobody minded."))
    assert not sentence.whole.numbers


WORDS = [
    *(
        "exports ",
        "share ",
        "the ",
        "and ",
        ", ",
        ". ",
        "(",
        ") ",
        "“",
        "” ",
        "not ",
        "one of the ",
    ),
    *(f"{word} " for word in (*CLAIMS.rises[:3], *CLAIMS.falls[:3], *CLAIMS.deficits[:1])),
    *(f"{word} " for word in (*CLAIMS.surpluses[:1], *CLAIMS.steady, *CLAIMS.largest)),
    *(f"{word} " for word in (*CLAIMS.ordinals, *CLAIMS.ratios, *CLAIMS.over, *CLAIMS.under)),
    *("by ", "to ", "of ", "percent ", "percentage points "),
]


def numbers() -> st.SearchStrategy[Number]:
    values = st.integers(-200, 200)
    years = st.integers(2000, 2025)
    units = st.sampled_from([MILLION, PERCENT, RANK, Unit.parse("ratio"), Unit.parse("persons")])
    forms = st.sampled_from(["", "change", "balance", "points", "rank", "average", "share"])

    def made(value: int, earlier: int, unit: Unit, year: int, form: str, text: str) -> Number:
        later = fact(value, unit, year)
        filters = (Filter(form, (), AT),) if form else ()
        growth = fact(value - earlier, PERCENT) if earlier > 0 else None
        compared = Comparison(fact(earlier, unit), fact(value - earlier, unit), growth)
        return Number(
            text,
            later,
            AT,
            reference=Reference("exports", AT, filters=filters),
            comparison=compared if form in ("change", "points", "average") else None,
        )

    return st.builds(made, values, values, units, years, forms, st.sampled_from(["−61", "61", "x"]))


@given(st.lists(st.sampled_from(WORDS) | numbers(), max_size=25))
def test_no_text_breaks_a_rule_and_each_finding_names_its_fact(parts: list[str | Number]) -> None:
    made = document(*parts)
    facts = Facts(Period.year(2025), None, {}, {}, {}, {}, {}, {})
    material = Material(None, facts, (), (made,), tuple(sentences(made)))  # type: ignore[arg-type]
    for rule in (contradicted.RULE, points.RULE):
        for finding in rule.examine(material):
            assert finding.about == ("exports",)
            assert finding.place.file == "trade.md"
            assert finding.place.column >= 1
