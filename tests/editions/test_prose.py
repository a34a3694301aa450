import json
from typing import Any

import pytest

from briefing.editions import called, compare, read, shown
from briefing.editions.prose import excerpt, reworded
from briefing.model.finding import BriefingError
from briefing.model.record import Record, decode


def record(**sections: list[str]) -> Record:
    return decode(json.dumps(content(**sections)).encode())


def content(**sections: list[str]) -> dict[str, Any]:
    prose = [
        {"language": "en", "section": name, "title": name.title(), "paragraphs": paragraphs}
        for name, paragraphs in sections.items()
    ]
    return {"record": 1, "inputs": [], "facts": [], "prose": prose}


def said(old: Record, new: Record) -> list[tuple[str, str, str]]:
    return [(r.section, r.old, r.new) for r in reworded(old, new)]


def test_a_sentence_is_set_beside_the_one_that_it_replaces() -> None:
    old = record(trade=["Exports fell. Imports rose.", "Fuel leads."])
    new = record(trade=["Exports fell. Imports fell.", "Fuel leads.", "So it is."])
    assert said(old, new) == [
        ("trade", "Imports rose.", "Imports fell."),
        ("trade", "", "So it is."),
    ]


def test_other_figures_say_nothing_otherwise() -> None:
    old, new = record(trade=["It was {US$61 million}."]), record(trade=["It was {US$62 million}."])
    assert said(old, new) == []


def test_a_section_new_or_gone_is_one_entry() -> None:
    old, new = record(trade=["One. Two."]), record(people=["Three."])
    assert said(old, new) == [("people", "", "People Three."), ("trade", "Trade One. Two.", "")]


def test_of_a_record_without_words_nothing_is_known() -> None:
    old = decode(b'{"record": 1, "inputs": [], "facts": []}')
    assert said(old, record(trade=["One."])) == []


def test_an_excerpt_has_what_differs_and_a_little_around() -> None:
    old = "a b c d e f g {US$ 1} old h i j k l m"
    assert excerpt(old, old.replace("old", "new")) == "… f g US$ 1} old h i j k …".replace("}", "")
    assert excerpt("one two", "") == "one two"
    assert excerpt("word " * 40, "").endswith("word …")


def test_words_that_are_none_are_no_record() -> None:
    for broken in ('{"prose": [1]', '{"labels": [1]', '{"prose": [{"language": "en"}]'):
        data = broken + ', "record": 1, "inputs": [], "facts": []}'
        with pytest.raises(BriefingError):
            read(data.encode())


def test_a_rank_is_written_as_one_and_places_have_no_percentage() -> None:
    def ranked(value: str) -> Record:
        fact = {
            "name": "import_rank", "value": value, "unit": "rank", "period": "2025",
            "status": "final", "source": [], "is": "", "cells": [], "printed": {},
            "of": 14, "tied": False,
        }  # fmt: skip
        labels = {"en": {"import_rank": "Rank as a supplier"}}
        return decode(json.dumps(content() | {"facts": [fact], "labels": labels}).encode())

    old = ranked("3")
    (revised,) = compare(old, ranked("2")).figures.revised
    assert (called(old, revised.old), shown(old, revised.old)) == (
        "Rank as a supplier 2025",
        "3rd of 14 listed",
    )
    assert (shown(old, revised.new), revised.percent) == ("2nd of 14 listed", None)
