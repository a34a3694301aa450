"""Rankings: the largest members of a family at one period, the subject highlighted."""

from decimal import Decimal

from msgspec import Struct, structs

from briefing import model
from briefing.exhibits import alt_text, amounts, notes, periods
from briefing.exhibits.chosen import nothing
from briefing.exhibits.described import described
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.marked import levels, marked
from briefing.exhibits.over_time import line_decimals
from briefing.exhibits.selection import Shown, families_of, members, place
from briefing.language.told import Pieces, Ranked, joined

_TOP = 10
# Why a member that the source lists has no value.
_SAID = (model.Status.CONFIDENTIAL, model.Status.NOT_APPLICABLE, model.Status.MISSING)
_SMALL = 10


class _Ranked(Struct, frozen=True):
    """A family at a period: members with a value from the largest, how many show, the subject."""

    family: model.Family
    label: str
    period: model.Period
    order: tuple[tuple[Shown, model.Fact], ...]
    shown: int
    subject: str

    @property
    def bars(self) -> tuple[tuple[Shown, model.Fact], ...]:
        """The top, and the subject where it is below."""
        rest = self.order[self.shown :]
        return (*self.order[: self.shown], *(p for p in rest if p[0].key == self.subject))

    def place(self, value: model.Fact) -> tuple[int, bool]:
        """1 + how many are strictly larger, and whether another is just as large."""
        own, sizes = amounts.number(value), [amounts.number(f) for _, f in self.order]
        return 1 + sum(s > own for s in sizes), sizes.count(own) > 1


def ranking(frame: Frame) -> model.Exhibit:
    """Flat bars of the top members; several families are several panels."""
    ranked = [r for r in (_rank(frame, family) for family in families_of(frame)) if r is not None]
    if not ranked:
        raise Unshowable(nothing(frame))
    facts = [f for r in ranked for _, f in r.bars]
    unit, told = amounts.common_unit(frame, facts), notes.told_of_all(facts)
    lines = tuple(
        model.Line(r.family.name, _panel(frame, r, ranked), _points(frame, r, unit, told))
        for r in ranked
    )
    marks = notes.notes(frame, facts, notes.printed(lines), told)
    chart = model.Chart(
        frame.asked.kind,
        marked(frame, lines),
        frame.speech.unit(unit),
        frame.asked.mode,
        levels=levels(frame, unit, line_decimals(facts, unit)),
        own_scales=len(lines) > 1 and frame.asked.scale != "shared",
    )
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=chart,
        subtitle=_subtitle(frame, ranked, unit, facts),
        says=described(frame, chart, (_says(frame, r, unit) for r in ranked)),
        notes=frame.lines(
            (
                *(_listed(frame, r, len(ranked) > 1) for r in ranked),
                *notes.scales(frame, chart),
                *marks,
            )
        ),
        sources=amounts.sources(facts),
        wide=frame.asked.wide,
    )


def _rank(frame: Frame, family: model.Family) -> _Ranked | None:
    shown = members(frame, family, family.listed)
    listed = periods.asked(frame)
    period = listed[-1] if listed else None
    if not frame.asked.periods:
        period = periods.newest(frame, shown)
    if period is None:
        return None
    pairs = [(item, amounts.fact(item, period, item.series.at(period))) for item in shown]
    known = [pair for pair in pairs if pair[1].value is not None]
    if not known:
        return None
    order = tuple(sorted(known, key=lambda pair: (-amounts.number(pair[1]), pair[0].key)))
    shown_count = min(frame.asked.top or _TOP, len(order))
    subject = frame.subject(family.members)
    return _Ranked(family, frame.text(family.label), period, order, shown_count, subject)


def _points(
    frame: Frame, ranked: _Ranked, unit: model.Unit, told: model.Status
) -> tuple[model.Point, ...]:
    points = []
    decimals = _decimals(frame, ranked, unit)
    for at, (item, value) in enumerate(ranked.bars):
        label, rank = item.label, None
        if at >= ranked.shown:
            place_of = Ranked(*ranked.place(value))
            label = frame.captions.placed(label, place_of)
            text = frame.speech.rank(place_of.place, place_of.tied)
            rank = model.Number(text, _rank_of(ranked, value), frame.asked.place)
        points.append(
            model.Point(
                value=amounts.size(value, unit),
                text=amounts.to_decimals(frame, value, unit, decimals[at]),
                fact=value,
                label=label,
                status=model.Status.FINAL if value.status is told else value.status,
                highlighted=item.key == ranked.subject,
                key=item.key,
                rank=rank,
            )
        )
    return tuple(points)


