"""The calendar as iCalendar, read by another's reader: what RFC 5545 asks for."""

import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result

from briefing.cli.app import cli
from briefing.editions import icalendar as written
from briefing.model import Choices, Spec
from briefing.project import read
from briefing.workspace import Workspace

PAIR = Path(__file__).parents[1] / "projects" / "country-pair" / "project"
LONG = (
    "Албан ёсны айлчлал; Ерөнхийлөгчийн урилгаар, хамтарсан \\\\ мэдэгдэл, гарын үсэг зурах ёслол: "
    "маш урт нэр, түүнийг нэг мөрөнд бичиж болохгүй"
)


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PAIR, tmp_path / "pair"))


def spec(folder: Path, **choices: object) -> Spec:
    made, findings = read(Workspace(str(folder)), Choices(**choices))  # type: ignore[arg-type]
    assert made is not None
    assert findings == ()
    return made


def events(text: str) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert calendar.errors == []
    assert all(event.errors == [] for event in calendar.events)
    return calendar.events


def put(folder: Path, old: str, new: str) -> None:
    text = (folder / "briefing.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "briefing.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")


def test_whole_days_end_on_the_day_after(pair: Path) -> None:
    visit, release = events(written(spec(pair), "en"))
    assert (date(2027, 3, 10), date(2027, 3, 13)) == (visit.DTSTART, visit.DTEND)
    assert (date(2027, 11, 1), date(2027, 12, 1)) == (release.DTSTART, release.DTEND)
    put(pair, "when: 2027-03-10..2027-03-12", "when: 2027-12-31")
    (release, day) = events(written(spec(pair), "en"))
    assert (date(2027, 12, 31), date(2028, 1, 1)) == (day.DTSTART, day.DTEND)


@pytest.mark.parametrize("code", ["en", "ru", "mn"])
def test_each_language_says_what_and_where_and_that_it_is_in_it(pair: Path, code: str) -> None:
    made = spec(pair)
    visit, release = events(written(made, code))
    for event, name in ((visit, "visit"), (release, "next")):
        day = made.calendar[name]
        assert str(event["SUMMARY"]) == day.what[code].text
        assert event["SUMMARY"].params["LANGUAGE"] == code
    assert str(visit["LOCATION"]) == made.calendar["visit"].where[code].text  # type: ignore[index]
    assert "LOCATION" not in release


def test_lines_have_75_octets_and_no_letter_is_cut(pair: Path) -> None:
    put(pair, "mn: Албан ёсны айлчлал}", f'mn: "{LONG}"}}')
    text = written(spec(pair), "mn")
    lines = text.encode().split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in text.encode().replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert max(map(len, lines)) > 72
    for line in lines:
        line.decode()
    visit, _ = events(text)
    assert str(visit["SUMMARY"]) == LONG.replace("\\\\", "\\")


def test_what_has_a_meaning_is_escaped(pair: Path) -> None:
    text = written(spec(pair), "en")
    assert "SUMMARY;LANGUAGE=en:Official visit\\, with a delegation\\; by invitation" in text
    visit, _ = events(text)
    assert str(visit["SUMMARY"]) == "Official visit, with a delegation; by invitation"


def test_names_stay_where_days_move_and_differ_between_projects(pair: Path, tmp_path: Path) -> None:
    before = [event.uid for event in events(written(spec(pair), "en"))]
    assert len(set(before)) == len(before)
    put(pair, "when: 2027-03-10..2027-03-12", "when: 2027-04-01")
    put(pair, "Official visit", "State visit")
    assert [event.uid for event in events(written(spec(pair), "ru"))] == before
    other = Path(shutil.copytree(pair, tmp_path / "other"))
    assert not {event.uid for event in events(written(spec(other), "en"))} & set(before)


def test_it_was_written_on_the_editions_day_and_the_same_each_time(pair: Path) -> None:
    first, again = written(spec(pair), "en"), written(spec(pair), "en")
    assert first == again
    assert {e.DTSTAMP for e in events(first)} == {datetime(2026, 11, 24, tzinfo=UTC)}


def test_what_is_over_is_not_written(pair: Path) -> None:
    assert "UID:past@" not in written(spec(pair), "en")
    put(pair, "released: 2026-11-24", "released: 2026-03-10")
    put(pair, "retrieved: 2026-05-01", "retrieved: 2026-03-01")
    put(pair, "retrieved: 2026-05-15", "retrieved: 2026-03-01")
    text = (pair / "briefing.yaml").read_text(encoding="utf-8")
    (pair / "briefing.yaml").write_text(
        re.sub("as_of: [0-9-]+", "as_of: 2026-03-01", text), "utf-8"
    )
    assert "UID:past@" in written(spec(pair), "en")


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["calendar", *words], standalone_mode=False)


def test_the_command_tells_and_writes(pair: Path) -> None:
    assert run(str(pair)).stdout.splitlines() == [
        "2027-03-10..2027-03-12  visit  Official visit, with a delegation; by invitation, "
        "Ulaanbaatar",
        "2027-11-01..2027-11-30  release  Next edition",
    ]
    told = run(str(pair), "--ics", "--lang", "ru")
    assert told.stdout_bytes == written(spec(pair, languages=("ru",)), "ru").encode()
    assert [str(e["SUMMARY"]) for e in events(told.stdout_bytes.decode())][1] == "Следующий выпуск"


def test_a_manifest_with_errors_is_told_and_a_project_without_days_says_so(pair: Path) -> None:
    put(pair, "kind: release", "kind: relase")
    told = run(str(pair), "--ics")
    assert told.return_value == 1
    assert "B015" in told.stderr
    assert told.stdout == ""
    put(pair, "kind: relase", "kind: release")
    put(pair, "  visit: {when: 2027-03-10..2027-03-12", "  visit: {when: 2025-03-10")
    put(pair, "  next: {when: 2027-11", "  next: {when: 2025-11")
    assert run(str(pair)).stdout == "pair: nothing lies ahead\n"
    assert events(run(str(pair), "--ics").stdout) == []
