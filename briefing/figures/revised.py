"""The figures of two editions by their records: revised (at its source or not), corrected,
followed, new or gone."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

from msgspec import Struct

from briefing.figures import between
from briefing.figures.read import Read
from briefing.model import CellRef, Dimension, Entry, Period, Record, is_stated
from briefing.model import unit as unit_of

_Key = tuple[str, str, str]
_Files = Mapping[str, str]
_NO_PERCENT = (Dimension.PERCENT, Dimension.POINTS, Dimension.RANK, Dimension.DATE)
# Beyond so many digits two values differ by how they were divided alone.
_SAME = Context(prec=15, rounding=ROUND_HALF_UP)


class Revision(Struct, frozen=True):
    """A figure that both editions print, of one period, with two values; or of two periods, the
    latest of each edition, which has the same part in both.

    `flips` says that it changed its sign or direction. `corrected` says that it is made otherwise
    of the same data of one vintage, or of what the author typed alone; else its data were revised,
    `at_source`
    where all that changed among them was fetched from who publishes it.
    """

    old: Entry
    new: Entry
    flips: bool = False
    corrected: bool = False
    at_source: bool = False

    @property
    def follows(self) -> bool:
        """Whether the new value is a later period's."""
        return self.old.period != self.new.period

    @property
    def before(self) -> Decimal | None:
        """The old value in the new one's unit; None where it is no number."""
        value, own = self.old.number, unit_of(self.old.unit)
        return None if value is None else own.convert(value, unit_of(self.new.unit))

    @property
    def difference(self) -> Decimal | None:
        """New less old, in the fact's unit; None where one is no number."""
        old, new = self.before, self.new.number
        return None if old is None or new is None else between.change(old, new)

    @property
    def percent(self) -> Decimal | None:
        """The difference in percent of the old value, to a tenth; None where that means nothing."""
        old, new = self.before, self.new.number
        if old is None or new is None or unit_of(self.new.unit).dimension in _NO_PERCENT:
            return None
        growth = between.growth(old, new)
        if not isinstance(growth, Decimal):
            return None
        return growth.quantize(Decimal("0.1"), ROUND_HALF_UP)


class Revisions(Struct, frozen=True):
    """What became of the figures, in the order of the records, flips apart; `followed` are figures
    whose latest value is another period's now."""

    flips: tuple[Revision, ...] = ()
    revised: tuple[Revision, ...] = ()
    followed: tuple[Revision, ...] = ()
    new: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()

    @property
    def some(self) -> bool:
        """Whether any figure differs."""
        return bool(self.flips or self.revised or self.followed or self.new or self.gone)

    @property
    def corrected(self) -> bool:
        """Whether a figure was wrong before, by no fault of its data."""
        return any(r.corrected for r in (*self.flips, *self.revised))

    @property
    def told(self) -> tuple[Revision, ...]:
        """What was revised, for who reads a list of it: what changed its direction first, and a
        figure that goes by several names (`exports`, `exports_to[RUS]`) once."""
        return _once(r for r in (*self.flips, *self.revised) if not r.follows)

    @property
    def told_later(self) -> tuple[Revision, ...]:
        """The latest value of each figure beside that of the edition before, each once."""
        return _once(r for r in (*self.flips, *self.followed) if r.follows)


def revisions(old: Record, new: Record) -> Revisions:
    """What became of the figures of the old record in the new one."""
    before, now = _by_key(old), _by_key(new)
    found = [
        _revision(before[key], now[key], old, new)
        for key in now
        if key in before and not _alike(before[key], now[key])
    ]
    later = tuple(_followed(before, now))
    fresh = {r.new.key for r in later}
    left = {r.old.key for r in later}
    return Revisions(
        flips=(*(r for r in found if r.flips), *(r for r in later if r.flips)),
        revised=tuple(r for r in found if not r.flips),
        followed=tuple(r for r in later if not r.flips),
        new=tuple(now[key] for key in now if key not in before and key not in fresh),
        gone=tuple(before[key] for key in before if key not in now and key not in left),
    )


