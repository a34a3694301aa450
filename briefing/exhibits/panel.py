"""Two countries side by side: figures with their age, and what sources say in words."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from briefing import language, model
from briefing.exhibits import notes, periods
from briefing.exhibits.amounts import fact, sources
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.meaning import age
from briefing.exhibits.selection import Shown, figures_named, members

MISSING = model.Status.MISSING.marks
_YEAR = 365  # days
_LARGE = 100
_THEN = ", "


def panel(frame: Frame) -> model.Exhibit:
    """A row a measure or a saying, a column a country, then when it holds and who says so."""
    codes = _countries(frame)
    rows = [_row(frame, row, codes) for row in frame.asked.rows]
    cells = [cell for row in rows for cell in row.cells[: len(codes)]]
    if all(cell.text == MISSING for cell in cells):
        raise Unshowable(_nothing(frame))
    words = frame.speech.words
    heads = (words.panels.item, *map(frame.name, codes), words.panels.as_of, words.source)
    facts = [cell.fact for cell in cells if cell.fact is not None]
    cited = tuple(dict.fromkeys(name for row in rows for name in row.cells[-1].cites))
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=model.Grid(tuple(model.Column(head, False) for head in heads), tuple(rows)),
        subtitle=frame.text(frame.asked.subtitle),
        says=(),
        notes=frame.lines(notes.notes(frame, facts, [cell.text for cell in cells])),
        sources=cited,
        wide=frame.asked.wide,
    )


def written(frame: Frame, day: date | None) -> str:
    """A day as a table has it."""
    return "" if day is None else frame.speech.period(model.Period.day(day), short=True)


def age_of(frame: Frame, day: date | None) -> int:
    """How many years before the edition words were last seen to hold."""
    released = frame.spec.released
    return 0 if day is None or released is None else max((released - day).days // _YEAR, 0)


def aged(frame: Frame, text: str, years: int) -> str:
    """A time, with how old what is of it is: “2010, 15 years old”."""
    if not years:
        return text
    told = frame.captions.age(years)
    return f"{text}{_THEN}{told[:1].lower()}{told[1:]}"


def _known(frame: Frame, day: date | None) -> str:
    return aged(frame, written(frame, day), age_of(frame, day))


def _countries(frame: Frame) -> tuple[str, ...]:
    given = frame.spec.parameters
    pair = (given[name] for name in ("reporter", "partner") if name in given)
    codes = tuple(dict.fromkeys(frame.asked.countries or tuple(pair)))
    if not codes:
        raise Unshowable(
            model.Refusal(
                f"exhibit {frame.asked.name} has no countries: the manifest has no reporter",
                "say which stand side by side: countries: [MNG, RUS]",
                "B352",
            )
        )
    return codes


def _row(frame: Frame, row: model.RowSpec, codes: Sequence[str]) -> model.GridRow:
    head = frame.text(row.label)
    if row.text:
        texts = [frame.text(row.text.get(code)) or MISSING for code in codes]
        cells = [model.Cell(text) for text in texts]
        return _ended(head, cells, _known(frame, row.as_of), row.source)
    facts = [_figure(frame, row, code) for code in codes]
    return _ended(
        head,
        [_cell(frame, one) for one in facts],
        _when(frame, codes, facts),
        sources([one for one in facts if one is not None]),
    )


def _ended(
    head: str, cells: Sequence[model.Cell], when: str, cites: tuple[str, ...]
) -> model.GridRow:
    return model.GridRow(head, (*cells, model.Cell(when), model.Cell("", cites=cites)))


def _figure(frame: Frame, row: model.RowSpec, code: str) -> model.Fact | None:
    """The latest value of the row's figure for a country; None where nothing is named for it."""
    family = row.show.get("")
    if family is not None:
        return _member(frame, family, code)
    if code not in row.show:
        return None
    (found,) = figures_named(frame, (row.show[code],))
    return _latest(frame, found) if isinstance(found, Shown) else found


def _member(frame: Frame, named: model.Phrase, code: str) -> model.Fact | None:
    name = model.reference(named.text.strip()).name
    if name in frame.facts.broken:
        raise Unshowable
    family = frame.facts.families.get(name)
    if family is None or name != named.text.strip():
        raise Unshowable(
            model.Refusal(
                f"exhibit {frame.asked.name}: “{named.text}” is no family by country",
                "name a family, or the figure of each country: {MNG: NAME, $partner: NAME}",
                "B352",
            )
        )
    if code not in family.members:
        return None
    return _latest(frame, members(frame, family, (code,))[0])


def _latest(frame: Frame, figure: Shown) -> model.Fact | None:
    period = periods.newest(frame, (figure,))
    return None if period is None else fact(figure, period, figure.series.at(period))


def _cell(frame: Frame, one: model.Fact | None) -> model.Cell:
    if one is None or one.value is None:
        status = one.status if one is not None and one.status.marks else model.Status.MISSING
        return model.Cell(status.marks, fact=one)
    text = language.write(model.Reading(one), _whole(frame, one), frame.language)
    return model.Cell(text, one.status, one)


def _whole(frame: Frame, one: model.Fact) -> tuple[model.Filter, ...]:
    """That an amount of hundreds a head has no decimals: prose would round it to tens."""
    large = isinstance(one.value, Decimal) and abs(one.value) >= _LARGE
    if not large or one.unit.dimension is not model.Dimension.PER:
        return ()
    return (model.Filter("decimals", ("0",), frame.asked.place),)


def _when(frame: Frame, codes: Sequence[str], facts: Sequence[model.Fact | None]) -> str:
    """The time of the figures: one for all, else each country's own."""
    times = {
        code: _time(frame, one)
        for code, one in zip(codes, facts, strict=True)
        if one is not None and one.value is not None
    }
    if len(set(times.values())) < 2:
        return next(iter(times.values()), "")
    said = frame.speech.words.said
    parts = (said.format(label=frame.name(code), text=time) for code, time in times.items())
    return frame.speech.words.apart.join(parts)


def _time(frame: Frame, one: model.Fact) -> str:
    if one.period is None:
        return _known(frame, one.as_of)
    return aged(frame, frame.speech.period(one.period, short=True), age(frame, one.period))


def _nothing(frame: Frame) -> model.Refusal:
    return model.Refusal(
        f"exhibit {frame.asked.name} has nothing to show in the edition {frame.spec.period}",
        "give its rows text for these countries, or figures that they have",
        "B354",
    )
