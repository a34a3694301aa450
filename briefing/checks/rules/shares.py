"""B104: shares that don't make a whole, and parts larger than their whole."""

from collections.abc import Iterator
from decimal import Decimal

from briefing import model
from briefing.checks import figures
from briefing.checks.parts import numbers
from briefing.checks.rule import Material, Rule
from briefing.figures import change, core, is_share, rests_on

CODE = model.Code(
    "shares that don't add up to 100, or a part larger than its whole",
    "The percentages of a table that is `complete: true` don't add up to 100 within rounding; "
    "shares of one whole (made by `share`, or printed by it) add up to more; or a member of a "
    "table is larger than the world's total.",
    "A share over 100 or shares of 103 percent say that part and whole come from different "
    "sources, years or units.",
    "shares of 62.0, 30.5 and 9.5 percent; imports from one country larger than those from all",
    "take part and whole from one source and one period; look for a total among the members",
)
_WHOLE = Decimal(100)
_PARTS = (model.Dimension.MONEY, model.Dimension.COUNT, model.Dimension.MEASURE)


def _examine(material: Material) -> Iterator[model.Finding]:
    told = set(_told_as_shares(material))
    for family in material.facts.families.values():
        place = _place(material, family.name)
        if _is_percent(family):
            yield from _shares(material, family, place, family.name in told)
        elif _adds_up(family):
            yield from _larger(family, place)
    yield from _over_whole(material)


def _told_as_shares(material: Material) -> Iterator[str]:
    """The families of which the text prints a member as a share."""
    for document in material.documents:
        for number in numbers(document):
            if number.reference is not None and number.reference.filter("share") is not None:
                yield number.fact.name.partition("[")[0]
                made = number.fact.derivation and core(number.fact.derivation)
                if isinstance(made, model.Name):
                    yield made.name


def _shares(
    material: Material, family: model.Family, place: model.Place, told: bool
) -> Iterator[model.Finding]:
    """What is wrong with the sum of a family of shares, period by period.

    Percentages of a table are shares where it is complete or the text prints them as such, not
    rates of several countries.
    """
    members = [figures.of_series(member) for member in family.listed.values()]
    stored = not any(member.derivation for member in family.members.values())
    cut = material.spec.series.get(family.name)
    table = material.spec.tables.get(cut.table) if cut else None
    complete = table is not None and table.complete
    if stored and not complete and not told:
        return
    if not stored and not all(is_share(m.derivation) for m in family.members.values()):
        return
    for period in sorted({p for member in members for p in member if p is not None}):
        row = [member[period] for member in members if period in member]
        if any(share.value < 0 for share in row):
            continue
        over = -figures.apart(figures.Figure(_WHOLE, model.PERCENT, Decimal(0), ()), row)
        if over > 0 or (over < 0 and complete and len(row) == len(members)):
            sum_of, _ = figures.told_apart(change(-over, _WHOLE), _WHOLE)
            message = f"the {len(row)} shares of {family.name} {period} add up to {sum_of} percent"
            hint = "look for a total among them, a missing member, or a share of another year"
            yield model.Finding("B104", place, message, hint, (family.name,))


def _larger(family: model.Family, place: model.Place) -> Iterator[model.Finding]:
    """Members of a family larger than the world's total of their period."""
    world = family.members.get("WLD") if "WLD" in family.totals else None
    if world is None:
        return
    wholes = figures.of_series(world)
    net = _net(family)
    for key, member in family.listed.items():
        for observation in member.known:
            period, part = observation.period, figures.figure(observation, member.unit)
            whole = wholes.get(period)
            if part is None or whole is None or period in net:
                continue
            if figures.apart(part, [whole]) > 0:
                message = (
                    f"{family.name}[{key}] {period} is {figures.written(part.value)} {part.unit}, "
                    f"more than the total, {figures.written(whole.value)}"
                )
                hint = "one of the two is wrong, or they are of different units"
                about = (family.name, f"{family.name}[{key}]")
                where = figures.cell_place(part.cells, place)
                yield model.Finding("B104", where, message, hint, about)


def _net(family: model.Family) -> frozenset[model.Period]:
    """The periods in which a member or the total is below zero: there a part may be larger than
    the whole."""
    every = (o for member in family.members.values() for o in member.known)
    return frozenset(o.period for o in every if o.value is not None and o.value < 0)


def _of_net_flows(material: Material, fact: model.Fact) -> bool:
    """Whether a share is of a family whose members are below zero in that period."""
    named = rests_on(fact.derivation, material.facts.expressions)
    return any(
        fact.period in _net(family)
        for name, family in material.facts.families.items()
        if name in named
    )


def _over_whole(material: Material) -> Iterator[model.Finding]:
    """Printed shares over 100 and below zero; of one fact only the first."""
    seen: set[tuple[str, model.Period | None]] = set()
    for document in material.documents:
        for number in numbers(document):
            fact = number.fact
            if (
                fact.unit.dimension is not model.Dimension.PERCENT
                or (fact.name, fact.period) in seen
            ):
                continue
            asked = number.reference is not None and number.reference.filter("share") is not None
            called = is_share(fact.derivation) or (asked and not fact.derivation)
            if called and isinstance(fact.value, Decimal) and fact.value < 0:
                seen.add((fact.name, fact.period))
                message = f"“{fact.name}” is a share below zero, {number.text}"
                hint = "print the two amounts: of what is below zero no part can be told"
                yield model.Finding("B104", number.place, message, hint, (fact.name,), lighter=True)
            called = called and not _of_net_flows(material, fact)
            if called and isinstance(fact.value, Decimal) and fact.value > _WHOLE:
                seen.add((fact.name, fact.period))
                message = f"“{fact.name}” is a share of {figures.written(fact.value)} percent"
                hint = "a part can't be larger than its whole: compare both with their sources"
                yield model.Finding("B104", number.place, message, hint, (fact.name,))


def _is_percent(family: model.Family) -> bool:
    return any(m.unit.dimension is model.Dimension.PERCENT for m in family.members.values())


def _adds_up(family: model.Family) -> bool:
    """Whether members are parts of a whole: no amounts a head, rates or ranks."""
    return all(
        member.unit.dimension in _PARTS and member.kind is not model.Kind.RATIO
        for member in family.members.values()
    )


def _place(material: Material, name: str) -> model.Place:
    cut = material.spec.series.get(name)
    return cut.place if cut else model.Place(material.spec.file)


RULE = Rule(CODE, _examine, looks="sets")
