"""Each format by small documents of the shape that services send, and by real files of them where
`../shared` stands beside the checkout."""

import base64
import gzip
import io
import json
import zipfile
import zlib
from pathlib import Path

import pytest

from briefing import tables
from briefing.model import TableSpec, Wide
from briefing.model.text import Phrase, Place
from briefing.project.keys.entry import FORMATS
from briefing.tables.formats import READERS

_PLACE = Place("briefing.yaml", 1, 1)
SHARED = Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared beside the checkout")


def load(format, data, file="data.x", period="", **keys):
    spec = TableSpec("t", _PLACE, Phrase(file, _PLACE), period=period, format=format, **keys)
    return tables.load(spec, data)


def cells(table, *columns):
    return [tuple(row.cells[c] for c in columns) for row in table.rows]


def test_the_manifest_knows_the_formats_that_are_read():
    assert set(FORMATS) == set(READERS)


# --- delimited -------------------------------------------------------------------------------


def test_several_header_rows_are_joined_column_by_column():
    text = b"Title\n,2013,,2014,\npartner,exports,imports,exports,imports\nRUS,1,2,3,4\n"
    table, findings = load("delimited", text, header=(2, 3))
    assert not findings
    assert table.columns == (
        "partner",
        "2013 exports",
        "2013 imports",
        "2014 exports",
        "2014 imports",
    )
    assert table.rows[0].number == 4


def test_a_table_ends_where_the_manifest_says():
    text = b"year,value\n2013,1\n2014,2\n\nSource: the office\n"
    table, findings = load("delimited", text, end="blank")
    assert not findings
    assert [row.number for row in table.rows] == [2, 3]
    noted = b"year,value\n2013,1\nNote: x,\n2014,2\n"
    assert len(load("delimited", noted, end="Note")[0].rows) == 1
    assert len(load("delimited", noted)[0].rows) == 3


def test_periods_in_the_header_become_rows_that_keep_their_column():
    text = b"code,2013 [YR2013],2014,2014Q3,2014M09,2014 Oct,note\nMNG,1,2,3,4,5,x\n"
    wide = Wide("year", periods=True)
    table, findings = load("delimited", text, period="year", value="v", columns=wide)
    assert not findings
    assert table.columns == ("code", "note", "year", "v")
    expected = [("2013", "1"), ("2014", "2"), ("2014-Q3", "3"), ("2014-09", "4"), ("2014-10", "5")]
    assert cells(table, "year", "v") == expected
    assert [(r.number, r.at) for r in table.rows][:2] == [(2, "2013 [YR2013]"), (2, "2014")]


def test_members_in_the_header_become_rows():
    text = b"year,RUS,CHN\n2013,1,2\n"
    table, _ = load("delimited", text, period="year", value="v", columns=Wide("p", periods=False))
    assert cells(table, "year", "p", "v") == [("2013", "RUS", "1"), ("2013", "CHN", "2")]


def test_periods_and_members_in_one_header_become_two_columns():
    text = b",2013,,2014,\npartner,exports,imports,exports,imports\nRUS,1,2,3,4\n"
    wide = Wide("year", periods=True, member="flow")
    table, _ = load("delimited", text, header=(1, 2), period="year", value="v", columns=wide)
    assert cells(table, "partner", "year", "flow", "v") == [
        ("RUS", "2013", "exports", "1"),
        ("RUS", "2013", "imports", "2"),
        ("RUS", "2014", "exports", "3"),
        ("RUS", "2014", "imports", "4"),
    ]
    assert table.rows[1].at == "2013 imports"


def test_a_wide_table_that_lacks_a_header_asked_for_is_a_finding():
    wide = Wide("year", periods=True, of=("2015",))
    table, findings = load("delimited", b"code,2014\nMNG,1\n", value="v", columns=wide)
    assert table is None
    assert [f.code for f in findings] == ["B206"]


def test_a_wide_file_is_told_of_inspect():
    table, findings = load("delimited", b"code,2013,2014\nMNG,1,2\n", period="year", value="value")
    assert table is None
    assert all("briefing inspect" in f.hint for f in findings)


