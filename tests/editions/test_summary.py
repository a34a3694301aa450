import json
from typing import Any

from briefing.editions import new_edition, no_edition, record, same_edition
from briefing.model.finding import Finding
from briefing.model.spec import Choices
from briefing.model.text import Place
from briefing.workspace import Input


def fact(
    name: str, period: str, value: str, *printed: tuple[str, int], unit: str = "USD million"
) -> dict[str, Any]:
    return {
        "name": name,
        "value": value,
        "unit": unit,
        "period": period,
        "status": "final",
        "source": [],
        "is": "",
        "cells": [],
        "printed": {"en": [{"text": text, "page": page} for text, page in printed]},
    }


def made(*facts: dict[str, Any], digest: str = "aa", product: str = "briefing 1.0") -> bytes:
    inputs = [Input("briefing.yaml", "00"), Input("trade.csv", digest)]
    content = json.loads(record(product, inputs, {}, [], Choices()))
    return json.dumps(content | {"facts": list(facts)}).encode()


LAST = made(
    fact("exports", "2025", "60.65", ("US$61 million", 1), ("60.7", 3)),
    fact("imports", "2024", "2500", ("US$2.5 billion", 1)),
    fact("share", "2025", "20.929074482462425268", ("20.9%", 2), unit="percent"),
    fact("gone", "2025", "1", ("1", 2)),
)


def test_a_first_edition_has_headline_figures_and_nothing_before() -> None:
    text = new_edition("mongolia-russia", ["a.en.pdf  3 pages"], LAST, None)
    assert "## mongolia-russia: a new edition\n\n- a.en.pdf  3 pages\n" in text
    assert "| exports | 2025 | US$61 million |  |" in text
    assert "| share |" not in text
    assert "The first edition." in text


def test_changes_are_said_figure_by_figure() -> None:
    now = made(
        fact("exports", "2025", "62.1", ("62", 1), ("US$62 million", 1)),
        fact("imports", "2025", "2620", ("US$2.6 billion", 1)),
        fact("share", "2025", "20.88", ("20.9%", 2), unit="percent"),
        digest="ab",
        product="briefing 1.1",
    )
    text = new_edition("mongolia-russia", [], now, LAST)
    assert "| exports | 2025 | US$62 million | US$61 million |" in text
    assert "| imports | 2025 | US$2.6 billion | US$2.5 billion (2024) |" in text
    assert text.partition("last edition:\n\n")[2].splitlines() == [
        "- made by briefing 1.1, after briefing 1.0",
        "- trade.csv",
        "- exports 2025: US$61 million, now US$62 million",
        "- share 2025: 20.93%, now 20.88%",
        "- imports 2024 → 2025: US$2.5 billion, now US$2.6 billion",
        "- figures printed no longer: 1",
    ]


def test_an_edition_like_the_last_says_that_nothing_changed() -> None:
    assert "Changed since the last edition:\n\n- nothing\n" in new_edition("p", [], LAST, LAST)


def test_many_changes_are_counted() -> None:
    def many(value: str) -> bytes:
        return made(*(fact(f"n{n}", "2025", value, ("x", 2)) for n in range(23)))

    assert "- and 3 more figures" in new_edition("p", [], many("2"), many("1"))


def test_a_last_record_that_cannot_be_read_is_no_obstacle() -> None:
    assert "The record of the last edition can’t be read." in new_edition("p", [], LAST, b"{")


def test_nothing_to_do_and_nothing_made_are_said() -> None:
    assert "nothing changed since the last edition" in same_edition("p", ["a.pdf"])
    finding = Finding("B101", Place("a.md", 3, 2), "a | b <i>", "hint")
    text = no_edition("p", [finding])
    assert "| error | B101 | a.md:3:2 | a \\| b &lt;i> |" in text
