"""B124: a title that states a figure which its chart doesn't show."""

from collections.abc import Iterator
from decimal import Decimal

from briefing import model
from briefing.checks.parts import exhibits
from briefing.checks.rule import Material, Rule
from briefing.figures import rests_on

CODE = model.Code(
    "title states a figure that its chart doesn't show",
    "The title over a chart prints a figure of another series than the chart draws, or of a period "
    "outside it. A figure made of what is drawn (its growth, share, sum or rank) is shown by it.",
    "A reader looks for the number of the title in the chart below, and takes the nearest bar for "
    "it.",
    "![Imports came to {{ imports 2014 }}](exhibit:trade) over bars from 2015",
    "let the chart show that series and period, or state a figure that it shows",
)


def _examine(material: Material) -> Iterator[model.Finding]:
    for document in material.documents:
        for placed in exhibits(document):
            content = placed.exhibit.content
            if not isinstance(content, model.Chart):
                continue
            for fact in model.facts_of(model.flat(placed.title)):
                if isinstance(fact.value, Decimal) and not _shown(fact, content):
                    yield _finding(placed, fact)


def _shown(fact: model.Fact, chart: model.Chart) -> bool:
    """Whether a chart draws the figure, or what it is made of, at its time."""
    points = [point for point in chart.points if point.value is not None]
    if any(point.told for point in points):
        same = (p for p in points if p.told and p.fact.period == fact.period)
        if any(p.fact.name == fact.name or p.fact.value == fact.value for p in same):
            return True
    related = [point.fact for point in points if _made_of(point.fact) & _made_of(fact)]
    if not fact.derivation and fact.name.partition("[")[2]:
        related = [f for f in related if fact.name in f.name]
    return any(_together(f.period, fact.period) for f in related)


def _made_of(fact: model.Fact) -> frozenset[str]:
    """The series and families that a figure is, or is made of."""
    own = model.reference(fact.name).name
    return frozenset({own, *(name.partition("[")[0] for name in rests_on(fact.derivation))})


def _together(drawn: model.Period | None, stated: model.Period | None) -> bool:
    if drawn is None or stated is None:
        return True
    return drawn.covers(stated) or stated.covers(drawn)


def _finding(placed: model.Placed, fact: model.Fact) -> model.Finding:
    name = placed.exhibit.name
    when = f" {fact.period}" if fact.period is not None else ""
    message = f"the title of exhibit {name} states {fact.name}{when}, which its chart doesn't show"
    hint = "show that series and period in the chart, or state a figure that it shows"
    return model.Finding("B124", placed.place, message, hint, (fact.name, name))


RULE = Rule(CODE, _examine, looks="exhibits")
