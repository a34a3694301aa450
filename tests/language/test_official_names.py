"""The names that offices write lead to their countries: `expected/official_names.txt` is a list
that a person can review, by country as ISO 3166 calls it.

`--update-expected` writes the list anew; read the difference.
"""

from pathlib import Path

import pytest

from briefing.language import country
from briefing.language.country import by_name
from briefing.language.official_names import OFFICIAL

EXPECTED = Path(__file__).parent / "expected" / "official_names.txt"


def test_as_reviewed(request: pytest.FixtureRequest) -> None:
    names: dict[str, list[str]] = {}
    for name in OFFICIAL:
        names.setdefault(by_name(name) or "", []).append(name)
    text = "".join(
        f"{code} {country(code, 'en', {}).name}: {' | '.join(sorted(names[code]))}\n"
        for code in sorted(names)
    )
    if request.config.getoption("--update-expected"):
        EXPECTED.write_text(text, encoding="utf-8")
    assert text == EXPECTED.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        # Two of one name each: the World Bank's list of economies tells them apart by these.
        ("Korea, Rep.", "KOR"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Congo, Rep.", "COG"),
        ("Congo, Dem. Rep.", "COD"),
        ("St. Lucia", "LCA"),
        ("St. Kitts and Nevis", "KNA"),
        ("KOREA, REP", "KOR"),
    ],
)
def test_what_is_nearly_called_the_same(name: str, code: str) -> None:
    assert by_name(name) == code
