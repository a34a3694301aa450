"""B111: an exhibit that shows old figures without saying how old; a fact past its validity."""

from collections.abc import Iterator
from itertools import chain

from briefing import model
from briefing.checks.parts import exhibits
from briefing.checks.rule import Material, Rule

CODE = model.Code(
    "stale series whose period is not named, or a fact past its validity",
    "The exhibit shows a figure of a period before the edition's, and none of its words name that "
    "period. A reference that names its period, or reads “latest”, which prints it, is not stale. "
    "Or a stated fact's `valid` ended before the edition's date, or what a panel or a list of "
    "people says was last seen to hold more than a year before.",
    "A reader takes a figure without a period for one of the briefing's own period.",
    "a ranking of 2012 in a briefing of 2025, with no year in its subtitle",
    "name the period in the exhibit's title or subtitle; compare the fact with its source and "
    "renew `checked:` and `valid:`",
)


_YEAR = 365  # days


def _examine(material: Material) -> Iterator[model.Finding]:
    """A warning for each exhibit that shows a stale series silently, and each expired fact."""
    yield from _expired(material)
    yield from _unseen(material)
    edition = material.facts.period
    for document in material.documents:
        for placed in exhibits(document):
            words = _words(placed)
            if words is None:
                continue
            stale = {
                str(fact.period.end.year): fact
                for fact in model.facts_shown(placed.exhibit)
                if fact.period is not None and _is_stale(fact.period, edition)
            }
            for year, fact in stale.items():
                if year not in words:
                    yield _finding(placed, fact, edition)
                    break


def _expired(material: Material) -> Iterator[model.Finding]:
    """A warning for each such fact that has a value in this edition, at its entry."""
    for name, stated in material.spec.facts.items():
        fact = material.facts.stated.get(name)
        if fact is None or fact.stale is None or fact.value is None:
            continue
        message = (
            f"fact {name} was valid until {stated.valid}, which ended before the edition's date, "
            f"{material.spec.released}; it is printed as of {fact.stale}"
        )
        hint = "compare it with its source, then renew `checked:` and `valid:`"
        yield model.Finding("B111", stated.place, message, hint, (name,))


def _unseen(material: Material) -> Iterator[model.Finding]:
    """A warning for each row of words, and each person, that was last seen to hold a year ago."""
    released = material.spec.released
    for name, exhibit in material.spec.exhibits.items():
        told: tuple[model.RowSpec | model.PersonSpec, ...] = (*exhibit.rows, *exhibit.people)
        for held in told:
            day = held.as_of
            if released is None or day is None or (released - day).days <= _YEAR:
                continue
            message = (
                f"exhibit {name}: “{_called(held)}” was last seen to hold on {day}, more than a "
                f"year before the edition, {released}"
            )
            hint = "compare it with its source, then renew `as_of:`"
            yield model.Finding("B111", held.place, message, hint, (name,))


def _called(held: model.RowSpec | model.PersonSpec) -> str:
    text = held.label if isinstance(held, model.RowSpec) else held.name
    return next(iter(text.values())).text


def _is_stale(period: model.Period, edition: model.Period) -> bool:
    """Whether a further period of its frequency has ended by the edition's end."""
    return period.following().end <= edition.end


def _words(placed: model.Placed) -> str | None:
    """All that the exhibit says in words; None for one whose axis or rows name each period."""
    exhibit = placed.exhibit
    content = exhibit.content
    parts = [exhibit.subtitle]
    parts += [
        inline.text
        for inline in (*placed.title, *chain(*exhibit.notes))
        if isinstance(inline, model.Words | model.Number)
    ]
    if isinstance(content, model.Timeline | model.People):
        return None
    if isinstance(content, model.Chart):
        points = [point for line in content.lines for point in line.points]
        if all(point.at is not None for point in points):
            return None
        parts += [point.label for point in points] + [line.label for line in content.lines]
    elif isinstance(content, model.Grid):
        parts += [column.head for column in content.columns] + [row.head for row in content.rows]
        cells = (cell for row in content.rows for cell in row.cells)
        parts += [cell.text for cell in cells if cell.fact is None]
    elif isinstance(content, model.Tiles):
        for tile in content.tiles:
            parts += [tile.label, tile.unit, tile.change, tile.first, tile.last, tile.age]
    return " ".join(parts)


def _finding(placed: model.Placed, fact: model.Fact, edition: model.Period) -> model.Finding:
    message = (
        f"exhibit “{placed.exhibit.name}” shows “{fact.name}” of {fact.period}, "
        f"older than the edition's {edition}, without naming that period"
    )
    hint = "name the period in the exhibit's title or subtitle"
    about = (placed.exhibit.name, fact.name, fact.name.partition("[")[0])
    return model.Finding("B111", placed.place, message, hint, about)


RULE = Rule(CODE, _examine, looks="series")
