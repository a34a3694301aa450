"""Every style of the product in every language and profile, and the card beside it: judged by
veraPDF, and few stops of the keyboard on the first page."""

from pathlib import Path

import pytest

import briefing
from briefing.pdf import PROFILES
from briefing.project.known_styles import known_styles
from tests.conformance.test_projects import CHOSEN
from tests.conformance.verapdf import ROOT, VeraPDF
from tests.projects.test_full_pages import stops

SAMPLE = ROOT / "data" / "mongolia-russia"
# The card is a style of its own: it stands beside each of the others.
STYLES = [name for name in known_styles() if name != "card"]
LANGUAGES = ("en", "ru", "mn")


@pytest.mark.parametrize("profile", CHOSEN)
@pytest.mark.parametrize("style", STYLES)
def test_a_style_conforms_in_each_language(
    style: str, profile: str, verapdf: VeraPDF, tmp_path: Path
) -> None:

    choices = briefing.Choices(profile=profile, style=style, languages=LANGUAGES, card=True)
    outcome = briefing.build(str(SAMPLE), str(tmp_path), choices)
    assert not outcome.failed, [str(f) for f in outcome.findings]
    files = sorted(tmp_path.rglob("*.pdf"))
    assert len(files) == 2 * len(LANGUAGES)
    for file in files:
        assert stops(str(file)) < 20, file.name
        bare = PROFILES[profile].bare if file.name.endswith(".card.pdf") else ""
        for flavour in PROFILES[bare or profile].flavours:
            before = verapdf.checks
            assert verapdf(file, flavour) == (), (file.name, flavour)
            assert verapdf.checks > before
