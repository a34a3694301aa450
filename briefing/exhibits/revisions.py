"""What changed since an earlier edition as a table: figure, was, now, difference."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from briefing import model
from briefing.exhibits import alt_text
from briefing.exhibits.amounts import fitting, printed
from briefing.exhibits.frame import Frame
from briefing.language.amount import half_up

# Two values that differ have as many decimals as tell them apart, at most so many.
_MOST_DECIMALS = 6


class Revision(Struct, frozen=True):
    """A figure by its label, as it was and as it is now; `corrected` where it is not its data that
    changed."""

    label: str
    before: model.Fact
    now: model.Fact
    corrected: bool = False


def table(frame: Frame, revisions: Sequence[Revision], added: Sequence[Revision]) -> model.Grid:
    """A group of rows for what is added, revised and corrected, where there is any."""
    heads = frame.captions.forms.changes
    groups = (
        (heads[0], added),
        (heads[1], [r for r in revisions if not r.corrected]),
        (heads[2], [r for r in revisions if r.corrected]),
    )
    figure, was, now, difference = frame.captions.forms.compared
    columns = (
        model.Column(figure, False),
        model.Column(was, True),
        model.Column(now, True),
        model.Column(difference, True),
    )
    return model.Grid(columns, tuple(_rows(frame, groups)))


def _rows(
    frame: Frame, groups: Sequence[tuple[str, Sequence[Revision]]]
) -> Iterator[model.GridRow]:
    for head, revisions in groups:
        if revisions:
            yield model.GridRow(head, (), spaced=True)
        for revision in revisions:
            yield _row(frame, revision)


def _row(frame: Frame, revision: Revision) -> model.GridRow:
    before, now = revision.before, revision.now
    when = frame.speech.period(now.period, short=True) if now.period else ""
    named = f"{revision.label} {when}".strip()
    if not isinstance(now.value, Decimal):
        texts = [_date(frame, f) for f in (before, now)]
        return model.GridRow(named, (*map(_cell, texts, (before, now)), model.Cell("")))
    known = [f for f in (before, now) if isinstance(f.value, Decimal)]
    unit = fitting(now.unit, known)
    head = frame.captions.with_unit(named, frame.speech.unit(unit))
    if len(known) == 1:
        text = printed(frame, now, unit, alt_text.one_decimal(now))
        return model.GridRow(head, (model.Cell(""), _cell(text, now), model.Cell("")))
    decimals, old, new = _apart(frame, before, now, unit)
    return model.GridRow(
        head, (_cell(old, before), _cell(new, now), _difference(frame, before, now, decimals, unit))
    )


def _apart(
    frame: Frame, before: model.Fact, now: model.Fact, unit: model.Unit
) -> tuple[int, str, str]:
    """The fewest decimals that tell both values apart, and both so printed."""
    for decimals in range(alt_text.one_decimal(now), _MOST_DECIMALS + 1):
        old, new = (printed(frame, f, unit, decimals) for f in (before, now))
        if old != new:
            break
    return decimals, old, new


def _difference(
    frame: Frame, before: model.Fact, now: model.Fact, decimals: int, unit: model.Unit
) -> model.Cell:
    """By how much it is more or less now, with its sign."""
    assert isinstance(before.value, Decimal)
    assert isinstance(now.value, Decimal)
    name = f"revision({now.name})"
    made = structs.replace(
        now,
        name=name,
        value=now.value - before.value,
        kind=None,
        label=None,
        derivation=model.reference(name),
        cells=(*now.cells, *before.cells),
    )
    rounded = half_up(now.unit.convert(now.value - before.value, unit), -decimals)
    text = frame.speech.number(rounded, decimals)
    return model.Cell(f"+{text}" if rounded > 0 else text, fact=made)


def _cell(text: str, of: model.Fact) -> model.Cell:
    return model.Cell(text, fact=of)


def _date(frame: Frame, value: model.Fact) -> str:
    return frame.speech.period(value.value) if isinstance(value.value, model.Period) else ""
