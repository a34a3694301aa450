"""Measures of charts: lengths in points, shares, or counts."""

from msgspec import Struct, structs


class LinesMeasures(Struct, frozen=True):
    """How many lines a grid has."""

    fewest: int
    most: int


class YearsMeasures(Struct, frozen=True):
    """The years under a chart."""

    drop: float
    gap: float


class MonthsMeasures(Struct, frozen=True):
    """The months of a part-year."""

    gap: float
    line: float


class ValueMeasures(Struct, frozen=True):
    """Values at points and bars."""

    gap: float
    apart: float
    far: float


class BarsMeasures(Struct, frozen=True):
    """Bars over periods."""

    height: float
    double: float
    left: float
    right: float
    top: float
    bottom: float
    above: float
    widest: float


class DoubleMeasures(Struct, frozen=True):
    """A second panel at a scale of its own."""

    gap: float
    share: float


class LineMeasures(Struct, frozen=True):
    """Lines over periods."""

    height: float
    left: float
    right: float
    right_named: float
    top: float
    bottom: float
    main: float
    other: float
    lift: float


class EndsMeasures(Struct, frozen=True):
    """Names and values at the ends of lines."""

    gap: float
    apart: float
    most: float


class RankingMeasures(Struct, frozen=True):
    """Ranked bars."""

    pitch: float
    edge: float
    label: float
    right: float
    gap: float
    gutter: float
    across: float
    most: float


class PairMeasures(Struct, frozen=True):
    """Flat bars in pairs."""

    bar: float
    gap: float
    left: float
    right: float
    inset: float
    rise: float


class MapMeasures(Struct, frozen=True):
    """Maps: the height beside what a region's shape asks for, and at most beside the width."""

    height: float
    most: float


class MultipleMeasures(Struct, frozen=True):
    """Small panels."""

    height: float
    gutter: float
    right: float


class ChartMeasures(Struct, frozen=True):
    """Charts."""

    narrow: float
    grid: float
    zero: float
    hollow: float
    leader: float
    dot: float
    pad: float
    clear: float
    mark: float
    snap: float
    lines: LinesMeasures
    years: YearsMeasures
    months: MonthsMeasures
    value: ValueMeasures
    name_gap: float
    leader_from: float
    leader_gap: float
    point_gap: float
    bar: float
    bar_group: float
    bar_flat: float
    bars: BarsMeasures
    double: DoubleMeasures
    panel_rise: float
    line: LineMeasures
    ends: EndsMeasures
    ranking: RankingMeasures
    pair: PairMeasures
    multiple: MultipleMeasures
    map: MapMeasures

    def stretched(self, factor: float) -> "ChartMeasures":
        """The measures with every height times the factor, text and insets as they are."""
        bars, ranking, pair = self.bars, self.ranking, self.pair
        return structs.replace(
            self,
            bars=structs.replace(bars, height=bars.height * factor, double=bars.double * factor),
            line=structs.replace(self.line, height=self.line.height * factor),
            ranking=structs.replace(ranking, pitch=ranking.pitch * factor),
            pair=structs.replace(pair, bar=pair.bar * factor, gap=pair.gap * factor),
            multiple=structs.replace(self.multiple, height=self.multiple.height * factor),
            map=structs.replace(self.map, height=self.map.height * factor),
        )
