import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import tables
from briefing.model import TableSpec
from briefing.model.text import Phrase, Place

_PLACE = Place("briefing.yaml", 1, 1)
_BARE = TableSpec("t", _PLACE, Phrase("t.csv", _PLACE), period="year", value="value")


def test_cells_stay_as_written(load):
    table, findings = load("partner,year,value\nRUS,2014, 61607.30\n")
    assert not findings
    assert table.columns == ("partner", "year", "value")
    assert table.rows[0].number == 2
    assert table.rows[0].cells == {"partner": "RUS", "year": "2014", "value": " 61607.30"}
    assert table.file == "trade.csv"
    assert len(table.sha256) == 64


def test_lines_are_those_of_the_file_whatever_is_quoted(load):
    text = 'year,value,note\n2013,1,"two\nlines"\n\n2014,2,"a, ""b"""\r\n2015,3,x'
    table, findings = load(text)
    assert not findings
    assert [row.number for row in table.rows] == [2, 5, 6]
    assert table.rows[0].cells["note"] == "two\nlines"
    assert table.rows[1].cells["note"] == 'a, "b"'


def test_a_declared_dialect(load):
    text = "made by an office\nof statistics\nyear;value\n2014;'a;b'\n"
    table, findings = load(text, delimiter=";", quote="'", skip=2)
    assert not findings
    assert (table.rows[0].number, table.rows[0].cells["value"]) == (4, "a;b")


def test_without_quotes_a_mark_is_a_character(load):
    table, findings = load('year\tvalue\n2014\t5"\n', delimiter="\t", quote="")
    assert not findings
    assert table.rows[0].cells["value"] == '5"'


@pytest.mark.parametrize("start", ["\ufeff", ""])
def test_a_byte_order_mark_is_allowed(load, start):
    table, findings = load(f"{start}year,value\n2014,1\n")
    assert not findings
    assert table.columns[0] == "year"


@pytest.mark.parametrize(
    ("encoding", "text", "hinted"),
    [
        ("cp1251", "year,value,name\n2014,1,x\n2015,2,Российская Федерация\n", "cp1251"),
        ("koi8-r", "year,value,name\n2014,1,x\n2015,2,Российская Федерация\n", "koi8-r"),
        ("cp1252", "year,value,name\n2014,1,x\n2015,2,Côte d’Ivoire\n", "cp1252"),
    ],
)
def test_another_encoding_is_named_with_the_line(load, encoding, text, hinted):
    data = text.encode(encoding)
    table, findings = load(data)
    assert table is None
    assert [(f.code, f.place) for f in findings] == [("B201", Place("trade.csv", 3, 1))]
    assert f"encoding: {hinted}" in findings[0].hint
    table, findings = load(data, encoding=hinted)
    assert not findings
    assert table.rows[1].cells["name"] == text.split(",")[-1].strip()


def test_utf_16_is_recognised(load):
    data = "year,value\n2014,1\n".encode("utf-16")
    _, findings = load(data)
    assert "encoding: utf-16`" in findings[0].hint
    table, findings = load(data, encoding="utf-16")
    assert not findings
    assert table.columns == ("year", "value")


def test_a_workbook_is_told_from_text(load):
    _, findings = load(b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xfe")
    assert [f.code for f in findings] == ["B201"]
    assert findings[0].hint.startswith("it is a workbook: save the sheet as CSV")


@pytest.mark.parametrize(("mark", "written"), [(";", ";"), ("|", "|"), ("\t", r"\t")])
def test_another_delimiter_is_named(load, mark, written):
    text = "year,value\n2014,1\n".replace(",", mark)
    _, findings = load(text)
    assert {f.code for f in findings} == {"B206"}
    assert f'add `delimiter: "{written}"`' in findings[0].hint
    assert not load(text, delimiter=mark)[1]


def test_an_unknown_column_with_what_was_meant(load):
    table, findings = load("year,value,flow\n2014,1,export\n", value="vlaue", status="state")
    assert table is None
    assert [f.code for f in findings] == ["B206", "B206"]
    assert findings[0].message == "table trade: no column “vlaue”; did you mean “value”?"
    assert findings[0].place == Place("briefing.yaml", 7, 3)
    assert findings[0].hint == "the columns of trade.csv are: year, value, flow"
    assert "“state”" in findings[1].message


def test_doubled_columns_stand_at_the_second(load):
    _, findings = load("year,value,flow,value\n2014,1,x,2\n")
    assert [f.code for f in findings] == ["B203"]
    assert findings[0].place == Place("trade.csv", 1, 17)


def test_a_row_that_does_not_fit_is_left_out(load):
    table, findings = load("year,value\n2014,61,607\n2015,2\n2016\n")
    assert [row.number for row in table.rows] == [3]
    assert [(f.code, f.place.line) for f in findings] == [("B204", 2), ("B204", 4)]
    assert findings[0].message == "table trade: this row has 3 cells, the header 2"


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("", "B203", 1, "no header row"),
        ('year,value\n2014,"1\n2015,2\n', "B202", 2, "never closed"),
        ('year,value\n2014,"1"x\n', "B202", 2, "after a closing"),
        ('year,value\n2014,"' + "9" * 140_000 + '"\n', "B205", 2, "32 kB"),
        ("year,value," + ",".join(f"c{n}" for n in range(999)), "B205", 1, "1,001 columns"),
        ("year,value\n2014,1\0\n", "B201", 2, "null character"),
    ],
)
def test_files_that_cannot_be_read(load, text, code, line, words):
    table, findings = load(text)
    assert table is None
    assert [(f.code, f.place.line) for f in findings] == [(code, line)]
    assert words in findings[0].message


def test_a_large_cell_is_a_finding_and_the_rest_stays(load):
    table, findings = load("year,value\n2014," + "ы" * 17_000 + "\n2015,1\n")
    assert [(f.code, f.place.line) for f in findings] == [("B205", 2)]
    assert [row.number for row in table.rows] == [3]


def test_a_wrong_delimiter_is_not_told_a_thousand_times(load):
    _, findings = load("year,value\n" + "2014;1\n" * 1000)
    (finding,) = findings
    assert finding.message.endswith("(and 999 more rows like this, to line 1001)")


@given(st.binary(max_size=200))
def test_loading_any_bytes_never_raises(data):
    table, findings = tables.load(_BARE, b"year,value\n" + data)
    assert table is not None or findings


@given(st.lists(st.tuples(st.text('ab,"\n ', max_size=5), st.integers(1, 9)), max_size=6))
def test_any_quoted_cells_come_back(rows):
    lines = ["year,value\r\n"]
    lines += ['"' + text.replace('"', '""') + f'",{n}\r\n' for text, n in rows]
    table, findings = tables.load(_BARE, "".join(lines).encode())
    assert not findings
    assert [row.cells["year"] for row in table.rows] == [text for text, _ in rows]
    starts = [1 + "".join(lines[: n + 1]).count("\n") for n in range(len(rows))]
    assert [row.number for row in table.rows] == starts
