"""Every country in every part of a sentence in every language, and whole new projects by sample."""

import re
from pathlib import Path

import pytest

import briefing
from briefing import language
from briefing.language.country import _territories
from briefing.language.told import Role
from briefing.starter import LANGUAGES, Answers, project
from briefing.workspace.new_files import write_new

COUNTRIES = sorted(_territories())
PARTS = tuple(role for role in Role if role is not Role.ADJECTIVE)
# What no sentence of the language may hold: an article left out or twice, a preposition that does
# not melt, a vowel that does not elide.
WRONG = {
    "en": r"\bthe the\b|\b(?:from|to|of|with|in) (?:United|Netherlands|Philippines|Bahamas)\b",
    "fr": r"\bde le\b|\bde les\b|\bà le\b|\bà les\b|\b(?:le|la|de) [AEIOUÉÎaeiouéî]"
    r"|\b(?:la|le|les) (?:La|Le|Les)\b|\bde l’île\b.*\bd’île\b",
    "ru": r"\bв Фран|\bв Вьет|\bс Швец|\bс Швейц|\bо (?:Ир|Ит|Ин|Ав|Ар|Эк|Эс)|\bиз Куб",
    "mn": r"Улс Улс|арлууд Улс|-т(?:ай|ой) Улс",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_country_has_every_part(code: str) -> None:
    assert len(COUNTRIES) >= 249
    for country in COUNTRIES:
        for part in PARTS:
            written = language.named(country, part, code, {})
            assert written.strip() == written
            assert written
            if country not in ("REU",):
                assert re.search(WRONG[code], written) is None, written


@pytest.mark.parametrize(
    ("reporter", "partner"),
    [
        ("USA", "GBR"), ("FRA", "HUN"), ("RUS", "CUB"), ("JPN", "PHL"), ("DEU", "ISR"),
        ("MNG", "HKG"), ("CHE", "CIV"), ("NLD", "COD"), ("IRL", "ARE"), ("VNM", "BHS"),
    ],
)  # fmt: skip
def test_a_new_project_of_any_pair_is_without_findings(
    tmp_path: Path, reporter: str, partner: str
) -> None:
    write_new(str(tmp_path / "p"), project(Answers(reporter, partner, LANGUAGES, "ministry"), b""))
    outcome = briefing.check(str(tmp_path / "p"))
    assert [f.message for f in outcome.findings] == []
