"""Mongolian multiples: хоёр дахин өссөн, гурав дахинаас илүү буурсан."""

from briefing.language.told import Multiple, Near

_NUMERALS = ("хоёр", "гурав", "дөрөв", "тав", "зургаа", "долоо", "найм", "ес", "арав")


def multiple(told: Multiple) -> str:
    """“бараг хоёр дахин өссөн”, “арав дахинаас илүү өссөн”."""
    number = _NUMERALS[told.times - 2] if told.times <= 10 else str(told.times)
    times = {
        Near.NEARLY: f"бараг {number} дахин",
        Near.JUST: f"{number} дахин",
        Near.OVER: f"{number} дахинаас илүү",
    }[told.near]
    return f"{times} {'өссөн' if told.rise else 'буурсан'}"
