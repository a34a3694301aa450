from decimal import Decimal

import pytest

from briefing.model.period import Period
from briefing.model.series import Status
from briefing.model.table import CellRef
from briefing.model.text import Place
from briefing.model.unit import Unit


def test_an_observation_knows_its_cell_source_and_digits(query):
    stored, findings = query("year,value\n2014,61607.30\n2013,61773\n")
    assert not findings
    series = stored.series["trade"]
    assert (series.name, series.unit) == ("trade", Unit.parse("USD thousand"))
    older, newer = series.observations
    assert (str(older.period), older.value, older.resolution) == ("2013", Decimal(61773), 1)
    assert newer.value == Decimal("61607.30")
    assert newer.resolution == Decimal("0.01")
    assert newer.cells == (CellRef("trade.csv", 2, "value"),)
    assert newer.sources == ("nso",)


def test_missing_is_what_is_declared(query):
    text = "year,value\n2010,0\n2011,..\n2012,\n2013,NA\n2014,1\n"
    stored, findings = query(text, missing=("", "..", "NA"))
    assert not findings
    values = [(o.value, o.status) for o in stored.series["trade"].observations]
    assert values == [
        (0, Status.FINAL),
        (None, Status.MISSING),
        (None, Status.MISSING),
        (None, Status.MISSING),
        (1, Status.FINAL),
    ]
    assert stored.series["trade"].observations[1].reason == (
        "“value” is missing in trade.csv, line 3"
    )


def test_what_is_not_declared_is_a_finding_at_its_cell(query):
    text = "year,note,value\n2010,x,..\n2011,y,\n2012,z,NaN\n2013,,1_000\n2014,,1,000\n"
    _, findings = query(text.replace("1,000", "1000"))
    assert [(f.code, f.place) for f in findings] == [
        ("B207", Place("trade.csv", 2, 8)),
        ("B207", Place("trade.csv", 3, 8)),
        ("B207", Place("trade.csv", 4, 8)),
        ("B207", Place("trade.csv", 5, 7)),
    ]
    assert findings[0].message == "table trade: “..” is no number"
    assert findings[1].message == "table trade: the cell is empty"
    assert 'missing: [""]' in findings[1].hint


def test_a_quoted_file_names_the_line_only(query):
    _, findings = query('year,value\n2010,"x"\n')
    assert findings[0].place == Place("trade.csv", 2, 1)


def test_declared_separators(query):
    stored, findings = query(
        "year;value\n2014;1.610,9\n", delimiter=";", decimal=",", thousands="."
    )
    assert not findings
    assert stored.series["trade"].observations[0].value == Decimal("1610.9")


@pytest.mark.parametrize(
    ("mark", "status"),
    [("", Status.FINAL), ("A", Status.FINAL), ("p", Status.PROVISIONAL), ("R", Status.REVISED),
     ("e", Status.ESTIMATED), ("b", Status.BREAK), ("bp", Status.PROVISIONAL_AND_BREAK),
     ("e b", Status.ESTIMATED_AND_BREAK), ("E; B", Status.ESTIMATED_AND_BREAK),
     ("I", Status.ESTIMATED), ("F", Status.ESTIMATED), ("U", Status.ESTIMATED),
     ("N", Status.ESTIMATED), ("V", Status.PROVISIONAL), ("G", Status.PROVISIONAL),
     ("D", Status.BREAK), ("J", Status.BREAK), ("W", Status.BREAK), ("S", Status.BREAK)],
)  # fmt: skip
def test_statuses(query, mark, status):
    stored, findings = query(f"year,value,status\n2014,1,{mark}\n", status="status")
    assert not findings
    assert stored.series["trade"].observations[0].status is status


def test_what_the_manifest_calls_provisional(query):
    text = "year,value,s\n2023,1,\n2024,2,\n2025,3,e\n2026,,\n"
    since = {"provisional": Period.parse("2024"), "missing": ("",), "edition": "2026"}
    stored, findings = query(text, **since)
    assert not findings
    marks = {str(o.period): o.status.value for o in stored.series["trade"].observations}
    assert marks == {"2023": "", "2024": "p", "2025": "p", "2026": "x"}
    stored, _ = query(text, status="s", **since)
    assert stored.series["trade"].observations[2].status.value == "pe"


def test_a_missing_value_keeps_why(query):
    text = "year,value,status\n2010,,Q\n2011,,M\n2012,,c\n2013,,z\n2014,,p\n2015,,O\n"
    stored, findings = query(text, status="status", missing=("",))
    assert not findings
    assert [o.status for o in stored.series["trade"].observations] == [
        Status.CONFIDENTIAL,
        Status.NOT_APPLICABLE,
        Status.CONFIDENTIAL,
        Status.NOT_APPLICABLE,
        Status.MISSING,
        Status.MISSING,
    ]


def test_a_status_that_is_none_or_contradicts_the_value(query):
    text = "year,value,status\n2013,1,y\n2014,5,c\n"
    stored, findings = query(text, status="status")
    assert [(f.code, f.place) for f in findings] == [
        ("B209", Place("trade.csv", 2, 8)),
        ("B209", Place("trade.csv", 3, 6)),
    ]
    assert findings[1].message == "table trade: a value stands where the status says confidential"
    assert stored.series["trade"].observations == ()


def test_a_column_of_sources(query):
    text = "year,value,source\n2013,1,cow\n2014,2,cow;nso\n2015,3,\n2016,4,cwo\n"
    stored, findings = query(text, sources="source")
    assert [o.sources for o in stored.series["trade"].observations] == [
        ("cow",),
        ("cow", "nso"),
        ("nso",),
    ]
    assert [(f.code, f.place) for f in findings] == [("B210", Place("trade.csv", 5, 8))]
    assert findings[0].message == "table trade: no source “cwo”; did you mean “cow”?"


def test_a_column_of_units_converts_scale_and_digits(query):
    text = "year,value,unit\n2013,1.5,USD million\n2014,1600.25,USD thousand\n"
    stored, findings = query(text, unit=None, unit_column="unit")
    assert not findings
    series = stored.series["trade"]
    assert series.unit == Unit.parse("USD million")
    assert series.observations[1].value == Decimal("1.60025")
    assert series.observations[1].resolution == Decimal("0.00001")


def test_units_that_do_not_convert(query):
    text = "year,value,unit\n2013,1,USD million\n2014,2,EUR million\n2015,3,%\n"
    _, findings = query(text, unit=None, unit_column="unit")
    assert [(f.code, f.place) for f in findings] == [
        ("B211", Place("trade.csv", 4, 8)),
        ("B211", Place("trade.csv", 3, 8)),
    ]


def test_a_period_that_is_none(query):
    _, findings = query("value,year\n1,2014/09\n2,2014-13\n")
    assert [(f.code, f.place) for f in findings] == [
        ("B208", Place("trade.csv", 2, 3)),
        ("B208", Place("trade.csv", 3, 3)),
    ]


def test_unit_kind_and_source_must_be_declared(query):
    stored, findings = query("year,value\n2014,1\n", unit=None, kind=None, source="")
    assert [f.code for f in findings] == ["B215"] * 3
    assert stored.broken == {"trade"}
