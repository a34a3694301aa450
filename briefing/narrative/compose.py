"""Manuscript and facts to the document: every reference written, everything numbered and cited."""

from collections.abc import Iterator, Mapping
from typing import TypeGuard

from msgspec.structs import replace

from briefing import language, model
from briefing.language import Words
from briefing.narrative import changed, front, misplaced
from briefing.narrative.annex import annex
from briefing.narrative.card import card
from briefing.narrative.cited import names
from briefing.narrative.finisher import Finisher
from briefing.narrative.footnotes import numbered_notes
from briefing.narrative.formula import Formulas
from briefing.narrative.lines import headed, taken
from briefing.narrative.missing import filled
from briefing.narrative.numbering import Numbered, has_keypoints, number
from briefing.narrative.plain import plain
from briefing.narrative.prose import labels, prose
from briefing.narrative.register import headline, register
from briefing.narrative.related import related
from briefing.narrative.resolve import Resolver
from briefing.narrative.title_block import furniture, metadata
from briefing.narrative.unlabelled import unlabelled
from briefing.narrative.walk import placements


def compose(
    spec: model.Spec,
    facts: model.Facts,
    manuscript: model.Manuscript,
    readings: Mapping[model.Reference, model.Reading],
    exhibits: Mapping[str, model.Exhibit],
    pictures: Mapping[str, bytes],
    last: changed.Last | None = None,
) -> tuple[model.Document | None, tuple[model.Finding, ...]]:
    """The document in the manuscript's language; None while something it asks for is missing,
    unless it is a draft, which prints the name of what is missing in brackets.

    `readings` has what each reference reads; what facts.read could not read, it has reported.
    `pictures` has the bytes of each picture by its path; `last` is an earlier edition, against
    which the first page sets its figures.
    """
    words = language.words(manuscript.language)
    misused = tuple(misplaced.roles(manuscript))
    sections, opens = _opened(spec, manuscript, exhibits, misused)
    numbered, targets = number(sections, opens, exhibits, words)
    lacking = {p.exhibit for p in placements(manuscript)} - exhibits.keys()
    unread = {s.name for s in spec.sections} - {s.name for s in manuscript.sections}
    numbered = tuple(headed(entry, words) for entry in numbered)
    resolver = Resolver(spec, manuscript.language, readings, targets, frozenset(lacking | unread))
    title = resolver.inlines(manuscript.title)
    written = tuple(_written(resolver, entry) for entry in numbered)
    finisher = Finisher(spec, manuscript.language, words, pictures, last)
    finisher.cite(title, written)
    finisher.numbers = targets.numbers
    finished = tuple(finisher.section(entry) for entry in written)
    finisher.logo, finisher.map = finisher.own(spec.logo), finisher.own(spec.locator)
    unknown = misplaced.unknown(spec, manuscript)
    findings = (*unknown, *misused, *resolver.findings, *finisher.findings)
    if not findings and resolver.whole and finisher.whole and not lacking:
        document = _document(facts, finisher, title, related(finished), opens)
        return _labelled(document, spec, Formulas(spec, facts, document.language, words))
    if not spec.draft:
        return None, findings
    return _document(facts, finisher, title, related(_held(finished)), opens), findings


def _opened(
    spec: model.Spec,
    manuscript: model.Manuscript,
    exhibits: Mapping[str, model.Exhibit],
    misused: tuple[model.Finding, ...],
) -> tuple[tuple[model.Section, ...], bool]:
    """The sections with their notes numbered, and whether the first opens the document: then its
    lead exhibit stands in it."""
    sections = numbered_notes(
        misplaced.as_plain(manuscript.sections, misused if spec.draft else ())
    )
    if not sections or not has_keypoints(sections[0]):
        return sections, False
    return front.led(sections, spec, exhibits), True


def _labelled(
    document: model.Document, spec: model.Spec, formulas: Formulas
) -> tuple[model.Document | None, tuple[model.Finding, ...]]:
    """The document, unless it prints names that its readers can't read."""
    foreign = unlabelled(document, formulas)
    return document if spec.draft or not model.errors(foreign) else None, foreign


def _held(finished: tuple[Numbered, ...]) -> tuple[Numbered, ...]:
    """The sections of a draft, with the names of what is missing in brackets."""
    return tuple(
        replace(entry, section=replace(entry.section, blocks=filled(entry.section.blocks)))
        for entry in finished
    )


