"""Where countries lie: their outlines, a map's projection, and the part of it that is shown."""

from briefing.geography.maps import Map, Name, mapped, region
from briefing.geography.world import codes, countries, neighbours

__all__ = ["Map", "Name", "codes", "countries", "mapped", "neighbours", "region"]
