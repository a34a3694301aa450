"""What changed since an earlier edition: how many figures, for the first page, and which were
revised, for the annex."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from briefing import language, model
from briefing.figures.read import cells
from briefing.figures.revised import Revision, Revisions, revisions
from briefing.language import Words
from briefing.narrative.formula import Formulas
from briefing.narrative.numbering import Numbered

# The anchor of the figures that changed, in the annex; no section or exhibit can have this name.
CHANGED = ":changed"
# More rows than these are more than one looks at.
_MOST_ROWS = 12


class Last(Struct, frozen=True):
    """The record of an earlier edition, and the digests of the files read now by their path."""

    record: model.Record
    files: Mapping[str, str]


class Since(Struct, frozen=True):
    """What became of the figures that are printed, in this many."""

    found: Revisions
    count: int

    @property
    def differs(self) -> tuple[Revision, ...]:
        """Each figure that has another value for the same period."""
        return tuple(r for r in (*self.found.flips, *self.found.revised) if not r.follows)

    def entries(self) -> tuple[Sequence[model.Entry], ...]:
        """The figures added, revised, corrected; the rest are as they were."""
        later = [r.new for r in (*self.found.flips, *self.found.followed) if r.follows]
        revised = [r.new for r in self.differs if not r.corrected]
        corrected = [r.new for r in self.differs if r.corrected]
        return (*later, *self.found.new), revised, corrected


def since(facts: model.Facts, printed: Iterable[model.Fact], last: Last) -> Since:
    """The printed facts set against the record, as `briefing diff` and the mail do."""
    known = cells(facts)
    made = []
    for fact in printed:
        read = known.read(fact.cells)
        made.append(model.entry(fact, {}, {}, read.as_of, read.data))
    read_now = tuple(model.Input(path, digest) for path, digest in last.files.items())
    now = model.Record(record=1, inputs=read_now, facts=tuple(made))
    return Since(revisions(last.record, now), len(made))


def counts(
    told: Since, leads: model.Words | None, place: model.Place, words: Words, code: str
) -> model.Changed:
    """The first page's counts; what happened to none isn't named."""
    heads = language.grammar(code).captions.forms.changes
    groups = told.entries()
    left = told.count - sum(map(len, groups))
    numbers = [*(_number(g, place) for g in groups), _bare(left, (), place)]
    shown = [
        (head, number) for head, number in zip(heads, numbers, strict=True) if number.fact.value
    ]
    return model.Changed(
        words.changed, tuple(shown), (leads,) if leads is not None else (), words.page
    )


def _number(entries: Sequence[model.Entry], place: model.Place) -> model.Number:
    found = dict.fromkeys(cell for one in entries for cell in one.cells)
    return _bare(len(entries), tuple(found), place)


def _bare(count: int, of: tuple[model.CellRef, ...], place: model.Place) -> model.Number:
    made = model.call("changed", model.reference("figures"))
    fact = model.Fact(
        name=str(made),
        value=Decimal(count),
        unit=model.RATIO,
        period=None,
        derivation=made,
        cells=of,
    )
    return model.Number(str(count), fact, place)


def exhibited(
    finished: Iterable[Numbered], numbers: Mapping[str, str], place: model.Place
) -> model.Words | None:
    """The way to the first exhibit of changes, by its label or its section's number."""
    for section in finished:
        for block in model.every_block(section.section.blocks):
            if isinstance(block, model.Placed) and block.exhibit.kind == "changes":
                number = numbers.get(section.section.name, "").removeprefix("→").strip()
                return leading(block.label or number, block.anchor, place)
    return None


def leading(text: str, anchor: str, place: model.Place) -> model.Words:
    """A way to an anchor, by that text."""
    return model.Words(f"→ {text}".strip(), place, link=model.Link(model.Anchor(anchor), 0, place))


def revised(told: Since, names: Formulas) -> model.Grid | None:
    """A row a figure that was revised or corrected: as it was, as it is. None where none was."""
    code = names.language
    figure, was, now, _ = language.grammar(code).captions.forms.compared
    rows = [_row(names, r) for r in told.differs[:_MOST_ROWS]]
    if not rows:
        return None
    heads = (figure, names.words.period, was, now)
    return model.Grid(tuple(model.Column(head, False) for head in heads), tuple(rows))


def _row(names: Formulas, revision: Revision) -> model.GridRow:
    new = revision.new
    period = new.fact.period
    when = language.grammar(names.language).period(period, short=True) if period else ""
    name = names.written(new.name)
    texts = language.apart(revision.old, new, names.language)
    cells_of = (when, *texts)
    return model.GridRow(f"{name[:1].upper()}{name[1:]}", tuple(map(model.Cell, cells_of)))
