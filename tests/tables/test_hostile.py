"""Files that are made to break a reader: refused or told, in bounded time and memory."""

import gzip
import io
import time
import tracemalloc
import zipfile

import pytest

from tests.tables.test_formats import load

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(*sheets, part="xl/worksheets/sheet{}.xml"):
    """A workbook of sheets: (name, state, XML of its rows)."""
    out = io.BytesIO()
    listed, relations = "", ""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        for number, (name, state, rows) in enumerate(sheets, 1):
            target = part.format(number)
            xml = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
            parts.writestr(target, xml)
            listed += f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="r{number}"/>'
            relations += (
                f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet" Target="/{target}"/>'
            )
        parts.writestr("[Content_Types].xml", _TYPES)
        parts.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        parts.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        )
        parts.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
        )
    return out.getvalue()


def _text(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


_HEAD = f'<row r="1">{_text("A1", "year")}{_text("B1", "value")}</row>'
_GOOD = f'{_HEAD}<row r="2"><c r="A2"><v>2014</v></c><c r="B2"><v>1.25</v></c></row>'


def test_a_good_workbook_is_read_by_the_name_of_its_sheet():
    data = workbook(("Data", "visible", _GOOD))
    table, findings = load("xlsx", data, file="t.xlsx")
    assert not findings
    assert table.file == "t.xlsx#Data"
    assert [(r.number, r.cells) for r in table.rows] == [(2, {"year": "2014", "value": "1.25"})]


def test_rows_above_the_data_don_t_shift_it():
    data = workbook(("Data", "visible", _GOOD.replace('1"', '4"').replace('2"', '5"')))
    table, _ = load("xlsx", data, skip=3)
    assert [r.number for r in table.rows] == [5]


def test_a_hidden_sheet_is_read_only_by_its_name():
    data = workbook(("Data", "visible", _GOOD), ("Old", "hidden", _GOOD))
    assert load("xlsx", data)[0].file.endswith("#Data")
    assert load("xlsx", data, sheet="Old")[0].file.endswith("#Old")
    data = workbook(("Old", "hidden", _GOOD))
    assert load("xlsx", data)[0] is None


def test_errors_and_formulas_without_a_value_are_findings_at_their_cell():
    rows = (
        f'{_HEAD}<row r="2"><c r="A2"><v>2013</v></c><c r="B2" t="e"><v>#N/A</v></c></row>'
        '<row r="3"><c r="A3"><v>2014</v></c><c r="B3"><f>B2+1</f></c></row>'
        '<row r="4"><c r="A4"><v>2015</v></c><c r="B4"><f>1+1</f><v>2</v></c></row>'
    )
    table, findings = load("xlsx", workbook(("Data", "visible", rows)), file="t.xlsx")
    assert table.rows[2].cells["value"] == "2"
    found = [(f.code, f.place.file, f.place.line, f.message.split(": ")[1]) for f in findings]
    assert found == [
        ("B231", "t.xlsx#Data", 2, "cell B2 (“value”) holds the error #N/A"),
        ("B231", "t.xlsx#Data", 3, "cell B3 (“value”) is a formula without a value"),
    ]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet{}.xml", "odd/place{}.xml"])
def test_a_workbook_that_asks_for_ten_thousand_million_cells_is_refused(part):
    rows = f'{_HEAD}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    data = workbook(("Data", "visible", rows), part=part)
    assert len(data) < 5_000
    start = time.process_time()
    table, findings = load("xlsx", data)
    assert table is None
    assert findings[0].code == "B205"
    assert time.process_time() - start < 1


def test_cells_without_a_reference_count_too():
    row = "<row>" + "<c/>" * 16_000 + "</row>"
    data = workbook(("Data", "visible", row + "<row/>" * 3_000 + '<row r="2000"><c/></row>'))
    table, findings = load("xlsx", data)
    assert table is None
    assert findings[0].code == "B205"


def test_an_ods_that_repeats_a_cell_ten_thousand_million_times_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr(
            "content.xml",
            '<o xmlns:t="urn:t"><t:table><t:table-row t:number-rows-repeated="1000000">'
            '<t:table-cell t:value-type="float" t:number-columns-repeated="10000"/>'
            "</t:table-row></t:table></o>",
        )
    table, findings = load("ods", out.getvalue())
    assert table is None
    assert findings[0].code == "B205"


@pytest.mark.parametrize("format", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("data", [b"", b"year,value\n", b"PK\x03\x04junk", b"\xd0\xcf\x11\xe0" * 9])
def test_what_is_no_workbook_is_a_finding(format, data):
    table, findings = load(format, data)
    assert table is None
    assert findings[0].code == "B230"


@pytest.mark.parametrize("format", ["sdmx-ml", "xlsx"])
def test_entities_are_not_let_in(format):
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    )
    data = f"{bomb}<DataSet><Obs v='&b;'/>&f;</DataSet>".encode()
    if format == "xlsx":
        data = workbook(("Data", "visible", _GOOD)).replace(b"PK", b"PK")
        out = io.BytesIO(data)
        with zipfile.ZipFile(out, "a") as parts, pytest.warns(UserWarning, match="Duplicate name"):
            parts.writestr("xl/workbook.xml", f'{bomb}<workbook xmlns="{_MAIN}"/>')
        data = out.getvalue()
    table, findings = load(format, data)
    assert table is None
    assert "document type" in findings[0].message


def test_deep_documents_are_refused():
    assert load("sdmx-ml", b"<a>" * 100_000)[1][0].code == "B230"
    assert load("sdmx-json", b"[" * 100_000)[1][0].code == "B230"


def test_a_bomb_is_stopped_at_its_limit():
    bomb = gzip.compress(bytes(300 * 1024 * 1024), 9)
    assert len(bomb) < 400_000
    tracemalloc.start()
    table, findings = load("delimited", bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert table is None
    assert findings[0].code == "B205"
    assert peak < 200 * 1024 * 1024


def test_a_zip_whose_paths_lead_out_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("../../evil.csv", "year,value\n2014,1\n")
    table, _ = load("delimited", out.getvalue(), file="a.zip")
    assert table.rows[0].cells == {"year": "2014", "value": "1"}
    assert not list(tmp_path.rglob("*"))


def test_a_json_stat_of_many_cells_is_refused_before_they_are_made():
    data = (
        b'{"class":"dataset","id":["a","b"],"size":[100000,100000],"value":[],'
        b'"dimension":{"a":{"category":{"index":[]}},"b":{"category":{"index":[]}}}}'
    )
    assert load("json-stat", data)[1][0].code == "B205"
