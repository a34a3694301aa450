"""One panel of a chart over periods: its scales, grid, zero line and tick labels."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.charts.rect import Rect
from briefing.charts.sheet import Label, Sheet
from briefing.charts.ticks import Scale, year_text, years
from briefing.language import cell
from briefing.model import Dimension, Frequency, Line, Period, Point, Status, Unit
from briefing.model.style.colours import Role

_PLAIN = Unit(Dimension.COUNT)
_COUNTED = (Dimension.COUNT, Dimension.DAYS, Dimension.RANK)
_CENTURY = 100
_YEARS_IN_FULL = frozenset({"ru", "mn"})
_PER_YEAR = {
    Frequency.YEAR: 1,
    Frequency.HALF: 2,
    Frequency.QUARTER: 4,
    Frequency.MONTH: 12,
    Frequency.WEEK: 52,
    Frequency.DAY: 366,
}
# They are counted through, not year by year.
_COUNTED_ON = (Frequency.WEEK, Frequency.DAY)


def slot(period: Period, frequency: Frequency) -> float:
    """Where a period stands on the axis, counted in the frequency; a range stands at its end."""
    if frequency is Frequency.YEAR:
        return float(period.end.year)
    if period.frequency is frequency:
        return float(period.last)
    return float(period.end.year * _PER_YEAR[frequency])


def frequency_of(lines: Sequence[Line]) -> Frequency:
    """What the periods of a chart count in: years, unless all are shorter and no part-years."""
    periods = [point.at for line in lines for point in line.points if point.at is not None]
    kinds = {p.frequency for p in periods if not p.is_range}
    if len(kinds) == 1 and not any(p.is_range for p in periods):
        return kinds.pop()
    return Frequency.YEAR


def are_fiscal(lines: Sequence[Line]) -> bool:
    """Whether all periods are years that begin in another month than January."""
    return all(p.at is not None and p.at.is_fiscal for line in lines for p in line.points)


def slots_of(lines: Sequence[Line]) -> tuple[float, float]:
    """The first and last place that the lines' periods take."""
    frequency = frequency_of(lines)
    places = [slot(p.at, frequency) for line in lines for p in line.points if p.at is not None]
    return min(places), max(places)


def are_counted(lines: Sequence[Line]) -> bool:
    """Whether all values are whole numbers of persons, days or things."""
    points = [point for line in lines for point in line.points if point.value is not None]
    units = {point.fact.unit for point in points}
    counted = all(unit.dimension in _COUNTED and not unit.exponent for unit in units)
    return counted and all(point.value == int(point.value or 0) for point in points)


def year_of(position: float, frequency: Frequency) -> int:
    """The year of a place on the axis."""
    if frequency in _COUNTED_ON:
        return Period(frequency, int(position), int(position)).start.year
    return int(position // _PER_YEAR[frequency])


class Panel:
    """A box of the sheet with a scale; `slots` are the first and last place on its x axis, `fiscal`
    says that its years end in the one that names their place."""

    def __init__(
        self,
        sheet: Sheet,
        box: Rect,
        scale: Scale,
        slots: tuple[float, float],
        frequency: Frequency,
        margin: float = 0.5,
        fiscal: bool = False,
    ) -> None:
        self.sheet = sheet
        self.box = box
        self.scale = scale
        self.slots = slots
        self.frequency = frequency
        self.fiscal = fiscal
        self._low, self._high = float(scale.low), float(scale.high)
        around = margin if slots[0] < slots[1] else 0.5
        self._left, self._right = slots[0] - around, slots[1] + around

    @property
    def pitch(self) -> float:
        """Points from one slot to the next."""
        return self.box.width / (self._right - self._left)

    @property
    def zero(self) -> float:
        """Height of the zero line on the sheet, or of the nearest end."""
        return self.y(Decimal(0)) if self._low <= 0 <= self._high else self.box.bottom

    def x(self, position: float) -> float:
        """A slot's middle on the sheet."""
        return self.box.left + (position - self._left) * self.pitch

    def y(self, value: Decimal | float) -> float:
        """A value's height on the sheet."""
        share = (float(value) - self._low) / (self._high - self._low)
        return self.box.bottom + share * self.box.height

    def at(self, point: Point) -> float:
        """The middle on the sheet of a point's slot."""
        assert point.at is not None
        return self.x(slot(point.at, self.frequency))

    def draw_grid(self) -> None:
        """Grid lines behind the data, the zero line above it, the values at the left."""
        sheet, box = self.sheet, self.box
        kind = sheet.text.axis
        rise = sheet.cap(kind) / 2
        if self._low <= 0 <= self._high:
            self._across(Decimal(0), self.sheet.measures.zero, "zero", order=4)
        for tick in self.scale.ticks:
            if tick:
                self._across(tick, self.sheet.measures.grid, "grid", order=1)
            label = axis_label(sheet, tick, self.scale)
            left = box.left - sheet.measures.pad - sheet.width_of(label)
            sheet.set(label, left, self.y(tick) - rise)

    def _across(self, value: Decimal, weight: float, role: Role, order: float) -> None:
        ends = [(self.box.left, self.y(value)), (self.box.right, self.y(value))]
        self.sheet.line(ends, weight, role, order)

    def draw_years(self, top: bool = False, below: float = 0.0) -> None:
        """The years under the panel, so far `below` it, or over it."""
        sheet = self.sheet
        kind = sheet.text.axis
        first, last = (year_of(position, self.frequency) for position in self.slots)
        # Over a century two digits name several years.
        far = last - first >= _CENTURY
        full = far or self.fiscal or sheet.language in _YEARS_IN_FULL
        per_year = 1 if self.frequency is Frequency.YEAR else _PER_YEAR[self.frequency]
        gap = sheet.measures.years.gap
        ends = sheet.width_of(Label("0000/00" if self.fiscal else "0000", kind)) + gap
        between = ends if full else sheet.width_of(Label("’00", kind)) + gap
        rise = sheet.measures.years.drop
        baseline = self.box.top + rise if top else self.box.bottom - below - rise - sheet.cap(kind)
        for year in years(first, last, self.pitch * per_year, ends, between):
            text = year_text(year, (first, last), full)
            label = Label(f"{year - 1}/{year % 100:02}" if self.fiscal else text, kind)
            middle = self.x(self._place(year))
            half = sheet.width_of(label) / 2
            left = min(max(middle - half, 0), sheet.width - 2 * half)
            sheet.set(label, left, baseline)

    def _place(self, year: int) -> float:
        if self.frequency is Frequency.YEAR:
            return float(year)
        day = Period.day(Period.year(year).start).first
        places = {Frequency.DAY: day, Frequency.WEEK: (day - 1) // 7}
        place = places.get(self.frequency, year * _PER_YEAR[self.frequency])
        return min(max(float(place), self.slots[0]), self.slots[1])


def axis_label(sheet: Sheet, tick: Decimal, scale: Scale) -> Label:
    """A tick's value as the axis prints it; all have the same decimals."""
    text = cell(tick, Status.FINAL, _PLAIN, scale.decimals, sheet.language)
    return Label(text, sheet.text.axis)


def left_inset(sheet: Sheet, scales: Sequence[Scale], inset: float) -> float:
    """The room that the values at the left want, at least the style's."""
    widths = [
        sheet.width_of(axis_label(sheet, tick, scale)) for scale in scales for tick in scale.ticks
    ]
    return max([inset, *(width + sheet.measures.pad + 1 for width in widths)])
