"""Multiples, records and “since” in each language."""

from decimal import Decimal

import pytest

from briefing import language
from briefing.language.told import Multiple, Near, multiple
from briefing.model.period import Period


@pytest.mark.parametrize(
    ("ratio", "told"),
    [
        ("1.5", None),
        ("0.7", None),
        ("1.79", None),
        ("1.8", Multiple(True, 2, Near.NEARLY)),
        ("1.81", Multiple(True, 2, Near.NEARLY)),
        ("1.96", Multiple(True, 2)),
        ("2.05", Multiple(True, 2)),
        ("2.3", Multiple(True, 2, Near.OVER)),
        ("2.75", Multiple(True, 3, Near.NEARLY)),
        ("10", Multiple(True, 10)),
        ("0.5", Multiple(False, 2)),
        ("0.54", Multiple(False, 2, Near.NEARLY)),
        ("0.41", Multiple(False, 2, Near.OVER)),
        ("0.333", Multiple(False, 3)),
    ],
)
def test_a_ratio_as_a_multiple(ratio: str, told: Multiple | None) -> None:
    assert multiple(Decimal(ratio)) == told


WRITTEN = {
    "en": ["doubled", "nearly tripled", "rose more than tenfold", "rose 12-fold", "halved",
           "nearly halved", "fell to less than a third", "fell to an eighth"],
    "fr": ["a doublé", "a presque triplé", "a augmenté d’un facteur de plus de 10",
           "a augmenté d’un facteur 12", "a diminué de moitié", "a diminué de près de la moitié",
           "a diminué d’un facteur de plus de 3", "a diminué d’un facteur 8"],
    "ru": ["выросла вдвое", "выросла почти втрое", "выросла более чем в 10 раз",
           "выросла в 12 раз", "снизилась вдвое", "снизилась почти вдвое",
           "снизилась более чем втрое", "снизилась в 8 раз"],
    "mn": ["хоёр дахин өссөн", "бараг гурав дахин өссөн", "арав дахинаас илүү өссөн",
           "12 дахин өссөн", "хоёр дахин буурсан", "бараг хоёр дахин буурсан",
           "гурав дахинаас илүү буурсан", "найм дахин буурсан"],
}  # fmt: skip
TOLD = (
    Multiple(True, 2), Multiple(True, 3, Near.NEARLY), Multiple(True, 10, Near.OVER),
    Multiple(True, 12), Multiple(False, 2), Multiple(False, 2, Near.NEARLY),
    Multiple(False, 3, Near.OVER), Multiple(False, 8),
)  # fmt: skip


@pytest.mark.parametrize("code", WRITTEN)
def test_multiples_are_written(code: str) -> None:
    speech = language.grammar(code)
    written = [speech.multiple(told, "f").replace("\u00a0", " ") for told in TOLD]
    assert written == WRITTEN[code]


RECORDS = {
    "en": ["the highest since 2008", "a record low", "since March 2008", "since the end of 2008"],
    "fr": ["le plus haut niveau depuis 2008", "un record à la baisse", "depuis mars 2008",
           "depuis la fin de 2008"],
    "ru": ["наибольшее значение с 2008 года", "рекордно низкое значение", "с марта 2008 года",
           "с конца 2008 года"],
    "mn": ["2008 оноос хойших хамгийн өндөр үзүүлэлт", "түүхэн дэх хамгийн доод үзүүлэлт",
           "2008 оны 3 дугаар сараас", "2008 оны эцсээс"],
}  # fmt: skip


@pytest.mark.parametrize("code", RECORDS)
def test_records_are_written(code: str) -> None:
    speech, year = language.grammar(code), Period.parse("2008")
    written = [
        speech.record(True, year, False),
        speech.record(False, None, False),
        speech.since(Period.parse("2008-03"), False),
        speech.since(year, True),
    ]
    assert [text.replace("\u00a0", " ") for text in written] == RECORDS[code]
