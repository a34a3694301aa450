"""Mirror tables: what both sides report of one flow, and the gap between them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from briefing import model
from briefing.exhibits import alt_text, notes, periods
from briefing.exhibits.amounts import common_unit, fact, fitting, number, printed, sources
from briefing.exhibits.chosen import nothing
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.selection import Shown, series_of
from briefing.figures import between, core, gap_between


class Flow(Struct, frozen=True):
    """Own and partner's series of one flow, and which of the two is the exporter's."""

    own: Shown
    partner: Shown
    exported: bool

    @property
    def ends(self) -> tuple[Shown, Shown]:
        """The exporter's series and the importer's."""
        return (self.own, self.partner) if self.exported else (self.partner, self.own)


def mirror(frame: Frame) -> model.Exhibit:
    """A group of rows for each flow, a row for each period that both sides report.

    `show` names one's own exports and the partner's imports, then, perhaps, one's own imports and
    the partner's exports. The gap is the importer's figure less the exporter's.
    """
    flows = both_flows(frame)
    rows = [(flow.own.label, [*both_sides(frame, flow)]) for flow in flows]
    every = [f for _, made in rows for row in made for f in row]
    if not every:
        raise Unshowable(nothing(frame))
    money = [f for f in every if f.unit != model.PERCENT]
    unit = common_unit(frame, money) if frame.asked.unit else fitting(money[0].unit, money)
    table = model.Grid(_columns(frame, every), tuple(_grid_rows(frame, rows, unit)))
    relative = [(label, [row[3] for row in made]) for label, made in rows]
    captions = frame.captions
    reasons = captions.forms.mirror_reasons
    texts = [cell.text for row in table.rows for cell in row.cells]
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=table,
        subtitle=notes.titled(
            frame, (frame.text(frame.asked.subtitle), frame.speech.unit(unit)), every
        ),
        says=frame.inlines(alt_text.courses(frame, relative)),
        notes=frame.lines((reasons, *notes.notes(frame, every, texts))),
        sources=sources(every),
        wide=frame.asked.wide,
    )


def both_flows(frame: Frame) -> tuple[Flow, ...]:
    """The flows that `show` names, two series each."""
    shown = series_of(frame)
    if len(shown) not in (2, 4):
        raise Unshowable(
            model.Refusal(
                f"exhibit {frame.asked.name}: a mirror has two series for each flow, not "
                f"{len(shown)} in all",
                "show [own exports, the partner’s imports, own imports, the partner’s exports]",
                "B352",
            )
        )
    pairs = zip(shown[::2], shown[1::2], strict=True)
    flows = tuple(Flow(own, other, number == 0) for number, (own, other) in enumerate(pairs))
    for flow in flows:
        own, other = flow.own.series, flow.partner.series
        if not own.unit.converts_to(other.unit):
            raise Unshowable(
                model.Refusal(
                    f"exhibit {frame.asked.name}: “{flow.own.name}” is in {own.unit}, "
                    f"“{flow.partner.name}” in {other.unit}",
                    "both sides’ figures of a flow must be in one currency",
                    "B353",
                )
            )
    return flows


def both_sides(
    frame: Frame, flow: Flow
) -> Iterator[tuple[model.Fact, model.Fact, model.Fact, model.Fact]]:
    """Own figure, partner's, gap, gap in percent of the mean, a row a period that both know."""
    both = (flow.own, flow.partner)
    for period in periods.span(frame, both):
        if all(periods.known(side, period) for side in both):
            own, partner = (fact(side, period, periods.at(side, period)) for side in both)
            if own.period == partner.period:
                yield own, partner, *_gaps(frame, flow, period)


def _gaps(frame: Frame, flow: Flow, period: model.Period) -> tuple[model.Fact, model.Fact]:
    exporter, importer = (fact(side, period, periods.at(side, period)) for side in flow.ends)
    unit = exporter.unit
    sold, bought = number(exporter), importer.unit.convert(number(importer), unit)
    limits = [_within(f, unit) for f in (exporter, importer) if f.resolution is not None]
    expression = model.less(model.reference(importer.name), model.reference(exporter.name))
    gap = structs.replace(
        exporter,
        name=str(expression),
        value=between.change(sold, bought),
        kind=model.Kind.FLOW,
        status=model.together(exporter.status, importer.status),
        sources=tuple(dict.fromkeys(exporter.sources + importer.sources)),
        derivation=expression,
        cells=tuple(dict.fromkeys(exporter.cells + importer.cells)),
        resolution=max(limits, default=None),
        label=None,
    )
    relative = between.gap(sold, bought)
    formula = model.call(
        "mirror_gap", model.reference(exporter.name), model.reference(importer.name)
    )
    return gap, structs.replace(
        gap,
        name=_called(frame, formula),
        value=None if isinstance(relative, between.Undefined) else relative,
        reason=relative.reason if isinstance(relative, between.Undefined) else "",
        unit=model.PERCENT,
        kind=model.Kind.RATIO,
        derivation=formula,
        resolution=None,
    )


def _within(value: model.Fact, unit: model.Unit) -> Decimal:
    assert value.resolution is not None
    return value.unit.convert(value.resolution, unit)


def _called(frame: Frame, formula: model.Call) -> str:
    """The manifest's name for that gap, else the formula."""
    both = gap_between(formula, frame.spec.parameters)
    for name, expression in frame.facts.expressions.items():
        if gap_between(expression, frame.spec.parameters) == both and core(expression):
            return name
    return str(formula)


def reporters(frame: Frame) -> tuple[str, str]:
    """Who reports each side: the countries of the briefing."""
    captions, parameters = frame.captions, frame.spec.parameters
    own = frame.name(parameters["reporter"]) if "reporter" in parameters else captions.forms.own
    others = [code for name, code in parameters.items() if name != "reporter"]
    return own, frame.name(others[0]) if others else captions.forms.partners


def _columns(frame: Frame, every: list[model.Fact]) -> tuple[model.Column, ...]:
    captions = frame.captions
    own, partner = reporters(frame)
    spans = [f.period for f in every if f.period is not None]
    return (
        model.Column(periods.head(frame, spans), False),
        model.Column(own, True),
        model.Column(partner, True),
        model.Column(captions.forms.gap, True),
        model.Column(
            frame.captions.with_unit(captions.forms.gap, frame.speech.unit(model.PERCENT)),
            True,
            True,
        ),
        model.Column(frame.speech.words.source, False),
    )


def _grid_rows(
    frame: Frame,
    rows: Sequence[tuple[str, Sequence[tuple[model.Fact, model.Fact, model.Fact, model.Fact]]]],
    unit: model.Unit,
) -> Iterator[model.GridRow]:
    for label, made in rows:
        if made:
            yield model.GridRow(label, (), spaced=True)
        for row in made:
            period = row[0].period
            assert period is not None
            cells = [_cell(frame, f, f.unit if f.unit == model.PERCENT else unit) for f in row]
            cited = model.Cell("", cites=sources(row))
            yield model.GridRow(frame.speech.period(period, short=True), (*cells, cited))


def _cell(frame: Frame, value: model.Fact, unit: model.Unit) -> model.Cell:
    return model.Cell(printed(frame, value, unit, alt_text.one_decimal(value)), value.status, value)
