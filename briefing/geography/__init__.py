"""Where countries lie: their outlines, a map's projection, and the part of it that is shown."""

from briefing.geography.maps import Map, mapped, region
from briefing.geography.world import codes, countries, neighbours

__all__ = ["Map", "codes", "countries", "mapped", "neighbours", "region"]
