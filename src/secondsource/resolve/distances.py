"""Distances on the globe."""

from __future__ import annotations

import math

_EARTH_KM = 6371.0


def great_circle_km(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Kilometres between two points in degrees WGS 84, on a sphere of 6,371 km (haversine).

    >>> round(great_circle_km(33.3, 44.4, 33.3, 44.4)), round(great_circle_km(0, 0, 0, 180))
    (0, 20015)
    """
    lat, to_lat = math.radians(latitude), math.radians(to_latitude)
    half = math.sin((to_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(to_lat) * math.sin(math.radians(to_longitude - longitude) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
