"""Files of countries as offices publish them: beside the countries stand groups, what is left of
them, and places without a code."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

import briefing
from briefing.cli.app import cli
from briefing.language.country import country

NAMES = (
    "Data Series,2023,2024\nTotal All Markets,95,99\nAsia,60,62\nMalaysia,20,21\nCzech Rep,5,6\n"
    'Lao,2,3\n"Korea, Dem Peo Rep Of",1,1\nUnited States Virgin Islands,1,1\nJapan,20,21\n'
    "Algeria,8,7\nFrance,9,9\nMauritius,1,1\nPanama,2,2\nPeru,3,3\nChad,1,1\nChile,4,4\nKenya,2,2\n"
    "Ghana,2,2\nItaly,3,3\nSpain,3,4\nNorway,2,2\nOman,1,1\nQatar,1,1\nNetherlands Antilles,3,3\n"
    "Other Markets Asia,1,1\n"
)
CODES = "KWT SYR FRA DEU ITA ESP POL CZE MNG RUS CHN JPN KOR VNM IND PAK BGD IRN IRQ TUR"
MEMBERS = [
    ("East Asia & Pacific", "EAS", 900),
    ("World", "WLD", 2000),
    ("Channel Islands", "CHI", 5),
    *((country(c, "en", {}).name, c, n) for n, c in enumerate(CODES.split(), 10)),
]
WORLD_BANK = "Country Name,Country Code,Year,Value\n" + "".join(
    f"{name},{code},2023,{value}\n" for name, code, value in MEMBERS
)


def begun(folder: Path, name: str, text: str, *languages: str) -> Path:
    """A project begun with the file, and what its check finds."""
    (folder / name).write_text(text, encoding="utf-8")
    project = folder / "begun"
    words = [word for code in languages for word in ("--lang", code)]
    words += ["--reporter", "MNG", "--partner", "DZA", "--data", str(folder / name)]
    told = CliRunner().invoke(cli, ["init", str(project), *words], standalone_mode=False)
    assert told.return_value == 0, told.output
    return project


def test_rests_are_totals_and_a_place_without_a_code_is_named(tmp_path: Path) -> None:
    project = begun(tmp_path, "markets.csv", NAMES, "en", "ru")
    manifest = (project / "briefing.yaml").read_text(encoding="utf-8")
    assert "totals: {Data Series: [Total All Markets, Asia, Other Markets Asia]}" in manifest
    assert "codes: names" in manifest
    assert (
        "  Netherlands Antilles: {en: Netherlands Antilles, ru: Netherlands Antilles}" in manifest
    )
    assert briefing.check(str(project)).findings == ()


def test_the_world_banks_groups_are_totals_and_its_places_bear_their_names(tmp_path: Path) -> None:
    project = begun(tmp_path, "gdp.csv", WORLD_BANK, "en")
    manifest = (project / "briefing.yaml").read_text(encoding="utf-8")
    assert "totals: {Country Code: [WLD, EAS]}" in manifest
    assert "codes:" not in manifest
    assert "  CHI: Channel Islands" in manifest
    assert briefing.check(str(project)).findings == ()


@pytest.mark.parametrize(
    ("unit", "kind", "found"), [("USD per person", "ratio", False), ("USD", "flow", True)]
)
def test_an_amount_a_head_has_no_whole_that_it_is_larger_than(
    tmp_path: Path, unit: str, kind: str, found: bool
) -> None:
    project = begun(tmp_path, "gdp.csv", WORLD_BANK, "en")
    rich = WORLD_BANK.replace("KWT,2023,10", "KWT,2023,4000")
    (project / "gdp.csv").write_text(rich, encoding="utf-8")
    file = project / "briefing.yaml"
    text = file.read_text(encoding="utf-8").replace("unit: units", f"unit: {unit}")
    file.write_text(text.replace("kind: flow", f"kind: {kind}"), encoding="utf-8")
    assert ("B104" in {f.code for f in briefing.check(str(project)).findings}) is found


OWN = "Country Code,Year,Value\n" + "".join(
    f"{code},{year},{n * 100 + year - 2000}\n"
    for n, code in enumerate(("MNG", "DZA", "FRA", "JPN"), 1)
    for year in (2022, 2023)
)


def test_what_it_writes_is_said_in_each_language(tmp_path: Path) -> None:
    project = begun(tmp_path, "gdp.csv", OWN, "en", "fr", "mn", "ru")
    manifest = yaml.safe_load((project / "briefing.yaml").read_text(encoding="utf-8"))
    source = manifest["sources"]["gdp_source"]
    assert source["title"]["ru"] == "ВВП (gdp.csv)"
    assert source["publisher"]["mn"] == "Нийтлэгч"
    for text in (source["publisher"], source["basis"], source["title"]):
        assert len(set(text.values())) == 4
    label = manifest["series"]["gdp_by_country_code"]["label"]
    assert list(label.values()) == [
        "GDP, by country",
        "PIB par pays",
        "ДНБ, улсаар",
        "ВВП по странам",
    ]
    assert briefing.check(str(project)).findings == ()


def test_a_file_of_an_unknown_measure_is_named_by_itself(tmp_path: Path) -> None:
    project = begun(tmp_path, "gdp_growth.csv", OWN, "en", "ru")
    manifest = yaml.safe_load((project / "briefing.yaml").read_text(encoding="utf-8"))
    assert set(manifest["sources"]["gdp_growth_source"]["title"].values()) == {"gdp_growth.csv"}
    label = manifest["series"]["gdp_growth_by_country_code"]["label"]
    assert label == {
        "en": "Gdp growth, by country",
        "ru": "Данные файла gdp_growth.csv по странам",
    }


def test_countries_own_figures_are_ranked_with_the_reporter_and_both_compared(
    tmp_path: Path,
) -> None:
    project = begun(tmp_path, "gdp.csv", OWN, "en")
    manifest = yaml.safe_load((project / "briefing.yaml").read_text(encoding="utf-8"))
    assert "totals" not in manifest["tables"]["gdp"]
    assert manifest["exhibits"]["figures_2"] == {
        "kind": "grid",
        "show": ["gdp_of_reporter", "gdp_of_partner"],
    }
    assert manifest["series"]["gdp_of_partner"] == {
        "is": "gdp_by_country_code[$partner]",
        "label": "GDP: {{ partner.name }}",
    }
    assert briefing.check(str(project)).findings == ()


def test_among_partners_the_reporter_is_left_out(tmp_path: Path) -> None:
    project = begun(tmp_path, "exports.csv", OWN, "en", "ru")
    manifest = yaml.safe_load((project / "briefing.yaml").read_text(encoding="utf-8"))
    assert manifest["tables"]["exports"]["totals"] == {"Country Code": ["MNG"]}
    assert list(manifest["exhibits"]) == ["figures"]
    assert briefing.check(str(project)).findings == ()


def into(project: Path, name: str) -> Result:
    words = ["inspect", str(project / name), "--into", str(project)]
    return CliRunner().invoke(cli, words, standalone_mode=False)


def test_a_second_file_goes_under_the_keys_that_are_there(tmp_path: Path) -> None:
    project = begun(tmp_path, "gdp.csv", WORLD_BANK, "en", "ru")
    (project / "people.csv").write_text(WORLD_BANK, encoding="utf-8")
    assert into(project, "people.csv").return_value == 0
    text = (project / "briefing.yaml").read_text(encoding="utf-8")
    for key in ("sources", "tables", "series", "names"):
        assert len(re.findall(f"^{key}:", text, re.MULTILINE)) == 1
    assert "  people_by_country_code: {table: people" in text
    assert {f.code for f in briefing.check(str(project)).findings} <= {"B113", "B120"}


def test_the_same_file_twice_and_one_from_elsewhere_are_refused(tmp_path: Path) -> None:
    project = begun(tmp_path, "gdp.csv", WORLD_BANK, "en")
    before = (project / "briefing.yaml").read_bytes()
    for name, message in (("gdp.csv", "has gdp"), ("../gdp.csv", "copy it there")):
        assert message in str(into(project, name).exception)
    assert (project / "briefing.yaml").read_bytes() == before
