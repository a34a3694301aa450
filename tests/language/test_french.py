"""French: elision and contraction, “million” with “de”, narrow no-break spaces."""

import pytest
from msgspec.structs import replace

from briefing import language
from briefing.language.told import Role
from briefing.model.fact import Fact, Reading
from briefing.model.series import Kind
from briefing.model.unit import RANK
from tests.language.saying import PARTS, compared, fact, said

FRAMES = [
    (fact("1610.9"), "", "1,6 milliard de dollars"),
    (fact("2724.8"), "", "2,7 milliards de dollars"),
    (fact("1"), "", "1 million de dollars"),
    (fact("62", "EUR million"), "", "62 millions d’euros"),
    (fact("28500", "tonne"), "", "28 500 tonnes"),
    (fact("2.7", "percent"), "", "2,7 %"),
    (fact("0.04", "percent"), "share", "moins de 0,1 %"),
    (fact("1", "days"), "", "1 jour"),
    (compared(fact("111"), fact("161"), "-31.1"), "change",
     "une baisse de 31,1 %, soit 50 millions de dollars"),
    (compared(fact("234"), fact("186"), "25.8"), "change: verb",
     "a augmenté de 25,8 %, soit 48 millions de dollars"),
    (compared(fact("5"), fact("5"), "0"), "change: verb", "n’a pas changé"),
    (fact("-2724.8"), "balance", "un déficit de 2,7 milliards de dollars"),
    (compared(fact("2.6", "percent"), fact("6.5", "percent")), "points",
     "en baisse de 3,9 points de pourcentage"),
    (replace(fact("1", RANK), of=14), "rank: of", "1er sur 14"),
    (fact("2", RANK), "rank: largest", "deuxième"),
    (compared(fact("2846"), fact("418", period="2005")), "from: 2005",
     "de 418 millions de dollars en 2005 à 2,8 milliards de dollars en 2025"),
    (compared(fact("8"), fact("5"), "4.2"), "average: 2014..2025",
     "en moyenne de 4,2 % par an de 2014 à 2025"),
    (fact("1", period="2014-05-01"), "period: in", "le 1er mai 2014"),
    (fact("1", period="2014-08"), "period: of", "d’août 2014"),
    (fact("1", period="2025-01..2025-09"), "period", "janvier-septembre 2025"),
    (replace(fact("1", period="2012"), kind=Kind.STOCK), "period: in", "fin 2012"),
]  # fmt: skip
NAMES = [
    ("ITA", "l’Italie|de l’Italie|d’Italie|en Italie|avec l’Italie|en Italie|sur l’Italie"),
    ("JPN", "le Japon|du Japon|du Japon|au Japon|avec le Japon|au Japon|sur le Japon"),
    ("USA", "les États-Unis|des États-Unis|des États-Unis|aux États-Unis|avec les États-Unis|"
            "aux États-Unis|sur les États-Unis"),
    ("CHN", "la Chine|de la Chine|de Chine|en Chine|avec la Chine|en Chine|sur la Chine"),
    ("HUN", "la Hongrie|de la Hongrie|de Hongrie|en Hongrie|avec la Hongrie|en Hongrie|"
            "sur la Hongrie"),
    ("ISR", "Israël|d’Israël|d’Israël|en Israël|avec Israël|en Israël|sur Israël"),
    ("COK", "les îles Cook|des îles Cook|des îles Cook|aux îles Cook|avec les îles Cook|"
            "aux îles Cook|sur les îles Cook"),
    ("IMN", "l’île de Man|de l’île de Man|de l’île de Man|à l’île de Man|avec l’île de Man|"
            "à l’île de Man|sur l’île de Man"),
    ("REU", "la Réunion|de la Réunion|de la Réunion|à la Réunion|avec la Réunion|à la Réunion|"
            "sur la Réunion"),
    ("SLE", "la Sierra Leone|de la Sierra Leone|de Sierra Leone|en Sierra Leone|"
            "avec la Sierra Leone|en Sierra Leone|sur la Sierra Leone"),
    ("CUB", "Cuba|de Cuba|de Cuba|à Cuba|avec Cuba|à Cuba|sur Cuba"),
    ("MEX", "le Mexique|du Mexique|du Mexique|au Mexique|avec le Mexique|au Mexique|"
            "sur le Mexique"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "asked", "text"), FRAMES)
def test_every_sentence_part(what: Fact | Reading, asked: str, text: str) -> None:
    assert said(what, asked, "fr") == text


@pytest.mark.parametrize(("code", "forms"), NAMES)
def test_names_in_their_parts(code: str, forms: str) -> None:
    written = [language.named(code, role, "fr", {}) for role in PARTS]
    assert "|".join(written) == forms


def test_groups_and_the_percent_sign_take_the_narrow_space() -> None:
    speech = language.grammar("fr")
    assert speech.digits("−2\u202f724,8") == "-2724.8"
    assert language.write(Reading(fact("2.7", "percent")), (), "fr") == "2,7\u202f%"


@pytest.mark.parametrize(
    ("code", "agreeing", "text"),
    [
        ("ITA", "", "italien"),
        ("ITA", "f", "italienne"),
        ("ITA", "pl", "italiens"),
        ("ITA", "f pl", "italiennes"),
        ("FRA", "pl", "français"),
        ("GRC", "f of", "grecque"),
    ],
)
def test_an_adjective_agrees(code: str, agreeing: str, text: str) -> None:
    given = frozenset(agreeing.split())
    assert language.named(code, Role.ADJECTIVE, "fr", {}, given) == text
