"""What a section shows, ready to be drawn or set: texts written, values unrounded."""

from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct

from briefing.model.fact import Fact
from briefing.model.inline import Image, Inline, Number
from briefing.model.period import Period
from briefing.model.series import Status


class Point(Struct, frozen=True):
    """One value of a chart: `at` is its period (None for a category, which has a `label`).

    `value` is in the chart's unit, unrounded, None where missing. `text` is the value as a label
    prints it, without mark. `hollow` says a part-year, whose months `label` names. What is `told`
    stands in the exhibit's title; `noted` is the author's word at the point. `key` is the code of a
    member, `rank` the place that the label of one below those shown says.
    """

    value: Decimal | None
    text: str
    fact: Fact
    at: Period | None = None
    label: str = ""
    status: Status = Status.FINAL
    hollow: bool = False
    highlighted: bool = False
    told: bool = False
    noted: str = ""
    key: str = ""
    rank: Number | None = None


class Line(Struct, frozen=True):
    """One series of a chart with its direct label; one that others are `compared` with is grey.
    `panel` heads the panel in which several lines stand together."""

    name: str
    label: str
    points: tuple[Point, ...]
    compared: bool = False
    panel: str = ""


class Chart(Struct, frozen=True):
    """Data of a chart. `kind` is the exhibit's (bars, line, ranking, share …), `mode` grouped,
    stacked, percent or diverging. Points of the lines share their periods or categories, in order.

    `totals` are what the parts of a stack add up to, `levels` figures that all are held against.
    With `from_zero` the axis begins at zero; with `own_scales` each of several panels has its own.
    A map is drawn `about` a country.
    """

    kind: str
    lines: tuple[Line, ...]
    unit: str
    mode: str = "grouped"
    totals: tuple[Point, ...] = ()
    levels: tuple[Point, ...] = ()
    from_zero: bool = True
    own_scales: bool = False
    about: str = ""

    @property
    def points(self) -> tuple[Point, ...]:
        """Every point: of the lines, then totals and levels."""
        return (*(p for line in self.lines for p in line.points), *self.totals, *self.levels)


class Column(Struct, frozen=True):
    """A grid's column: its head; numbers are set right, aligned on the point. With `bars` each,
    a percentage, is also drawn, from a zero line beside it."""

    head: str
    numeric: bool
    bars: bool = False


class Cell(Struct, frozen=True):
    """A grid's cell: `text` as printed and the status beside it. Where it `cites` sources, the text
    is their codes, which the document gives."""

    text: str
    status: Status = Status.FINAL
    fact: Fact | None = None
    cites: tuple[str, ...] = ()


class GridRow(Struct, frozen=True):
    """The head is the first column's text; `spaced` starts a group; `strong` is the newest row. A
    row without cells heads the group below it, over all columns."""

    head: str
    cells: tuple[Cell, ...]
    spaced: bool = False
    strong: bool = False


class Grid(Struct, frozen=True):
    """A printed table: the first column holds the rows' heads; `notes` stand below."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]


class Tile(Struct, frozen=True):
    """One headline fact: label, value and unit apart, what changed, and a sparkline's points.

    `meaning` says what the figure means (its place, a record), `age` how old an old one is.
    """

    label: str
    value: str
    unit: str
    status: Status
    change: str
    fact: Fact
    changed: tuple[Fact, ...]
    spark: tuple[Point, ...]
    first: str
    last: str
    meaning: tuple[Number, ...] = ()
    age: str = ""


class Tiles(Struct, frozen=True):
    tiles: tuple[Tile, ...]


class Moment(Struct, frozen=True):
    """One event of a timeline; `sources` are source names. `meaning` is what a filled marker says
    of it, empty where its marker is open."""

    date: str
    title: str
    detail: str
    meaning: str
    sources: tuple[str, ...]
    fact: Fact

    @property
    def head(self) -> str:
        """The title, with a full stop where the detail follows: two sentences, for who hears them
        too."""
        return f"{self.title}." if self.detail and self.title[-1:].isalnum() else self.title


class Timeline(Struct, frozen=True):
    moments: tuple[Moment, ...]


class Person(Struct, frozen=True):
    """Who holds an office: `name` and what it is in the person's own `language`, where that is told
    (`native`); `holds` is the office with its country, `dated` since when and as of when that is
    known, both as printed. `sources` are source names."""

    name: str
    native: str
    language: str
    holds: str
    dated: str
    sources: tuple[str, ...]
    since: Fact | None = None
    portrait: Image | None = None


class People(Struct, frozen=True):
    """Who is who."""

    people: tuple[Person, ...]


class Change(Struct, frozen=True):
    """One column of what changed: its head (“Revised”) and its lines, whose figures are numbers."""

    head: str
    lines: tuple[tuple[Inline, ...], ...]


class Changes(Struct, frozen=True):
    """What changed since an earlier edition, in columns."""

    columns: tuple[Change, ...]


Content: TypeAlias = Chart | Grid | Tiles | Timeline | People | Changes


class Exhibit(Struct, frozen=True):
    """An exhibit's content with its subtitle (statistic, period, unit), the sentence that says what
    it shows, its notes (marks explained, roundings, part-years) and the sources it draws on; of a
    chart also its data as grids. Each figure of a sentence or note is a number."""

    name: str
    kind: str
    content: Content
    subtitle: str
    says: tuple[Inline, ...]
    notes: tuple[tuple[Inline, ...], ...]
    sources: tuple[str, ...]
    wide: bool = False
    data: tuple[Grid, ...] = ()

    @property
    def is_table(self) -> bool:
        """Whether it counts as a table, else as a figure; tiles are neither."""
        return isinstance(self.content, Grid)
