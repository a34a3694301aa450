"""B101: a digit in the narrative that is bound to no fact."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefing import language, model
from briefing.checks.digits import OBJECT, figures
from briefing.checks.rule import Material, Rule
from briefing.checks.spelt import spelt

CODE = model.Code(
    "digit bound to no fact",
    "A figure is typed in the text, a title, a table or an alternative text, in digits or words "
    "(sixty million dollars, twelve agreements), instead of read from data. Dates, years by "
    "themselves, ordinals (but for ranks), names such as G20 or Article 5, small numbers of what "
    "is known (the two countries), quotations, code and addresses need no fact.",
    "A typed figure carries no source, doesn't follow the data and disagrees with it one day.",
    "Exports came to 61.6 million US dollars.",
    "write it as a reference, {{ exports 2014 }}; what others said goes into quotation marks",
)
_HINT = "write it as a reference: {{ exports 2014 }}; what others said goes into quotation marks"


def _examine(material: Material) -> Iterator[model.Finding]:
    """A finding for each figure that was typed."""
    countries = _countries(material)
    for manuscript in material.manuscripts:
        said: list[tuple[Sequence[model.Inline], bool]] = [(manuscript.title, False)]
        for section in manuscript.sections:
            said.append((section.title, False))
            said.extend(_texts(section.blocks))
        said.extend((_words(p), False) for p in _phrases(material.spec, manuscript.language))
        speech = language.grammar(manuscript.language)
        words, claims = speech.vocabulary, speech.claims
        for inlines, alone in said:
            text, starts = _text(inlines)
            typed = (*figures(text, words, countries, alone), *spelt(text, claims, words))
            for offset, figure in typed:
                message = f"“{figure}” is bound to no fact"
                yield model.Finding("B101", _place(starts, offset), message, _HINT)


def _texts(blocks: Sequence[model.Block]) -> Iterator[tuple[Sequence[model.Inline], bool]]:
    """The texts of each block, and whether they are a table's cells; quotations are left out."""
    for block in model.every_block(blocks, lambda block: not model.is_quoted(block)):
        yield from ((text, isinstance(block, model.MarkdownTable)) for text in model.texts(block))


def _text(inlines: Sequence[model.Inline]) -> tuple[str, list[tuple[int, model.Place]]]:
    """The literal text, an object for what isn't literal; offsets with the place of each part."""
    parts: list[str] = []
    starts: list[tuple[int, model.Place]] = []
    length = 0
    for inline in inlines:
        if isinstance(inline, model.Words) and model.Mark.CODE not in inline.marks:
            part = inline.text
            starts.append((length, inline.place))
        else:
            part = "\n" if isinstance(inline, model.Break) else OBJECT
        parts.append(part)
        length += len(part)
    return "".join(parts), starts


def _place(starts: Sequence[tuple[int, model.Place]], offset: int) -> model.Place:
    start, place = starts[bisect_right(starts, offset, key=lambda part: part[0]) - 1]
    return model.Place(place.file, place.line, place.column + offset - start)


def _phrases(spec: model.Spec, code: str) -> Iterator[model.Phrase]:
    """The manifest's phrases that a page prints beside figures."""
    phrases: list[model.Text | None] = [spec.publication, spec.publication_part]
    for exhibit in spec.exhibits.values():
        phrases += [exhibit.subtitle, exhibit.note]
        phrases += [exhibit.filled.label] if exhibit.filled else []
        for row in exhibit.rows:
            phrases += [row.label, *row.text.values()]
        for person in exhibit.people:
            phrases += [person.office, person.alt]
    for day in spec.calendar.values():
        phrases += [day.what, day.where]
    phrases += [series.label for series in spec.series.values()]
    phrases += [fact.label for fact in spec.facts.values()]
    return (text[code] for text in phrases if text is not None and code in text)


def _words(phrase: model.Phrase) -> tuple[model.Inline, ...]:
    """A phrase without its references."""
    inlines: list[model.Inline] = []
    offset = 0
    for number, part in enumerate(phrase.text.replace("}}", "{{").split("{{")):
        place = phrase.place
        if number % 2 == 0:
            inlines.append(
                model.Words(part, model.Place(place.file, place.line, place.column + offset))
            )
        else:
            inlines.append(model.Words(OBJECT, place))
        offset += len(part) + 2
    return tuple(inlines)


def _countries(material: Material) -> frozenset[str]:
    """The names of the countries that the data speak of: behind them stands a figure."""
    spec = material.spec
    codes = {*spec.parameters.values()}
    for family in material.facts.families.values():
        codes.update(family.members)
    names: set[str] = set()
    for code in codes:
        if language.is_country(code):
            for manuscript in material.manuscripts:
                name = language.country(code, manuscript.language, spec.names)
                names.update((name.name.split()[-1], name.short.split()[-1]))
    return frozenset(names)


RULE = Rule(CODE, _examine, words=("numerals", "powers", "determiners", "no_count"), looks="text")
