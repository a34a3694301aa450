"""The letter that carries an edition: what it says, from the same facts as its pages."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from msgspec import Struct

from briefing import language
from briefing.figures import Revision, Revisions, revisions
from briefing.language import Words
from briefing.model import Dimension, Entry, Record, Source, Spec

_LISTED = 20
_NO_AMOUNT = (Dimension.DATE, Dimension.RANK)


class Letter(Struct, frozen=True):
    """Subject and body, the latter as plain text and as HTML."""

    subject: str
    text: str
    html: str


class _Line(Struct, frozen=True):
    """A line, and the address in which it ends, perhaps none."""

    text: str
    url: str = ""


class _Part(Struct, frozen=True):
    """A heading, perhaps empty, and its lines."""

    heading: str
    lines: tuple[_Line, ...]


def letter(
    spec: Spec, code: str, title: str, files: Sequence[str], now: Record, last: Record | None
) -> Letter:
    """The letter in a language. `files` are the names of what is attached; `last` is the record of
    the edition that the recipient had before, None where there was none. Where a figure of that one
    was wrong, the subject says that this is a correction."""
    words = language.words(code)
    says = words.letter
    changed = revisions(last, now) if last is not None else None
    until = spec.embargoed_until
    embargo = says.until.format(moment=language.moment(until, code)) if until else ""
    head = [embargo, f"{words.edition} {spec.edition}"]
    if spec.released:
        released = language.date(spec.released, code)
        head.append(words.said.format(label=words.released, text=released))
    parts = [
        _part("", [line for line in head if line]),
        _part(says.headline, _headline(code, now)),
        _part(says.changes, _changes(code, now, last, changed)),
        _Part(says.sources, tuple(_origins(spec, code, now, words))),
        _part(says.attached, files),
        _part("", [says.sender.format(product=now.product)]),
    ]
    parts = [part for part in parts if part.lines]
    edition = f"{words.edition} {spec.edition}"
    subject = title if edition in title else says.subject.format(title=title, edition=edition)
    if changed is not None and changed.corrected:
        subject = says.correction.format(subject=subject)
    subject = f"{embargo} · {subject}" if embargo else subject
    return Letter(subject, _plain(title, parts), _html(code, title, parts))


def _part(heading: str, lines: Iterable[str]) -> _Part:
    return _Part(heading, tuple(map(_Line, lines)))


def _headline(code: str, now: Record) -> Iterator[str]:
    """The figures of the first page, each at its latest period there."""
    newest: dict[str, Entry] = {}
    for entry in now.facts:
        period = entry.fact.period
        places = entry.printed.get(code, ())
        first = any(place.page == 1 and not place.alt for place in places)
        if first and entry.name.isidentifier() and period and _is_amount(entry):
            before = newest.setdefault(entry.name, entry).fact.period
            if before is not None and before.end <= period.end:
                newest[entry.name] = entry
    for entry in now.in_order(newest.values(), code):
        yield language.words(code).letter.figure.format(
            name=_called(now, entry, code),
            period=_period(entry, code),
            text=language.recorded(entry, code),
        )


def _is_amount(entry: Entry) -> bool:
    return entry.fact.unit.dimension not in _NO_AMOUNT


def _period(entry: Entry, code: str) -> str:
    period = entry.fact.period
    return language.period(period, code) if period else ""


def _changes(
    code: str, now: Record, last: Record | None, changed: Revisions | None
) -> Iterator[str]:
    says = language.words(code).letter
    if last is None or changed is None:
        yield says.first
        return
    revised = (*changed.told, *changed.told_later)
    yield from (_revision(now, revision, code) for revision in revised[:_LISTED])
    if len(revised) > _LISTED:
        yield says.more.format(count=len(revised) - _LISTED)
    if changed.new:
        yield says.added.format(count=len(changed.new))
    if changed.gone:
        yield says.gone.format(count=len(changed.gone))
    if not changed.some:
        yield says.same


def _revision(now: Record, revision: Revision, code: str) -> str:
    """“Exports, 2025: US$601 million, before US$588 million”; a value of another period with it."""
    old, new = language.apart(revision.old, revision.new, code)
    if revision.follows:
        old = f"{old} ({_period(revision.old, code)})"
    period = _period(revision.new, code)
    return language.words(code).letter.revised.format(
        name=_called(now, revision.new, code), period=period, now=new, before=old
    )


def _called(now: Record, entry: Entry, code: str) -> str:
    """What the pages call a figure, as a line begins."""
    label = now.label(entry, code)
    return f"{label[:1].upper()}{label[1:]}"


def _sources(spec: Spec, now: Record) -> list[Source]:
    """The sources of all that is printed, in the order of the manifest."""
    used = {name for entry in now.facts for name in entry.source}
    return [source for name, source in spec.sources.items() if name in used]


def _origins(spec: Spec, code: str, now: Record, words: Words) -> Iterator[_Line]:
    for source in _sources(spec, now):
        parts = [source.publisher[code].text, source.title[code].text]
        if source.retrieved:
            parts.append(words.retrieved.format(date=language.date(source.retrieved, code)))
        yield _Line(", ".join(parts), source.url.text if source.url else "")


def _plain(title: str, parts: Iterable[_Part]) -> str:
    lines = [title, ""]
    for part in parts:
        told = [f"{line.text}, {line.url}" if line.url else line.text for line in part.lines]
        lines += [part.heading, *(f"- {line}" for line in told)] if part.heading else told
        lines.append("")
    return "\n".join(lines)


def _html(code: str, title: str, parts: Iterable[_Part]) -> str:
    lines = [
        f'<!DOCTYPE html>\n<html lang="{escape(code)}">',
        f'<head><meta charset="utf-8"><title>{escape(title)}</title></head>',
        f"<body>\n<h1>{escape(title)}</h1>",
    ]
    for part in parts:
        if not part.heading:
            lines += [f"<p>{escape(line.text)}</p>" for line in part.lines]
            continue
        lines.append(f"<h2>{escape(part.heading)}</h2>\n<ul>")
        lines += [f"<li>{_linked(line)}</li>" for line in part.lines]
        lines.append("</ul>")
    return "\n".join([*lines, "</body>\n</html>", ""])


def _linked(line: _Line) -> str:
    """The line, its address a link."""
    if not line.url:
        return escape(line.text)
    return f'{escape(line.text)}, <a href="{escape(line.url)}">{escape(line.url)}</a>'