def _document(
    facts: model.Facts,
    finisher: Finisher,
    title: tuple[model.Inline, ...],
    finished: tuple[Numbered, ...],
    opens: bool,
) -> model.Document:
    spec, code, words = finisher.spec, finisher.language, finisher.words
    if opens:
        finished = (_shortened(finisher, finished[0]), *finished[1:])
    opening = _opening(facts, finisher, finished[0].section) if opens else None
    chapters = tuple(_chapter(entry) for entry in finished[1 if opens else 0 :])
    blocks = tuple(block for entry in finished for block in entry.section.blocks)
    formulas = Formulas(spec, facts, code, words)
    plain_title = plain(title)
    listed = register(title, _read(finished), formulas, finisher.codes)
    appended = annex(spec, formulas, blocks, finisher.codes, words)
    if finisher.last is not None and opening is not None and listed is not None:
        told = changed.since(facts, listed.facts, finisher.last)
        opening, appended = _since(told, finished, finisher, formulas, opening, appended)
    return model.Document(
        language=code,
        title=title,
        plain_title=plain_title,
        description=plain(opening.standfirst) if opening else plain_title,
        metadata=metadata(spec, facts, code, words),
        opening=opening,
        chapters=chapters,
        annex=appended,
        furniture=furniture(spec, code, plain_title, words),
        register=listed,
        headline=_headline(opening, title, finished, formulas, finisher),
        names=names(spec.sources.values(), code),
        abbreviations=_abbreviations(spec, code, words),
        prose=prose(finished, opening.tiles if opening else None),
        labels=labels(finished, formulas),
        logo=finisher.logo,
        card=(*card(spec, facts, opening, code), *taken(blocks)) if spec.card else (),
    )


def _headline(
    opening: model.Opening | None,
    title: tuple[model.Inline, ...],
    finished: tuple[Numbered, ...],
    formulas: Formulas,
    finisher: Finisher,
) -> model.Headline | None:
    """The figures of title and first page, where there is one."""
    if opening is None:
        return None
    said = (*title, *opening.standfirst)
    return headline(said, _read(finished[:1]), formulas, finisher.codes)


def _since(
    told: changed.Since,
    finished: tuple[Numbered, ...],
    finisher: Finisher,
    formulas: Formulas,
    opening: model.Opening,
    appended: model.Annex,
) -> tuple[model.Opening, model.Annex]:
    """The first page with what changed since the last edition, the annex with the figures revised
    where no exhibit tells them and there are any."""
    code, words, place = finisher.language, finisher.words, finished[0].section.place
    leads = changed.exhibited(finished, finisher.numbers, place)
    grid = changed.revised(told, formulas) if leads is None else None
    if grid is not None:
        leads = changed.leading(words.annex, changed.CHANGED, place)
        appended = replace(
            appended, changed_title=words.changed, changed_anchor=changed.CHANGED, changed=grid
        )
    return replace(opening, changed=changed.counts(told, leads, place, words, code)), appended


def _abbreviations(spec: model.Spec, code: str, words: Words) -> tuple[tuple[str, str], ...]:
    """What abbreviations stand for: those of the language, and the manifest's."""
    own = {short: text[code].text for short, text in spec.abbreviations.items() if code in text}
    return tuple({**words.abbreviations, **own}.items())


def _read(sections: tuple[Numbered, ...]) -> Iterator[model.Block]:
    """The sections' titles and blocks in reading order."""
    for entry in sections:
        yield model.Paragraph(entry.section.title, entry.section.place)
        yield from entry.section.blocks


def _written(resolver: Resolver, entry: Numbered) -> Numbered:
    section = entry.section
    title = resolver.inlines(section.title)
    blocks = model.rebuilt(section.blocks, resolver.block)
    return replace(entry, section=replace(section, title=title, blocks=blocks))


def _shortened(finisher: Finisher, entry: Numbered) -> Numbered:
    """The first section, its key points with the numbers of the sections that they lead to."""

    def change(block: model.Block) -> tuple[model.Block, ...]:
        if not isinstance(block, model.Container) or block.role is not model.Role.KEYPOINTS:
            return (block,)
        return (replace(block, blocks=front.numbered(block.blocks, finisher.numbers)),)

    blocks = model.rebuilt(entry.section.blocks, change)
    return replace(entry, section=replace(entry.section, blocks=blocks))


def _opening(facts: model.Facts, finisher: Finisher, section: model.Section) -> model.Opening:
    """The first page: one lead, the lead exhibit, the tiles and the key points apart, the rest in
    order; with what the product puts beside them."""
    standfirst: tuple[model.Inline, ...] = ()
    tiles: model.Placed | None = None
    exhibit: model.Placed | None = None
    keypoints: tuple[model.Block, ...] = ()
    blocks: list[model.Block] = []
    for block in section.blocks:
        if isinstance(block, model.Container) and block.role is model.Role.LEAD:
            (lead,) = block.blocks
            standfirst = lead.inlines if isinstance(lead, model.Paragraph) else ()
        elif isinstance(block, model.Container) and block.role is model.Role.KEYPOINTS:
            keypoints = block.blocks
        elif tiles is None and _shows(block, model.Tiles):
            tiles = block
        elif exhibit is None and not keypoints and _shows(block, model.Chart):
            exhibit = block
        else:
            blocks.append(block)
    spec, code, words = finisher.spec, finisher.language, finisher.words
    return model.Opening(
        section.name,
        section.title,
        section.name,
        standfirst,
        tiles,
        keypoints,
        tuple(blocks),
        exhibit,
        front.locator(spec, code, words, finisher.map),
        front.ages(spec, facts, finisher.codes, code, words),
    )


def _shows(block: model.Block, kind: type[model.Content]) -> TypeGuard[model.Placed]:
    return isinstance(block, model.Placed) and isinstance(block.exhibit.content, kind)


def _chapter(entry: Numbered) -> model.Chapter:
    section = entry.section
    return model.Chapter(
        section.name, entry.number, section.title, section.name, section.blocks, section.place
    )
