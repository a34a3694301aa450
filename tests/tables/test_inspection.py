"""Kinds of files that official sites offer, made here after their published layouts, looked at and
then read by the very entry that inspection writes, without a finding."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
import yaml

from briefing.model.spec import Choices
from briefing.run.examine import check
from briefing.run.inspect import inspect
from briefing.tables.inspection import comments, entry
from tests.tables.test_hostile import _text, workbook

SHARED = Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared beside the checkout")
_HEAD = (
    "briefing: 1\ntitle: {en: T}\nperiod: 2026\nreleased: 2026-11-29\nlanguages: [en]\n"
    "style: ministry\nsections: [a]\n"
)


def looked_at(folder, name, data):
    """The entry as YAML and what is said, once a project with it has no finding but that nothing
    uses it."""
    (folder / name).write_bytes(data)
    inspected = inspect(str(folder / name))
    text = entry(inspected.inspection, inspected.saved.isoformat())
    said = "\n".join(comments(inspected.inspection))
    (folder / "briefing.yaml").write_text(_HEAD + text, encoding="utf-8")
    (folder / "sections/en").mkdir(parents=True)
    (folder / "sections/en/a.md").write_text("# A\n\nText.\n")
    findings = [f for f in check(str(folder), Choices()).findings if f.code != "B120"]
    assert findings == [], text
    whole = yaml.safe_load(text)
    (table,) = whole["tables"].values()
    return table, list((whole.get("series") or {}).values()), said


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, data in files.items():
            parts.writestr(name, data)
    return out.getvalue()


def test_semicolons_decimal_commas_and_cp1251(tmp_path):
    lines = ["Экспорт; млн. руб.", "", "страна;год;стоимость"]
    lines += [f"{c};{y};1 234,5" for c in ("Китай", "Япония", "Монголия") for y in (2013, 2014)]
    table, series, said = looked_at(tmp_path, "e.csv", "\n".join(lines).encode("cp1251"))
    assert (table["encoding"], table["delimiter"], table["skip"]) == ("cp1251", ";", 2)
    assert (table["decimal"], table["thousands"], table["unit"]) == (",", " ", "RUB million")
    assert series[0]["by"] == "страна"
    assert "3 of 3 are countries by their names" in said


def test_old_mongolian_letters(tmp_path):
    text = "он,бараа,үнэ\n2013,Өргөө,12.5\n2014,Өргөө,13.5\n2013,Төмөр,1.5\n2014,Төмөр,2.5\n"
    old = text.translate(str.maketrans("ӨөҮү", "ЄєЇї")).encode("cp1251")
    table, series, _ = looked_at(tmp_path, "m.csv", old)
    assert table["encoding"] == "cp1251-mn"
    assert (table["period"], table["value"], series[0]["by"]) == ("он", "үнэ", "бараа")


def test_utf_16_with_tabs_and_brackets_for_negatives(tmp_path):
    text = "Year\tBalance (US$ mil.)\n2013\t(1,234.5)\n2014\t1,456.0\n2015\tn.a.\n"
    table, _, _ = looked_at(tmp_path, "b.txt", text.encode("utf-16"))
    assert (table["encoding"], table["delimiter"]) == ("utf-16", "\t")
    assert (table["thousands"], table["negative"], table["missing"]) == (",", "brackets", ["n.a."])
    assert (table["unit"], table["period"]) == ("USD million", "Year")


def test_a_workbook_with_a_title_two_rows_of_header_and_notes(tmp_path):
    rows = [
        ["Exports by country, USD million"],
        [],
        ["Country", "Exports", ""],
        ["", "2013", "2014"],
        ["China", "10.5", "11"],
        ["Japan", "2", ".."],
        [],
        ["Source: the office"],
    ]
    body = "".join(
        f'<row r="{r}">'
        + "".join(
            _text(f"{'ABC'[c]}{r}", cell) if not cell.replace(".", "").isdigit() or cell == ".."
            else f'<c r="{"ABC"[c]}{r}"><v>{cell}</v></c>'
            for c, cell in enumerate(cells) if cell
        )
        + "</row>"
        for r, cells in enumerate(rows, 1)
    )  # fmt: skip
    data = workbook(("Data", "visible", body), ("Notes", "visible", ""))
    (tmp_path / "x.xlsx").write_bytes(data)
    inspected = inspect(str(tmp_path / "x.xlsx")).inspection
    table = inspected.proposal.table
    assert (table.skip, table.period) == (3, "year")
    assert table.end == "blank"
    assert table.unit is not None
    assert str(table.unit) == "USD million"
    assert "Data, Notes" in "\n".join(comments(inspected))


def test_years_above_measures_in_the_header(tmp_path):
    text = "Trade; US$ million;;;\n;2013;;2014;\ncountry;exports;imports;exports;imports\n"
    rows = "China;1.5;2.5;3.5;4.5\nJapan;1;2;3;4\nRussia;5;6;7;8\n"
    table, series, _ = looked_at(tmp_path, "t.csv", (text + rows).encode())
    assert table["header"] == [2, 3]
    assert table["columns"] == {"period": "year", "member": "measure"}
    assert [s["where"] for s in series] == [{"measure": "exports"}, {"measure": "imports"}]


def test_a_zip_of_the_world_bank(tmp_path):
    data = (
        '\ufeff"Data Source","World Development Indicators",\n\n"Last Updated Date","2026-04-11",\n'
        '\n"Country Name","Country Code","Indicator Name","Indicator Code","2013","2014","2015",\n'
        '"Mongolia","MNG","GDP (current US$)","NY.GDP.MKTP.CD","12582","12227",""\n'
        '"Russia","RUS","GDP (current US$)","NY.GDP.MKTP.CD","2292473","2059242","1363482"\n'
    ).replace('""\n', '"",\n').replace('482"\n', '482",\n').encode()  # fmt: skip
    whole = zipped(**{"Metadata_Country.csv": b'"Country Code"\n', "API_GDP.csv": data})
    table, series, said = looked_at(tmp_path, "API.zip", whole)
    assert (table["member"], table["skip"]) == ("API_GDP.csv", 4)
    assert table["columns"] == {"period": "year"}
    assert (table["missing"], table["unit"]) == ([""], "USD")
    assert series == [{"table": "api", "by": "Country Code", "label": "Api, by country"}]
    assert "Metadata_Country.csv, API_GDP.csv" in said


def test_eurostat_s_tsv_in_gzip(tmp_path):
    text = "freq,unit,geo\\TIME_PERIOD\t2013 \t2014 \nA,EUR,DE\t1.5 p\t2.5 \nA,EUR,FR\t: c\t3 b\n"
    table, series, said = looked_at(tmp_path, "x.tsv.gz", gzip.compress(text.encode()))
    assert (table["format"], table["status"], table["codes"]) == ("eurostat-tsv", "flag", "alpha2")
    assert series == [{"table": "x", "by": "geo", "label": "X, by country"}]
    assert "inside gzip" in said


def test_json_stat_of_an_office_whose_codes_are_positions(tmp_path):
    def dimension(*labels):
        codes = {str(n): n for n in range(len(labels))}
        texts = {str(n): label for n, label in enumerate(labels)}
        return {"category": {"index": codes, "label": texts}}

    whole = {
        "class": "dataset", "id": ["Улс", "Он"], "size": [3, 2],
        "dimension": {"Улс": dimension("БНХАУ", "ОХУ", "Япон"), "Он": dimension("2013", "2014")},
        "value": [1.5, 2.5, 3.5, 4.5, 5.5, None],
    }  # fmt: skip
    table, series, _ = looked_at(tmp_path, "t.json", json.dumps(whole).encode())
    assert (table["format"], table["period"]) == ("json-stat", "Он label")
    assert series[0]["by"] == "Улс label"


def test_pc_axis(tmp_path):
    text = (
        'CHARSET="ANSI";\nCODEPAGE="utf-8";\nTITLE="t";\nSTUB="country";\nHEADING="year";\n'
        'VALUES("country")="Russia","China","Japan";\nCODES("country")="RUS","CHN","JPN";\n'
        'VALUES("year")="2013","2014";\nDATA=\n1.50 ".."\n3 4\n5 6;\n'
    )
    table, series, _ = looked_at(tmp_path, "t.px", text.encode())
    assert (table["format"], table["missing"], series[0]["by"]) == ("px", [".."], "country")


def test_sdmx_csv_with_a_scale(tmp_path):
    text = "DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n" + "".join(
        f"A:B(1.0),Q,{area},2014-Q{q},{q}.5,{'P' if q == 4 else 'A'},6\n"
        for area in ("MNG", "RUS")
        for q in range(1, 5)
    )
    table, series, _ = looked_at(tmp_path, "s.csv", text.encode())
    assert (table["format"], table["scaled"], table["status"]) == ("sdmx-csv", True, "OBS_STATUS")
    assert series == [{"table": "s", "by": "REF_AREA", "label": "S, by country"}]


def test_comtrade_json(tmp_path):
    rows = [
        {"period": "2014", "reporterCode": 496, "flowCode": flow, "partnerCode": partner,
         "partner2Code": 0, "motCode": 0, "customsCode": "C00", "primaryValue": value}
        for flow in ("M", "X")
        for partner, value in ((0, 100.5), (156, 60.25), (643, 40.25))
    ]  # fmt: skip
    data = json.dumps({"elapsedTime": "0.1 secs", "count": 6, "data": rows}).encode()
    table, series, said = looked_at(tmp_path, "c.json", data)
    assert (table["format"], table["codes"]) == ("comtrade", "comtrade")
    assert table["totals"] == {"partnerCode": ["0"]}
    assert [s["where"] for s in series] == [{"flowCode": "M"}, {"flowCode": "X"}]
    assert "USD" in table["unit"]
    assert "partnerCode: sums or groups of others: 0" in said


def test_world_bank_json(tmp_path):
    row = {
        "indicator": {"id": "NY.GDP.MKTP.CD", "value": "GDP (current US$)"},
        "country": {"id": "MN", "value": "Mongolia"}, "countryiso3code": "MNG", "unit": "",
        "obs_status": "", "decimal": 0,
    }  # fmt: skip
    russia = {"countryiso3code": "RUS", "country": {"id": "RU", "value": "Russia"}}
    rows = [row | more | {"date": d, "value": 5} for more in ({}, russia) for d in ("2013", "2014")]
    data = json.dumps([{"page": 1, "total": 4}, rows]).encode()
    table, series, _ = looked_at(tmp_path, "w.json", data)
    assert (table["format"], table["unit"]) == ("world-bank", "USD")
    assert series[0]["by"] == "countryiso3code"


def test_a_column_a_partner(tmp_path):
    text = "Year,China,Japan,Germany,World\n2013,1.5,2.5,3.5,7.5\n2014,2,3,4,9\n"
    table, series, _ = looked_at(tmp_path, "p.csv", text.encode())
    assert table["columns"] == {"member": "partner", "of": ["China", "Japan", "Germany"]}
    assert series == [{"table": "p", "by": "partner", "label": "P, by country"}]


def test_daily_rates_with_a_dot_for_none(tmp_path):
    text = "DATE,DEXUSEU\n2014-09-01,.\n2014-09-02,1.3128\n2014-09-03,1.3151\n"
    table, series, _ = looked_at(tmp_path, "f.csv", text.encode())
    assert (table["period"], table["value"], table["missing"]) == ("DATE", "DEXUSEU", ["."])
    assert series == []


def test_marks_beside_figures(tmp_path):
    text = "year,value\n2013,12.5p\n2014,13.5e\n2015,14.5\n"
    table, _, _ = looked_at(tmp_path, "v.csv", text.encode())
    assert table["marks"] == "status"


def test_events(tmp_path):
    text = "date,kind,event\n1921-11-05,treaty,Friendly relations\n1922,embassy,Embassies opened\n"
    table, _, _ = looked_at(tmp_path, "ev.csv", text.encode())
    assert table["text"] == {"en": "event"}


def test_a_total_is_found_by_adding_up(tmp_path):
    lines = ["goods,year,value"]
    for year in range(2010, 2015):
        lines += [f"ore,{year},10.5", f"wool,{year},{year - 2000}.5", f"whole,{year},{year - 1989}"]
    table, _, _ = looked_at(tmp_path, "g.csv", "\n".join(lines).encode())
    assert table["totals"] == {"goods": ["whole"]}


def test_a_doubtful_cell_is_named_with_its_line(tmp_path):
    (tmp_path / "d.csv").write_text("year,value\n2012,1.5\n2013,1.2.3\n2014,2.5\n2015,3.5\n")
    inspected = inspect(str(tmp_path / "d.csv")).inspection
    assert [(f.code, f.place.line) for f in inspected.findings] == [("B207", 3)]


@needs_shared
@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("formats/messy/singstat_exports_by_market.csv", {"skip": 10, "end": "blank"}),
        (
            "formats/messy/rosstat_kep_2017_02_utf8_crlf_tab_footnotes.csv",
            {"header": [1, 2], "start": 6, "period": "column 1"},
        ),
        ("formats/messy/wits_en_SGP_AllYears_Trade_Summary.csv", {"unit": "USD million"}),
        ("formats/messy/imf_imts_tradedata_multiatsm.xlsx", {"sheet": "Brazil"}),
        ("formats/sdmx/ECB_EXR__1__M.USD.EUR.SP00.A.xml", {"unit": "USD per EUR"}),
        ("formats/comtrade/comtradeplus_export_SGP_HS2_2013_2023.csv", {"value": "primaryValue"}),
        ("formats/comtrade/comtradeapi_v1_get_C_A_HS.json", {"format": "comtrade"}),
        ("facts/mongolia_trade_by_partner_nso_2005_2025.csv", {"totals": {"partner": ["WLD"]}}),
        ("fdi/mongolia_inward_fdi_by_partner_2012.csv", {"missing": [""]}),
        ("trade/SCALE_bilateral_trade_long_iso3_1870_2014.parquet", {"format": "parquet"}),
    ],
)
def test_real_files(tmp_path, path, keys):
    table, _, _ = looked_at(tmp_path, Path(path).name, (SHARED / "data" / path).read_bytes())
    assert {key: table[key] for key in keys} == keys
