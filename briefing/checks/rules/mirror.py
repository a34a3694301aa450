"""B114: mirror figures that differ where no section prints the gap."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from briefing import model
from briefing.checks.figures import Figure, figures, written
from briefing.checks.parts import exhibits, numbers
from briefing.checks.rule import Material, Rule
from briefing.figures import between, filled, gap_between

CODE = model.Code(
    "mirror figures differ and no section prints the gap",
    "A document prints both sides' figures of one flow and period (a pair of `mirror_gap(…)`, of "
    "`checks: mirror:` or of a mirror exhibit), they differ by more than the margin (10 percent "
    "of their mean unless stated), and the gap of that period is printed nowhere.",
    "Two official figures for one flow, side by side without a word, look like a mistake; with "
    "the gap and its reasons they are information.",
    "{{ exports 2014 }} and {{ russia_imports 2014 }} in the text, but no {{ exports_gap 2014 }}",
    "print the gap: exports_gap: mirror_gap(exports, russia_imports), or state the margin: "
    "mirror: [{own: exports, partner: russia_imports, margin: 20}]",
)
_MARGIN = 10
_MIRROR = "mirror"


class _Pair(Struct, frozen=True):
    own: str
    partner: str
    margin: int


def _examine(material: Material) -> Iterator[model.Finding]:
    for document in material.documents:
        printed = list(_printed(document))
        for pair in _pairs(material):
            yield from _unsaid(material, document, pair, printed)


def _unsaid(
    material: Material,
    document: model.Document,
    pair: _Pair,
    printed: list[tuple[model.Fact, model.Place]],
) -> Iterator[model.Finding]:
    """The first period whose gap is large and unsaid."""
    mine, theirs = (_places(name, printed) for name in (pair.own, pair.partner))
    own, partner = (figures(material.facts, name) for name in (pair.own, pair.partner))
    said = _said(material, document, pair, printed)
    # Of a declared pair one side alone misleads as well.
    declared = any(
        (m.own, m.partner) == (pair.own, pair.partner) for m in material.spec.checks.mirror
    )
    told = mine.keys() | theirs.keys() if declared else mine.keys() & theirs.keys()
    for period in sorted(told & own.keys() & partner.keys()):
        gap = _gap(own[period], partner[period])
        if gap is None or abs(gap) <= pair.margin or period in said:
            continue
        rounded = written(abs(gap).quantize(Decimal(1)))
        message = (
            f"{pair.own} and {pair.partner} {period} differ by {rounded} "
            "percent of their mean, and nothing prints the gap"
        )
        hint = f"print it: a series mirror_gap({pair.own}, {pair.partner}), and why the two differ"
        about = (pair.own, pair.partner)
        where = theirs.get(period) or mine[period]
        yield model.Finding("B114", where, message, hint, about)
        return


def _pairs(material: Material) -> list[_Pair]:
    """Pairs of the two sides' figures, with their margins."""
    spec = material.spec
    stated = {(m.own, m.partner): m.margin for m in spec.checks.mirror}
    found = dict.fromkeys(stated)
    for expression in material.facts.expressions.values():
        both = gap_between(expression, spec.parameters)
        if both is not None:
            found[both] = None
    for exhibit in spec.exhibits.values():
        if exhibit.kind == _MIRROR:
            shown_there = (model.reference(phrase.text.strip()) for phrase in exhibit.show)
            names = [str(filled(name, spec.parameters)) for name in shown_there]
            found.update(dict.fromkeys(zip(names[::2], names[1::2], strict=False)))
    return [_Pair(*pair, stated.get(pair, _MARGIN)) for pair in found]


def _said(
    material: Material,
    document: model.Document,
    pair: _Pair,
    printed: list[tuple[model.Fact, model.Place]],
) -> set[model.Period]:
    """The periods whose gap the document prints."""
    gaps = set()
    for name, expression in material.facts.expressions.items():
        both = gap_between(expression, material.spec.parameters)
        if both is not None and {*both} == {pair.own, pair.partner}:
            gaps.add(name)
    said = {fact.period for fact, _ in printed if fact.name in gaps and fact.period is not None}
    for placed in exhibits(document):
        if placed.exhibit.kind == _MIRROR:
            said |= {f.period for f in model.facts_shown(placed.exhibit) if f.period is not None}
    return said


def _printed(document: model.Document) -> Iterator[tuple[model.Fact, model.Place]]:
    yield from ((number.fact, number.place) for number in numbers(document))
    for placed in exhibits(document):
        yield from ((fact, placed.place) for fact in model.facts_shown(placed.exhibit))


def _places(
    name: str, printed: list[tuple[model.Fact, model.Place]]
) -> dict[model.Period, model.Place]:
    """Where a figure is printed first, by period."""
    found: dict[model.Period, model.Place] = {}
    for fact, place in printed:
        if fact.name == name and fact.period is not None and fact.value is not None:
            found.setdefault(fact.period, place)
    return found


def _gap(own: Figure, partner: Figure) -> Decimal | None:
    """100·(partner − own) by the mean of the two."""
    if not partner.unit.converts_to(own.unit):
        return None
    gap = between.gap(own.value, partner.within(own.unit).value)
    return gap if isinstance(gap, Decimal) else None


def _idle(material: Material) -> str:
    return "" if _pairs(material) else "the manifest names no mirror figures"


RULE = Rule(CODE, _examine, _idle, looks="series")
