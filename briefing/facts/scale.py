"""Series at another scale of their unit."""

from msgspec.structs import replace

from briefing.model import Observation, Series, Unit


def scaled(series: Series, unit: Unit) -> Series:
    """The series in a unit that differs at most in scale. Raises ValueError for any other."""
    if series.unit == unit:
        return series

    def convert(o: Observation) -> Observation:
        value, resolution = (
            None if number is None else series.unit.convert(number, unit)
            for number in (o.value, o.resolution)
        )
        return replace(o, value=value, resolution=resolution)

    return replace(series, unit=unit, observations=tuple(map(convert, series.observations)))
