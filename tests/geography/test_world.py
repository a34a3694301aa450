"""The world's outlines are those of Natural Earth; maps show what they are asked for, to scale."""

import json
from importlib.resources import files
from math import radians, sin
from pathlib import Path

import pytest

from briefing.geography import Name, countries, mapped, neighbours
from briefing.geography.projection import Projection
from tests.geography.derive import codes_of, derived

REFERENCE = Path(__file__).parents[3] / "shared" / "data" / "reference"


def test_the_file_is_what_natural_earth_gives() -> None:
    source = REFERENCE / "natural_earth_countries-110m.json"
    if not source.is_file():
        pytest.skip("the reference data are not beside this checkout")
    shapes = json.loads(source.read_text(encoding="utf-8"))
    made = derived(shapes, codes_of(REFERENCE / "country-codes__datasets.csv"))
    assert (files("briefing.geography") / "world.json").read_text(encoding="utf-8") == made


def test_every_country_has_a_code_but_land_that_iso_does_not_number() -> None:
    codes = [country.code for country in countries()]
    assert codes.count("") == 2
    assert len(set(codes) - {""}) == len(codes) - 2 == 174
    assert {"MNG", "RUS", "CHN", "XKX", "TWN"} <= set(codes)
    assert "ATA" not in codes


def test_neighbours_are_those_of_the_atlas() -> None:
    assert neighbours()["MNG"] == {"RUS", "CHN"}
    assert neighbours()["PRT"] == {"ESP"}
    assert "KAZ" not in neighbours()["MNG"]


@pytest.mark.parametrize("centre", [(103.0, 46.0), (10.0, -20.0), (0.0, 90.0)])
def test_the_projection_keeps_areas(centre: tuple[float, float]) -> None:
    # A cell of one degree has the area that the sphere gives it, wherever it lies.
    projection = Projection(*centre)
    for west, south in ((100, 40), (60, 55), (130, 10)):
        corners = [(west, south), (west + 1, south), (west + 1, south + 1), (west, south + 1)]
        found = [projection.at((float(x), float(y))) for x, y in corners]
        placed = [point for point in found if point is not None]
        if len(placed) < 4:
            continue
        pairs = zip(placed, placed[1:] + placed[:1], strict=True)
        area = abs(sum(a * d - c * b for (a, b), (c, d) in pairs)) / 2
        true = radians(1) * (sin(radians(south + 1)) - sin(radians(south)))
        assert area == pytest.approx(true, rel=0.002)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("MNG", "RUS"),
        ("RUS", "MNG"),
        ("MNG", "CHE"),
        ("GBR", "AUS"),
        ("USA", "CAN"),
        ("FRA", "DEU"),
    ],
)
def test_a_map_shows_both_within_its_frame(first: str, second: str) -> None:
    shown = mapped(first, second, 145.5, 85.0)
    assert shown is not None
    lands = {land.code: land for land in shown.lands}
    assert {first, second} <= lands.keys()
    for land in shown.lands:
        for x, y in (point for outline in land.outlines for point in outline):
            assert -1e-6 <= x <= shown.width + 1e-6
            assert -1e-6 <= y <= shown.height + 1e-6


def test_a_neighbour_however_large_leaves_the_country_large_enough_to_see() -> None:
    shown = mapped("MNG", "RUS", 145.5, 85.0)
    assert shown is not None
    (own,) = (land for land in shown.lands if land.code == "MNG")
    xs = [x for outline in own.outlines for x, _ in outline]
    assert 0.3 * shown.width < max(xs) - min(xs) < 0.6 * shown.width


def test_a_name_stands_within_its_land() -> None:
    shown = mapped("MNG", "RUS", 145.5, 85.0)
    assert shown is not None
    place = shown.place("MNG", 38, 7)
    assert place is not None
    assert 0.3 * shown.width < place[0] < 0.7 * shown.width
    assert shown.place("FRA", 30, 7) is None


def test_overseas_land_does_not_pull_the_frame_apart() -> None:
    shown = mapped("FRA", "DEU", 145.5, 85.0)
    assert shown is not None
    assert {"ITA", "ESP", "GBR"} <= {land.code for land in shown.lands}
    assert "BRA" not in {land.code for land in shown.lands}


def test_a_state_too_small_for_the_scale_has_no_map() -> None:
    assert mapped("MNG", "SGP", 145.5, 85.0) is None
    assert mapped("SGP", "MNG", 145.5, 85.0) is None


@pytest.mark.parametrize("height", [48.0, 60.0, 85.0])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("MNG", "RUS"),
        ("MNG", "CHN"),
        ("KAZ", "RUS"),
        ("IND", "CHN"),
        ("POL", "UKR"),
    ],
)
def test_a_low_map_shows_less_of_the_second_so_that_names_stand_on_their_own_land(
    first: str, second: str, height: float
) -> None:
    names = (Name(first, 36.0, 8.05), Name(second, 26.0, 8.05))
    shown = mapped(first, second, 145.5, height, names)
    assert shown is not None
    assert shown.holds(names)


def test_a_name_without_room_stands_over_water_where_there_is_any() -> None:
    """Argentina is narrower than its name, and has the ocean at its right."""
    names = (Name("BRA", 36.0, 8.05), Name("ARG", 46.0, 8.05))
    shown = mapped("BRA", "ARG", 145.5, 60.0, names)
    assert shown is not None
    assert shown.place("ARG", 46.0, 8.05) is None
    at = shown.near("ARG", 46.0, 8.05)
    assert at is not None
    box = (at[0] - 23, at[1] - 4, at[0] + 23, at[1] + 4)
    assert not any(shown.within(land.code, box) for land in shown.lands)
    assert shown.holds(names[:1])
