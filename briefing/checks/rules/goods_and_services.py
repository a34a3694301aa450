"""B103: goods and services that don't add up to the total of both."""

from collections.abc import Iterator

from briefing.checks.accounts import triples
from briefing.checks.figures import apart, cell_place, figures, told_apart
from briefing.checks.rule import Material, Rule
from briefing.figures import change
from briefing.model import Code, Finding, Place

CODE = Code(
    "goods and services don't add up to the total",
    "Three figures whose names say goods, services and both (goods_exports, services_exports, "
    "exports or total_exports; the members goods, services and total of a family, or G, S and GS "
    "as the balance of payments calls them) don't add up, beyond rounding.",
    "Goods from customs and services from the balance of payments are often put together with a "
    "total from a third place, and the reader takes the wrong one for the trade.",
    "goods_exports 1,549.3 and services_exports 210.0 beside total_exports 1,859.3",
    "take the three from one source and one basis, or say in the text why they differ and waive "
    "the finding with that reason",
)


def _examine(material: Material) -> Iterator[Finding]:
    for total, goods, services in triples(material.facts):
        others = [figures(material.facts, name) for name in (goods, services)]
        for period, whole in figures(material.facts, total).items():
            row = [column[period] for column in others if period in column]
            difference = apart(whole, row) if len(row) == len(others) else None
            if difference:
                stated, made = told_apart(whole.value, change(difference, whole.value))
                message = (
                    f"{total} {period} is {stated} {whole.unit}, but {goods} + {services} is {made}"
                )
                where = cell_place(whole.cells, _place(material, total))
                hint = "take all three from one source and one basis"
                about = (total, goods, services)
                yield Finding("B103", where, message, hint, about)


def _place(material: Material, name: str) -> Place:
    spec = material.spec
    entry = spec.series.get(name) or spec.facts.get(name)
    return entry.place if entry else Place(spec.file)


def _idle(material: Material) -> str:
    triple = next(triples(material.facts), None)
    return "" if triple else "no figures are named as goods, services and both"


RULE = Rule(CODE, _examine, _idle, looks="series")
