"""B103: goods and services that don't add up to the total of both."""

import re
from collections.abc import Iterator

from briefing.checks.figures import apart, cell_place, figures, written
from briefing.checks.material import Material
from briefing.checks.rule import Rule
from briefing.model.fact import Facts
from briefing.model.finding import Code, Finding, Severity
from briefing.model.place import Place

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
_WORDS = re.compile(r"[^\W_]+")
_GOODS = ("goods", "G")
_SERVICES = {"goods": "services", "G": "S"}
_BOTH: dict[str, tuple[tuple[str, ...], ...]] = {
    "goods": ((), ("total",), ("goods", "services"), ("goods", "and", "services")),
    "G": (("GS",),),
}


def _examine(material: Material) -> Iterator[Finding]:
    for total, goods, services in _triples(material.facts):
        others = [figures(material.facts, name) for name in (goods, services)]
        for period, whole in figures(material.facts, total).items():
            row = [column[period] for column in others if period in column]
            difference = apart(whole, row) if len(row) == len(others) else 0
            if difference:
                message = (
                    f"{total} {period} is {written(whole.value)} {whole.unit}, but {goods} + "
                    f"{services} is {written(whole.value - difference)}"
                )
                where = cell_place(whole.cells, _place(material, total))
                hint = "take all three from one source and one basis"
                about = (total, goods, services)
                yield Finding("B103", Severity.ERROR, where, message, hint, about)


def examined(material: Material) -> frozenset[str]:
    """The names of totals that this rule looks at, families among them."""
    totals = [total for total, _, _ in _triples(material.facts)]
    return frozenset([*totals, *(total.partition("[")[0] for total in totals)])


def _triples(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Total, goods and services by their names; one that is derived adds up by itself."""
    names = [name for name, series in facts.series.items() if not series.derivation]
    names += [name for name, fact in facts.stated.items() if not fact.derivation]
    yield from _among({name: tuple(_WORDS.findall(name)) for name in names})
    for family in facts.families.values():
        keys = {f"{family.name}[{key}]": tuple(_WORDS.findall(key)) for key in family.members}
        yield from _among(keys)


def _among(names: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    by_words = {tuple(sorted(words)): name for name, words in names.items()}
    for name, words in names.items():
        for goods in _GOODS:
            if words.count(goods) != 1 or _SERVICES[goods] in words:
                continue
            rest = [word for word in words if word != goods]
            services = by_words.get(tuple(sorted((*rest, _SERVICES[goods]))))
            wholes = (by_words.get(tuple(sorted((*rest, *both)))) for both in _BOTH[goods])
            total = next((whole for whole in wholes if whole is not None), None)
            if services is not None and total is not None:
                yield total, name, services


def _place(material: Material, name: str) -> Place:
    spec = material.spec
    entry = spec.series.get(name) or spec.facts.get(name)
    return entry.place if entry else Place(spec.file)


def _idle(material: Material) -> str:
    triple = next(_triples(material.facts), None)
    return "" if triple else "no figures are named as goods, services and both"


RULE = Rule(CODE, _examine, _idle, looks="series")
