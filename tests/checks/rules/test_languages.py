"""B118 on a project in two languages; the second is written as English is, under another code."""

import re
import shutil
from pathlib import Path

import pytest

import briefing
from briefing.language import GRAMMARS
from briefing.model.finding import Finding
from tests.language.german import German

CLEAN = Path(__file__).parents[1] / "clean"
SECOND = "cy"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(GRAMMARS, SECOND, GRAMMARS["en"])  # type: ignore[arg-type]
    project = Path(shutil.copytree(CLEAN, tmp_path / "clean"))
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8").replace("languages: [en]", "languages: [en, cy]")
    text = re.sub(r'\{en: ("[^"]*")\}', rf"{{en: \1, {SECOND}: \1}}", text)
    # A second language prints no name for want of a label.
    text = text.replace(", source: mfa}", f", source: mfa, label: {{en: Value, {SECOND}: Value}}}}")
    manifest.write_text(text, encoding="utf-8")
    shutil.copytree(project / "sections/en", project / f"sections/{SECOND}")
    return project


def found(project: Path) -> list[Finding]:
    return list(briefing.check(str(project)).findings)


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_languages_that_say_the_same_give_none(project: Path) -> None:
    assert found(project) == []


@pytest.mark.parametrize(
    ("old", "new", "about"),
    [
        ("The balance stood at {{ balance }}", "The balance is old", "“balance” 2025"),
        ("{{ exports 2022 }} in 2022", "{{ exports 2023 }} in 2023", "“exports” 2022"),
        ("![Goods and services](exhibit:payments)", "Goods and services", "exhibit payments"),
        ("{{ russia_reports 2021 }}", "{{ russia_reports 2020 }}", "“russia_reports” 2021"),
    ],
)
def test_a_fact_or_exhibit_that_one_language_lacks(
    project: Path, old: str, new: str, about: str
) -> None:
    replace(project / f"sections/{SECOND}/trade.md", old, new)
    findings = found(project)
    assert {f.code for f in findings} == {"B118"}
    message = f"section trade prints {about} in en and not in {SECOND}"
    assert [f.place.file for f in findings if f.message == message] == ["sections/en/trade.md"]


def test_a_fact_that_only_the_second_language_prints(project: Path) -> None:
    replace(project / f"sections/{SECOND}/investment.md", "a long time.", "a time. {{ imports }}.")
    (finding,) = found(project)
    assert (finding.code, finding.place.file) == ("B118", f"sections/{SECOND}/investment.md")
    assert finding.about == ("investment", "imports")


def test_a_section_that_a_language_lacks_is_found_before(project: Path) -> None:
    (project / f"sections/{SECOND}/trade.md").unlink()
    assert [f.code for f in found(project)] == ["B024"]


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The clean project in German alone, with the one section that a test writes."""
    monkeypatch.setitem(GRAMMARS, "de", German())  # type: ignore[arg-type]
    project = Path(shutil.copytree(CLEAN, tmp_path / "clean"))
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8").replace("languages: [en]", "languages: [de]")
    text = text.replace("sections: [trade, investment]", "sections: [handel]")
    manifest.write_text(re.sub(r"\{en: ", "{de: ", text), encoding="utf-8")
    (project / "sections/de").mkdir()
    return project


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("Der Überschuss beträgt {{ balance }}.", {"B105"}),
        ("Das Defizit beträgt {{ balance }}.", set()),
        ("Die Ausfuhr stieg und brachte {{ exports | change }}.", set()),
        ("Die Ausfuhr stieg auf {{ exports | change: bare }}.", {"B105"}),
        ("The surplus is {{ balance }}.", set()),
        ("Am 3. September 2019 kamen 12 Leute zum 75. Jahrestag.", {"B101"}),
    ],
)
def test_the_words_are_those_of_the_language(german: Path, sentence: str, rules: set[str]) -> None:
    (german / "sections/de/handel.md").write_text(f"# Handel\n\n{sentence}\n", encoding="utf-8")
    assert {f.code for f in found(german)} - {"B120"} == rules
