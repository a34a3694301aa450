"""A name printed for want of a label is a finding, in English where it is not made of words."""

from pathlib import Path

import pytest

import briefing
from briefing.starter.project import Answers, project


def found(folder: Path, language: str, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    files = project(Answers("MNG", "JPN", (language,), "ministry"), b"{}")
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        for old, new in changes:
            content = content.replace(old.encode(), new.encode())
        file.write_bytes(content)
    findings = briefing.check(str(folder)).findings
    return [(f"{f.severity}", f.message.split()[0]) for f in findings if f.code == "B322"]


SHARE = ', label: {fr: "Part {{ partner | of }} dans les exportations"}'


def test_it_is_a_warning_where_the_names_may_be_in_the_language(tmp_path: Path) -> None:
    assert found(tmp_path, "fr", (SHARE, "")) == [("warning", "“export_share”")]


@pytest.mark.parametrize("language", ["en", "fr", "mn", "ru"])
def test_a_new_project_has_none(tmp_path: Path, language: str) -> None:
    assert found(tmp_path, language) == []


def test_in_english_a_name_is_what_it_says(tmp_path: Path) -> None:
    label = ', label: {en: "Share of exports, {{ partner.short }}"}'
    assert found(tmp_path, "en", (label, "")) == []


@pytest.mark.parametrize("name", ["gdp_share", "hs85", "share_2024_q1", "x_share", "usd_gdp"])
def test_in_english_a_name_that_is_no_words_is_told(tmp_path: Path, name: str) -> None:
    label = ', label: {en: "Share of exports, {{ partner.short }}"}'
    assert found(tmp_path, "en", (label, ""), ("export_share", name)) == [("warning", f"“{name}”")]


@pytest.mark.parametrize("name", ["share_by_country", "share_2024", "energy_a_day", "my_sky"])
def test_in_english_words_and_years_are_none(tmp_path: Path, name: str) -> None:
    label = ', label: {en: "Share of exports, {{ partner.short }}"}'
    assert found(tmp_path, "en", (label, ""), ("export_share", name)) == []


CODES = """briefing: 1
title: {en: Goods, ru: Товары}
parameters: {reporter: MNG, partner: RUS}
period: 2024
released: 2026-11-24
languages: [en, ru]
sources:
  own:
    {title: {en: Goods, ru: Товары}, publisher: {en: Us, ru: Мы}, retrieved: 2026-05-01,
     basis: {en: current prices, ru: текущие цены}}
tables:
  goods:
    {file: goods.csv, source: own, period: year, value: v, unit: tonne, kind: flow, codes: none}
series:
  by_good: {table: goods, by: good, label: {en: "Goods, by kind", ru: "Товары, по видам"}}
exhibits: {goods: {kind: ranking, show: by_good}}
sections: [one]
"""


def coded(folder: Path, *goods: str, names: str = "") -> list[str]:
    """The keys of which the texts in English and Russian would print a code: where each stands, and
    the first language that lacks its name."""
    rows = "".join(f"2024,{good},{number}\n" for number, good in enumerate(goods, 5))
    (folder / "goods.csv").write_text(f"year,good,v\n{rows}", encoding="utf-8")
    (folder / "briefing.yaml").write_text(CODES + names, encoding="utf-8")
    for code in ("en", "ru"):
        (folder / f"sections/{code}").mkdir(parents=True, exist_ok=True)
        text = "# One\n\n![Goods](exhibit:goods)\n"
        (folder / f"sections/{code}/one.md").write_text(text, encoding="utf-8")
    findings = [f for f in briefing.check(str(folder)).findings if f.code == "B322"]
    assert {f"{f.severity}" for f in findings} <= {"warning"}
    return [
        " ".join((str(f.place), f.message.split("”")[0][1:], f.message.split("in “")[1][:2]))
        for f in findings
    ]


def test_a_code_that_nobody_names_is_told_in_each_language(tmp_path: Path) -> None:
    assert coded(tmp_path, "HS05", "Tea") == ["goods.csv:2:1 HS05 en", "goods.csv:3:1 Tea ru"]


def test_a_word_of_the_data_is_told_where_it_stands_in_another_script(tmp_path: Path) -> None:
    assert coded(tmp_path, "Чай", "Tea") == ["goods.csv:2:1 Чай en", "goods.csv:3:1 Tea ru"]


def test_named_codes_countries_and_words_of_the_language_are_none(tmp_path: Path) -> None:
    names = "names: {HS05: {en: Ores, ru: Руды}, Tea: {en: Tea, ru: Чай}}\n"
    assert coded(tmp_path, "HS05", "Tea", "CHN", names=names) == []
