"""The register of figures: a row for each fact that the text, a note, a tile or what is said of a
picture prints."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from briefing import language, model
from briefing.narrative.formula import Formulas

_Key = tuple[str, str, str]


class _Stated(Struct, frozen=True):
    """A text with the facts that it states; `of` is what is said of which picture, empty where the
    text can be seen."""

    facts: tuple[model.Fact, ...]
    text: str
    of: str = ""


def register(
    inlines: Iterable[model.Inline],
    blocks: Iterable[model.Block],
    names: Formulas,
    codes: Mapping[str, str],
) -> model.Register | None:
    """The register of what these inlines and blocks print, in reading order; sources have these
    codes, `names` writes derivations. None where no figure comes from a source or a cell."""
    printed, places = _collected(_printed(inlines, blocks))
    if not printed:
        return None
    numbers = {key: f"F{number}" for number, key in enumerate(printed, start=1)}
    words = names.words.register
    columns_of = _columns(fact for fact, _ in printed.values())
    writer = _Writer(names, codes, frozenset(f for f, c in columns_of.items() if len(c) > 1))
    rows = [
        writer.row(numbers[key], fact, _told(texts, words.alternative))
        for key, (fact, texts) in printed.items()
    ]
    columns = (
        model.Column(words.number, False),
        model.Column(words.figure, False),
        model.Column(words.printed, False),
        model.Column(words.value, False),
        model.Column(words.made, False),
    )
    return model.Register(
        title=words.title,
        grid=model.Grid(columns, tuple(rows)),
        facts=tuple(fact for fact, _ in printed.values()),
        places=tuple(
            numbers.get(places[key], numbers[key]) if key in places else "" for key in printed
        ),
        note=" ".join(filter(None, (words.note, _note(columns_of, words.columns)))),
        to_row=words.to_row,
        to_first=words.to_first,
    )


def headline(
    inlines: Iterable[model.Inline],
    blocks: Iterable[model.Block],
    names: Formulas,
    codes: Mapping[str, str],
) -> model.Headline | None:
    """The figures of the first page as a short annex prints them: each as its tile has it, or else
    as it is written by itself, with its period, its sources, and when these were retrieved. None
    where none comes from a source or a cell."""
    told: dict[_Key, _Headline] = {}
    for one in _headlines(inlines, blocks):
        if (one.fact.sources or one.fact.cells) and (one.unit or one.fact.key not in told):
            told[one.fact.key] = one
    if not told:
        return None
    words = names.words
    writer = _Writer(names, codes, frozenset())
    heads = (
        words.register.figure,
        words.register.value,
        words.period,
        words.source,
        words.retrieved_head,
    )
    rows = tuple(writer.brief(one) for one in told.values())
    table = model.Grid(tuple(model.Column(head, False) for head in heads), rows)
    return model.Headline(table, tuple(map(writer.line, rows)))


class _Headline(Struct, frozen=True):
    """A figure of the first page; a tile's with its value and its unit apart. The text tells one in
    the case that a sentence asks for, or only its period: what it says there is no value."""

    fact: model.Fact
    text: str = ""
    unit: str = ""


def _headlines(
    inlines: Iterable[model.Inline], blocks: Iterable[model.Block]
) -> Iterator[_Headline]:
    """What the first page says, by the fact that each text is about: of a tile its own, of a change
    in the text the later of the two."""
    yield from (_Headline(one.facts[0]) for one in _of(inlines))
    for block in model.every_block(blocks):
        yield from (_Headline(one.facts[-1]) for one in _of(model.inlines_of(block)))
        if isinstance(block, model.Placed) and isinstance(block.exhibit.content, model.Tiles):
            for tile in block.exhibit.content.tiles:
                yield _Headline(tile.fact, tile.value, tile.unit)


def _collected(
    stated: Iterable[_Stated],
) -> tuple[dict[_Key, tuple[model.Fact, dict[str, str]]], dict[_Key, _Key]]:
    """Each fact that comes from a source or a cell with its texts and the picture of which each is
    said, and the first fact of the text on a page that it is told in."""
    printed: dict[_Key, tuple[model.Fact, dict[str, str]]] = {}
    places: dict[_Key, _Key] = {}
    for one in stated:
        traced = [fact for fact in one.facts if fact.sources or fact.cells]
        for fact in traced:
            known = printed.get(fact.key)
            if known and not one.of and all(known[1].values()):
                # What was only said of pictures so far stands where it is seen first.
                del printed[fact.key]
            texts = printed.setdefault(fact.key, known or (fact, {}))[1]
            texts[one.text] = one.of and texts.get(one.text, one.of)
            if not one.of:
                places.setdefault(fact.key, one.facts[0].key)
        if traced and not one.of:
            places[one.facts[0].key] = one.facts[0].key
    return printed, places


def _printed(inlines: Iterable[model.Inline], blocks: Iterable[model.Block]) -> Iterator[_Stated]:
    """Each text with the facts that it states, in reading order."""
    yield from _of(inlines)
    for block in model.every_block(blocks):
        if isinstance(block, model.Image):
            yield from _of(block.words, block.path)
            continue
        yield from _of(model.inlines_of(block))
        if isinstance(block, model.Placed):
            yield from _shown(block)


def _shown(placed: model.Placed) -> Iterator[_Stated]:
    """What an exhibit states beside its title: tiles and notes, a chart for who doesn't see it."""
    exhibit = placed.exhibit
    if isinstance(exhibit.content, model.Tiles):
        for tile in exhibit.content.tiles:
            yield _Stated((tile.fact,), f"{tile.value} {tile.unit}".strip())
            if tile.changed:
                yield _Stated(tile.changed, tile.change)
            yield from _of(tile.meaning)
    if isinstance(exhibit.content, model.Chart):
        yield from _of(exhibit.says, placed.label or exhibit.name)
    for note in exhibit.notes:
        yield from _of(note)


