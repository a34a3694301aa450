"""The speaking card: the figures of the first page that are safe to say aloud, as one says them."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from msgspec.structs import replace

from briefing import language, model
from briefing.figures import terms
from briefing.language.aloud import aloud
from briefing.language.grammar import Grammar

# As many as one can say; and how old a figure may be to be said at all.
_MOST, _OLD = 8, 20
# From which part of a sum on it is almost all of it, most, more than half.
_PARTS = (Decimal("0.95"), Decimal("0.75"), Decimal("0.5"))
_NOWHERE = model.Place("briefing.yaml")


def card(
    spec: model.Spec, facts: model.Facts, opening: model.Opening | None, code: str
) -> tuple[model.Block, ...]:
    """The card's text: of each figure the sentence, when and whence it is, what not to say."""
    if opening is None or opening.tiles is None:
        return ()
    content = opening.tiles.exhibit.content
    assert isinstance(content, model.Tiles)
    speech = language.grammar(code)
    items = [item for tile in content.tiles if (item := _item(spec, facts, tile, speech, code))]
    rule = model.Rule(_NOWHERE)
    parted = (block for item in items[:_MOST] for block in (rule, *item))
    return tuple(parted)[1:]


def carded(document: model.Document) -> model.Document:
    """The card as a document of its own."""
    words = language.words(document.language).spoken
    code = document.language
    title = (model.Words(language.headed(code, words.title), _NOWHERE), *document.title)
    name = language.headed(code, words.title, document.plain_title)
    chapter = model.Chapter("card", "", title, "card", document.card, _NOWHERE)
    return replace(
        document,
        title=title,
        plain_title=name,
        description=name,
        metadata=(),
        opening=None,
        chapters=(replace(chapter, title=()),),
        annex=replace(document.annex, title="", sources=(), methods=(), symbols=(), bases=()),
        register=None,
        headline=None,
        quality=None,
        signature=None,
        card=(),
    )


def _item(
    spec: model.Spec, facts: model.Facts, tile: model.Tile, speech: Grammar, code: str
) -> tuple[model.Block, ...]:
    """Three lines of one figure; none where it is too old or nobody would say it."""
    fact, words = tile.fact, speech.words.spoken
    said = aloud(speech, fact)
    if not said or fact.period is None or facts.period.end.year - fact.period.end.year > _OLD:
        return ()
    part = _part(spec, facts, fact, code)
    text = language.headed(code, tile.label, f"{said}, {part}" if part else said)
    strong = frozenset({model.Mark.STRONG})
    means = [f"{number.text}." for number in tile.meaning]
    basis = speech.period(fact.period)
    if model.Status.PROVISIONAL in fact.status.parts:
        basis = f"{basis}, {speech.words.provisional}"
    basis = " ".join((*means, f"{basis}.", *_sources(spec, fact, code)))
    avoid = "; ".join(_avoid(tile, speech))
    return (
        model.Paragraph((model.Number(f"{text}.", fact, _NOWHERE, marks=strong),), _NOWHERE),
        model.Paragraph((model.Words(basis, _NOWHERE),), _NOWHERE),
        model.Paragraph(
            (
                model.Words(
                    f"{words.said} {avoid}.", _NOWHERE, marks=frozenset({model.Mark.EMPHASIS})
                ),
            ),
            _NOWHERE,
        ),
    )


def _sources(spec: model.Spec, fact: model.Fact, code: str) -> Iterator[str]:
    found = (spec.sources[name].publisher for name in fact.sources if name in spec.sources)
    names = dict.fromkeys(text[code].text for text in found if code in text)
    if names:
        yield f"{', '.join(names)}."


def _part(spec: model.Spec, facts: model.Facts, fact: model.Fact, code: str) -> str:
    """Which part of a sum of two is almost all of it, most or more than half."""
    node = fact.derivation
    added = terms(node) if node is not None else None
    if not added or len(added) != 2 or fact.period is None or not isinstance(fact.value, Decimal):
        return ""
    named = [facts.series.get(str(term.of)) for term in added if term.times > 0]
    found = [(s, s.at(fact.period)) for s in named if s is not None and s.unit == fact.unit]
    sizes = [(o.value, s) for s, o in found if o is not None and o.value is not None]
    if len(sizes) != 2 or fact.value <= 0:
        return ""
    size, series = max(sizes, key=lambda pair: pair[0])
    share = model.divide(size, fact.value)
    label = (series.label or {}).get(code)
    if label is None or share < _PARTS[-1]:
        return ""
    patterns = zip(language.words(code).spoken.parts, _PARTS, strict=True)
    pattern = next(pattern for pattern, least in patterns if share >= least)
    name = language.fill(label.text, spec, code)
    # An abbreviation keeps its capitals.
    begins = name[:1].lower() if name[1:2].islower() else name[:1]
    return pattern.format(begins + name[1:])


def _avoid(tile: model.Tile, speech: Grammar) -> Collection[str]:
    """What not to say of a figure, by what is known of it."""
    fact, words = tile.fact, speech.words.spoken
    assert fact.period is not None
    told: Mapping[str, bool] = {
        words.provisional: model.Status.PROVISIONAL in fact.status.parts,
        words.part_year.format(speech.period(fact.period)): fact.period.is_part_year,
        words.old.format(speech.of(fact.period)): bool(tile.age),
        words.stock: fact.kind is model.Kind.STOCK,
        words.share: fact.unit.dimension is model.Dimension.PERCENT,
    }
    ranks = [number.fact.of for number in tile.meaning if number.fact.of]
    listed = [words.listed.format(of) for of in ranks]
    return [text for text, holds in told.items() if holds] + listed or [words.round]
