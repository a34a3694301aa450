"""B118: languages of one briefing that don't say the same."""

from collections.abc import Iterator, Mapping

from briefing.checks.parts import by_section
from briefing.checks.rule import Material, Rule
from briefing.model import Code, Document, Finding, Number, Place, Placed, inlines_of

CODE = Code(
    "languages that print different facts",
    "A section prints a fact or places an exhibit in one language and not in another, or a "
    "section is there in one language only.",
    "Two ministries sit at one table, each with the briefing in its own language: both must have "
    "the same figures before them.",
    "sections/en/trade.md prints {{ exports 2014 }}, sections/mn/trade.md does not",
    "print the same facts in each language, or take them out of all",
)
_Told = Mapping[str, Place]


def _examine(material: Material) -> Iterator[Finding]:
    first, *others = material.documents
    reference = _sections(first)
    for document in others:
        sections = _sections(document)
        for name in (*reference, *(n for n in sections if n not in reference)):
            if name not in sections or name not in reference:
                yield from _lacking(name, first, document, reference, sections)
                continue
            yield from _differ(name, first.language, document.language, reference, sections)
            yield from _differ(name, document.language, first.language, sections, reference)


def _lacking(
    name: str,
    first: Document,
    document: Document,
    reference: Mapping[str, tuple[Place, _Told]],
    sections: Mapping[str, tuple[Place, _Told]],
) -> Iterator[Finding]:
    there, lacking = first.language, document.language
    if name in sections:
        there, lacking = lacking, there
    place, _ = (sections if name in sections else reference)[name]
    message = f"section {name} is there in {there} and not in {lacking}"
    hint = f"write sections/{lacking}/{name}.md, or take the section out"
    yield Finding("B118", place, message, hint, (name,))


def _differ(
    name: str,
    there: str,
    lacking: str,
    telling: Mapping[str, tuple[Place, _Told]],
    silent: Mapping[str, tuple[Place, _Told]],
) -> Iterator[Finding]:
    """What one language tells in a section and the other does not."""
    _, told = telling[name]
    _, other = silent[name]
    for what, place in told.items():
        if what not in other:
            message = f"section {name} prints {what} in {there} and not in {lacking}"
            hint = "print the same facts and exhibits in every language"
            about = (name, what.split()[0].strip("“”"))
            yield Finding("B118", place, message, hint, about)


def _sections(document: Document) -> dict[str, tuple[Place, _Told]]:
    """Each section's place, and the facts and exhibits that it tells, each with its first place."""
    found: dict[str, tuple[Place, _Told]] = {}
    for name, place, blocks in by_section(document):
        told: dict[str, Place] = {}
        for block in blocks:
            if isinstance(block, Placed):
                told.setdefault(f"exhibit {block.exhibit.name}", block.place)
            for inline in inlines_of(block):
                if isinstance(inline, Number):
                    told.setdefault(_what(inline), inline.place)
        found[name] = (place, told)
    return found


def _what(number: Number) -> str:
    fact = number.fact
    return f"“{fact.name}” {fact.period}" if fact.period is not None else f"“{fact.name}”"


def _idle(material: Material) -> str:
    if len(material.spec.languages) < 2:
        return "the briefing has one language"
    lacking = len(material.spec.languages) - len(material.documents)
    return "a language's document could not be composed" if lacking else ""


RULE = Rule(CODE, _examine, _idle, looks="languages")
