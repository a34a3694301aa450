"""The letter that carries an edition: what it says, from the same facts as its pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from msgspec import Struct

from briefing import language
from briefing.editions.compare import Revision, compare
from briefing.editions.entries import Entry, Record, in_order, number, shown
from briefing.language import Unwritable, Words
from briefing.model.fact import Fact, Reading
from briefing.model.number import resolution as worth
from briefing.model.period import Period
from briefing.model.place import Place
from briefing.model.reference import Filter
from briefing.model.spec import Spec
from briefing.model.table import Source
from briefing.model.unit import Unit

_LISTED = 20
_EXACT = (Filter("exact", (), Place("")),)


class Letter(Struct, frozen=True):
    """Subject and body, the latter as plain text and as HTML."""

    subject: str
    text: str
    html: str


class _Part(Struct, frozen=True):
    """A heading, perhaps empty, and its lines; `links` are the addresses that lines end in."""

    heading: str
    lines: tuple[str, ...]
    links: tuple[str, ...] = ()


def letter(
    spec: Spec, code: str, title: str, files: Sequence[str], now: Record, last: Record | None
) -> Letter:
    """The letter in a language. `files` are the names of what is attached; `last` is the record of
    the edition that the recipient had before, None where there was none."""
    words = language.words(code)
    says = words.letter
    until = spec.embargoed_until
    embargo = says.until.format(moment=language.moment(until, code)) if until else ""
    subject = says.subject.format(title=title, edition=f"{words.edition} {spec.edition}")
    head = [embargo, f"{words.edition} {spec.edition}"]
    if spec.released:
        head.append(f"{words.released}: {language.date(spec.released, code)}")
    links = tuple(source.url.text for source in _sources(spec, now) if source.url)
    parts = [
        _part("", [line for line in head if line]),
        _part(says.headline, _headline(spec, code, now)),
        _part(says.changes, _changes(spec, code, now, last)),
        _Part(says.sources, tuple(_origins(spec, code, now, words)), links),
        _part(says.attached, files),
        _part("", [says.sender.format(product=now.get("product", ""))]),
    ]
    parts = [part for part in parts if part.lines]
    subject = f"{embargo} · {subject}" if embargo else subject
    return Letter(subject, _plain(title, parts), _html(code, title, parts))


def _part(heading: str, lines: Iterable[str]) -> _Part:
    return _Part(heading, tuple(lines))


def _headline(spec: Spec, code: str, now: Record) -> Iterator[str]:
    """The figures of the first page, each at its latest period there."""
    newest: dict[str, Entry] = {}
    for entry in now.get("facts", ()):
        first = any(place["page"] == 1 for place in entry["printed"].get(code, ()))
        if first and entry["name"].isidentifier() and entry["period"] and _is_amount(entry):
            before = newest.setdefault(entry["name"], entry)
            if Period.parse(before["period"]).end <= Period.parse(entry["period"]).end:
                newest[entry["name"]] = entry
    for entry in in_order(newest.values(), code):
        yield language.words(code).letter.figure.format(
            name=_called(spec, code, entry),
            period=_period(entry, code),
            text=_value(entry, code),
        )


def _is_amount(entry: Entry) -> bool:
    return entry["unit"] not in ("date", "rank")


def _period(entry: Entry, code: str) -> str:
    return language.period(Period.parse(entry["period"]), code) if entry["period"] else ""


def _changes(spec: Spec, code: str, now: Record, last: Record | None) -> Iterator[str]:
    says = language.words(code).letter
    if last is None:
        yield says.first
        return
    difference = compare(last, now)
    revised = difference.told
    names = now.get("labels", {}).get(code, {})
    yield from (_revision(spec, code, r, names) for r in revised[:_LISTED])
    if len(revised) > _LISTED:
        yield says.more.format(count=len(revised) - _LISTED)
    if difference.new:
        yield says.added.format(count=len(difference.new))
    if difference.gone:
        yield says.gone.format(count=len(difference.gone))
    if not (revised or difference.new or difference.gone):
        yield says.same


def _revision(spec: Spec, code: str, revision: Revision, names: Mapping[str, str]) -> str:
    now, before = (_value(entry, code) for entry in (revision.new, revision.old))
    if now == before:
        now, before = (_value(entry, code, _EXACT) for entry in (revision.new, revision.old))
    return language.words(code).letter.revised.format(
        name=names.get(revision.new["name"]) or _called(spec, code, revision.new),
        period=_period(revision.new, code),
        now=now,
        before=before,
    )


def _value(entry: Entry, code: str, filters: tuple[Filter, ...] = ()) -> str:
    """As a text would print it with its unit; unrounded where its unit is a noun of its own."""
    found = number(entry)
    if found is None:
        return shown(entry)
    try:
        fact = Fact(entry["name"], found, Unit.parse(entry["unit"]), None, resolution=worth(found))
        return language.write(Reading(fact), filters, code)
    except (ValueError, Unwritable):
        return shown(entry)


def _called(spec: Spec, code: str, entry: Entry) -> str:
    """The label that the manifest gives the fact or its series, else its name."""
    name = str(entry["name"])
    named = spec.series.get(name) or spec.facts.get(name)
    plain = name[:1].upper() + name[1:].replace("_", " ")
    if named is not None and named.label is not None and code in named.label:
        try:
            return language.fill(named.label[code].text, spec, code)
        except Unwritable:
            return plain
    return plain


def _sources(spec: Spec, now: Record) -> list[Source]:
    """The sources of all that is printed, in the order of the manifest."""
    used = {name for entry in now.get("facts", ()) for name in entry["source"]}
    return [source for name, source in spec.sources.items() if name in used]


def _origins(spec: Spec, code: str, now: Record, words: Words) -> Iterator[str]:
    for source in _sources(spec, now):
        parts = [source.publisher[code].text, source.title[code].text]
        if source.retrieved:
            parts.append(words.retrieved.format(date=language.date(source.retrieved, code)))
        if source.url:
            parts.append(source.url.text)
        yield ", ".join(parts)


def _plain(title: str, parts: Iterable[_Part]) -> str:
    lines = [title, ""]
    for part in parts:
        lines += (
            [part.heading, *(f"- {line}" for line in part.lines)] if part.heading else [*part.lines]
        )
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
            lines += [f"<p>{escape(line)}</p>" for line in part.lines]
            continue
        lines.append(f"<h2>{escape(part.heading)}</h2>\n<ul>")
        lines += [f"<li>{_linked(line, part.links)}</li>" for line in part.lines]
        lines.append("</ul>")
    return "\n".join([*lines, "</body>\n</html>", ""])


def _linked(line: str, links: tuple[str, ...]) -> str:
    """The line, its address a link."""
    for url in links:
        if line.endswith(url):
            head = escape(line.removesuffix(url))
            return f'{head}<a href="{escape(url)}">{escape(url)}</a>'
    return escape(line)
