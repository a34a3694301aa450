"""What each language says, method by method over a grid of values: `expected/<language>.spoken.txt`
is a list that a person can review, one line a phrase.

`--update-expected` writes the lists anew; read the difference.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from babel.core import get_global

from briefing.language import GRAMMARS, Unwritable, country, is_country
from briefing.language.amount import Amount
from briefing.language.told import (
    Counted,
    Form,
    Movement,
    Multiple,
    Named,
    Near,
    Ranked,
    Role,
    Told,
    written,
)
from briefing.model import Number, Period, Status, Unit
from briefing.model.fact import Fact
from briefing.model.text import Place
from briefing.model.unit import POINTS

EXPECTED = Path(__file__).parent / "expected"
GENDERS = ("m", "f", "n", "pl")
BOTH = (False, True)
PERIODS = tuple(
    map(
        Period.parse,
        (
            *("2025", "2025-H1", "2025-Q3", "2025-09", "2025-W05", "2025-09-03", "2014/15"),
            *("2000..2013", "2025-01..2025-09", "2023-11..2024-02", "2025-Q1..2025-Q3"),
            *("2024-Q4..2025-Q1", "2025-09-03..2025-09-10", "2025-09-28..2025-10-03"),
            *("2024-12-30..2025-01-02", "2025-H2..2026-H1", "2025-05", "2025-02-01"),
        ),
    )
)
YEAR, STOCK, QUARTER, MONTH = (Period.parse(p) for p in ("2005", "2012", "2025-Q2", "2025-06"))


def amount(value: str, unit: str | Unit = "USD million", **more: object) -> Amount:
    number = Decimal(value)
    unit = Unit.parse(unit) if isinstance(unit, str) else unit
    decimals = max(0, -int(number.as_tuple().exponent))
    return Amount(number, decimals, unit, is_nothing=not number, **more)  # type: ignore[arg-type]


COUNTS = ("0", "1", "2", "4", "5", "11", "12", "21", "22", "25", "101", "111", "1.5", "1234567")
UNITS = (
    *("USD million", "USD billion", "USD thousand", "USD", "EUR million", "MNT trillion"),
    *("percent", "ratio", "rank", "days", "persons", "visits", "km", "tonne", "kg", "GWh"),
    *(
        "km2",
        "hectare",
        "barrel",
        "MW",
        "students",
        "JPY million",
        "CNY",
        "GBP million",
        "RUB billion",
    ),
    *("USD per person", "USD per tonne", "EUR per USD", "thousand persons", "million tonne"),
)
AMOUNTS = tuple(amount(value, unit) for unit in UNITS for value in ("1", "2", "5", "21", "-3.5"))
SOME = (amount("1"), amount("2.7", "percent"), amount("79"), amount("22", "persons"))
NEAR = (amount("0.1", "percent", below=True), amount("5", bound="<"), amount("5", bound=">"))


FIXED = """
latest no_figure others own partners gap not_to_scale not_from_zero own_scales boundaries
cumulative mirror_reasons compared changes none
"""

Call = tuple[str, Callable[[], object]]
Ask = Callable[..., Call]


def calls(language: str) -> Iterator[Call]:
    """Each phrase: how it is asked for, and what says it."""
    grammar = GRAMMARS[language]
    for part in (values, changes, ranks, courses, times, runs):
        yield from part(asking(grammar, ""))
    yield from names(asking(grammar, ""), language)
    for part in (frames, lists, tiles, sentences):
        yield from part(asking(grammar.captions, "captions."))
    yield from fixed(grammar.captions.forms)


def asking(speech: object, before: str) -> Ask:
    def ask(name: str, *arguments: object, **named: bool) -> Call:
        shown = ", ".join([*map(told, arguments), *(f"{k}={v}" for k, v in named.items())])
        return f"{before}{name}({shown})", lambda: getattr(speech, name)(*arguments, **named)

    return ask


def values(ask: Ask) -> Iterator[Call]:
    for value, decimals in product(("0", "-1234567.891", "1234", "12345.6"), (0, 1, 2)):
        yield ask("number", Decimal(value), decimals)
    for each in (*AMOUNTS, *NEAR):
        yield ask("amount", each)
    for count, unit in product(COUNTS, ("persons", "visits", "days", "km")):
        yield ask("amount", amount(count, unit), True)
    for unit in UNITS:
        yield ask("unit", Unit.parse(unit))
        yield ask("counts", Unit.parse(unit))
    for each, role in product(SOME, ("of", "in", "to", "object", "from", "by", "with")):
        yield ask("inflected", each, role)


def changes(ask: Ask) -> Iterator[Call]:
    for form, gender in product(Form, (*GENDERS, "")):
        yield ask("unchanged", form, gender)
        for rise in BOTH:
            yield ask("change", rise, SOME[1], SOME[2], form, gender)
            yield ask("change", rise, None, SOME[3], form, gender)
            yield ask("widened", rise, SOME[2], form, gender)
        ends = (Told(amount("12"), YEAR), Told(amount("418"), PERIODS[0]))
        yield ask("grown", ends, (amount("3400", "percent"), SOME[2]), form, gender)
    for sign, each in product((-1, 0, 1), (SOME[0], SOME[2])):
        yield ask("balance", sign, each)
    points = [amount(v, POINTS) for v in ("1", "3.9", "22", "5")]
    for rise, each in product(BOTH, (*points, amount("0.1", POINTS, below=True))):
        yield ask("points", rise, each)


def ranks(ask: Ask) -> Iterator[Call]:
    for place, tied in product((1, 2, 3, 4, 7, 8, 11, 12, 21, 22, 23, 30, 111), BOTH):
        yield ask("rank", place, tied)
        yield ask("largest", place, tied)
        for of, largest in product((2, 5, 14, 21), BOTH):
            yield ask("among", place, tied, of, largest)


def courses(ask: Ask) -> Iterator[Call]:
    for years in (None, Period.parse("2014..2025")):
        for percent in ("1", "-4.2", "5.3"):
            yield ask("average", amount(percent, "percent"), years)
    for first, last in product((None, YEAR, MONTH), (None, PERIODS[0], QUARTER)):
        yield ask("course", Told(amount("418"), first), Told(amount("2.8"), last))
    for ratio in ("0.46", "1", "1.5", "2", "4", "5", "21", "46", "102"):
        yield ask("times", amount(ratio, "ratio"))
    for rise, times, near in product(BOTH, (2, 3, 4, 5, 9, 10, 12, 20, 21), Near):
        for gender in GENDERS:
            yield ask("multiple", Multiple(rise, times, near), gender)


def times(ask: Ask) -> Iterator[Call]:
    for high, stock in product(BOTH, BOTH):
        for since in (None, *PERIODS):
            yield ask("record", high, since, stock)
        for years in (2, 5, 11, 21):
            yield ask("of_years", years, high)
    for period in PERIODS:
        yield ask("months", period)
        yield ask("of", period)
        yield ask("as_of", "2,760", period)
        for flag in BOTH:
            yield ask("period", period, flag)
            yield ask("at", period, flag)
            yield ask("since", period, flag)
            yield ask("timed", period, flag)
            yield ask("tick", period, flag)
        for over in (2, 4, 12):
            yield ask("timed", period, False, over)


def runs(ask: Ask) -> Iterator[Call]:
    for last, count, inside in product((QUARTER, MONTH, YEAR), (*range(1, 14), 21), BOTH):
        yield ask("run", count, last, inside)
    for code, name in (("USA", "United States"), ("CHN", "China"), ("GBR", "United Kingdom")):
        yield ask("country", code, name)
        yield ask("short_country", code, name)


def names(ask: Ask, language: str) -> Iterator[Call]:
    known = [Named(c, country(c, language, {}).name) for c in ("USA", "RUS", "JPN", "FRA", "NLD")]
    known += [Named("EU27", "X", own=True), Named("EU27", "X", own=True, forms={"of": "Xs"})]
    for name, role in product(known, Role):
        for with_what in AGREEING if role is Role.ADJECTIVE else (frozenset[str](),):
            yield ask("named", name, role, with_what)


PARTS = ("subject", "of", "from", "to", "object", "with", "by", "in", "about")
AGREEING = tuple(map(frozenset, product(GENDERS, PARTS)))


def fixed(forms: object) -> Iterator[Call]:
    """What is the same whatever it stands by."""
    for name in FIXED.split():
        yield f"captions.forms.{name}", partial(getattr, forms, name)


def frames(ask: Ask) -> Iterator[Call]:
    yield ask("two", "2014", "2024")
    for more in COUNTED:
        yield ask("listing", ("A", "B"), more)
    yield ask("listing", ("A, a", "B"), 0)
    yield ask("markers", "Mongolia", "Russia")
    yield ask("off_map", ("Malta", "Nauru"))
    for period in PERIODS:
        yield ask("without", period, "700 times")
    for parts, remarks in product((("A", "B"), ("A",), ()), ((), ("r",), ("r", "s"))):
        yield ask("subtitle", parts, remarks)
    yield ask("with_unit", "A", "%")
    yield ask("unless_stated", "US$")
    for status in (status for status in Status if len(status.value) == 1):
        yield ask("has_status", "2025", status)
    yield ask("partly", "2023–2025")
    for period in PERIODS:
        yield ask("instant", period)
        yield ask("part_year", period)
    yield ask("mark", "[p]", "provisional")


COUNTED = (0, 1, 2, 4, 5, 11, 14, 21, 22)


def lists(ask: Ask) -> Iterator[Call]:
    for count, shown in product(COUNTED, (0, 1, 2, 5, 14, 21)):
        yield ask("listed", Counted(count), shown, "")
    yield ask("listed", Counted(14), 6, "Russia")
    yield ask("about", "Imports", ("14 are listed.",))
    yield ask("not_listed", "Russia")
    yield ask("legend", "treaty")
    for count in COUNTED:
        yield ask("of_the_listed", Counted(count))
        yield ask("unchanged", "A", Counted(count))
        yield ask("more", "A", Counted(count))
        yield ask("events", Counted(count), (PERIODS[5], "A"), (PERIODS[17], "B"))
        yield ask("age", count)


def tiles(ask: Ask) -> Iterator[Call]:
    for place, tied, of in product((1, 2, 3, 12, 21), BOTH, (None, 14, 21)):
        ranked = Ranked(place, tied, of)
        for name in ("placed", "ranked"):
            yield ask(name, "Russia", ranked)
        yield ask("place", ranked)
    for share in ("2.3", "21", "1"):
        yield ask("of_total", amount(share, "percent"))
    for ratio, deficit in product(("2", "7", "21", "1.5"), BOTH):
        yield ask("times", amount(ratio, "ratio"), YEAR, deficit=deficit)
    movements = [Movement(since, deficit=flag) for since, flag in product(PERIODS, BOTH)]
    movements += [Movement(since, True, SOME[1]) for since in PERIODS]
    for since, rise, deficit in product((YEAR, QUARTER, PERIODS[5]), BOTH, BOTH):
        movements.append(Movement(since, rise, SOME[1], deficit=deficit))
        movements.append(Movement(since, rise, NEAR[0], deficit=deficit))
        movements.append(Movement(since, rise, None, SOME[2], deficit=deficit))
    for movement in movements:
        yield ask("changed", movement)
        yield ask("tile", "A", Told(SOME[2], PERIODS[0]), movement)
    yield ask("tile", "A", Told(SOME[2]), None)


def sentences(ask: Ask) -> Iterator[Call]:
    told_at = [Told(SOME[n], p, stock) for n, p, stock in ((0, YEAR, False), (2, STOCK, True))]
    for ends in ([told_at[0]], told_at):
        for highest, lowest in product((None, Told(SOME[1], QUARTER)), repeat=2):
            yield ask("course", "A", ends, highest, lowest)
    items = [("China", Told(SOME[0])), ("Russia", Told(SOME[2], YEAR))]
    for head in ("2025", ""):
        for some in ([], items[:1], items):
            yield ask("values", head, some)
    yield ask("added", "A", "2025")
    yield ask("added", "A", "")
    old, new, percent = (number(text) for text in ("1.2", "1.3", "8.3%"))
    yield ask("revised", "A", "US$ million", old, new, percent)
    yield ask("revised", "A", "", old, new, None)


def number(text: str) -> Number:
    value = Decimal(text.rstrip("%"))
    return Number(text, Fact("x", value, Unit.parse("USD million"), YEAR), Place(""))


def told(value: object) -> str:
    """An argument as the list shows it."""
    if isinstance(value, Amount):
        marks = "below " * value.below + value.bound
        return f"{marks}{value.value} {value.unit}"
    if isinstance(value, Told):
        parts = (told(value.value), f"@{value.period}" if value.period else "", "end" * value.stock)
        return " ".join(filter(None, parts))
    if isinstance(value, Movement):
        by = value.by or value.earlier
        parts = (f"since {value.since}", str(value.rise), told(by) if by else "")
        kind = ("earlier" if value.earlier else "", "deficit" if value.deficit else "")
        return " ".join(filter(None, (*parts, *kind)))
    if isinstance(value, Multiple):
        return f"{'up' if value.rise else 'down'} {value.near} {value.times}"
    if isinstance(value, Ranked):
        return f"{value.place}{'=' * value.tied}{f' of {value.of}' if value.of else ''}"
    if isinstance(value, Counted):
        return str(value.count)
    if isinstance(value, Named):
        return f"{value.code}{'*' * value.own}{'+' * bool(value.forms)}"
    if isinstance(value, Number):
        return value.text
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(told, value))}]"
    if isinstance(value, frozenset):
        return "/".join(sorted(value))
    return str(value)


def line(language: str, asked: str, say: Callable[[], object]) -> str:
    try:
        found = say()
    except Unwritable as refused:
        found = f"! {refused.message}"
    if isinstance(found, tuple) and any(isinstance(part, Number) for part in found):
        found = written(found)
    text = " | ".join(map(str, found)) if isinstance(found, tuple) else str(found)
    return f"{asked}: {text}\n".replace("\u00a0", "_").replace("\u202f", "‿")


@pytest.mark.parametrize("language", sorted(GRAMMARS))
def test_phrases_are_those_that_were_reviewed(
    language: str, request: pytest.FixtureRequest
) -> None:
    text = "".join(line(language, asked, say) for asked, say in calls(language))
    file = EXPECTED / f"{language}.spoken.txt"
    if request.config.getoption("--update-expected"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", sorted(GRAMMARS))
def test_countries_are_called_as_reviewed(language: str, request: pytest.FixtureRequest) -> None:
    """Each of CLDR's countries, its name where room is scarce, and the name in each part."""
    text = "".join(f"{called}\n" for called in countries(language))
    file = EXPECTED / f"{language}.countries.txt"
    if request.config.getoption("--update-expected"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def countries(language: str) -> Iterator[str]:
    grammar = GRAMMARS[language]
    for code in sorted(get_global("territory_aliases")):
        if len(code) != 3 or not code.isalpha() or not is_country(code):
            continue
        known = country(code, language, {})
        name = Named(code, known.name)
        parts = [known.name, known.short, known.the]
        parts += [grammar.named(name, role) for role in Role if role is not Role.ADJECTIVE]
        for gender in GENDERS:
            try:
                parts.append(grammar.named(name, Role.ADJECTIVE, frozenset({gender})))
            except Unwritable:
                break
        yield f"{code}: {' | '.join(parts)}".replace("\u00a0", "_").replace("\u202f", "‿")
