from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.text import Phrase, Place
from briefing.project.readers.moments import moment
from tests.project.conftest import Project

PLACE = Place("briefing.yaml", 3, 2)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-12-01T09:30+08:00", datetime(2026, 12, 1, 1, 30, tzinfo=UTC)),
        ("2026-12-01T00:15-03:30", datetime(2026, 12, 1, 3, 45, tzinfo=UTC)),
        ("2026-12-01T09:30Z", datetime(2026, 12, 1, 9, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_has_its_offset(text: str, utc: datetime) -> None:
    assert moment(Phrase(text, PLACE)) == utc


@pytest.mark.parametrize(
    "text",
    [
        *("2026-12-01", "2026-12-01T09:30", "2026-12-01 09:30+08:00", "2026-13-01T09:30+08:00"),
        *("2026-12-01T24:30+08:00", "2026-12-01T09:30+25:00", "2026-12-01T09:30+0800", "tomorrow"),
    ],
)
def test_anything_else_is_a_finding(project: Project, text: str) -> None:
    project.replace({"style: ministry": f'style: ministry\nembargo: "{text}"'})
    assert [line.split()[1] for line in project.found()] == ["B035"]


@given(st.datetimes(min_value=datetime(1900, 1, 1)), st.integers(-23 * 60, 23 * 60))
def test_what_is_written_is_read(when: datetime, offset: int) -> None:
    zone = timezone(timedelta(minutes=offset))
    minute = when.replace(second=0, microsecond=0, tzinfo=zone)
    assert moment(Phrase(minute.isoformat(timespec="minutes"), PLACE)) == minute
