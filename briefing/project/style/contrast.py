"""Whether a style's colours can be read and told apart: by contrast, by all eyes, in grey."""

from collections.abc import Iterator, Mapping

from briefing.model import Finding, Place

# WCAG 2.2: text, and marks that mean something.
TEXT, _MARK = 4.5, 3.0
# CIE 1976: two marks that stand in one chart, and their lightness when it is printed in grey.
_APART, _LIGHTNESS = 20.0, 15.0
_TEXTS = ("ink", "muted", "faint", "accent", "chart.second.text", "chart.other.text")
_MARKS = ("chart.main", "chart.second", "chart.earlier", "chart.other", "chart.third")
_PAIRS = tuple(("chart.main", f"chart.{other}") for other in ("second", "other", "earlier"))
_Colour = tuple[float, float, float]
_Matrix = tuple[_Colour, _Colour, _Colour]
# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
_EYES: Mapping[str, _Matrix] = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopes": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopes": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopes": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def examine(colours: Mapping[str, str], places: Mapping[str, Place]) -> Iterator[Finding]:
    """The findings on colours by role, each `#RRGGBB`, at their places."""
    for role in _TEXTS:
        for ground in ("paper", "tint"):
            yield from _faint(colours, places, role, ground, TEXT)
    for role in _MARKS:
        yield from _faint(colours, places, role, "chart.paper", _MARK)
    for one, other in _PAIRS:
        first, second = _linear(colours[one]), _linear(colours[other])
        near = [eyes for eyes, by in _EYES.items() if _distance(first, second, by) < _APART]
        if near:
            message = f"{one} and {other} look alike to {near[0]}"
            yield _finding(places, one, other, message, "make one lighter or darker")
        elif abs(_lab(first)[0] - _lab(second)[0]) < _LIGHTNESS:
            message = f"{one} and {other} are one grey when printed without colour"
            yield _finding(places, one, other, message, "make one lighter or darker")


def ratio(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((_luminance(_linear(one)), _luminance(_linear(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _faint(
    colours: Mapping[str, str], places: Mapping[str, Place], role: str, ground: str, least: float
) -> Iterator[Finding]:
    found = ratio(colours[role], colours[ground])
    if found < least:
        message = f"{role} on {ground} has a contrast of {found:.1f}, less than {least:g}"
        yield _finding(places, role, ground, message, "make it darker, or the ground lighter")


def _finding(
    places: Mapping[str, Place], role: str, other: str, message: str, hint: str
) -> Finding:
    place = places.get(role) or places.get(other) or next(iter(places.values()))
    return Finding("B042", place, f"colours: {message}", hint)


def _linear(colour: str) -> _Colour:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))

    def light(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return light(red), light(green), light(blue)


def _luminance(colour: _Colour) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def _lab(colour: _Colour) -> _Colour:
    """CIELAB under D65."""
    red, green, blue = colour
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = _luminance(colour)
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883

    def root(part: float) -> float:
        return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116

    return 116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))


def _distance(one: _Colour, other: _Colour, eyes: _Matrix) -> float:
    first, second = (_lab(_seen(colour, eyes)) for colour in (one, other))
    return float(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5)


def _seen(colour: _Colour, eyes: _Matrix) -> _Colour:
    red, green, blue = (
        min(1.0, max(0.0, sum(part * light for part, light in zip(row, colour, strict=True))))
        for row in eyes
    )
    return red, green, blue
