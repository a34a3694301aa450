"""Which series a chart over periods draws, which it gathers as the others, which it compares."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from briefing.exhibits import alt_text, periods
from briefing.exhibits.amounts import fact
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.selection import Shown, compared_of, is_family, series_of
from briefing.language.told import Counted, Pieces
from briefing.model import Period, Refusal

_MOST_LINES = 4
# A stack has so many looks that can be told apart; with more parts the last is the rest.
_MOST_PARTS = 4


class Chosen(Struct, frozen=True):
    """What is drawn over which periods; what is gathered, how many are compared, and the note that
    says how many there are."""

    shown: Sequence[Shown]
    span: tuple[Period, ...]
    rest: Sequence[Shown] = ()
    compared: Sequence[Shown] = ()
    note: tuple[Pieces, ...] = ()


def chosen(frame: Frame, stacked: bool) -> Chosen:
    """The series that have a value in the span: of a family the largest and the subject, of many
    parts of a stack the largest, with the rest gathered."""
    shown = series_of(frame)
    beside = compared_of(frame, shown)
    span = periods.span(frame, (*shown, *beside))
    keys = {item.name for item in beside}
    known = [i for i in shown if i.name not in keys and _has(i, span)]
    beside = tuple(item for item in beside if _has(item, span))
    if not known:
        raise Unshowable(nothing(frame))
    if is_family(frame):
        return _of_family(frame, known, span, stacked, beside)
    if not stacked or len(known) <= _MOST_PARTS:
        return Chosen(known, span, compared=beside)
    ordered = sorted(known, key=lambda item: (-last(item, span), known.index(item)))
    drawn = _parts(ordered, _wanted(frame, ordered))
    note = frame.captions.listed(_counted(known, span), len(drawn), "")
    rest = [item for item in known if item not in drawn]
    return Chosen(drawn, span, rest, beside, (note,))


def _of_family(
    frame: Frame,
    known: Sequence[Shown],
    span: tuple[Period, ...],
    stacked: bool,
    beside: tuple[Shown, ...],
) -> Chosen:
    subject = frame.subject([item.key for item in known])
    largest = sorted(known, key=lambda item: (-last(item, span), item.key))
    if stacked and len(known) > _MOST_PARTS:
        most = min(frame.asked.top or _MOST_PARTS - 1, _MOST_PARTS - 1)
        wanted = [item for item in largest if item.key == subject] or _wanted(frame, largest)
        drawn = _parts(largest, wanted, most)
        most = sum(item in drawn for item in largest[:most])
    else:
        most = frame.asked.top or (_MOST_PARTS if stacked else _MOST_LINES)
        top = largest[:most]
        wanted = _wanted(frame, largest)
        drawn = [i for i in largest if i in top or i.key == subject or i in wanted]
    below = frame.name(subject) if subject and len(drawn) > most else ""
    listed = _counted(known, span, frame.asked.show[0].text)
    note = frame.captions.listed(listed, min(most, len(known)), below)
    rest = [item for item in known if item not in drawn] if stacked else []
    return Chosen(drawn, span, rest, beside, (note,))


def _counted(known: Sequence[Shown], span: Sequence[Period], family: str = "") -> Counted:
    """How many have a value, by the last of each."""
    newest = (
        fact(item, period, periods.at(item, period))
        for item in known
        for period in [p for p in span if periods.known(item, p)][-1:]
    )
    return alt_text.listed(family or [item.name for item in known], newest)


def _parts(
    ordered: Sequence[Shown], wanted: Sequence[Shown], most: int = _MOST_PARTS - 1
) -> list[Shown]:
    """The largest parts, the wanted one among them, so many in all."""
    kept = list(ordered[:most])
    for item in wanted[:1]:
        if item not in kept:
            kept[-1:] = [item]
    return kept


def _wanted(frame: Frame, shown: Sequence[Shown]) -> list[Shown]:
    """Those that `highlight:` names."""
    return [i for i in shown if {i.name, i.key} & set(frame.asked.highlight)]


def _has(item: Shown, span: Sequence[Period]) -> bool:
    return any(periods.known(item, period) for period in span)


def last(item: Shown, span: Sequence[Period]) -> Decimal:
    """A series' last value in the span, by which the largest are chosen."""
    values = (periods.at(item, p) for p in reversed(span))
    unit = item.series.unit
    known = (o.value for o in values if o is not None and o.value is not None)
    return next((unit.convert(value, unit.scaled(0)) for value in known), Decimal(0))


def nothing(frame: Frame) -> Refusal:
    """That the exhibit is empty in this edition."""
    names = ", ".join(phrase.text for phrase in frame.asked.show)
    first = frame.asked.show[0].text
    when = "" if first in frame.facts.events else " latest"
    if frame.asked.periods:
        when = f" {frame.asked.periods[-1]}"
    return Refusal(
        f"exhibit {frame.asked.name}: {names} has nothing to show in the edition "
        f"{frame.spec.period}",
        f"wrap it in ::: if {first}{when} … :::, or choose other periods",
        "B354",
    )