def test_old_mongolian_letters():
    data = "year,name\n2014,Їнэ єртєг\n".encode("cp1251")
    table, findings = load("delimited", data, encoding="cp1251-mn")
    assert not findings
    assert table.rows[0].cells["name"] == "Үнэ өртөг"


def test_utf_16_by_its_mark():
    table, _ = load("delimited", "year,value\n2014,1\n".encode("utf-16"), encoding="utf-16")
    assert table.columns == ("year", "value")


# --- around files ----------------------------------------------------------------------------


def _zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, data in files.items():
            parts.writestr(name, data)
    return out.getvalue()


def test_gzip_and_zip_are_opened():
    text = b"year,value\n2014,1\n"
    assert load("delimited", gzip.compress(text))[0].rows[0].number == 2
    assert (
        load("delimited", gzip.compress(text) + gzip.compress(b"2015,2\n"))[0].rows[1].number == 3
    )
    table, _ = load("delimited", _zipped(**{"a.csv": text}), file="a.zip")
    assert table.file == "a.zip#a.csv"


def test_a_zip_of_several_wants_a_member():
    data = _zipped(**{"a.csv": b"year\n1\n", "b.csv": b"year\n2\n"})
    table, findings = load("delimited", data)
    assert table is None
    assert "member:" in findings[0].hint
    assert load("delimited", data, member="b.csv")[0].rows[0].cells == {"year": "2"}
    assert load("delimited", data, member="c.csv")[0] is None


def test_a_damaged_gzip_is_a_finding():
    table, findings = load("delimited", gzip.compress(b"year,value\n" * 99)[:-9])
    assert table is None
    assert findings[0].code == "B230"


# --- older workbooks --------------------------------------------------------------------------