def is_corrected(before: Read, now: Read, old: _Files, new: _Files) -> bool:
    """Whether a figure, read from that and now from this, is another by no fault of its data: they
    are of one vintage, and what the author typed, or the same values, or all of files that both
    editions read alike.

    How its formula is written says nothing, nor what became of other cells of the files.
    """
    if before.as_of and now.as_of and before.as_of != now.as_of:
        return False
    if now.cells and all(is_stated(cell.column) for cell in now.cells):
        return True
    if before.data and before.data == now.data:
        return True
    files = _files((*now.cells, *before.cells))
    return bool(files) and all(f in old and f in new and old[f] == new[f] for f in files)


def is_revised_at_source(cells: Collection[CellRef], old: Record, new: Record) -> bool:
    """Whether all files of these cells that changed are replies of one address in both editions.

    A file that somebody wrote over isn't: its bytes are no longer those that were fetched.
    """
    files = _files(cells)
    before, now = ({i.path: i for i in record.inputs if i.path in files} for record in (old, new))
    changed = [
        (before[path], now[path])
        for path in files
        if path in before and path in now and before[path].sha256 != now[path].sha256
    ]
    return bool(changed) and all(a.address and a.address == b.address for a, b in changed)


def _files(cells: Iterable[CellRef]) -> set[str]:
    return {cell.path for cell in cells if not is_stated(cell.column)}


def same(one: Decimal, other: Decimal) -> bool:
    """Whether two values differ by no more than how they were divided."""
    return _SAME.plus(one) == _SAME.plus(other)


def _once(revisions: Iterator[Revision]) -> tuple[Revision, ...]:
    listed: dict[object, Revision] = {}
    for revision in revisions:
        old, new = revision.old, revision.new
        key = new.period, new.unit, old.value, new.value, new.cells or new.name
        if key not in listed or _is_named(new) > _is_named(listed[key].new):
            listed[key] = revision
    return tuple(listed.values())


def _is_named(entry: Entry) -> bool:
    return entry.name.isidentifier()


def _alike(old: Entry, new: Entry) -> bool:
    before, now = Revision(old, new).before, new.number
    if (old.bound, old.of, old.tied, old.stale) != (new.bound, new.of, new.tied, new.stale):
        return False
    return old.value == new.value if before is None or now is None else same(before, now)


def _revision(old: Entry, new: Entry, before: Record, now: Record) -> Revision:
    corrected = is_corrected(_read(old), _read(new), before.files, now.files)
    at_source = not corrected and is_revised_at_source((*new.cells, *old.cells), before, now)
    return Revision(old, new, _opposed(old, new), corrected, at_source)


def _read(entry: Entry) -> Read:
    return Read(entry.cells, entry.data, entry.as_of)


def _opposed(old: Entry, new: Entry) -> bool:
    before, now = old.number, new.number
    return before is not None and now is not None and before * now < 0


def _followed(before: Mapping[_Key, Entry], now: Mapping[_Key, Entry]) -> Iterator[Revision]:
    """Each figure whose latest value is of another period than in the edition before: turnover of
    2025 beside that of 2024, a rank beside that of the year before."""
    latest = _latest(before)
    for role, entry in _latest(now).items():
        old = latest.get(role)
        if old is None or entry.key in before or old.period == entry.period:
            continue
        yield Revision(old, entry, flips=_opposed(old, entry))


def _latest(entries: Mapping[_Key, Entry]) -> dict[tuple[str, str], Entry]:
    """The latest value of each figure that has periods, by its name and unit."""
    found: dict[tuple[str, str], Entry] = {}
    for (name, period, unit), entry in entries.items():
        role = name, unit
        if period and (role not in found or _end(found[role]) < _end(entry)):
            found[role] = entry
    return found


def _end(entry: Entry) -> Period:
    return Period.parse(entry.period or "")


def _by_key(record: Record) -> dict[_Key, Entry]:
    return {entry.key: entry for entry in record.facts}
