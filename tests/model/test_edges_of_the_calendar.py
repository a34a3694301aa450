import pytest

from briefing.model.period import Period


@pytest.mark.parametrize("written", ["0001", "0001-Q1", "0001-01", "0001-01-01", "0001..0002"])
def test_what_lies_before_the_first_year_has_days_and_is_written(written: str) -> None:
    for earlier in (Period.parse(written).previous(), Period.parse(written).year_earlier()):
        assert earlier.start <= earlier.end
        assert str(earlier)


@pytest.mark.parametrize("written", ["9998", "9998-Q4", "9998-12", "9998-12-31"])
def test_the_last_year_ends(written: str) -> None:
    assert Period.parse(written).end.year == 9998
