"""Exhibits: charts, grids, tiles and timelines as values, before anything is drawn."""

from briefing.exhibits.build import KINDS, Built, build
from briefing.exhibits.codes import CODES

__all__ = ["CODES", "KINDS", "Built", "build"]
