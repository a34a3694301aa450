"""What is doubtful in a table although every cell can be read; each fault with its near miss."""

import pytest

from briefing.model.unit import Unit


def codes(query, text: str, **keys) -> list[str]:
    _, findings = query(text, **keys)
    return [finding.code for finding in findings]


FISCAL = "year,value\n2008-09,5\n2009-10,6\n2010-11,7\n"
QUARTERS = "year,value\n2013-01,5\n2013-04,6\n2013-07,7\n2013-10,8\n"


def test_fiscal_years_read_as_months(query) -> None:
    assert codes(query, FISCAL) == ["B242"]
    assert codes(query, FISCAL, year_starts=4) == []
    assert codes(query, "year,value\n2008-09,5\n2009-10,6\n2010-12,7\n") == []
    assert codes(query, "year,value\n2008-09,5\n2009-10,6\n") == []


def test_fiscal_years_are_years(query) -> None:
    stored, _ = query(FISCAL, year_starts=4)
    assert [str(o.period) for o in stored.series["trade"].observations] == [
        "FY2008-04",
        "FY2009-04",
        "FY2010-04",
    ]


@pytest.mark.parametrize(
    ("cell", "named", "period"),
    [
        ("2011/12", "", "FY2011-04"),
        ("2011/2012", "", "FY2011-04"),
        ("FY2011-12", "", "FY2011-04"),
        ("2011–12", "", "FY2011-04"),
        ("FY2012", "end", "FY2011-04"),
        ("2011", "start", "FY2011-04"),
    ],
)
def test_fiscal_years_as_offices_write_them(query, cell, named, period) -> None:
    stored, findings = query(f"year,value\n{cell},5\n", year_starts=4, year_named=named)
    assert findings == ()
    assert str(stored.series["trade"].observations[0].period) == period


def test_a_fiscal_year_of_one_number_says_which(query) -> None:
    _, (finding,) = query("year,value\nFY2012,5\n", year_starts=4)
    assert finding.hint == "add `year_named: start`, or `end`, to the table"


def test_quarters_named_by_a_month(query) -> None:
    assert codes(query, QUARTERS) == ["B243"]
    assert codes(query, QUARTERS.replace("2013-07", "2013-06")) == []
    stored, findings = query(QUARTERS, frequency="quarter")
    assert findings == ()
    assert str(stored.series["trade"].observations[-1].period) == "2013-Q4"


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("2013M01", "2013-01"),
        ("2013M1", "2013-01"),
        ("2013 Jan", "2013-01"),
        ("January 2013", "2013-01"),
        ("2013Q1", "2013-Q1"),
        ("Q1 2013", "2013-Q1"),
        ("1Q 2013", "2013-Q1"),
        ("2013S1", "2013-H1"),
        ("2013-S2", "2013-H2"),
        ("2013-B2", "2013-H2"),
        ("H2 2013", "2013-H2"),
        ("2013W05", "2013-W05"),
        ("2013-W5", "2013-W05"),
        ("2013A", "2013"),
        ("2013-A1", "2013"),
    ],
)
def test_periods_as_offices_write_them(query, cell, period) -> None:
    stored, findings = query(f"year,value\n{cell},5\n")
    assert findings == ()
    assert str(stored.series["trade"].observations[0].period) == period


@pytest.mark.parametrize(
    ("month", "period"),
    [("1", "2013-01"), ("09", "2013-09"), ("Sept", "2013-09"), ("Q2", "2013-Q2")],
)
def test_year_and_month_in_two_columns(query, month, period) -> None:
    stored, findings = query(f"year,month,value\n2013,{month},5\n", month="month")
    assert findings == ()
    assert str(stored.series["trade"].observations[0].period) == period


def test_a_month_that_is_none(query) -> None:
    assert codes(query, "year,month,value\n2013,13,5\n", month="month") == ["B208"]


THOUSANDS = "year,value\n2010,850\n2011,1.034\n2012,1.104\n2013,1.234\n"


def test_thousands_read_as_decimals(query) -> None:
    assert codes(query, THOUSANDS) == ["B241"]
    assert codes(query, THOUSANDS.replace("1.104", "1.1")) == []
    assert codes(query, THOUSANDS.replace("850", "0.850")) == []
    assert codes(query, THOUSANDS.replace("850", "1.850")) == []
    assert codes(query, THOUSANDS, unit=Unit.parse("EUR per USD")) == []


def test_a_mistyped_year(query) -> None:
    days = "".join(f"2014-01-{day:02},5\n" for day in range(1, 20))
    assert codes(query, f"year,value\n0214-01-05,5\n{days}") == ["B244"]
    assert codes(query, f"year,value\n1990-01-05,5\n{days}") == []


def test_rows_of_delimiters_only_are_none(query) -> None:
    assert codes(query, "year,value\n2013,5\n,\n2014,6\n") == []


def test_rows_with_empty_cells_behind_the_last_column_are_read(query) -> None:
    assert codes(query, "year,value\n2013,5,\n2014,6,\n") == []
    assert codes(query, "year,value\n2013,5,7\n") == ["B204"]


def test_a_note_below_the_table_is_one_finding(query) -> None:
    _, (finding,) = query("year,value,note\n2013,5,\n,,Source: Customs\n")
    assert finding.hint == 'where the table ends there, say so: end: "Source:"'
