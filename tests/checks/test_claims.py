"""A false claim in words is caught by its rule; a true one, or none, gives nothing."""

import shutil
from pathlib import Path

import pytest

import briefing
from tests.checks.claims import NEAR, PLANTED

TOLD = Path(__file__).parent / "told"


def found(project: Path, sentence: str) -> list[tuple[str, str]]:
    section = project / "sections/en/trade.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(f"{text}\n{sentence}\n", encoding="utf-8")
    return [(f.code, f.message) for f in briefing.check(str(project)).findings]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOLD, tmp_path / "told"))


def test_the_project_is_clean() -> None:
    assert briefing.check(str(TOLD)).findings == ()


@pytest.mark.parametrize(("rule", "sentence"), PLANTED)
def test_a_false_claim_is_caught(project: Path, rule: str, sentence: str) -> None:
    findings = found(project, sentence)
    assert {code for code, _ in findings} == {rule}, findings


@pytest.mark.parametrize("sentence", NEAR)
def test_a_true_claim_gives_nothing(project: Path, sentence: str) -> None:
    assert found(project, sentence) == []


def test_sixty_of_each_and_more() -> None:
    assert len(PLANTED) >= 60
    assert len(NEAR) >= 60


@pytest.mark.parametrize(
    ("old", "title"),
    [
        ("Exports to Germany", "Exports fall"),
        ("Exports to Germany", "Exports have fallen since 2020"),
        ("Exports to Germany", "Exports rose in 2024"),
        ("Exports to Germany", "Exports peaked in 2019"),
        ("Exports to Germany", "Exports reached a record in 2025"),
        ("Exports to Germany", "In 2020 exports were the highest since 2015"),
        ("Exports and imports", "Imports fell from 2024 to 2025"),
        ("Markets", "Germany is the largest market"),
        ("Markets", "China is the third largest market"),
    ],
)
def test_a_title_that_contradicts_its_chart_is_caught(project: Path, old: str, title: str) -> None:
    assert {code for code, _ in titled(project, old, title)} == {"B115"}


@pytest.mark.parametrize(
    ("old", "title"),
    [
        ("Exports to Germany", "Exports rise"),
        ("Exports to Germany", "Exports have risen since 2020"),
        ("Exports to Germany", "Exports fell in 2024"),
        ("Exports to Germany", "Exports peaked in 2022"),
        ("Exports to Germany", "Exports peaked in 2022 before they fell"),
        ("Exports to Germany", "Exports reached a record in 2019, and another in 2022"),
        ("Exports to Germany", "In 2019 exports were the highest since 2015"),
        ("Exports and imports", "Imports rose from 2024 to 2025"),
        ("Exports and imports", "Imports fall short of exports"),
        ("Markets", "China is the largest market, Germany the second"),
        ("Markets", "Germany is the second largest market"),
        ("The balance of goods", "The deficit became a surplus"),
    ],
)
def test_a_title_that_agrees_gives_nothing(project: Path, old: str, title: str) -> None:
    assert titled(project, old, title) == []


def titled(project: Path, old: str, title: str) -> list[tuple[str, str]]:
    section = project / "sections/en/trade.md"
    text = section.read_text(encoding="utf-8")
    assert f"![{old}]" in text
    section.write_text(text.replace(f"![{old}]", f"![{title}]"), encoding="utf-8")
    return [(f.code, f.message) for f in briefing.check(str(project)).findings]


def test_one_partner_has_one_place_among_suppliers(project: Path) -> None:
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    text = text.replace(
        "  cover:",
        '  sold_to: {is: "exports_to - zero(imports_from)"}\n'
        '  other_rank: {is: "rank(stands, $partner)"}\n'
        '  stands: {table: other, by: partner, label: {en: "Other"}}\n  cover:',
    ).replace('  sold_to: {is: "exports_to - zero(imports_from)"}\n', "")
    text = text.replace(
        "tables:\n",
        "tables:\n  other: {file: other.csv, source: nso, period: year, value: value,\n"
        "    unit: USD million, kind: flow}\n",
    )
    manifest.write_text(text, encoding="utf-8")
    rows = "partner,year,value\nDEU,2025,1\nCHN,2025,2\nRUS,2025,3\n"
    (project / "other.csv").write_text(rows, encoding="utf-8")
    told = "It is the {{ export_rank | rank: largest }} market; the {{ other_rank | rank }} market."
    assert [code for code, _ in found(project, told)] == ["B106"]


def test_a_part_of_what_is_below_zero_is_told(project: Path) -> None:
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    net = '  net_share: {is: "share(balance, services_balance)"}\n  cover:'
    manifest.write_text(text.replace("  cover:", net), encoding="utf-8")
    codes = [code for code, _ in found(project, "It takes {{ net_share 2020 }} of them.")]
    assert codes == ["B104"]
