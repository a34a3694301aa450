"""Where words may be broken: as pyphen says, whose patterns they are."""

import re
from pathlib import Path

import pyphen
import pytest

from briefing.layout.text.hyphens import points

TEXTS = Path(__file__).parents[3] / "briefing" / "starter"


def words(code: str) -> set[str]:
    """Words of texts of a language: those of the starter, and compounds of them."""
    files = [p for p in TEXTS.rglob("*") if p.suffix in {".md", ".py", ".yaml"} and p.is_file()]
    text = " ".join(path.read_text(encoding="utf-8") for path in files)
    letters = "а-яёөү" if code in {"mn", "ru"} else "a-zàâçéèêëîïôœùûü"
    found = set(re.findall(rf"[{letters}]{{6,}}", text.lower()))
    return found | {a + b for a, b in zip(sorted(found), sorted(found, key=len), strict=True)}


@pytest.mark.parametrize(
    ("code", "file"), [("en", "en_GB"), ("fr", "fr"), ("mn", "mn_MN"), ("ru", "ru_RU")]
)
def test_words_are_broken_where_pyphen_breaks_them(code, file):
    theirs = pyphen.Pyphen(lang=file, left=3, right=3)
    looked_at = words(code)
    assert len(looked_at) > 100
    for word in looked_at:
        assert list(points(word, code)) == theirs.positions(word), word


def test_a_file_with_other_spellings_at_the_break_gives_its_places():
    """Hungarian says how it is spelt there, too (“nny” as “ny-ny”)."""
    theirs = pyphen.Pyphen(lang="hu", left=3, right=3)
    for word in ("asszonnyal", "hosszabbítás", "mennyiség", "könnyebben", "egyesületek"):
        assert list(points(word, "hu")) == theirs.positions(word), word


def test_names_figures_and_short_words_are_whole():
    assert points("Mongolia", "en") == ()
    assert points("a2b4c6", "en") == ()
    assert points("trade", "en") == ()
    assert points("international", "xx") == ()
    assert points("international", "en")
