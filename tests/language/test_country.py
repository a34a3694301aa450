import pytest

from briefing.language import CountryName, country, is_country, meant
from briefing.model.text import Phrase, Place

PLACE = Place("briefing.yaml")


@pytest.mark.parametrize(
    ("code", "name", "short", "the"),
    [
        ("RUS", "Russia", "Russia", "Russia"),
        ("MNG", "Mongolia", "Mongolia", "Mongolia"),
        ("USA", "United States", "US", "the United States"),
        ("GBR", "United Kingdom", "UK", "the United Kingdom"),
        ("NLD", "Netherlands", "Netherlands", "the Netherlands"),
        ("TTO", "Trinidad and Tobago", "Trinidad and Tobago", "Trinidad and Tobago"),
        ("HKG", "Hong Kong", "Hong Kong", "Hong Kong"),
        ("COD", "Democratic Republic of the Congo", "DR Congo",
         "the Democratic Republic of the Congo"),
        ("DOM", "Dominican Republic", "Dominican Rep.", "the Dominican Republic"),
        ("NAM", "Namibia", "Namibia", "Namibia"),
    ],
)  # fmt: skip
def test_names(code: str, name: str, short: str, the: str) -> None:
    assert country(code, "en", {}) == CountryName(code, name, short, the)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("CN", "CHN"),
        ("Japan", "JPN"),
        ("JAP", "JPN"),
        ("united states", "USA"),
        ("Mongolai", "MNG"),
        ("Turkey", ""),
        ("", ""),
        ("Japan" * 5000, ""),
    ],
)
def test_what_a_wrong_code_means(written: str, code: str) -> None:
    assert meant(written) == code


def test_a_project_overrides_a_name() -> None:
    names = {
        "RUS": {"en": Phrase("Russian Federation", PLACE)},
        "EU27": {"en": Phrase("European Union", PLACE)},
    }
    assert country("RUS", "en", names).the == "the Russian Federation"
    assert country("EU27", "en", names).the == "the European Union"


def test_the_world_has_a_name_and_an_unknown_code_is_its_own() -> None:
    assert country("WLD", "en", {}).name == "World"
    assert country("ZZ9", "en", {}).name == "ZZ9"


def test_countries_are_those_of_iso_3166_and_kosovo() -> None:
    assert country("XKX", "en", {}).name == "Kosovo"
    assert all(is_country(code) for code in ("RUS", "NAM", "SSD", "QAT", "PSE", "TWN"))
    withdrawn = ("SUN", "YUG", "ANT", "ZAR")
    others = ("EUE", "WLD", "XKK", "QUU", "rus", "RU", "643", "")
    assert not any(is_country(code) for code in (*withdrawn, *others))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert sum(is_country(a + b + c) for a in letters for b in letters for c in letters) == 250
