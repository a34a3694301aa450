"""A fact beside an earlier one of its name: what a filter that compares needs."""

from msgspec.structs import replace

from briefing import figures, model
from briefing.facts.lookup import at, find, look, moment
from briefing.figures.standing import standing
from briefing.model import Call, Quoted, call, reference

COMPARING = ("change", "points", "average", "from", "times")
STANDING = ("record", "since")
_SINCE = "since"
_UNGROWING = {
    model.Dimension.PERCENT: "a share changes by percentage points",
    model.Dimension.POINTS: "percentage points change by percentage points",
    model.Dimension.RANK: "a rank changes by places",
}


def reading(facts: model.Facts, reference: model.Reference) -> model.Reading:
    """What a reference reads, with the comparison that its filter asks for.

    Raises what `look` raises, and RefusedError where nothing can be compared.
    """
    if any(f.name in STANDING for f in reference.filters):
        return _standing(facts, reference)
    comparing = next((f for f in reference.filters if f.name in COMPARING), None)
    if comparing is None or reference.over:
        return model.Reading(look(facts, reference))
    series = find(facts, reference)
    if isinstance(series, model.Fact) and comparing.name == "average" and _is_average(series):
        return model.Reading(look(facts, reference))
    if comparing.name == "times" and _is_ratio(series):
        return model.Reading(look(facts, reference))
    if not isinstance(series, model.Series):
        message = f"{reference.name} is one value: there is no other to compare it with"
        raise figures.RefusedError("B275", message, f"take away the filter `{comparing.name}`")
    if comparing.name == "average":
        return _average(facts, reference, series, comparing)
    later = look(facts, reference)
    assert later.period is not None
    since = _since(facts, comparing) or later.period.year_earlier()
    _comparable(series.name, since, later.period)
    earlier = _earlier(facts, series, since)
    compared = _comparison(earlier, later)
    return model.Reading(later, replace(compared, broken=_broken(series, earlier, later)))


def _broken(series: model.Series, earlier: model.Fact, later: model.Fact) -> model.Period | None:
    """The latest period behind the earlier, up to the later, at which the series breaks."""
    breaks = (
        o.period
        for o in series.observations
        if model.Status.BREAK in o.status.parts
        and earlier.period is not None
        and later.period is not None
        and earlier.period < o.period
        and not later.period < o.period
    )
    return max(breaks, default=None)


def _standing(facts: model.Facts, reference: model.Reference) -> model.Reading:
    """A fact and since when none of its series was as high, or as low."""
    series = find(facts, reference)
    if not isinstance(series, model.Series) or reference.over:
        message = f"{reference.name} is one value: there is no other to set it against"
        raise figures.RefusedError("B275", message, "take away the filter")
    fact = look(facts, reference)
    return model.Reading(fact, standing=standing(series, fact))


def _is_ratio(found: model.Series | model.Fact) -> bool:
    return found.unit.dimension is model.Dimension.RATIO


def _is_average(fact: model.Fact) -> bool:
    """Whether it is an average growth by itself, as `cagr` makes it."""
    spans = fact.period is not None and fact.period.is_range
    return spans and figures.average_over(fact.derivation) is not None


def _average(
    facts: model.Facts, reference: model.Reference, series: model.Series, average: model.Filter
) -> model.Reading:
    """Average growth a year over a range of years, or from one to the reference's own."""
    span = _since(facts, average)
    if span is not None and not span.is_range:
        own = look(facts, reference).period
        assert own is not None
        _comparable(series.name, span, own)
        span = span.up_to(own)
    if span is None or not span.is_range:
        hint = "write `average: 2014..2025`"
        raise figures.RefusedError("B275", "an average growth wants the years that it spans", hint)
    first, last = span.opening, span.closing
    years = last.end.year - first.end.year
    if years < 1 or first.shifted(years) != last:
        message = f"{span} is no whole number of years"
        raise figures.RefusedError("B275", message, "an average growth is one a year: 2014..2025")
    earlier, later = _earlier(facts, series, first), at(facts, series, last)
    compared = replace(_comparison(earlier, later), broken=_broken(series, earlier, later))
    if later.unit.dimension in _UNGROWING:
        return model.Reading(later, compared)
    growth = _average_growth(earlier, later, years, span)
    known = growth.value is not None
    return model.Reading(
        later, replace(compared, growth=growth if known else None, why=growth.reason)
    )


