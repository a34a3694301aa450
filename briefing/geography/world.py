"""Outlines of the world's countries, of Natural Earth at 1:110,000,000 (public domain).

`world.json` holds what maps here show of it: outlines by ISO 3166 alpha-3 code, without Antarctica.
Small states (Singapore, Malta) are not in it. It shows who holds land, as Natural Earth does, and
says nothing of who ought to.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import msgspec
from msgspec import Struct

# Longitude and latitude, in degrees.
Position: TypeAlias = tuple[float, float]
Ring: TypeAlias = tuple[Position, ...]


class Country(Struct, frozen=True):
    """A country's outlines: polygons, each an outer ring and the holes in it. Land that has no
    code of ISO's (Kosovo's XKX but for) has an empty one."""

    code: str
    polygons: tuple[tuple[Ring, ...], ...]


class _World(Struct, frozen=True):
    """The file: arcs as steps in units of `scale` from a corner, rings as arcs, `~n` backwards."""

    scale: tuple[float, float]
    corner: tuple[float, float]
    arcs: tuple[tuple[int, ...], ...]
    countries: tuple[tuple[str, tuple[tuple[tuple[int, ...], ...], ...]], ...]
    source: str = ""
    licence: str = ""


@cache
def codes() -> frozenset[str]:
    """The codes of all countries of the file, without their outlines."""
    return frozenset(code for code, _ in _world().countries)


@cache
def countries() -> tuple[Country, ...]:
    """All countries of the file."""
    world = _world()
    arcs = tuple(_positions(world, arc) for arc in world.arcs)
    return tuple(
        Country(code, tuple(tuple(_ring(arcs, ring) for ring in polygon) for polygon in polygons))
        for code, polygons in world.countries
    )


@cache
def neighbours() -> Mapping[str, frozenset[str]]:
    """The countries that share a land border with each, by code."""
    holders: dict[int, set[str]] = defaultdict(set)
    for code, polygons in _world().countries:
        for arc in (arc for polygon in polygons for ring in polygon for arc in ring):
            holders[arc if arc >= 0 else ~arc].add(code)
    found: dict[str, set[str]] = defaultdict(set)
    for codes in holders.values():
        for code in codes:
            found[code] |= codes - {code}
    return {code: frozenset(beside) for code, beside in found.items()}


@cache
def _world() -> _World:
    data = (files("briefing.geography") / "world.json").read_bytes()
    return msgspec.json.decode(data, type=_World)


def _positions(world: _World, steps: tuple[int, ...]) -> Ring:
    across = up = 0
    found = []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        across, up = across + east, up + north
        longitude = across * world.scale[0] + world.corner[0]
        found.append((longitude, up * world.scale[1] + world.corner[1]))
    return tuple(found)


def _ring(arcs: tuple[Ring, ...], numbers: tuple[int, ...]) -> Ring:
    found: list[Position] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += arc[1:] if found else arc
    return tuple(found)
