"""A figure of each format keeps its text and its place from the file to record, trace and page."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

import briefing
from briefing.editions import read, trace
from briefing.model.spec import Choices
from tests.tables.test_hostile import _text, workbook

_HEAD = """briefing: 1
title: {{en: T}}
period: 2014
annex: full
released: 2026-11-29
languages: [en]
style: ministry
sources: {{s: {{title: T, publisher: P, retrieved: 2026-01-01, basis: current prices}}}}
tables: {{t: {{file: "{file}", format: {format}, source: s, period: "{period}", value: "{value}",
  unit: USD million, kind: flow, missing: ["", ":", ".."], {more}}}}}
series: {{x: {{table: t, where: {where}}}}}
sections: [a]
"""
_SDMX = (
    '<m:StructureSpecificData xmlns:m="u"><m:DataSet>\n<Series REF_AREA="MNG">\n'
    '<Obs TIME_PERIOD="2013" OBS_VALUE="10.50"/>\n'
    '<Obs TIME_PERIOD="2014" OBS_VALUE="12.50" OBS_STATUS="P"/>\n</Series></m:DataSet>'
    "</m:StructureSpecificData>"
)
_JSON_STAT = (
    '{"class": "dataset", "id": ["geo", "time"], "size": [1, 2], "dimension": {'
    '"geo": {"category": {"index": ["MNG"]}}, "time": {"category": {"index": ["2013", "2014"]}}},'
    '"value": [10.50, 12.50], "status": {"1": "p"}}'
)
_SDMX_JSON = (
    '{"data": {"structures": [{"dimensions": {"observation": ['
    '{"id": "REF_AREA", "values": [{"id": "MNG"}]},'
    '{"id": "TIME_PERIOD", "values": [{"id": "2013"}, {"id": "2014"}]}]}, "attributes": '
    '{"observation": [{"id": "OBS_STATUS", "values": [{"id": "A"}, {"id": "P"}]}]}}],'
    '"dataSets": [{"observations": {"0:0": [10.50, 0], "0:1": [12.50, 1]}}]}}'
)
_PX = (
    'CODEPAGE="utf-8";\nTITLE="t";\nSTUB="geo";\nHEADING="year";\nVALUES("geo")="MNG";\n'
    'VALUES("year")="2013","2014";\nDATA=\n10.50 12.50;\n'
)
_TSV = "freq,geo\\TIME_PERIOD\t2013 \t2014 \nA,MNG\t10.50 \t12.50 p\n"
_WORLD_BANK = (
    '[{"page": 1, "total": 2}, [{"indicator": {"id": "i"}, "country": {"id": "MN"}, '
    '"countryiso3code": "MNG", "date": "2013", "value": 10.50}, {"indicator": {"id": "i"}, '
    '"country": {"id": "MN"}, "countryiso3code": "MNG", "date": "2014", "value": 12.50}]]'
)
_COMTRADE = (
    '{"count": 2, "data": [{"period": "2013", "reporterISO": "MNG", "primaryValue": 10.50},'
    '{"period": "2014", "reporterISO": "MNG", "primaryValue": 12.50}]}'
)
_CSV = "geo,year,value\nMNG,2013,10.50\nMNG,2014,12.50\n"


def _zip(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr(name, data)
    return out.getvalue()


def _book() -> bytes:
    rows = [("geo", "year", "value"), ("MNG", 2013, 10.5), ("MNG", 2014, 12.5)]
    body = ""
    for number, row in enumerate(rows, 4):
        cells = [
            _text(f"{letter}{number}", cell) if isinstance(cell, str)
            else f'<c r="{letter}{number}"><v>{cell}</v></c>'
            for letter, cell in zip("ABC", row, strict=True)
        ]  # fmt: skip
        body += f'<row r="{number}">{"".join(cells)}</row>'
    return workbook(("Data", "visible", body))


def _parquet() -> bytes:
    duckdb = pytest.importorskip("duckdb")
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "t.parquet")
        values = "('MNG', '2013', 10.50), ('MNG', '2014', 12.50)"
        query = f"SELECT * FROM (VALUES {values}) AS t(geo, year, value)"
        duckdb.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
        return Path(path).read_bytes()


_PLAIN = {"period": "year", "value": "value", "where": "{geo: MNG}"}
_OF_SDMX = {
    "period": "TIME_PERIOD", "value": "OBS_VALUE", "where": "{REF_AREA: MNG}",
    "more": "status: OBS_STATUS",
}  # fmt: skip
# Format, file, bytes, keys, and where the figure of 2014 stands: file, row, column.
CASES = [
    ("delimited", "t.csv", _CSV.encode(), _PLAIN, ("t.csv", 3, "value")),
    (
        "delimited", "w.csv", b"geo,2013,2014\nMNG,10.50,12.50p\n",
        _PLAIN | {"more": "columns: {period: year}, marks: status"}, ("w.csv", 2, "2014"),
    ),
    (
        "delimited", "u.csv", _CSV.encode("utf-16"),
        _PLAIN | {"more": "encoding: utf-16"}, ("u.csv", 3, "value"),
    ),
    ("delimited", "t.csv.gz", gzip.compress(_CSV.encode()), _PLAIN, ("t.csv.gz", 3, "value")),
    (
        "delimited", "t.zip", _zip("in.csv", _CSV.encode()), _PLAIN,
        ("t.zip#in.csv", 3, "value"),
    ),
    ("large-delimited", "t.csv", _CSV.encode(), _PLAIN, ("t.csv", 3, "value")),
    ("parquet", "t.parquet", None, _PLAIN, ("t.parquet", 2, "value")),
    (
        "xlsx", "t.xlsx", None, _PLAIN | {"more": "skip: 3"}, ("t.xlsx#Data", 6, "value"),
    ),
    (
        "sdmx-csv", "s.csv",
        b"DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
        b"x,MNG,2013,10.50,A\nx,MNG,2014,12.50,P\n",
        _OF_SDMX, ("s.csv", 3, "OBS_VALUE"),
    ),
    ("sdmx-ml", "s.xml", _SDMX.encode(), _OF_SDMX, ("s.xml", 4, "OBS_VALUE")),
    (
        "sdmx-json", "s.json", _SDMX_JSON.encode(), _OF_SDMX,
        ("s.json#observations", 2, "OBS_VALUE"),
    ),
    (
        "json-stat", "j.json", _JSON_STAT.encode(),
        {"period": "time", "value": "value", "where": "{geo: MNG}", "more": "status: status"},
        ("j.json#value", 2, "value"),
    ),
    ("px", "t.px", _PX.encode(), _PLAIN, ("t.px#DATA", 2, "value")),
    (
        "eurostat-tsv", "t.tsv", _TSV.encode(),
        {
            "period": "TIME_PERIOD", "value": "value", "where": "{geo: MNG}",
            "more": "status: flag",
        },
        ("t.tsv", 2, "2014"),
    ),
    (
        "world-bank", "w.json", _WORLD_BANK.encode(),
        {"period": "date", "value": "value", "where": "{countryiso3code: MNG}"},
        ("w.json#1", 2, "value"),
    ),
    (
        "comtrade", "c.json", _COMTRADE.encode(),
        {"period": "period", "value": "primaryValue", "where": "{reporterISO: MNG}"},
        ("c.json#data", 2, "primaryValue"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("format", "file", "data", "keys", "place"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES]
)
def test_a_cell_is_found_again(tmp_path, format, file, data, keys, place):
    folder = tmp_path / "p"
    (folder / "sections/en").mkdir(parents=True)
    made = {"xlsx": _book, "parquet": _parquet}
    (folder / file).write_bytes(data if data is not None else made[format]())
    text = _HEAD.format(file=file, format=format, **{"more": "codes: none", **keys})
    (folder / "briefing.yaml").write_text(text, encoding="utf-8")
    (folder / "sections/en/a.md").write_text("# A\n\nIt was {{ x | exact }} in 2014.\n")
    outcome = briefing.build(str(folder), str(tmp_path / "out"), Choices())
    assert outcome.built, [f.message for f in outcome.findings]
    (pdf,) = outcome.built
    record = read(outcome.record)
    (fact,) = [f for f in record.facts if f.name == "x"]
    assert [(c.file, c.row, c.column) for c in fact.cells] == [place]
    assert str(fact.value) in ("12.50", "12.5") if format == "xlsx" else str(fact.value) == "12.50"
    assert trace(record, "x 2014") == (fact,)
    pypdfium2 = pytest.importorskip("pypdfium2")
    with pypdfium2.PdfDocument(pdf.path) as pages:
        text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    printed = "".join(text.split()).replace("\u200b", "")
    # The register of figures names file and column, and the row.
    assert place[0] in printed
    assert fact.rows
    if "status" in keys.get("more", ""):
        assert fact.status == "provisional"
