"""The annex “Sources and methods”, made from the manifest and from what the document prints."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

from briefing import language, model
from briefing.language import Words
from briefing.narrative.formula import Formulas, Sentences
from briefing.narrative.plain import plain

# Of fewer sources each says its own day.
_SEVERAL = 3
_MARK = re.compile(r"\[[a-z]+\]")


def annex(
    spec: model.Spec,
    names: Formulas,
    blocks: tuple[model.Block, ...],
    codes: Mapping[str, str],
    words: Words,
) -> model.Annex:
    """The annex to these blocks, whose sources have these codes; `names` writes derivations."""
    blocks = tuple(model.every_block(blocks))
    exhibits = tuple(block.exhibit for block in blocks if isinstance(block, model.Placed))
    facts = [fact for block in blocks for fact in model.facts_in(block)]
    common = _common(spec.sources[name] for name in codes if name in spec.sources)
    return model.Annex(
        words.annex,
        words.sources,
        tuple(_cited(spec, codes, names.language, words, common)),
        words.methods,
        tuple(_methods(names, facts, words)),
        words.symbols_title,
        _symbols(exhibits, words),
        (*_bases(spec, codes, names.language, words), *_retrieved(common, names.language, words)),
    )


def _cited(
    spec: model.Spec, codes: Mapping[str, str], code: str, words: Words, common: date | None
) -> Iterator[model.CitedSource]:
    for name, number in codes.items():
        source = spec.sources.get(name)
        if source is not None:
            url = language.fill(source.url.text, spec, code) if source.url else ""
            told = tuple(_source(source, url, code, words, common))
            publisher, title = (_text(words, code) for words in (source.publisher, source.title))
            licence = _text(source.licence or {}, code)
            yield model.CitedSource(number, name, told, url, publisher, title, licence)


def _source(
    source: model.Source, url: str, code: str, words: Words, common: date | None
) -> Iterator[model.Words]:
    """“Publisher, Title, host, published …, retrieved …, licence: ….”, the host as a link, all of
    it where the address has none; the `common` day isn't repeated."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    named = (_text(source.publisher, code), _text(source.title, code))
    before = ", ".join(filter(None, named))
    after = "".join(f", {part}" for part in _dated(source, code, words, common)) + "."
    link = model.Link(model.Url(url), 0, source.place) if url else None
    if not host:
        yield model.Words(before + after, source.place, link=link)
        return
    yield model.Words(f"{before}, " if before else "", source.place)
    yield model.Words(host, source.place, link=link)
    yield model.Words(after, source.place)


def _dated(source: model.Source, code: str, words: Words, common: date | None) -> Iterator[str]:
    if source.published:
        yield words.published.format(date=_published(source.published, code))
    if source.retrieved is not None and source.retrieved != common:
        day = model.Period.day(source.retrieved)
        yield words.retrieved.format(date=_short(day, code))
    if source.licence is not None:
        yield words.licence.format(licence=_text(source.licence, code))


def _common(sources: Iterable[model.Source]) -> date | None:
    """The day on which most of several sources were retrieved."""
    days = Counter(source.retrieved for source in sources)
    day, count = days.most_common(1)[0] if days else (None, 0)
    return day if count >= _SEVERAL and 2 * count >= days.total() else None


def _retrieved(common: date | None, code: str, words: Words) -> Iterator[str]:
    if common is not None:
        yield words.retrieved_on.format(date=language.date(common, code))


def _short(period: model.Period, code: str) -> str:
    return language.grammar(code).period(period, short=True)


def _published(written: str, code: str) -> str:
    try:
        return _short(model.Period.parse(written), code)
    except ValueError:
        return written


def _text(text: model.Text, code: str) -> str:
    return text[code].text if code in text else ""


def _bases(spec: model.Spec, codes: Mapping[str, str], code: str, words: Words) -> Iterator[str]:
    """On what basis values stand, sources of one basis together."""
    bases: dict[str, list[str]] = {}
    for name, number in codes.items():
        source = spec.sources.get(name)
        if source is not None and source.basis is not None and code in source.basis:
            bases.setdefault(source.basis[code].text, []).append(f"[{number}]")
    for basis, numbers in bases.items():
        label = f"{words.basis} {', '.join(numbers)}"
        yield f"{words.said.format(label=label, text=basis.rstrip('.'))}."


def _methods(names: Formulas, facts: list[model.Fact], words: Words) -> Iterator[str]:
    yield from Sentences(names.spec, names.facts, names.language, words).derivations(facts)
    if any(fact.of is not None for fact in facts):
        yield words.listed
    yield words.rounding


def _symbols(exhibits: Iterable[model.Exhibit], words: Words) -> tuple[tuple[str, str], ...]:
    occurring = {mark for exhibit in exhibits for mark in _marks(exhibit)}
    return tuple((mark, says) for mark, says in words.symbols if mark in occurring)


def _marks(exhibit: model.Exhibit) -> Iterator[str]:
    for note in exhibit.notes:
        yield from _MARK.findall(plain(note))
    if isinstance(exhibit.content, model.Tiles):
        yield from (m for tile in exhibit.content.tiles for m in _marked(tile.status))
    grids = (exhibit.content,) if isinstance(exhibit.content, model.Grid) else exhibit.data
    for grid in grids:
        for row in grid.rows:
            for cell in row.cells:
                yield cell.text
                yield from _marked(cell.status)


def _marked(status: model.Status) -> list[str]:
    return [part.marks for part in status.parts]