# Three rows from row 3 on, as a writer of Excel's old format (BIFF8) made them: zlib, base 85.
_XLS = (
    "c-rk)O=uHA6#izjX?{r4q)mlZsG(x3wHNW?rCk*@r-tf95ka>$h$JKuYN5SYtvL#UC&f#l7cW&W{-A<h#Dh@"
    "LgCGcr9z6*P9@?z$z3ghDIW$m<%6!YbdGpPDJF`18Z+~7b$IA<Mdn@<_qwt~XgwR&UDM}%)5Chda4!d3+q~v"
    "J)QwRlVBHR3U)c!KSbI9{ufq^^bGqS)3N+)m*=|Vn}+(7J?G1!X7FhW-0CNWX;$f!ESo)+6B_O`TqEOxIjSH"
    "zA`+p;>2Wh*_j$6dw8jDD$$g3o(jH1CAjg>JmyRea&9s<riFU-7J+`#UT8%m@}i^OnlwGetXBMuH}A5nr7o@"
    "WtDyPm`M8SYCnnZ;gDQ34hHnfjKy*WPz6u!E+zim^ffh*(=ye6U`-1FvgiofxMZFT_kea&YjN?IhIa^IV#I8"
    "jy3G!c3IsKvXkf#KQ3!LMsa%O*5}t_6XVuNVdf-q*W&v&9ugc}WCe+%(!wwGJhmYz?-YAU&bnFrUa<*kN%_E"
    "dx9c35mo}HBc7XcXEqG%M*7@7XFMT@vps)1N+ClzOsxq5cdTTA9pPo09q~~KE!)jRFxXyTJdAV|9!F#bizr}"
    "^15tG~p$9;%(U=?BE;zHC)e0S83lHuMfR{NT$eWGUjg!=c1dU^|US(*q#bY>Hs*`PB;H!HfqF4m12ow&yxQw"
    ";lwFf=qYG&D3cG&D5U2mH=!xbOC+`=-xd4*~bT&MKv<{!Q}V;s^?KOwotwLF6efVy30_vk89XolC7z<NYsW9"
    "Hrii$YMgqk!^YX($}A=zn(P<W9zqtTJ68u$~gaU|K9-=V8@R"
)
_ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Data"><table:table-row table:number-rows-repeated="2"><table:table-cell/>
</table:table-row>%s</table:table></office:spreadsheet></office:body></office:document-content>"""

_MANIFEST = b'<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def _ods(*rows):
    def cell(value):
        if isinstance(value, str):
            text = f"<text:p>{value}</text:p>"
            return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
        typed = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {typed}><text:p>{value}</text:p></table:table-cell>"

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    return _zipped(
        **{
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": _MANIFEST,
            "content.xml": (_ODS % body).replace("\n", "").encode(),
        }
    )


@pytest.mark.parametrize("format", ["xls", "ods"])
def test_older_and_open_workbooks(format):
    data = zlib.decompress(base64.b85decode("".join(_XLS)))
    if format == "ods":
        data = _ods(("geo", "year", "value"), ("MNG", 2013, 10.5), ("MNG", 2014, 12.25))
    table, findings = load(format, data, file=f"t.{format}", skip=2)
    assert not findings
    assert table.file == f"t.{format}#Data"
    got = [(row.number, *row.cells.values()) for row in table.rows]
    assert got == [(4, "MNG", "2013", "10.5"), (5, "MNG", "2014", "12.25")]


# --- JSON ------------------------------------------------------------------------------------


def test_world_bank():
    row = {
        "indicator": {"id": "X", "value": "x"}, "country": {"id": "MN", "value": "Mongolia"},
        "countryiso3code": "MNG", "date": "2014", "value": 0, "unit": "", "obs_status": "",
        "decimal": 1,
    }  # fmt: skip
    text = json.dumps([{"total": 2}, [row, row | {"value": None, "date": "2015"}]])
    data = text.replace('"value": 0,', '"value": 12227000000.50,').encode()
    table, findings = load("world-bank", data, file="gdp.json", period="date", value="value")
    assert not findings
    assert table.file == "gdp.json#1"
    assert [r.number for r in table.rows] == [1, 2]
    assert cells(table, "countryiso3code", "date", "value") == [
        ("MNG", "2014", "12227000000.50"),
        ("MNG", "2015", ""),
    ]


def test_world_bank_s_message_is_no_data():
    text = b'[{"message":[{"id":"120","key":"Invalid value","value":"not valid"}]}]'
    table, findings = load("world-bank", text)
    assert table is None
    assert "Invalid value: not valid" in findings[0].message


def test_comtrade_and_its_doubles():
    row = {"period": "2014", "partner2Code": 0, "motCode": 0, "customsCode": "C00"}
    good = json.dumps({"count": 1, "data": [row | {"primaryValue": 1}]})
    good = good.replace('"primaryValue": 1', '"primaryValue": 1234.50').encode()
    table, _ = load("comtrade", good, period="period")
    assert cells(table, "primaryValue") == [("1234.50",)]
    row |= {"primaryValue": 1}
    double = json.dumps({"data": [row, row | {"motCode": 2100}]}).encode()
    table, findings = load("comtrade", double, file="x.json")
    assert table is None
    assert (findings[0].place.line, "motCode" in findings[0].message) == (2, True)
    listing = json.dumps({"data": [{"fileUrl": "b07f", "period": 1962}]}).encode()
    assert "hold no primaryValue: they list files" in load("comtrade", listing)[1][0].message


def _stat(value, version=2, **keys):
    dims = {
        "geo": {"label": "g", "category": {"index": {"MN": 0, "RU": 1}, "label": {"MN": "Монгол"}}},
        "time": {"category": {"index": ["2013", "2014"]}},
    }
    if version == 1:
        dims |= {"id": ["geo", "time"], "size": [2, 2]}
        return {"dataset": {"dimension": dims, "value": value, **keys}}
    return {
        "class": "dataset", "id": ["geo", "time"], "size": [2, 2], "dimension": dims,
        "value": value, **keys,
    }  # fmt: skip


@pytest.mark.parametrize("version", [1, 2])
def test_json_stat(version):
    data = json.dumps(_stat([1.50, None, 3, 4], version, status={"1": ":", "3": "p"})).encode()
    table, findings = load("json-stat", data.replace(b"1.5", b"1.50"), file="x.json")
    assert not findings
    assert table.file == "x.json#value"
    got = [(r.number, *r.cells.values()) for r in table.rows]
    assert got[0] == (1, "MN", "2013", "Монгол", "", "1.50", "")
    assert got[1][5:] == ("", ":")
    assert (got[3][1:3], got[3][5:]) == (("RU", "2014"), ("4", "p"))


def test_a_sparse_json_stat_leaves_out_what_it_lacks():
    table, _ = load("json-stat", json.dumps(_stat({"2": 7})).encode())
    assert [(r.number, r.cells["geo"], r.cells["value"]) for r in table.rows] == [(3, "RU", "7")]


@pytest.mark.parametrize("value", [[1, 2, 3], [1, 2, 3, 4, 5]])
def test_json_stat_whose_values_would_slip_is_refused(value):
    table, findings = load("json-stat", json.dumps(_stat(value)).encode())
    assert table is None
    assert findings[0].code == "B230"


def test_eurostat_s_warning_is_told():
    reply = {"warning": {"status": 413, "label": "asynchronous"}}
    assert "asynchronous" in load("json-stat", json.dumps(reply).encode())[1][0].message


def _sdmx_json(version):
    observation = [
        {"id": "TIME_PERIOD", "values": [{"id": "2013"}, {"id": "2014"}]},
    ]
    structure = {
        "dimensions": {"series": [{"id": "FREQ", "values": [{"id": "A"}]},
                                  {"id": "AREA", "values": [{"id": "MN"}, {"id": "RU"}]}],
                       "observation": observation},
        "attributes": {"series": [{"id": "UNIT", "values": [{"id": "USD"}]}],
                       "observation": [{"id": "OBS_STATUS", "values": [{"id": "A"}, {"id": "P"}]}]},
    }  # fmt: skip
    series = {"0:1": {"attributes": [0], "observations": {"0": [1.25, 0], "1": [2, 1]}}}
    sets = [{"series": series}]
    if version == 1:
        return {"dataSets": sets, "structure": structure}
    return {"data": {"dataSets": sets, "structures": [structure]}}


@pytest.mark.parametrize("version", [1, 2])
def test_sdmx_json(version):
    table, findings = load("sdmx-json", json.dumps(_sdmx_json(version)).encode())
    assert not findings
    assert cells(table, "FREQ", "AREA", "UNIT", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS") == [
        ("A", "RU", "USD", "2013", "1.25", "A"),
        ("A", "RU", "USD", "2014", "2", "P"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b"[]",
        b'{"dataSets":[{}],"structure":{}}',
        b'{"dataSets":[{"series":{"0":1}}],"structure":{"dimensions":{"series":[{"id":"A"}]}}}',
        b"null",
        b"3",
        b'"x"',
    ],
)
@pytest.mark.parametrize("format", ["sdmx-json", "json-stat", "world-bank", "comtrade"])
def test_json_of_another_shape_is_a_finding(format, data):
    table, findings = load(format, data)
    assert table is None or not table.rows
    assert table is not None or findings[0].code == "B230"


# --- XML -------------------------------------------------------------------------------------

_COMPACT = b"""<?xml version="1.0"?>
<CompactData xmlns:x="urn:x">
 <x:DataSet>
  <x:Group AREA="MN" TITLE="Mongolia"/>
  <x:Series FREQ="A" AREA="MN">
   <x:Obs TIME_PERIOD="2013" OBS_VALUE="1.50"/>
   <x:Obs TIME_PERIOD="2014" OBS_VALUE="2" OBS_STATUS="P"/>
  </x:Series>
 </x:DataSet>
