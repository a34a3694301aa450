"""The calendar of a briefing as iCalendar (RFC 5545), for mail and telephones."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from briefing import language
from briefing.model import DateSpec, Period, Spec, Text

_LONGEST = 75  # octets of a line, RFC 5545, 3.1
_NAME = "-//briefing//briefing//EN"


def icalendar(spec: Spec, code: str) -> str:
    """The coming days as events of whole days, in a language; the same inputs give the same file.

    An event's name in the calendar (UID) is that of the manifest's entry, so that a day which is
    moved replaces what it was; when it was written is the edition's own date, never the clock.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_NAME}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME;LANGUAGE={code}:{_escaped(_said(spec, spec.title, code))}",
    ]
    for day in spec.calendar.values():
        lines += _event(spec, day, code)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(spec: Spec, day: DateSpec, code: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{day.name}@{spec.name}.briefing.invalid"
    yield f"DTSTAMP:{_stamp(spec.released)}"
    yield f"DTSTART;VALUE=DATE:{_written(day.when.start)}"
    yield f"DTEND;VALUE=DATE:{_written(_after(day.when))}"
    yield _text("SUMMARY", code, _said(spec, day.what, code))
    if day.where is not None:
        yield _text("LOCATION", code, _said(spec, day.where, code))
    source = spec.sources[day.source]
    words = language.words(code)
    publisher = _said(spec, source.publisher, code)
    yield _text("DESCRIPTION", code, words.said.format(label=words.source, text=publisher))
    if source.url is not None:
        yield f"URL:{source.url.text}"
    yield f"CATEGORIES;LANGUAGE={code}:{_escaped(words.panels.occasions[day.kind])}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PUBLIC"
    yield "END:VEVENT"


def _text(name: str, code: str, text: str) -> str:
    return f"{name};LANGUAGE={code}:{_escaped(text)}"


def _said(spec: Spec, text: Text, code: str) -> str:
    return language.fill(text[code].text, spec, code) if code in text else ""


def _escaped(text: str) -> str:
    """TEXT, 3.3.11: backslash, comma, semicolon and line break escaped."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of 75 octets at most, never cut within a character; each that goes on begins with a
    space."""
    parts, part = [], b""
    for sign in line:
        encoded = sign.encode()
        if len(part) + len(encoded) > _LONGEST:
            parts.append(part)
            part = b" "
        part += encoded
    return b"\r\n".join((*parts, part)).decode()


def _written(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"


def _after(when: Period) -> date:
    """The day after the last: an end is none of the event's days, 3.6.1."""
    return when.end + timedelta(days=1)


def _stamp(released: date | None) -> str:
    moment = datetime.combine(released or date(1970, 1, 1), time(), UTC)
    return f"{moment.year:04}{moment:%m%dT%H%M%SZ}"
