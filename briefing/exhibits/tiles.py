"""Tiles: headline figures, each with what changed and a sparkline."""

from decimal import Decimal

from briefing import language, model
from briefing.exhibits import alt_text, amounts, notes, periods
from briefing.exhibits.change import Change, change
from briefing.exhibits.chosen import nothing
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.meaning import age, meaning
from briefing.exhibits.selection import Shown, figures_of
from briefing.figures import rolled
from briefing.language.amount import Amount, half_up
from briefing.language.told import Pieces, joined

# A percentage below it prints as less than it, as in the text.
_FLOOR = Decimal("0.1")
_BARE = (model.Dimension.DATE, model.Dimension.RANK, model.Dimension.RATIO)


def tiles(frame: Frame) -> model.Exhibit:
    """One tile a figure, the first so many where the author says how many; one without a value in
    this edition is left out."""
    made = [_tile(frame, figure) for figure in figures_of(frame)]
    shown = tuple(pair for pair in made if pair is not None)[: frame.asked.top]
    if not shown:
        raise Unshowable(nothing(frame))
    every = [f for tile, _ in shown for f in (tile.fact, *tile.changed)]
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=model.Tiles(tuple(tile for tile, _ in shown)),
        subtitle=frame.text(frame.asked.subtitle),
        says=frame.inlines(joined(" ", (sentence for _, sentence in shown))),
        notes=frame.lines(
            notes.notes(frame, [t.fact for t, _ in shown], [t.value for t, _ in shown])
        ),
        sources=amounts.sources(every),
        wide=frame.asked.wide,
    )


def _tile(frame: Frame, figure: Shown | model.Fact) -> tuple[model.Tile, Pieces] | None:
    """The tile and the sentence that speaks it."""
    if isinstance(figure, model.Fact):
        return _stated(frame, figure)
    period = periods.newest(frame, (figure,))
    if period is None:
        return None
    value = amounts.fact(figure, period, figure.series.at(period))
    if not isinstance(value.value, Decimal):
        return None
    unit = amounts.fitting(value.unit, [value])
    spark = _spark(frame, figure, period, unit)
    years = age(frame, value.period)
    # What an old figure did in its own year is no news.
    changed = Change() if years else change(frame, figure, value, unit)
    tile = model.Tile(
        label=frame.captions.with_unit(figure.label, _when(frame, value, period)),
        value=_written(frame, value, unit),
        unit="" if unit.dimension in _BARE else frame.speech.unit(unit),
        status=value.status,
        change=changed.text,
        fact=value,
        changed=changed.facts,
        spark=spark,
        first=frame.speech.period(spark[0].at, short=True) if spark and spark[0].at else "",
        last=frame.speech.period(spark[-1].at, short=True) if spark and spark[-1].at else "",
        meaning=meaning(frame, figure, value),
        age=frame.captions.age(years) if years else "",
    )
    return tile, _sentence(frame, figure.label, value, changed)


def _when(frame: Frame, value: model.Fact, period: model.Period) -> str:
    """The tile's period; of what is added up over several, all of them."""
    count = rolled(value.derivation)
    if count > 1:
        return frame.speech.run(count, period, inside=False)
    return frame.speech.period(period, short=True)


def _sentence(frame: Frame, label: str, value: model.Fact, changed: Change) -> Pieces:
    return frame.captions.tile(label, alt_text.told(frame, value), changed.spoken)


def _stated(frame: Frame, value: model.Fact) -> tuple[model.Tile, Pieces] | None:
    """A stated fact: no change, no sparkline."""
    if value.value is None:
        return None
    label = frame.text(value.label) or value.name.replace("_", " ").capitalize()
    unit = amounts.fitting(value.unit, [value])
    headed = label
    if value.period is not None and not isinstance(value.value, model.Period):
        headed = frame.captions.with_unit(label, frame.speech.period(value.period))
    if value.stale is not None:
        headed = frame.speech.as_of(headed, model.Period.day(value.stale))
    years = age(frame, value.period if value.stale is None else None)
    tile = model.Tile(
        label=headed,
        value=_written(frame, value, unit),
        unit="" if unit.dimension in _BARE else frame.speech.unit(unit),
        status=value.status,
        change="",
        fact=value,
        changed=(),
        spark=(),
        first="",
        last="",
        age=frame.captions.age(years) if years else "",
    )
    return tile, frame.captions.tile(label, alt_text.told(frame, value), None)


def _written(frame: Frame, value: model.Fact, unit: model.Unit) -> str:
    if isinstance(value.value, model.Period):
        return frame.speech.period(value.value)
    sized = amounts.size(value, unit)
    if unit == model.PERCENT and sized is not None and 0 < sized < _FLOOR and not value.bound:
        return frame.speech.amount(Amount(_FLOOR, 1, model.RATIO, below=True))
    whole = unit.dimension in (model.Dimension.COUNT, model.Dimension.DAYS, model.Dimension.RANK)
    decimals = 0 if whole or sized is None else amounts.tile_decimals(sized)
    if unit.dimension is model.Dimension.EXCHANGE:
        decimals = amounts.own_decimals([value])
    if value.bound and sized is not None:
        decimals = amounts.held_decimals(value, unit, decimals)
        rounded = half_up(sized, -decimals)
        return frame.speech.amount(Amount(rounded, decimals, model.RATIO, bound=value.bound))
    return amounts.printed(frame, value, unit, decimals)


def _spark(
    frame: Frame, figure: Shown, last: model.Period, unit: model.Unit
) -> tuple[model.Point, ...]:
    """All whole periods up to the tile's, with gaps; nothing where there is but one."""
    end = periods.slot(last)
    known = [
        o.period
        for o in figure.series.known
        if not o.period.is_range and o.period.frequency is end.frequency and not end < o.period
    ]
    if len(known) < 2:
        return ()
    span = known[0].up_to(known[-1]).each()
    facts = [amounts.fact(figure, p, figure.series.at(p)) for p in span]
    return tuple(
        model.Point(
            value=amounts.size(f, unit),
            text=language.cell(amounts.size(f, unit), f.status, unit, 1, frame.language),
            fact=f,
            at=f.period,
            status=f.status if f.value is not None else model.Status.MISSING,
        )
        for f in facts
    )