def _of(inlines: Iterable[model.Inline], of: str = "") -> Iterator[_Stated]:
    return (_Stated(n.stated, n.text, of) for n in model.numbers_in(inlines))


def _told(texts: Mapping[str, str], alternative: str) -> list[str]:
    return [alternative.format(text=t, label=of) if of else t for t, of in texts.items()]


class _Writer(Struct, frozen=True):
    """Writes the cells of a row; of `several` are the files of which figures are in two columns."""

    names: Formulas
    codes: Mapping[str, str]
    several: Collection[str]

    def row(self, number: str, fact: model.Fact, texts: Iterable[str]) -> model.GridRow:
        cells = (
            self._figure(fact),
            self.names.words.apart.join(texts),
            language.full(fact, self.names.language),
            self._said(self._sources(fact), self._made(fact)),
        )
        return model.GridRow(number, tuple(map(model.Cell, cells)))

    def brief(self, one: _Headline) -> model.GridRow:
        """A row without numbers, unrounded values, derivations and places in files."""
        fact, code = one.fact, self.names.language
        speech = language.grammar(code)
        name = self._name(fact)
        known = [self.names.spec.sources[s] for s in fact.sources if s in self.names.spec.sources]
        days = dict.fromkeys(s.retrieved for s in known if s.retrieved is not None)
        cells = (
            one.text or language.alone(fact, code),
            speech.period(fact.period, short=True) if fact.period else "",
            self._sources(fact),
            ", ".join(speech.period(model.Period.day(day), short=True) for day in days),
        )
        head = speech.captions.with_unit(name, one.unit) if one.unit else name
        return model.GridRow(head, tuple(model.Cell(_close(cell)) for cell in cells))

    def line(self, row: model.GridRow) -> str:
        """“Exports to Russia, US$ million: 60.7 (2025, S1).”"""
        value, period, sources, _ = (cell.text for cell in row.cells)
        behind = ", ".join(filter(None, (period, sources)))
        return f"{self._said(row.head, value)} ({behind})."

    def _figure(self, fact: model.Fact) -> str:
        code = self.names.language
        period = language.grammar(code).period(fact.period, short=True) if fact.period else ""
        return ", ".join(filter(None, (self._name(fact), _close(period))))

    def _sources(self, fact: model.Fact) -> str:
        return _close(", ".join(self.codes[name] for name in fact.sources if name in self.codes))

    def _name(self, fact: model.Fact) -> str:
        written = self.names.written(fact.name)
        return f"{written[:1].upper()}{written[1:]}"

    def _made(self, fact: model.Fact) -> str:
        """How it is derived, in words; where it stands, for a value of one cell or one whose name
        says how it is derived."""
        made = str(fact.derivation or "")
        if len(fact.cells) == 1 or (made == fact.name and fact.cells):
            return self._cells(fact)
        written = self.names.formula(fact.derivation)
        return f"{written[:1].upper()}{written[1:]}"

    def _cells(self, fact: model.Fact) -> str:
        """“trade.csv: 371, 372”, “payments.csv services: 14”: files, columns of several, lines."""
        files: dict[str, dict[str, None]] = {}
        for cell in fact.cells:
            told = cell.file in self.several and not model.is_stated(cell.column)
            read = f"{cell.file} {cell.column}" if told else cell.file
            files.setdefault(read, {})[str(cell.row)] = None
        parts = (self._said(file, ", ".join(rows)) for file, rows in files.items())
        return self.names.words.apart.join(parts)

    def _said(self, label: str, text: str) -> str:
        return self.names.words.said.format(label=label, text=text) if label and text else text


def _close(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def _columns(facts: Iterable[model.Fact]) -> Mapping[str, dict[str, None]]:
    """For each file the columns that figures were read from, in order of first use."""
    files: dict[str, dict[str, None]] = {}
    for fact in facts:
        for cell in fact.cells:
            if not model.is_stated(cell.column):
                files.setdefault(cell.file, {})[cell.column] = None
    return files


def _note(columns: Mapping[str, Collection[str]], written: str) -> str:
    """The column of each file that has but one."""
    ones = [f"{file} {next(iter(names))}" for file, names in columns.items() if len(names) == 1]
    return written.format(columns=", ".join(ones)) if ones else ""
