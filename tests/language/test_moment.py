"""Moments of the clock, with the offset that they have."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest

from briefing.language import moment


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        (UTC, "UTC"),
        (timezone(timedelta(hours=8)), "UTC+8"),
        (timezone(timedelta(hours=5, minutes=45)), "UTC+5:45"),
        (timezone(-timedelta(hours=3, minutes=30)), "UTC−3:30"),
        (timezone(-timedelta(minutes=5)), "UTC−0:05"),
        (None, "UTC"),
    ],
    ids=str,
)
def test_a_moment(zone: tzinfo | None, told: str) -> None:
    when = datetime(2026, 12, 1, 9, 30, tzinfo=zone)
    assert moment(when, "en").replace("\u00a0", " ") == f"1 December 2026, 09:30 {told}"