def _average_growth(
    earlier: model.Fact, later: model.Fact, years: int, span: model.Period
) -> model.Fact:
    """Average growth a year; without value, and with a reason, where it is undefined."""
    plan = figures.Plan(
        model.PERCENT, model.Kind.RATIO, lambda v: figures.between.average(v[0], v[1], years)
    )
    made = figures.combine([earlier, later], plan)
    derivation = call("cagr", reference(later.name), Quoted(str(span)))
    return model.Fact(
        name=str(derivation),
        value=made.value,
        unit=model.PERCENT,
        period=span,
        kind=model.Kind.RATIO,
        status=made.status,
        reason=made.reason,
        sources=made.sources,
        derivation=derivation,
        cells=made.cells,
    )


def _since(facts: model.Facts, comparing: model.Filter) -> model.Period | None:
    """The period that a filter's arguments name; None when they name none."""
    for argument in comparing.arguments:
        words = argument.split()
        if words[:1] == [_SINCE]:
            return moment(facts, " ".join(words[1:]))
        if argument[:1].isdigit() or argument.startswith("period"):
            return moment(facts, argument.strip())
    return None


def _comparable(name: str, since: model.Period, later: model.Period) -> None:
    """A year to date is compared with the same months only, a year with a year, and so on."""
    years = later.end.year - since.end.year
    same = since.frequency is later.frequency and since.length == later.length
    if later.is_range and same:
        same = since.shifted(years) == later
    if not same:
        message = f"{name} {later} can’t be compared with {since}"
        hint = f"compare it with the same months or span: since {later.year_earlier()}"
        raise figures.RefusedError("B275", message, hint)
    if not since < later:
        message = f"{name}: {since} is not before {later}"
        raise figures.RefusedError(
            "B275", message, "put the sentence in `::: if`, or name another year"
        )


def _earlier(facts: model.Facts, series: model.Series, since: model.Period) -> model.Fact:
    try:
        return at(facts, series, since)
    except figures.NoValueError as missing:
        message = f"nothing to compare with: {missing.message}"
        known = any(o.value is not None and o.period < since for o in series.observations)
        hint = "name another period with `since`" if known else "print it without what is before it"
        raise figures.NoValueError(message, hint) from None


def _comparison(earlier: model.Fact, later: model.Fact) -> model.Comparison:
    difference = _difference(earlier, later)
    why = _UNGROWING.get(later.unit.dimension)
    if why is not None:
        return model.Comparison(earlier, difference, None, why)
    plan = figures.Plan(
        model.PERCENT, model.Kind.RATIO, lambda v: figures.between.growth(v[0], v[1])
    )
    made = figures.combine([earlier, later], plan)
    if made.value is None:
        return model.Comparison(earlier, difference, None, made.reason)
    derivation = _made("growth", earlier, later)
    growth = replace(
        difference,
        name=str(derivation),
        value=made.value,
        unit=model.PERCENT,
        kind=model.Kind.RATIO,
        derivation=derivation,
        resolution=None,
    )
    return model.Comparison(earlier, difference, growth)


def _difference(earlier: model.Fact, later: model.Fact) -> model.Fact:
    """Later less earlier: in their unit, a share's in percentage points, a rank's in places."""
    if later.unit.dimension is model.Dimension.RANK:
        plan = figures.Plan(model.RANK, model.Kind.RATIO, lambda v: v[0] - v[1])
    else:
        plan = figures.subtract([later, earlier])
    made = figures.combine([later, earlier], plan)
    derivation = _made("change", earlier, later)
    return model.Fact(
        name=str(derivation),
        value=made.value,
        unit=model.POINTS if plan.unit == model.PERCENT else plan.unit,
        period=later.period,
        kind=later.kind,
        status=made.status,
        sources=made.sources,
        derivation=derivation,
        cells=made.cells,
        resolution=made.resolution,
    )


def _made(what: str, earlier: model.Fact, later: model.Fact) -> Call:
    """`growth(exports)` on the year before, else `growth_since(exports, "2005")`."""
    assert later.period is not None
    if earlier.period == later.period.year_earlier():
        return call(what, reference(later.name))
    return call(f"{what}_since", reference(later.name), Quoted(str(earlier.period)))