def _decimals(frame: Frame, ranked: _Ranked, unit: model.Unit) -> list[int]:
    sizes = [amounts.size(f, unit) for _, f in ranked.bars]
    small = min(abs(s) for s in sizes if s is not None) < _SMALL
    fine = unit.dimension not in (model.Dimension.COUNT, model.Dimension.DAYS) and small
    facts = [f for _, f in ranked.bars]
    found = amounts.aligned(frame, facts, unit, lambda _: 1 if fine else 0)
    return found if frame.asked.decimals is not None else amounts.by_size(facts, unit, found)


def _subtitle(
    frame: Frame, ranked: list[_Ranked], unit: model.Unit, facts: list[model.Fact]
) -> str:
    statistic = ranked[0].label if len(ranked) == 1 else ""
    where = place(frame, [item for item, _ in ranked[0].order])
    own = frame.text(frame.asked.subtitle)
    named = (own,) if own else (statistic or _of_all(frame, ranked), where)
    text = notes.titled(frame, (*named, frame.speech.unit(unit)), facts)
    old = [r for r in ranked if r.period < frame.spec.period]
    if frame.asked.periods or len(old) < len(ranked) or len({r.period for r in ranked}) > 1:
        return text
    return frame.captions.subtitle((text,), (frame.captions.forms.latest,))


def _of_all(frame: Frame, ranked: list[_Ranked]) -> str:
    """What several panels measure."""
    return frame.captions.listing([r.label for r in ranked if r.label], 0)


def _panel(frame: Frame, ranked: _Ranked, every: list[_Ranked]) -> str:
    """What stands above one of several panels; its period where they differ."""
    if len({r.period for r in every}) == 1:
        return ranked.label
    period = frame.speech.period(ranked.period)
    return frame.captions.with_unit(ranked.label, period) if ranked.label else period


def _listed(frame: Frame, ranked: _Ranked, named: bool) -> Pieces:
    """How many are listed and shown; `named` says of which panel."""
    below = any(item.key == ranked.subject for item, _ in ranked.order[ranked.shown :])
    subject = frame.name(ranked.subject) if ranked.subject else ""
    listed = alt_text.listed(ranked.family.name, (value for _, value in ranked.order))
    text = frame.captions.listed(listed, ranked.shown, subject if below else "")
    if named and ranked.label:
        text = frame.captions.about(ranked.label, text)
    if subject and all(item.key != ranked.subject for item, _ in ranked.order):
        return (*text, *_absent(frame, ranked, subject))
    return text


def _absent(frame: Frame, ranked: _Ranked, subject: str) -> Pieces:
    """Why the subject is in no bar: “France: confidential.”, or that the source doesn't list it."""
    found = ranked.family.members[ranked.subject].at(ranked.period)
    if found is None or found.status not in _SAID:
        return (f" {frame.captions.not_listed(subject)}",)
    why = f"{frame.speech.words.marks[found.status]}."
    return (" ", *frame.captions.about(subject, (why,)))


def _says(frame: Frame, ranked: _Ranked, unit: model.Unit) -> Pieces:
    period = frame.speech.period(ranked.period)
    head = f"{ranked.label}, {period}" if ranked.label else period
    facts = [f for _, f in ranked.bars]
    write = alt_text.as_labelled(facts, unit, _decimals(frame, ranked, unit))
    named = ((frame.full_name(item.key), f) for item, f in ranked.bars)
    text = alt_text.values(frame, head, named, write)
    for item, value in ranked.order:
        if item.key == ranked.subject:
            rank = Ranked(*ranked.place(value), len(ranked.order), _rank_of(ranked, value))
            return joined(" ", (text, frame.captions.ranked(frame.full_name(item.key), rank)))
    return text


def _rank_of(ranked: _Ranked, value: model.Fact) -> model.Fact:
    """The rank of the subject among those listed, as a fact."""
    listed = [f for _, f in ranked.order]
    place, tied = ranked.place(value)
    made = model.call("rank", model.reference(ranked.family.name), model.reference(ranked.subject))
    return structs.replace(
        value,
        name=str(made),
        value=Decimal(place),
        unit=model.RANK,
        kind=model.Kind.RATIO,
        status=model.together(*(f.status for f in listed)),
        sources=amounts.sources(listed),
        derivation=made,
        cells=tuple(dict.fromkeys(cell for f in (value, *listed) for cell in f.cells)),
        resolution=None,
        of=len(listed),
        tied=tied,
        label=None,
    )
