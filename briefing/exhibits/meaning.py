"""What a headline figure means, by rule from the facts: a place, a record, a share, a multiple."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from briefing import model
from briefing.exhibits.amounts import fact
from briefing.exhibits.frame import Frame
from briefing.exhibits.selection import Shown
from briefing.figures import NoValueError, RefusedError, core, filled, is_difference
from briefing.figures.standing import standing
from briefing.language.amount import Amount, half_up, measure
from briefing.language.told import Ranked

# From how many years on a figure counts as old, and how far back a record must reach to be told.
OLD, _FAR = 5, 3
# A place among fewer says nothing.
_FEWEST = 3
# A multiple is told from twice on, with a decimal below ten.
_TWICE, _TEN = Decimal(2), Decimal(10)
_SHARES = (model.Dimension.MONEY, model.Dimension.COUNT, model.Dimension.MEASURE)

_Told = Iterator[tuple[str, model.Fact]]


def meaning(frame: Frame, figure: Shown, value: model.Fact) -> tuple[model.Number, ...]:
    """The first that there is of: its place among those listed, the highest or lowest since when,
    its share of a published total, how many times the first known value."""
    rules: tuple[Callable[[Frame, Shown, model.Fact], _Told], ...] = (
        _rank,
        _record,
        _share,
        _times,
    )
    for rule in rules:
        for text, said in rule(frame, figure, value):
            return (model.Number(text[:1].upper() + text[1:], said, frame.asked.place),)
    return ()


def age(frame: Frame, period: model.Period | None) -> int:
    """How many years a figure is older than the edition, where that makes it old; else nothing."""
    if period is None:
        return 0
    years = frame.spec.period.end.year - period.end.year
    return years if years >= OLD else 0


def _member(frame: Frame, figure: Shown) -> tuple[model.Family, str] | None:
    """The family that a figure is a member of, and its key there."""
    node = figure.series.derivation
    named = core(node) if node is not None else model.reference(figure.name)
    if not isinstance(named, model.Name) or not named.key:
        named = model.reference(figure.name)
    held = filled(named, frame.spec.parameters)
    family = frame.facts.families.get(held.name)
    return (family, held.key) if family is not None and held.key in family.listed else None


def _rank(frame: Frame, figure: Shown, value: model.Fact) -> _Told:
    found, own = _member(frame, figure), value.value
    if found is None or value.period is None or not isinstance(own, Decimal):
        return
    family, key = found
    others = [
        other
        for series in family.listed.values()
        if (other := series.at(value.period)) is not None and other.value is not None
    ]
    sizes = [series.unit for series in family.listed.values()]
    values = [o.value for o in others if o.value is not None]
    if len(values) < _FEWEST or any(unit != value.unit for unit in sizes):
        return
    place, tied = 1 + sum(size > own for size in values), values.count(own) > 1
    subject = next((f"${name}" for name, code in frame.spec.parameters.items() if code == key), key)
    derived = model.call("rank", model.reference(family.name), model.reference(subject))
    said = replace(
        value,
        name=str(derived),
        value=Decimal(place),
        unit=model.RANK,
        kind=None,
        status=model.together(*(o.status for o in others)),
        sources=tuple(dict.fromkeys(s for o in others for s in o.sources)),
        derivation=derived,
        cells=tuple(dict.fromkeys(c for o in others for c in o.cells)),
        resolution=None,
        of=len(values),
        tied=tied,
        label=None,
    )
    yield frame.captions.place(Ranked(place, tied, len(values))), said


def _record(frame: Frame, figure: Shown, value: model.Fact) -> _Told:
    if value.period is None or not isinstance(value.value, Decimal) or value.value <= 0:
        return
    if value.unit.dimension is model.Dimension.RANK:
        return
    try:
        stands = standing(figure.series, value)
    except (NoValueError, RefusedError):
        return
    since = stands.since
    if since is not None and value.period.end.year - since.end.year < _FAR:
        return
    yield frame.speech.record(stands.high, since, False), value


def _share(frame: Frame, figure: Shown, value: model.Fact) -> _Told:
    found, own = _member(frame, figure), value.value
    if found is None or value.period is None or not isinstance(own, Decimal):
        return
    family, _ = found
    if len(family.totals) != 1 or value.unit.dimension not in _SHARES:
        return
    (key,) = family.totals
    whole = family.members[key].at(value.period) if key in family.members else None
    if whole is None or not whole.value or family.members[key].unit != value.unit or own < 0:
        return
    derived = model.call(
        "share", model.reference(value.name), model.reference(f"{family.name}[{key}]")
    )
    said = replace(
        value,
        name=str(derived),
        value=model.divide(100 * own, whole.value),
        unit=model.PERCENT,
        kind=None,
        status=model.together(value.status, whole.status),
        derivation=derived,
        cells=tuple(dict.fromkeys((*value.cells, *whole.cells))),
        resolution=None,
        label=None,
    )
    assert isinstance(said.value, Decimal)
    yield frame.captions.of_total(measure(said.value, model.PERCENT, None)), said


def _times(frame: Frame, figure: Shown, value: model.Fact) -> _Told:
    known = [o for o in figure.series.known if not o.period.is_range]
    if not known or value.period is None or not isinstance(value.value, Decimal):
        return
    if value.unit.dimension in (
        model.Dimension.RANK,
        model.Dimension.PERCENT,
        model.Dimension.POINTS,
    ):
        return
    first = fact(figure, known[0].period, known[0])
    if not isinstance(first.value, Decimal) or first.value * value.value <= 0:
        return
    size = model.divide(value.value, first.value)
    if size < _TWICE or known[0].period.frequency is not value.period.frequency:
        return
    deficit = value.value < 0
    if deficit and not is_difference(figure.series.derivation, frame.facts.expressions):
        return
    decimals = 0 if size >= _TEN or half_up(size, -1) == half_up(size, 0) else 1
    amount = Amount(half_up(size, -decimals), decimals, model.RATIO)
    derived = model.call(
        "times_since", model.reference(value.name), model.Quoted(str(known[0].period))
    )
    said = replace(
        value,
        name=str(derived),
        value=size,
        unit=model.RATIO,
        kind=model.Kind.RATIO,
        status=model.together(value.status, first.status),
        sources=tuple(dict.fromkeys((*value.sources, *first.sources))),
        derivation=derived,
        cells=tuple(dict.fromkeys((*value.cells, *first.cells))),
        resolution=None,
        label=None,
    )
    yield frame.captions.times(amount, known[0].period, deficit=deficit), said
