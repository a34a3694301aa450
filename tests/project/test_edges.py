"""The edges of MANIFEST.md §2 and §6 that a manifest can show."""

import os

import pytest

from briefing import language
from briefing.language import GRAMMARS
from briefing.language.en import English
from briefing.model.spec import Choices
from briefing.model.unit import Dimension
from briefing.project import read
from briefing.workspace import Workspace


def test_manifest_larger_than_its_limit(project):
    project.write("briefing.yaml", "#" * (1024 * 1024 + 1))
    assert project.found() == ["1:1 B053 briefing.yaml is larger than 1 MiB"]


def test_byte_order_mark_is_allowed(project):
    project.write("briefing.yaml", b"\xef\xbb\xbf" + (project.root / "briefing.yaml").read_bytes())
    spec, findings = project.read()
    assert findings == ()
    assert spec.title["en"].place.column == 13


def test_another_encoding_is_named(project):
    project.replace({"Mongolia and Russia": "Монголия и Россия"})
    text = (project.root / "briefing.yaml").read_text()
    project.write("briefing.yaml", text.replace("NSO", "Статистика " * 60).encode("cp1251"))
    assert project.found() == ["2:13 B054 briefing.yaml is not UTF-8; it looks like cp1251"]
    project.write("briefing.yaml", text.encode("utf-16"))
    assert project.found()[0].endswith("looks like utf-16")


@pytest.mark.parametrize("name", ["my project", ".hidden", "проект"])
def test_folder_that_gives_no_file_name(project, name):
    project.root.rename(project.root.with_name(name))
    _, findings = read(Workspace(str(project.root.with_name(name))), Choices())
    assert [f.code for f in findings] == ["B011"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/etc/hostname", "B051"),
        ("a/../../x.csv", "B051"),
        ("https://example.org/trade.csv", "B051"),
        ("C:/trade.csv", "B051"),
        ("sections", "B052"),
        ("*.csv", "B050"),
        ("trade.csv/x", "B050"),
        ("x" * 5000, "B050"),
    ],
)
def test_paths_of_data(project, path, code):
    project.replace({"file: trade.csv": f"file: {path!r}"})
    (line,) = project.found()
    assert line.split()[:2] == ["11:18", code]


def test_links_out_and_pipes_are_refused_and_links_inside_are_not(project, tmp_path):
    (tmp_path / "outside.csv").write_text("year,value\n")
    trade = project.root / "trade.csv"
    trade.rename(project.root / "data.csv")
    trade.symlink_to("data.csv")
    assert project.found() == []
    trade.unlink()
    trade.symlink_to(tmp_path / "outside.csv")
    assert [line.split()[1] for line in project.found()] == ["B051"]
    trade.unlink()
    os.mkfifo(trade)
    assert [line.split()[1] for line in project.found()] == ["B052"]


def test_section_that_is_a_link_out(project, tmp_path):
    (tmp_path / "other.md").write_text("# Other\n")
    section = project.root / "sections/en/trade.md"
    section.unlink()
    section.symlink_to(tmp_path / "other.md")
    assert project.found() == ["21:12 B051 “sections/en/trade.md” leads out of the project"]


def test_text_in_one_language_or_many(project):
    project.replace(
        {
            "{en: Mongolia and Russia}": "Mongolia and Russia",
            "style: ministry": "style: ministry\nmarking: {en: OFFICIAL, mn: АЛБАНЫ}",
        }
    )
    spec, findings = project.read()
    assert findings == ()
    assert list(spec.title) == ["en"]
    assert spec.marking["mn"].text == "АЛБАНЫ"


def test_of_a_language_without_a_grammar_that_alone_is_said(project):
    project.replace({"languages: [en]": "languages: [en, kk]"})
    (line,) = project.found()
    assert "B023 unknown language “kk”" in line


def test_a_language_of_the_project_that_texts_and_sections_lack(project, monkeypatch):
    monkeypatch.setitem(GRAMMARS, "mn", English())
    project.replace({"languages: [en]": "languages: [en, mn]"})
    lines = project.found()
    assert "2:1 B022 title: lacks the language mn" in lines
    assert "12:57 B022 table events, text: lacks the language mn" in lines
    assert "21:12 B024 section “trade” has no text in mn: no file sections/mn/trade.md" in lines


def test_values_name_series_and_have_units_of_their_own(project):
    project.replace(
        {
            "value: value, unit: USD thousand, kind: flow}": "values: {own: {column: a, "
            "unit: {one: visit, other: visits}, kind: flow}, "
            "theirs: {column: b, unit: km, kind: stock}}}",
            "show: exports, ": "show: [own, theirs], ",
        }
    )
    spec, findings = project.read()
    assert findings == ()
    own, theirs = spec.tables["trade"].values
    assert (own.name, own.unit.dimension, own.unit.noun) == (
        "own",
        Dimension.COUNT,
        (("one", "visit"), ("other", "visits")),
    )
    assert (theirs.column, theirs.place.line) == ("b", 11)


def test_unit_in_a_column(project):
    project.replace({"unit: USD thousand": "unit: {column: currency}"})
    spec, findings = project.read()
    assert findings == ()
    assert (spec.tables["trade"].unit, spec.tables["trade"].unit_column) == (None, "currency")


def test_missing_markers_totals_and_dialect(project):
    project.replace(
        {
            "value: value, ": 'value: value, missing: ["", NA, "-"], '
            'totals: {partner: [WLD, EU27]}, delimiter: ";", decimal: ",", '
            'thousands: " ", encoding: cp1251, skip: 2, '
        }
    )
    spec, findings = project.read()
    assert findings == ()
    table = spec.tables["trade"]
    assert table.missing == ("", "NA", "-")
    assert table.totals == {"partner": ("WLD", "EU27")}
    assert (table.delimiter, table.decimal, table.thousands) == (";", ",", " ")
    assert (table.encoding, table.skip) == ("cp1251", 2)


@pytest.mark.parametrize("key", ["quality: high", "cards: x", "series_part: y"])
def test_keys_that_are_not_built_yet_are_unknown(project, key):
    project.replace({"style: ministry": f"style: ministry\n{key}"})
    assert [line.split()[1] for line in project.found()] == ["B008"]


def test_the_next_release_may_be_a_month(project):
    project.replace({"style: ministry": "style: ministry\nnext_release: 2027-05"})
    spec, findings = project.read()
    assert findings == ()
    assert language.period(spec.next_release, "en") == "May 2027"


@pytest.mark.parametrize("when", ["2026-10", "2026-11-24", "2026-Q3"])
def test_a_next_release_that_is_over_is_told(project, when):
    project.replace({"style: ministry": f"style: ministry\nnext_release: {when}"})
    assert [line.split()[1] for line in project.found()] == ["B031"]


def test_spec_only_without_errors_but_with_warnings(project):
    project.replace({"released: 2026-11-24": "released: 2026-04-01\nnext_release: 2026-04-01"})
    spec, findings = project.read()
    assert spec is not None
    assert [(f.code, f.severity) for f in findings] == [("B031", "warning"), ("B031", "warning")]
