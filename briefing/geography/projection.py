"""Lambert’s azimuthal equal-area projection: areas are true, and directions from its centre."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

from msgspec import Struct

from briefing.geography.world import Position, Ring

# Up to there from the centre (cosine of 170 degrees): beyond it shapes are torn.
_FARTHEST = -0.985


class Projection(Struct, frozen=True):
    """About a centre; lengths in radii of the earth, y upwards."""

    longitude: float
    latitude: float

    def at(self, position: Position) -> tuple[float, float] | None:
        """Where a position stands; None where it is too far away to be shown."""
        east = radians(position[0] - self.longitude)
        north, own = radians(position[1]), radians(self.latitude)
        near = sin(own) * sin(north) + cos(own) * cos(north) * cos(east)
        if near < _FARTHEST:
            return None
        scale = sqrt(2 / (1 + near))
        up = cos(own) * sin(north) - sin(own) * cos(north) * cos(east)
        return scale * cos(north) * sin(east), scale * up


def middle(rings: tuple[Ring, ...]) -> Position:
    """The middle of outlines on the sphere: where the mean of their corners lies."""
    x = y = z = 0.0
    for longitude, latitude in (position for ring in rings for position in ring):
        east, north = radians(longitude), radians(latitude)
        x += cos(north) * cos(east)
        y += cos(north) * sin(east)
        z += sin(north)
    length = sqrt(x * x + y * y + z * z) or 1.0
    return degrees(atan2(y, x)), degrees(asin(z / length))
