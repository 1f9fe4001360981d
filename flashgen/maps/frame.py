"""What a map shows of the world: its middle, its width, and where on it something lies."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin, sqrt

# The mean radius of the Earth (IUGG), in km.
RADIUS = 6371.0088
# The size of every map; a unit is a tenth of a pixel on a phone of 390 pixels.
WIDTH, HEIGHT = 3600, 2700


@dataclass(frozen=True, slots=True)
class Frame:
    """A map with its middle at that latitude and longitude in degrees, ``km`` wide.

    The projection is Lambert's azimuthal equal-area one about the middle, for a town as for a
    continent (Snyder, Map Projections: A Working Manual, 1987, formulas 24-2 to 24-4).
    """

    latitude: float
    longitude: float
    km: int

    @property
    def reach(self) -> float:
        """How far the corners are from the middle, in radians on the sphere."""
        half = self.km / 2 / RADIUS
        return 2 * asin(min(1.0, half * sqrt(1 + (HEIGHT / WIDTH) ** 2) / 2))

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of all that can be seen, in degrees; some more than that."""
        reach = self.reach * 1.05
        south, north = (self.latitude + sign * degrees(reach) for sign in (-1, 1))
        if north >= 90 or south <= -90:
            return self.longitude - 180, max(south, -90.0), self.longitude + 180, min(north, 90.0)
        across = degrees(asin(min(1.0, sin(reach) / cos(radians(self.latitude)))))
        return self.longitude - across, south, self.longitude + across, north

    def place(self, latitude: float, longitude: float) -> tuple[float, float] | None:
        """Where a point lies, in units from the upper left; None at the other end of the world."""
        middle, there = radians(self.latitude), radians(latitude)
        turn = radians(longitude - self.longitude)
        near = sin(middle) * sin(there) + cos(middle) * cos(there) * cos(turn)
        if near <= 1e-9 - 1:
            return None
        scale = sqrt(2 / (1 + near)) * RADIUS * WIDTH / self.km
        x = scale * cos(there) * sin(turn)
        y = scale * (cos(middle) * sin(there) - sin(middle) * cos(there) * cos(turn))
        return WIDTH / 2 + x, HEIGHT / 2 - y


def apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two places in km, each a latitude and a longitude in degrees."""
    a, b = radians(one[0]), radians(other[0])
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * RADIUS * asin(min(1.0, sqrt(half)))
