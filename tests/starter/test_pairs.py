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


STATES = [code for code in COUNTRIES if code not in ("REU",)]
NAMED = re.compile(r"\{\{(?! *(?:partner|reporter)\b)[^}]*\}\}")
# Beside what no name may hold: an article or a preposition of the starter's own before a name that
# brings its own.
MEETS = {
    "en": r"\b(?:between|and|to|from|in|with|of) the the\b|\bthe (?:China|Japan|France|Viet)\b",
    "fr": r"\b(?:vers|entre|et) (?:de|à|au|aux|du|des|en)\b|\bde le\b|\bde les\b"
    r"|\bd’(?:l[ae]|les|l’)\b|\b(?:le|la|de) (?:Afr|All|Arg|Aus|Esp|Est|Inde|Isr|Ita|Ouz|Ukr)",
    "ru": r"\b(?:в в|с с|со со|из из|о о)\b|\bв (?:Вь|Фр|Вл)|\bс (?:Шв|Шри|Ст)|  ",
    "mn": r"Улс Улс|Улсын Улс|  ",
}


def written(language_code: str, reporter: str, partner: str) -> list[str]:
    """All that a new project of the pair says, line by line, its figures as 7."""
    from types import SimpleNamespace

    from briefing.starter.words import WORDS

    spec = SimpleNamespace(parameters={"reporter": reporter, "partner": partner}, names={})
    files = project(Answers(reporter, partner, (language_code,), "ministry"), b"")
    texts = [data.decode() for path, data in files.items() if path.endswith(".md")]
    texts += WORDS[language_code].values()
    lines = (line for text in texts for line in text.splitlines() if "{{" in line)
    return [language.fill(NAMED.sub("7", line), spec, language_code) for line in lines]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_country_stands_well_in_every_sentence_of_the_starter(code: str) -> None:
    """Each as partner and as reporter, in each sentence, title and label."""
    assert len(STATES) >= 200
    for place, country in enumerate(STATES):
        other = STATES[place - 1]
        for line in written(code, other, country):
            assert "{{" not in line
            for pattern in (WRONG[code], MEETS[code]):
                assert re.search(pattern, line) is None, line


def test_a_fault_in_a_sentence_would_be_found() -> None:
    wrong = {
        "en": "Trade between the the Netherlands and Peru",
        "fr": "les exportations vers de Chine",
        "ru": "Экспорт в в Китай",
        "mn": "Монгол Улс Улс",
    }
    for code, line in wrong.items():
        assert re.search(WRONG[code], line) or re.search(MEETS[code], line), line
