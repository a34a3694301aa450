"""B119: amounts of money whose price basis is not stated."""

from collections.abc import Iterator

from briefing.checks.parts import exhibits, numbers
from briefing.checks.rule import Material, Rule
from briefing.model import Code, Dimension, Fact, Finding, Spec, facts_shown

CODE = Code(
    "price basis not stated",
    "Money is printed from a source that has no `basis`: current or constant prices, f.o.b. or "
    "c.i.f.",
    "Amounts on different bases can't be compared, and the annex states each.",
    "nso: {title: Foreign trade, …} without basis",
    'state it on the source: basis: {en: "current prices; exports f.o.b., imports c.i.f."}',
)


def _examine(material: Material) -> Iterator[Finding]:
    """A warning for each source of money that is printed and has no basis, once.

    A source of nothing but rates of exchange, by which money is converted, has none.
    """
    rates = _only_rates(material.spec)
    names = dict.fromkeys(
        name
        for fact in _printed(material)
        if fact.unit.dimension is Dimension.MONEY
        for name in fact.sources
    )
    for name in names:
        source = material.spec.sources.get(name)
        if source is not None and source.basis is None and name not in rates:
            message = f"source “{name}” gives amounts of money without their basis"
            hint = 'state it: basis: {en: "current prices; exports f.o.b., imports c.i.f."}'
            yield Finding("B119", source.place, message, hint, (name,))


def _only_rates(spec: Spec) -> frozenset[str]:
    """The sources all of whose tables and facts are rates of exchange."""
    units: dict[str, set[bool]] = {}
    for table in spec.tables.values():
        for column in table.values or (table,):
            unit = column.unit or table.unit
            rated = unit is not None and unit.dimension is Dimension.EXCHANGE
            units.setdefault(column.source or table.source, set()).add(rated)
    for fact in spec.facts.values():
        units.setdefault(fact.source, set()).add(fact.unit.dimension is Dimension.EXCHANGE)
    return frozenset(name for name, rated in units.items() if rated == {True})


def _printed(material: Material) -> Iterator[Fact]:
    for document in material.documents:
        yield from (number.fact for number in numbers(document))
        for placed in exhibits(document):
            yield from facts_shown(placed.exhibit)


RULE = Rule(CODE, _examine, looks="series")
