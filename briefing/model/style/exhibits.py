"""Measures of exhibits on pages: lengths in points, or counts."""

from msgspec import Struct


class SparkMeasures(Struct, frozen=True):
    """The line at the right of a tile."""

    width: float
    height: float
    gap: float
    line: float
    dot: float


class TileMeasures(Struct, frozen=True):
    """Headline facts: how many side by side and how wide at least, their rule, the white between
    them and between rows."""

    across: int
    narrowest: float
    gutter: float
    rule: float
    row: float
    after: float
    unit: float
    spark: SparkMeasures


class ImageMeasures(Struct, frozen=True):
    """Pictures: resolution and greatest height."""

    after: float
    dpi: float
    highest: float


class WholeMeasures(Struct, frozen=True):
    """Up to how many rows or events an exhibit is never parted."""

    rows: int
    moments: int


class ExhibitMeasures(Struct, frozen=True):
    """The frame of exhibits."""

    rule: float
    before: float
    after: float
    whole: WholeMeasures


class GridMeasures(Struct, frozen=True):
    """Tables: rules, paddings, the slot for marks; `part_rows` stay together at a break. One that
    is too wide is set smaller, in `least` points at least."""

    rule: float
    line: float
    least: float
    pad: float
    head: float
    head_lines: int
    edge: float
    right: float
    slot: float
    mark: float
    group: float
    part_rows: int
    wide_columns: int
    before: float
    after: float


class GapMeasures(Struct, frozen=True):
    """The bar of a gap; `scale` is the percentage at its slot's end."""

    slot: float
    bar: float
    zero: float
    rise: float
    scale: float


class ChangesMeasures(Struct, frozen=True):
    """The tinted box of what changed."""

    bar: float
    top: float
    right: float
    bottom: float
    left: float
    gap: float


class TimelineMeasures(Struct, frozen=True):
    """Dates, rail and texts of a timeline."""

    date: float
    rail: float
    text: float
    line: float
    marker: float
    stroke: float
    centre: float
    gap: float


class DataMeasures(Struct, frozen=True):
    """The annex of data, where it is `printed`, and the tables in it."""

    printed: bool
    across: int
    after: float
    grid: GridMeasures
