from datetime import date

import pytest

from briefing.model.finding import BriefingError
from briefing.workspace import environment


@pytest.mark.parametrize(
    ("value", "day"),
    [("", None), ("0", date(1970, 1, 1)), ("1795564799", date(2026, 11, 24))],
)
def test_source_date_epoch(monkeypatch, value, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert environment.source_date_epoch() == day


@pytest.mark.parametrize("value", ["today", "1.5", "9" * 30])
def test_source_date_epoch_that_is_no_time(monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(BriefingError) as caught:
        environment.source_date_epoch()
    assert caught.value.exit_code == 2