</CompactData>"""
_GENERIC = b"""<m:GenericData xmlns:m="urn:m" xmlns:g="urn:g">
 <m:Header><m:Structure dimensionAtObservation="TIME_PERIOD"/></m:Header>
 <m:DataSet><g:Series>
  <g:SeriesKey><g:Value id="FREQ" value="A"/><g:Value id="AREA" value="MN"/></g:SeriesKey>
  <g:Attributes><g:Value id="TITLE" value="Mongolia"/></g:Attributes>
  <g:Obs><g:ObsDimension value="2013"/><g:ObsValue value="1.50"/></g:Obs>
  <g:Obs><g:ObsDimension value="2014"/><g:ObsValue value="2"/>
   <g:Attributes><g:Value id="OBS_STATUS" value="P"/></g:Attributes></g:Obs>
 </g:Series></m:DataSet></m:GenericData>"""
_GENERIC_20 = b"""<GenericData xmlns:g="urn:g">
 <DataSet><g:Series>
  <g:SeriesKey><g:Value concept="FREQ" value="A"/><g:Value concept="AREA" value="MN"/></g:SeriesKey>
  <g:Attributes><g:Value concept="TITLE" value="Mongolia"/></g:Attributes>
  <g:Obs><g:Time>2013</g:Time><g:ObsValue value="1.50"/></g:Obs>
  <g:Obs><g:Time>2014</g:Time><g:ObsValue value="2"/>
   <g:Attributes><g:Value concept="OBS_STATUS" value="P"/></g:Attributes></g:Obs>
 </g:Series></DataSet></GenericData>"""


@pytest.mark.parametrize(
    ("data", "lines"), [(_COMPACT, [6, 7]), (_GENERIC, [6, 7]), (_GENERIC_20, [5, 6])]
)
def test_sdmx_ml(data, lines):
    table, findings = load("sdmx-ml", data)
    assert not findings
    assert [row.number for row in table.rows] == lines
    columns = ("FREQ", "AREA", "TITLE", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS")
    assert cells(table, *columns) == [
        ("A", "MN", "Mongolia", "2013", "1.50", ""),
        ("A", "MN", "Mongolia", "2014", "2", "P"),
    ]


def test_a_message_without_data_says_what_the_service_says():
    footer = (
        b'<m xmlns="u"><Footer><Message code="413"><Text>Later, at an address</Text></Message>'
        b"</Footer></m>"
    )
    assert "413 Later, at an address" in load("sdmx-ml", footer)[1][0].message


# --- text ------------------------------------------------------------------------------------


def test_sdmx_csv_with_names_beside_codes():
    head = b"STRUCTURE[;],AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value\n"
    data = head + b"dataflow,MN: Mongolia,2014: 2014,1.50\n"
    table, _ = load("sdmx-csv", data)
    assert cells(table, "AREA", "TIME_PERIOD", "OBS_VALUE") == [("MN", "2014", "1.50")]
    assert load("sdmx-csv", b"a,b\n1,2\n")[1][0].code == "B230"


def test_an_undeclared_scale_is_a_doubt():
    data = b"DATAFLOW,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nx,2014,343570,6\n"
    assert [f.code for f in load("sdmx-csv", data)[1]] == ["B232"]
    assert not load("sdmx-csv", data, scaled=True)[1]
    assert not load("sdmx-csv", data.replace(b",6", b",0"))[1]


_PX = """CHARSET="ANSI";
CODEPAGE="utf-8";
TITLE="t; u";
STUB="улс";
HEADING="он";
VALUES("улс")="ОХУ","БНХАУ";
CODES("улс")="RUS","CHN";
VALUES("он")="2013","2014";
DATA=
1.50 "-"
3 ..;
"""


def test_pc_axis():
    table, findings = load("px", _PX.encode(), file="t.px")
    assert not findings
    assert table.file == "t.px#DATA"
    assert [(r.number, *r.cells.values()) for r in table.rows] == [
        (1, "RUS", "2013", "ОХУ", "2013", "1.50"),
        (2, "RUS", "2014", "ОХУ", "2014", "-"),
        (3, "CHN", "2013", "БНХАУ", "2013", "3"),
        (4, "CHN", "2014", "БНХАУ", "2014", ".."),
    ]
    assert load("px", _PX.replace("3 ..", "3").encode())[1][0].code == "B230"


def test_eurostat_tsv():
    data = b"unit,geo\\TIME_PERIOD\t2013 \t2014 \nEUR,MN\t1.50 p\t: c\nEUR,RU\t: \t3 \n"
    table, findings = load("eurostat-tsv", data)
    assert not findings
    got = [(r.number, r.at, *r.cells.values()) for r in table.rows]
    assert got == [
        (2, "2013", "EUR", "MN", "2013", "1.50", "p"),
        (2, "2014", "EUR", "MN", "2014", "", "c"),
        (3, "2014", "EUR", "RU", "2014", "3", ""),
    ]


# --- real files ------------------------------------------------------------------------------

_S, _R = "data/formats/sdmx", "fetch/replies"
_WHD = "data_dataflow_IMF_WHD_WHDREO_GX1213_BCA_GDP_BP6_A_dimensionAtObservation_TIME_PE.json"


@needs_shared
@pytest.mark.parametrize(
    ("format", "path", "rows", "first", "last"),
    [
        ("sdmx-ml", f"{_S}/ECB_EXR__1__M.USD.EUR.SP00.A.xml", 252, "1.16078", "1.111345"),
        ("sdmx-ml", f"{_S}/IMF__PCPS.xml", 1, "2705.345", "2705.345"),
        ("sdmx-ml", f"{_S}/rsdmx__SDMXCompactDataExample_2.0.xml", 66, "145.2", "1.245"),
        ("sdmx-ml", f"{_R}/eurostat/NAMA_10_GDP_structurespecific.xml", 4, "46526.2", "54142.3"),
        ("sdmx-json", f"{_S}/ECB_EXR__flat.json", 4, "1.5931", "40.3000"),
        ("sdmx-json", f"{_S}/v3__json__data__exr-flat.json", 4, "1.5931", "40.3"),
        ("sdmx-json", f"{_S}/OECD__data-PART2-all-all.json", 7, "11.963615756565", None),
        ("sdmx-json", f"{_R}/imf/{_WHD}", 55, "-7.436", "-1.802"),
        ("sdmx-csv", f"{_S}/v3__csv__example-01.csv", 2, "12.4", "10.8"),
        ("world-bank", f"{_R}/worldbank/wb_api_v2_gdp.json", 4, "2867811095547.36", None),
        ("json-stat", f"{_R}/pxweb/v2_TAB6471_data.json", 2772, "245284", "54"),
        ("px", f"{_R}/pxweb/tab4_fewcells.px", 1, "445", "445"),
    ],
)  # fmt: skip
def test_real_files(format, path, rows, first, last):
    data = (SHARED / path).read_bytes()
    table, _ = load(format, data)
    value = "OBS_VALUE" if format.startswith("sdmx") else "value"
    assert len(table.rows) == rows
    assert table.rows[0].cells[value] == first
    assert last is None or table.rows[-1].cells[value] == last
    assert all(not r.cells[value] or r.cells[value].encode() in data for r in table.rows)
    if format == "sdmx-ml":
        lines = data.decode().splitlines()
        assert all("Obs" in lines[row.number - 1] for row in table.rows)


@needs_shared
def test_a_real_wide_file_of_the_world_bank():
    path = SHARED / "data/formats/worldbank/API_DEU_DS2_en_csv_v2_2016_bom_preamble.csv"
    table, findings = load(
        "delimited", path.read_bytes(), skip=4, period="year", value="v",
        columns=Wide("year", periods=True),
    )  # fmt: skip
    assert not findings
    assert len(table.rows) == 1420 * 56
    tractors = [r for r in table.rows if r.cells["Indicator Code"] == "AG.AGR.TRAC.NO"]
    assert {r.cells["year"]: r.cells["v"] for r in tractors}["1961"] == "1027884"


@needs_shared
def test_a_real_table_of_rosstat_by_its_two_header_rows():
    name = "rosstat_kep_2017_02_utf8_crlf_tab_footnotes.csv"
    data = (SHARED / "data/formats/messy" / name).read_bytes()
    table, findings = load("delimited", data, header=(1, 2), delimiter="\t", end="Индекс физ")
    assert not findings
    assert table.columns[1] == "Год / Year"
    row = next(r for r in table.rows if r.cells["column 1"] == "2005")
    assert (row.number, list(row.cells.values())) == (
        12, ["2005", "21610", "4459", "5078", "5845", "6228"],
    )  # fmt: skip


@needs_shared
def test_a_real_workbook():
    data = (SHARED / "data/formats/messy/imf_imts_tradedata_multiatsm.xlsx").read_bytes()
    table, findings = load("xlsx", data, file="imts.xlsx")
    assert table is None
    assert "Brazil, Mexico" in findings[0].hint
    table, findings = load("xlsx", data, file="imts.xlsx", sheet="Russia")
    assert not findings
    assert table.file == "imts.xlsx#Russia"
    assert table.columns[0] == "column 1"
    assert len(table.rows) > 1
