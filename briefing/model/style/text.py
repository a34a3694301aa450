"""Kinds of text: how each is set."""

from msgspec import Struct


class TextStyle(Struct, frozen=True):
    """How a kind of text is set: a face by name, a colour `#RRGGBB`, sizes, space before and after.

    `rise` is how far it stands above its line, as a mark in superscript does; `align` is `left`
    (ragged at the right) or `justified`.
    """

    face: str
    size: float
    leading: float
    colour: str
    before: float = 0.0
    after: float = 0.0
    tracking: float = 0.0
    rise: float = 0.0
    align: str = "left"


class MetadataText(Struct, frozen=True):
    """The strip of metadata."""

    label: TextStyle
    value: TextStyle


class TileText(Struct, frozen=True):
    """Headline facts."""

    label: TextStyle
    value: TextStyle
    unit: TextStyle
    mark: TextStyle
    change: TextStyle
    year: TextStyle


class ContentsText(Struct, frozen=True):
    """The list of contents."""

    head: TextStyle
    number: TextStyle
    title: TextStyle
    page: TextStyle


class LocatorText(Struct, frozen=True):
    """The map: names on it, and the one in the dark land."""

    name: TextStyle
    own: TextStyle


class AgesText(Struct, frozen=True):
    """How current the figures are."""

    label: TextStyle
    last: TextStyle
    old: TextStyle


class SideText(Struct, frozen=True):
    """The side column."""

    head: TextStyle
    body: TextStyle
    figure: TextStyle


class ExhibitText(Struct, frozen=True):
    """What stands over and under exhibits."""

    label: TextStyle
    title: TextStyle
    title_side: TextStyle
    subtitle: TextStyle
    note: TextStyle


class GridText(Struct, frozen=True):
    """Tables."""

    head: TextStyle
    cell: TextStyle
    strong: TextStyle
    mark: TextStyle


class ChangesText(Struct, frozen=True):
    """What changed since the last edition."""

    head: TextStyle
    column: TextStyle
    text: TextStyle


class TimelineText(Struct, frozen=True):
    """Timelines."""

    date: TextStyle
    title: TextStyle
    detail: TextStyle
    code: TextStyle


class DataText(Struct, frozen=True):
    """The annex of data; `grid` is set in its tables."""

    label: TextStyle
    subtitle: TextStyle
    grid: GridText


class AnnexText(Struct, frozen=True):
    """The annex of sources and methods."""

    head: TextStyle
    text: TextStyle


class SourceText(Struct, frozen=True):
    """The list of sources."""

    code: TextStyle
    text: TextStyle


class SymbolText(Struct, frozen=True):
    """The list of symbols."""

    mark: TextStyle
    text: TextStyle


class ChartText(Struct, frozen=True):
    """Charts."""

    axis: TextStyle
    value: TextStyle
    value_main: TextStyle
    label: TextStyle
    label_main: TextStyle
    series: TextStyle
    panel: TextStyle
    months: TextStyle
    inside: TextStyle
    mark: TextStyle


class Texts(Struct, frozen=True):
    """Every kind of text."""

    marking: TextStyle
    running: TextStyle
    running_page: TextStyle
    series: TextStyle
    series_part: TextStyle
    title: TextStyle
    standfirst: TextStyle
    metadata: MetadataText
    tile: TileText
    keypoints_head: TextStyle
    keypoint: TextStyle
    contents: ContentsText
    locator: LocatorText
    ages: AgesText
    h2: TextStyle
    h2_number: TextStyle
    h3: TextStyle
    h4: TextStyle
    lead: TextStyle
    body: TextStyle
    wide: TextStyle
    quote: TextStyle
    code: TextStyle
    footnote: TextStyle
    footnote_mark: TextStyle
    crossreference: TextStyle
    side: SideText
    exhibit: ExhibitText
    grid: GridText
    changes: ChangesText
    timeline: TimelineText
    data: DataText
    annex: AnnexText
    source: SourceText
    symbol: SymbolText
    chart: ChartText
