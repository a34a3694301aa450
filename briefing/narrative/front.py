"""The first page beside its text: its lead exhibit, the map, how current the figures are."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace

from briefing import geography, language, model
from briefing.language import Words

# More rows than these are more than one looks at.
_MOST_ROWS = 7
_OLD = 5
_OVER_TIME = ("bars", "line")
NONE = "none"


def led(
    sections: tuple[model.Section, ...],
    spec: model.Spec,
    exhibits: Mapping[str, model.Exhibit],
) -> tuple[model.Section, ...]:
    """The sections with the lead exhibit in the first: the one that the manifest names, or else the
    first chart over time of what a tile of the first page shows; none where the first section has
    an exhibit of its own beside the tiles."""
    first, *others = sections
    tiles = [p for p in _placed(first) if _is_tiles(exhibits.get(p.exhibit))]
    own = [p for p in _placed(first) if p not in tiles]
    if spec.lead == NONE or (own and not spec.lead) or spec.lead in {p.exhibit for p in own}:
        return sections
    shown = {
        fact.name for placement in tiles for fact in model.facts_shown(exhibits[placement.exhibit])
    }
    found = next(
        (
            placement
            for section in others
            for placement in section.blocks
            if isinstance(placement, model.Placement)
            and _leads(spec, exhibits.get(placement.exhibit), shown)
        ),
        None,
    )
    if found is None:
        return sections
    left = (
        replace(section, blocks=tuple(block for block in section.blocks if block is not found))
        for section in others
    )
    at = next((i for i, block in enumerate(first.blocks) if _begins(block, tiles)), 0)
    return (replace(first, blocks=(*first.blocks[:at], found, *first.blocks[at:])), *left)


def _begins(block: model.Block, tiles: Collection[model.Placement]) -> bool:
    """Whether a block of the first section is one before which the lead exhibit stands."""
    points = isinstance(block, model.Container) and block.role is model.Role.KEYPOINTS
    return points or block in tiles


def _placed(section: model.Section) -> list[model.Placement]:
    return [block for block in section.blocks if isinstance(block, model.Placement)]


def _is_tiles(exhibit: model.Exhibit | None) -> bool:
    return exhibit is not None and isinstance(exhibit.content, model.Tiles)


def _leads(spec: model.Spec, exhibit: model.Exhibit | None, shown: Collection[str]) -> bool:
    if exhibit is None:
        return False
    if spec.lead:
        return exhibit.name == spec.lead
    names = {fact.name for fact in model.facts_shown(exhibit)}
    return exhibit.kind in _OVER_TIME and not exhibit.wide and bool(names & set(shown))


def locator(
    spec: model.Spec, code: str, words: Words, own: model.Image | None
) -> model.Locator | None:
    """The map of reporter and partner, or the project's own; None where it has none, where there
    are no two countries, or where one is too small for the map's scale."""
    asked = spec.locator
    if not asked.printed:
        return None
    if own is not None:
        return model.Locator("", "", (), own.alt, "", own)
    first, second = spec.parameters.get("reporter", ""), spec.parameters.get("partner", "")
    if first == second or not {first, second} <= geography.codes():
        return None
    beside = geography.neighbours()
    around = sorted((beside.get(first, frozenset()) | beside.get(second, frozenset())) - {""})
    codes = (first, second, *(c for c in around if c not in (first, second)))
    names = tuple((c, language.country(c, code, spec.names).short) for c in codes)
    called = dict(names)
    alt = words.map_of.format(first=called[first], second=called[second])
    return model.Locator(first, second, names, alt, words.map_note)


def ages(
    spec: model.Spec, facts: model.Facts, cited: Collection[str], code: str, words: Words
) -> model.Ages | None:
    """How current the figures are that the document draws on, the newest first: a row a table, or
    for tables of one label one."""
    known: dict[str, list[model.Observation]] = {}
    for table in spec.tables.values():
        found = [
            observation
            for series in _series(spec, facts, table)
            for observation in series.known
            if observation.period.end <= facts.period.end and {*observation.sources} & {*cited}
        ]
        if found:
            known.setdefault(_label(spec, table, code), []).extend(found)
    spans = [_span(facts, label, observations, code) for label, observations in known.items()]
    spans.sort(key=lambda span: span.last.end, reverse=True)
    shown = tuple(spans[:_MOST_ROWS])
    return model.Ages(words.ages, shown, words.ages_note) if len(shown) > 1 else None


def _span(
    facts: model.Facts, label: str, known: Collection[model.Observation], code: str
) -> model.Span:
    first = min(known, key=lambda o: o.period.start).period
    newest = max(known, key=lambda o: (o.period.end, o.status is not model.Status.FINAL))
    last, speech = newest.period, language.grammar(code)
    provisional = model.Status.PROVISIONAL in newest.status.parts
    partly = last.is_part_year or (last.end.month < 12 and not last.is_range)
    years = facts.period.end.year - last.end.year
    remarks = [speech.words.provisional] if provisional else []
    remarks += [speech.captions.age(years)] if years >= _OLD else []
    ends = dict.fromkeys(speech.period(period, short=True) for period in (first, last))
    return model.Span(
        label=label,
        first=first,
        last=last,
        last_text=speech.period(last, short=True),
        says="; ".join(("–".join(ends), *remarks)),
        open=provisional or partly,
        old=years >= _OLD,
    )


def _series(spec: model.Spec, facts: model.Facts, table: model.TableSpec) -> Iterator[model.Series]:
    """The series that are read of a table: of a family the partner's, where it has one."""
    names = [name for name, cut in spec.series.items() if cut.table == table.name]
    subjects = [c for name, c in spec.parameters.items() if name != "reporter"]
    for name in (*names, *(value.name for value in table.values)):
        if name in facts.series:
            yield facts.series[name]
        family = facts.families.get(name)
        if family is not None:
            subject = next((c for c in subjects if c in family.members), "")
            yield from [family.members[subject]] if subject else family.listed.values()


def _label(spec: model.Spec, table: model.TableSpec, code: str) -> str:
    """What the table's figures are called: its own label, or those of its series up to what they
    are cut by."""
    if table.label is not None and code in table.label:
        return language.fill(table.label[code].text, spec, code)
    cuts = (cut.label for cut in spec.series.values() if cut.table == table.name)
    columns = (value.label for value in table.values)
    found = [
        language.fill(label[code].text, spec, code).partition(",")[0]
        for label in (*cuts, *columns)
        if label is not None and code in label
    ]
    named = ", ".join(dict.fromkeys(found[:2])) or table.name.replace("_", " ")
    return named[:1].upper() + named[1:]


def numbered(blocks: Iterable[model.Block], numbers: Mapping[str, str]) -> tuple[model.Block, ...]:
    """Key points in which a cross-reference to a numbered section prints the number."""

    def change(block: model.Block) -> tuple[model.Block, ...]:
        if not isinstance(block, model.Paragraph):
            return (block,)
        return (replace(block, inlines=tuple(_shortened(i, numbers) for i in block.inlines)),)

    return model.rebuilt(tuple(blocks), change)


def _shortened(inline: model.Inline, numbers: Mapping[str, str]) -> model.Inline:
    if not isinstance(inline, model.Words) or inline.link is None:
        return inline
    target = inline.link.target
    number = numbers.get(target.anchor, "") if isinstance(target, model.Anchor) else ""
    if not number.startswith("→") or not inline.text.startswith("→"):
        return inline
    return replace(inline, text=number)
