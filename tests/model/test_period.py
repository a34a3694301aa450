from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.period import Frequency, Period

_DAYS = st.dates(date(1, 1, 1), date(9000, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    frequency = draw(st.sampled_from(Frequency))
    first = Period.day(draw(_DAYS))
    length = draw(st.integers(0, 40))
    if frequency is Frequency.DAY:
        return Period(frequency, first.first, first.first + length)
    day = first.start
    written = {
        Frequency.YEAR: draw(st.sampled_from((f"{day.year:04}", f"FY{day.year:04}-07"))),
        Frequency.HALF: f"{day.year:04}-H{(day.month + 5) // 6}",
        Frequency.WEEK: "{:04}-W{:02}".format(*day.isocalendar()[:2]),
        Frequency.QUARTER: f"{day.year:04}-Q{(day.month + 2) // 3}",
        Frequency.MONTH: f"{day.year:04}-{day.month:02}",
    }[frequency]
    single = Period.parse(written)
    return Period(frequency, single.first, single.first + length, single.begins)


@given(periods())
def test_a_period_is_read_back_as_written(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(periods())
def test_a_range_is_its_parts(period: Period) -> None:
    parts = list(period.each())
    assert len(parts) == period.length
    assert (parts[0].start, parts[-1].end) == (period.start, period.end)
    assert all(period.covers(part) for part in parts)


@given(periods())
def test_the_previous_period_ends_the_day_before(period: Period) -> None:
    if period.start.year > 60:
        before = period.previous()
        if period.is_part_year:
            assert before == period.year_earlier()
        else:
            assert (period.start - before.end).days == 1
        assert before.length == period.length


@given(st.text(max_size=30))
def test_parsing_any_text_gives_a_period_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        Period.parse(text)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2014-Q3", date(2014, 7, 1), date(2014, 9, 30)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2014-09-03", date(2014, 9, 3), date(2014, 9, 3)),
        ("2011-01..2011-09", date(2011, 1, 1), date(2011, 9, 30)),
        ("2000..2013", date(2000, 1, 1), date(2013, 12, 31)),
        (" 2014 ", date(2014, 1, 1), date(2014, 12, 31)),
    ],
)
def test_first_and_last_day(written: str, start: date, end: date) -> None:
    period = Period.parse(written)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    "written",
    ["", "14", "2014-13", "2014-00", "2014-Q5", "2014-02-30", "2014/09", "2014..", "..2014",
     "2014..2013", "2014..2014-09", "0000", "9999", "２０１４", "2014-9", "2014-Q3..2015"],
)  # fmt: skip
def test_what_is_no_period(written: str) -> None:
    with pytest.raises(ValueError, match=r"“"):
        Period.parse(written)


def test_only_a_shorter_range_inside_one_year_is_a_part_year() -> None:
    assert Period.parse("2025-01..2025-09").is_part_year
    assert Period.parse("2025-Q1..2025-Q3").is_part_year
    for whole in ("2025", "2025-09", "2025-01..2025-12", "2024-10..2025-03", "2005..2014"):
        assert not Period.parse(whole).is_part_year


def test_a_year_earlier_keeps_the_months() -> None:
    assert str(Period.parse("2025-01..2025-09").year_earlier()) == "2024-01..2024-09"
    assert str(Period.parse("2024-02-29").year_earlier()) == "2023-02-28"
    assert str(Period.parse("2014-Q3").year_earlier()) == "2013-Q3"
    assert str(Period.parse("2014").year_earlier()) == "2013"


def test_periods_are_in_order_of_their_end() -> None:
    written = ["2013", "2014-01", "2014-09", "2014-01..2014-09", "2014", "2015-Q1"]
    shuffled = [written[i] for i in (4, 0, 5, 2, 1, 3)]
    ordered = [str(p) for p in sorted(Period.parse(w) for w in shuffled)]
    assert ordered == ["2013", "2014-01", "2014-01..2014-09", "2014-09", "2014", "2015-Q1"]


def test_a_fiscal_year_begins_in_the_month_that_is_said() -> None:
    written = Period.parse("2011/12")
    assert written.beginning(7).start == date(2011, 7, 1)
    assert written.beginning(7).end == date(2012, 6, 30)
    assert str(written.beginning(7)) == "FY2011-07"
    assert Period.parse("FY2011-07").beginning(4).begins == 7
    assert str(Period.parse("2005/06..2011/12").beginning(4)) == "FY2005-04..FY2011-04"
    assert written.beginning(4).previous().end == date(2011, 3, 31)
    assert written.beginning(4).year_earlier() == Period.parse("FY2010-04")


@pytest.mark.parametrize(
    "written", ["2011/13", "2011/2013", "FY2011-13", "2011/1", "2019-W54", "2021-W53", "2019-H3"]
)
def test_what_is_no_fiscal_year_half_or_week(written: str) -> None:
    with pytest.raises(ValueError, match=r"is no|begins in no"):
        Period.parse(written)


def test_a_53rd_week_is_compared_with_the_last_of_a_shorter_year() -> None:
    assert str(Period.parse("2020-W53").year_earlier()) == "2019-W52"
    assert Period.parse("2020-W53").end == date(2021, 1, 3)
    assert str(Period.parse("2019-H2").year_earlier()) == "2018-H2"
