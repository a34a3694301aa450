"""Claims in French words against the project that `briefing init` begins: exports up by 8 percent,
a deficit, a share of exports of 20.9 percent, the second place."""

from pathlib import Path

import pytest

from tests.checks.test_in_each_language import codes

PLANTED = (
    ("B105", "Le solde était positif, {{ balance }}."),
    ("B105", "Les exportations ont reculé, passées de {{ exports 2024 }} à {{ exports }}."),
    ("B105", "Les exportations ont reculé à {{ exports }}, contre {{ exports 2024 }} en 2024."),
    ("B105", "Le pays prend la moitié des exportations, {{ export_share }}."),
    ("B105", "Les exportations ont culminé en 2018, à {{ exports 2018 }}."),
    ("B105", "Les exportations ont triplé, passées de {{ exports 2024 }} à {{ exports }}."),
    ("B105", "Les exportations sont au plus bas niveau depuis cinq ans, à {{ exports }}."),
    ("B105", "Les exportations ont touché un plus bas de cinq ans, {{ exports }}."),
    ("B105", "Les exportations ont augmenté pour la septième année consécutive, à {{ exports }}."),
    ("B122", "Les exportations ont doublé."),
    ("B122", "Les minéraux font un tiers des exportations."),
    ("B101", "Les exportations valent soixante millions de dollars."),
    ("B101", "Les deux pays ont douze accords."),
    ("B123", "Les exportations valent {{ exports }} dollars."),
    ("B123", "La part est de {{ export_share }} %."),
)
NEAR = (
    "Le solde était négatif, {{ balance }}.",
    "Les exportations sont passées de {{ exports 2024 }} à {{ exports }}, en hausse.",
    "Les exportations ont touché un plus haut de cinq ans, {{ exports }}.",
    "Les exportations ont augmenté pour la cinquième année consécutive, à {{ exports }}.",
    "Les exportations sont au plus haut niveau depuis cinq ans, à {{ exports }}.",
    "Le pays prend un cinquième des exportations, {{ export_share }}.",
    "Les deux pays se voient deux fois par an depuis vingt ans.",
    "Depuis un quart de siècle les deux pays se parlent.",
    "Les exportations {{ exports | change: verb }}.",
    "Le deuxième accord est de 1994, le troisième de 2001.",
)


@pytest.mark.parametrize(("rule", "sentence"), PLANTED)
def test_a_false_claim_is_caught(tmp_path: Path, rule: str, sentence: str) -> None:
    assert codes(tmp_path, "fr", sentence) == {rule}


@pytest.mark.parametrize("sentence", NEAR)
def test_a_true_claim_gives_nothing(tmp_path: Path, sentence: str) -> None:
    assert codes(tmp_path, "fr", sentence) == set()
