"""Goods, services and both, by their names."""

import re
from collections.abc import Iterator

from briefing.language import groups
from briefing.model import Facts

_WORDS = re.compile(r"[^\W_]+")


def examined(facts: Facts) -> frozenset[str]:
    """The names of totals of goods and services, families among them."""
    totals = [total for total, _, _ in triples(facts)]
    return frozenset([*totals, *(total.partition("[")[0] for total in totals)])


def triples(facts: Facts) -> Iterator[tuple[str, str, str]]:
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
        for goods in groups.GOODS:
            if words.count(goods) != 1 or groups.SERVICES[goods] in words:
                continue
            rest = [word for word in words if word != goods]
            services = by_words.get(tuple(sorted((*rest, groups.SERVICES[goods]))))
            wholes = (by_words.get(tuple(sorted((*rest, *both)))) for both in groups.BOTH[goods])
            total = next((whole for whole in wholes if whole is not None), None)
            if services is not None and total is not None:
                yield total, name, services
