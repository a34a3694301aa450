"""Measures of pages: lengths in points, or counts."""

from msgspec import Struct, field

from briefing.model.style import exhibits
from briefing.model.style.charts import ChartMeasures


class PageMeasures(Struct, frozen=True):
    """The page, its margins, and where text begins and ends on the first and on others; whether
    sections begin on the page after the first, which stands `alone` then."""

    width: float
    height: float
    left: float
    right: float
    first: float
    top: float
    bottom: float
    alone: bool


class ColumnMeasures(Struct, frozen=True):
    """The main column, the one at the side, the gutter between them; `wide` is that of text beside
    which nothing stands, where it is more than the main column. In a `single` one all stands under
    one another."""

    single: bool

    main: float
    side: float
    wide: float
    gutter: float


class MarkingMeasures(Struct, frozen=True):
    """Where the marking stands."""

    top: float
    bottom: float


class RunningMeasures(Struct, frozen=True):
    """Running heads and feet, and the rule under the head."""

    head: float
    foot: float
    rule: float
    drop: float


class BandMeasures(Struct, frozen=True):
    """The coloured band behind series and title, where it is `printed`, and the white in it."""

    printed: bool
    top: float
    side: float
    bottom: float


class TabMeasures(Struct, frozen=True):
    """The coloured tab of the series line."""

    width: float
    height: float


class SeriesMeasures(Struct, frozen=True):
    """The rule over the first page."""

    rule: float
    tab: TabMeasures


class LogoMeasures(Struct, frozen=True):
    """A crest or logo beside the title, at most so large."""

    width: float
    height: float


class StandfirstMeasures(Struct, frozen=True):
    """How wide the standfirst is while it has no more lines than these."""

    width: float
    lines: int


class MetadataMeasures(Struct, frozen=True):
    """The strip of metadata and where its cells begin."""

    rule: float
    pad: float
    line: float
    after: float
    first: float
    second: float
    third: float
    fourth: float
    fifth: float
    gap: float


class OpeningMeasures(Struct, frozen=True):
    """The first page: whether tiles stand `beside` its lead exhibit, and the white between its
    parts."""

    beside: bool
    gap: float


class LocatorMeasures(Struct, frozen=True):
    """The map, where it is `printed`: its height, its lines, the white over its note."""

    printed: bool
    height: float
    line: float
    after: float


class AgesMeasures(Struct, frozen=True):
    """How current the figures are, where it is `printed`: how long and heavy its lines are, its
    dots, the white over and under a row and beside a line."""

    printed: bool
    line_width: float
    line: float
    dot: float
    pad: float
    gap: float


class ContentsMeasures(Struct, frozen=True):
    """The list of contents, where it is `printed`; `inline` in one line, its entries `apart`."""

    printed: bool
    inline: bool
    apart: float
    rule: float
    line: float
    slot: float
    pad: float
    page: float
    before: float


class HeadMeasures(Struct, frozen=True):
    """The head of a section; `room` is what must be free for it on its page."""

    rule: float
    slot: float
    before: float
    room: float


class SideMeasures(Struct, frozen=True):
    """Groups of the side column."""

    rule: float
    before: float
    excess: float
    line: float


class ListMeasures(Struct, frozen=True):
    """Items of lists, in as far as `narrowest` leaves them room."""

    indent: float
    gap: float
    narrowest: float


class BarredMeasures(Struct, frozen=True):
    """An indent with a bar at its left."""

    indent: float
    bar: float


class FootnoteMeasures(Struct, frozen=True):
    """`before`: the white over the rule, at least; `most`: the share of a page that notes take."""

    rule: float
    width: float
    before: float
    most: float


class RuleMeasures(Struct, frozen=True):
    """A rule of the author's."""

    line: float
    before: float
    after: float


class BreakMeasures(Struct, frozen=True):
    """Lines kept together, room wanted, and what hyphens and short last lines cost."""

    lines: int
    room: float
    hyphen: float
    hyphens: float
    last: float


class Measures(Struct, frozen=True, kw_only=True):
    """Every measure of a style; `narrow` are those of charts in the side column."""

    page: PageMeasures
    column: ColumnMeasures
    marking: MarkingMeasures
    running: RunningMeasures
    band: BandMeasures
    series: SeriesMeasures
    logo: LogoMeasures
    standfirst: StandfirstMeasures
    metadata: MetadataMeasures
    tile: exhibits.TileMeasures
    keypoints_rule: float
    opening: OpeningMeasures
    locator: LocatorMeasures
    ages: AgesMeasures
    contents: ContentsMeasures
    h2: HeadMeasures
    side: SideMeasures
    lists: ListMeasures = field(name="list")
    quote: BarredMeasures
    code: BarredMeasures
    footnote: FootnoteMeasures
    rule: RuleMeasures
    image: exhibits.ImageMeasures
    exhibit: exhibits.ExhibitMeasures
    grid: exhibits.GridMeasures
    gap: exhibits.GapMeasures
    changes: exhibits.ChangesMeasures
    timeline: exhibits.TimelineMeasures
    data: exhibits.DataMeasures
    methods_printed: bool
    register_printed: bool
    register_linked: bool
    quality_printed: bool
    brief_printed: bool
    source_slot: float
    breaks: BreakMeasures = field(name="break")
    chart: ChartMeasures
    narrow: ChartMeasures
