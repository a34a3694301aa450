"""Names of the manifest, and codes of tables, that would be printed for want of a label."""

import re
from collections.abc import Iterable, Iterator

from briefing import model
from briefing.language import is_country
from briefing.narrative.formula import Formulas

# The names of the manifest read as English, “export share”, if they are made of words.
_NAMED_IN = "en"
# gdp, hs85, x: what holds no vowel, a figure beside letters, or one letter alone is no word.
_NO_WORD = re.compile(r"[^aeiouy\d]+|[a-z]+\d+\w*|[b-hj-z]", re.I)
# HS05, 8517, TOTAL, A-12: nothing that a reader would be told.
_CODE = re.compile(r"(?=.*[A-Z\d])[A-Z\d][A-Z\d._/-]*")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u052f]"), re.compile("[A-Za-z]")
_WRITTEN_IN_CYRILLIC = frozenset({"mn", "ru"})


def unlabelled(document: model.Document, formulas: Formulas) -> tuple[model.Finding, ...]:
    """A finding for each such name and code in the text, an exhibit or an annex."""
    blocks = tuple(model.every_block(document.blocks))
    titles = (document.title, *(chapter.title for chapter in document.chapters))
    facts = [fact for title in titles for fact in model.facts_of(title)]
    facts += (fact for block in blocks for fact in model.facts_in(block))
    shown = (block.exhibit for block in blocks if isinstance(block, model.Placed))
    keys: dict[str, model.Finding] = {}
    for exhibit in shown:
        for found in _keys(document.language, formulas, exhibit):
            keys.setdefault(found.message, found)
    return (*_names(document.language, formulas, facts), *keys.values())


def _names(
    language: str, formulas: Formulas, facts: Iterable[model.Fact]
) -> Iterator[model.Finding]:
    """The names of series and facts, in English those that are no words; where there are several
    languages the name can't be in all, and elsewhere it is an error."""
    spec = formulas.spec
    english = language == _NAMED_IN
    alone = len(spec.languages) == 1 or english
    for name in formulas.unlabelled(facts):
        if english and not any(map(_NO_WORD.fullmatch, name.split("_"))):
            continue
        entry = spec.series.get(name) or spec.facts[name]
        message = f"“{name}” has no label in “{language}”: its name would be printed"
        hint = f"give it a label: {{label: {{{language}: …}}}}"
        yield model.Finding("B322", entry.place, message, hint, lighter=alone)


def _keys(language: str, formulas: Formulas, exhibit: model.Exhibit) -> Iterator[model.Finding]:
    """The codes of members that an exhibit shows and nobody names; words that stand in the data in
    another script. Those with a row come first."""
    spec, families, labels = formulas.spec, formulas.facts.families, _labels(exhibit)
    for fact in sorted(model.facts_shown(exhibit), key=lambda fact: not fact.cells):
        family, _, rest = fact.name.partition("[")
        key = rest.removesuffix("]")
        known = families.get(family)
        if known is None or key not in known.members or key not in labels:
            continue
        if key in known.totals or key in spec.names or is_country(key) or not _raw(key, language):
            continue
        entry = spec.series.get(family) or spec.tables.get(family)
        rows = (model.Place(cell.file, cell.row) for cell in fact.cells)
        place = next(rows, entry.place if entry else model.Place(spec.file))
        message = f"“{key}” of {family} has no name in “{language}”: its code would be printed"
        hint = f"name it under names: {{{key}: {{{language}: …}}}}"
        yield model.Finding("B322", place, message, hint, lighter=True)


def _labels(exhibit: model.Exhibit) -> frozenset[str]:
    """What an exhibit calls what it shows."""
    content = exhibit.content
    if isinstance(content, model.Chart):
        lines = (line.label for line in content.lines)
        return frozenset((*lines, *(point.label for point in content.points)))
    if isinstance(content, model.Grid):
        heads = (column.head for column in content.columns)
        return frozenset((*heads, *(row.head for row in content.rows)))
    return frozenset()


def _raw(key: str, language: str) -> bool:
    foreign = _LATIN if language in _WRITTEN_IN_CYRILLIC else _CYRILLIC
    return _CODE.fullmatch(key) is not None or foreign.search(key) is not None
