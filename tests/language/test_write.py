"""Readings as English sentences have them: MANIFEST.md §4's filters, NUMBERS.md §1's cases."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from briefing.figures.parse import parse
from briefing.language import Unwritable, write
from briefing.model.expression import Node
from briefing.model.fact import Comparison, Fact, Reading
from briefing.model.period import Period
from briefing.model.series import Kind, Status
from briefing.model.text import Filter, Place
from briefing.model.unit import DATE, POINTS, RANK, Unit

PLACE = Place("sections/en/trade.md", 3, 7)


def fact(value: str, unit: str | Unit = "USD million", resolution: str = "") -> Fact:
    unit = Unit.parse(unit) if isinstance(unit, str) else unit
    return Fact(
        "exports",
        Decimal(value),
        unit,
        Period.year(2025),
        resolution=Decimal(resolution) if resolution else None,
    )


def dated(text: str) -> Fact:
    return Fact("relations", Period.parse(text), DATE, None)


def filters(*asked: str) -> tuple[Filter, ...]:
    """`change: verb, since 2005` as a filter."""
    made = []
    for one in asked:
        name, _, arguments = one.partition(": ")
        given = tuple(arguments.split(", ")) if arguments else ()
        made.append(Filter(name, given, PLACE))
    return tuple(made)


def written(reading: Fact | Reading, *asked: str, dated: bool = False) -> str:
    """The text with its no-break spaces as plain ones."""
    made = reading if isinstance(reading, Reading) else Reading(reading)
    return write(made, filters(*asked), "en", dated=dated).replace("\u00a0", " ")


def compared(now: str, before: str, unit: str = "USD million", resolution: str = "") -> Reading:
    """A fact beside an earlier one, compared as NUMBERS.md §2 has it."""
    later, earlier = fact(now, unit, resolution), fact(before, unit, resolution)
    assert isinstance(later.value, Decimal)
    assert isinstance(earlier.value, Decimal)
    growth = None
    if earlier.value > 0 and later.value >= 0:
        growth = fact("0", "percent")
        growth = replace(growth, value=100 * (later.value / earlier.value - 1))
    own = later.unit if unit != "percent" else POINTS
    difference = replace(later, value=later.value - earlier.value, unit=own)
    return Reading(later, Comparison(earlier, difference, growth))


@pytest.mark.parametrize(
    ("value", "unit", "resolution", "text"),
    [
        ("1610.9", "USD million", "", "US$1.6 billion"),
        ("61.6", "USD million", "", "US$62 million"),
        # a rate of exchange has the decimals of its source, five digits where it is derived
        ("1.0530", "USD per EUR", "0.0001", "US$1.0530 per euro"),
        ("1.95583", "DEM per EUR", "0.00001", "DEM 1.95583 per euro"),
        ("3411", "MNT per USD", "1", "MNT 3,411 per US dollar"),
        ("0.92481273", "EUR per USD", "", "€0.92481 per US dollar"),
        # whole billions of dollars are no tenths of a billion euros
        ("72.68", "EUR billion", "0.92", "€73 billion"),
        ("1610925.55", "USD thousand", "", "US$1.6 billion"),
        # the unit is chosen after rounding
        ("999.4", "USD million", "", "US$999 million"),
        ("999.5", "USD million", "", "US$1.0 billion"),
        ("999.6", "USD million", "", "US$1.0 billion"),
        ("999949", "USD million", "", "US$999.9 billion"),
        ("999950", "USD million", "", "US$1.0 trillion"),
        ("1000", "USD billion", "", "US$1.0 trillion"),
        ("12345678", "USD million", "", "US$12.3 trillion"),
        # half-up, once, from the unrounded value
        ("62.5", "USD million", "", "US$63 million"),
        ("2.45", "USD billion", "", "US$2.5 billion"),
        ("2449.99", "USD million", "", "US$2.4 billion"),
        ("-62.5", "USD million", "", "−US$63 million"),
        # no digit that the source lacks
        ("234", "GBP million", "1", "£234 million"),
        ("79", "GBP billion", "1", "£79 billion"),
        ("2785.48896", "USD million", "100", "US$2.8 billion"),
        ("2785.48896", "USD million", "1000", "US$3 billion"),
        # floors and zero
        ("0.6", "USD million", "", "less than US$1 million"),
        ("0.99", "USD million", "", "less than US$1 million"),
        ("-0.6", "USD million", "", "less than US$1 million below zero"),
        ("0", "USD million", "", "US$0"),
        ("0.00", "percent", "", "0%"),
        # currencies
        ("2.7", "EUR billion", "", "€2.7 billion"),
        ("2.7", "JPY trillion", "", "¥2.7 trillion"),
        ("2.7", "MNT trillion", "", "MNT 2.7 trillion"),
        # other units
        ("0.638", "percent", "", "0.6%"),
        ("97", "percent", "1", "97%"),
        ("0.04", "percent", "", "less than 0.1%"),
        ("-2.7", "percent", "", "−2.7%"),
        ("4709.6", "km", "0.1", "4,709.6 km"),
        ("3485", "km", "", "3,485 km"),
        ("1564116", "km2", "1", "1.6 million km²"),
        ("1", "tonne", "1", "1 tonne"),
        ("2.5", "million tonne", "", "2.5 million tonnes"),
        ("2760", "persons", "1", "2,760"),
        ("3504741", "persons", "1", "3.5 million"),
        ("30", "days", "1", "30 days"),
        ("1", "days", "1", "1 day"),
        ("45.9271", "ratio", "", "45.9"),
        ("0.08314", "ratio", "", "0.0831"),
    ],
)
def test_a_value_picks_its_unit(value: str, unit: str, resolution: str, text: str) -> None:
    assert written(fact(value, unit, resolution)) == text


def test_a_no_break_space_stands_between_number_and_unit() -> None:
    assert write(Reading(fact("1610.9")), (), "en") == "US$1.6\u00a0billion"
    assert write(Reading(fact("4709.6", "km")), (), "en") == "4,709.6\u00a0km"
    assert write(Reading(dated("1921-11-05")), (), "en") == "5\u00a0November 1921"


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("1921-11-05", "5 November 1921"),
        ("2000-11", "November 2000"),
        ("1993", "1993"),
        ("2014-Q3", "Q3 2014"),
        ("2019-09-02..2019-09-03", "2–3 September 2019"),
        ("2019-04-30..2019-05-02", "30 April–2 May 2019"),
        ("2019-12-30..2020-01-02", "30 December 2019–2 January 2020"),
        ("2025-01..2025-09", "January–September 2025"),
        ("2024-10..2025-03", "October 2024–March 2025"),
        ("2000..2013", "2000–2013"),
    ],
)
def test_dates(period: str, text: str) -> None:
    assert written(dated(period)) == text


@pytest.mark.parametrize(
    ("now", "before", "unit", "asked", "text"),
    [
        ("234", "186", "GBP million", "change", "an increase of 25.8% or £48 million"),
        ("111", "161", "GBP million", "change", "a decrease of 31.1% or £50 million"),
        ("234", "186", "GBP million", "change: verb", "increased by 25.8% or £48 million"),
        ("111", "161", "GBP million", "change: verb", "decreased by 31.1% or £50 million"),
        ("2846.14", "2925.5", "USD million", "change", "a decrease of 2.7% or US$79 million"),
        ("2846.14", "2925.5", "USD million", "change: bare", "−2.7%"),
        ("234", "186", "GBP million", "change: since 2005, bare", "+25.8%"),
        ("2785.49", "417.9", "USD million", "change", "an increase of 566.5% or US$2.4 billion"),
        ("100.2", "100.2", "USD million", "change", "unchanged"),
        # “US$0” and “less than US$1 million” print differently: never unchanged
        ("0.04", "0", "USD million", "change", "an increase of less than US$1 million"),
        ("2824.0", "2824.4", "USD million", "change", "unchanged"),
        ("2824.0", "2824.4", "USD million", "change: verb", "remained unchanged"),
        # more than nothing once rounded, less than the last digit
        ("2824.6", "2824.0", "USD million", "change",
         "an increase of less than 0.1% or less than US$1 million"),
        ("2826.0", "2824.0", "USD million", "change: bare", "up less than 0.1%"),
        ("2822.0", "2824.0", "USD million", "change: bare", "down less than 0.1%"),
        ("14.3", "14", "USD million", "change", "an increase of 2.1% or less than US$1 million"),
        ("100040", "100000", "USD million", "change",
         "an increase of less than 0.1% or US$40 million"),
        # no percentage: the earlier value is zero, or the sign changes
        ("80", "0", "USD million", "change", "an increase of US$80 million"),
        ("-30", "50", "USD million", "change", "a decrease of US$80 million"),
        ("-30", "50", "USD million", "change: bare", "−US$80 million"),
        # below zero the words follow the difference, and there is no percentage
        ("-26", "-17", "USD million", "change", "a decrease of US$9 million"),
        ("-18", "-26", "USD million", "change", "an increase of US$8 million"),
        ("-18", "-26", "USD million", "change: verb", "increased by US$8 million"),
        ("-18", "-26", "USD million", "change: bare", "+US$8 million"),
        ("7", "-18", "USD million", "change", "an increase of US$25 million"),
        ("0", "-18", "USD million", "change", "an increase of US$18 million"),
        # too much for a percentage: the two values
        ("9000", "3", "USD million", "change",
         "an increase from US$3 million to US$9.0 billion"),
        ("9000", "3", "USD million", "change: verb",
         "increased from US$3 million to US$9.0 billion"),
        ("9000", "3", "USD million", "change: bare", "from US$3 million to US$9.0 billion"),
        ("33", "3", "USD million", "change", "an increase of 1,000.0% or US$30 million"),
        ("2760", "2640", "persons", "change", "an increase of 4.5% or 120 persons"),
        ("2", "1", "persons", "change", "an increase of 100.0% or 1 person"),
        ("0.6", "4.5", "percent", "points", "down 3.9 percentage points"),
        ("4.5", "0.6", "percent", "points: since 2005", "up 3.9 percentage points"),
        ("0.64", "0.66", "percent", "points", "unchanged"),
        ("4.60", "4.54", "percent", "points", "up less than 0.1 percentage points"),
        # one prints “0.1%”, the other “less than 0.1%”: never unchanged
        ("0.08", "0.10", "percent", "points", "down less than 0.1 percentage points"),
        ("0.101", "0.099", "percent", "points", "up less than 0.1 percentage points"),
        ("0.08", "0.06", "percent", "points", "up less than 0.1 percentage points"),
        # it fell, or rose, by a fifth, although both print as less than 0.1%
        ("0.0796", "0.0987", "percent", "points", "down less than 0.1 percentage points"),
        ("0.0801", "0.0799", "percent", "points", "unchanged"),
    ],
)  # fmt: skip
def test_changes(now: str, before: str, unit: str, asked: str, text: str) -> None:
    assert written(compared(now, before, unit), asked) == text


@pytest.mark.parametrize(
    ("now", "before", "asked", "text"),
    [
        ("-50", "-20", "change", "a widening of the deficit by US$30 million"),
        ("-50", "-20", "change: verb", "widened by US$30 million"),
        ("-30", "-60", "change: verb", "narrowed by US$30 million"),
        ("-30", "-60", "change: bare", "+US$30 million"),
        ("60", "40", "change", "an increase of 50.0% or US$20 million"),
        ("-60", "0", "change", "a decrease of US$60 million"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("made", ["x - m", "balance(x, m)", "-m + x"])
def test_changes_of_a_balance(now: str, before: str, asked: str, text: str, made: str) -> None:
    reading = compared(now, before, "USD million")
    reading = replace(reading, fact=replace(reading.fact, derivation=parse(made)))
    assert written(reading, asked) == text


def test_a_percentage_comes_from_the_unrounded_values() -> None:
    assert written(compared("1.449", "1.351", "USD billion"), "change").startswith(
        "an increase of 7.3% or US$98"
    )


def test_an_amount_has_no_digit_that_the_source_lacks() -> None:
    reading = compared("79", "63", "GBP billion", resolution="1")
    assert written(reading, "change") == "an increase of 25.4% or £16 billion"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("-2724.8", "a deficit of US$2.7 billion"),
        ("500.1", "a surplus of US$500 million"),
        ("-0.4", "a deficit of less than US$1 million"),
        ("0", "neither a surplus nor a deficit"),
    ],
)
def test_balances(value: str, text: str) -> None:
    assert written(fact(value), "balance") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0.638", "0.6%"),
        ("0.05", "less than 0.1%"),
        ("0.0999", "less than 0.1%"),
        ("99.96", "100.0%"),
    ],
)
def test_shares(value: str, text: str) -> None:
    assert written(fact(value, "percent"), "share") == text


@pytest.mark.parametrize(
    ("place", "tied", "asked", "text"),
    [
        (1, False, "rank", "1st"),
        (2, False, "rank", "2nd"),
        (3, True, "rank", "joint 3rd"),
        (11, False, "rank", "11th"),
        (22, False, "rank", "22nd"),
        (112, False, "rank", "112th"),
        (136, True, "rank", "joint 136th"),
        (1, False, "rank: largest", "largest"),
        (2, False, "rank: largest", "second largest"),
        (3, True, "rank: largest", "joint third largest"),
        (12, False, "rank: largest", "12th largest"),
        (2, False, "rank: of", "2nd of 14 listed"),
        (2, False, "rank: largest, of", "second largest of 14 listed"),
    ],
)
def test_ranks(place: int, tied: bool, asked: str, text: str) -> None:
    ranked = replace(fact(str(place), RANK), of=14, tied=tied)
    assert written(ranked, asked) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("45.9271", "46 times"),
        ("146.4", "146 times"),
        ("9.94", "9.9 times"),
        ("9.96", "10 times"),
        ("1.04", "1.0 times"),
        ("0.0217", "0.022 times"),
    ],
)
def test_times(value: str, text: str) -> None:
    assert written(fact(value, "ratio"), "times") == text


def test_average_growth_says_how_often_and_over_which_years() -> None:
    growth = replace(fact("4.2432", "percent"), period=Period.parse("2014..2025"))
    reading = Reading(fact("10"), Comparison(fact("8"), fact("2"), growth))
    said = written(reading, "average: 2014..2025")
    assert said == "an average of 4.2% a year from 2014 to 2025"
    assert written(reading, "average: 2014..2025, bare") == "an average of 4.2% a year"


def test_a_fact_that_is_an_average_growth_says_over_which_years() -> None:
    growth = replace(fact("4.2432", "percent"), period=Period.parse("2014..2025"))
    assert written(growth, "average") == "an average of 4.2% a year from 2014 to 2025"
    with pytest.raises(Unwritable, match="nothing to compare"):
        written(fact("4"), "average: 2014..2025")


def _from(earlier: Fact, later: Fact) -> Reading:
    return Reading(replace(later, period=Period.parse("2025")), Comparison(earlier, later, None))


@pytest.mark.parametrize(
    ("before", "now", "unit", "asked", "text"),
    [
        ("418.3", "2846.1", "USD million", "from: 2005",
         "from US$418 million in 2005 to US$2.8 billion in 2025"),
        ("418.3", "2846.1", "USD million", "from: since 2005, bare",
         "from US$418 million to US$2.8 billion"),
        ("4.52", "0.04", "percent", "from: 2005", "from 4.5% in 2005 to less than 0.1% in 2025"),
        ("-1", "0", "USD million", "from: 2005", "from −US$1 million in 2005 to US$0 in 2025"),
    ],
)  # fmt: skip
def test_from_one_value_to_another(before: str, now: str, unit: str, asked: str, text: str) -> None:
    earlier = replace(fact(before, unit), period=Period.parse("2005"))
    assert written(_from(earlier, fact(now, unit)), asked) == text


def test_from_one_rank_and_from_one_stock_to_another() -> None:
    earlier = replace(fact("3", RANK), period=Period.parse("2005"), tied=True)
    said = written(_from(earlier, fact("2", RANK)), "from: 2005")
    assert said == "from joint 3rd in 2005 to 2nd in 2025"
    stocks = [replace(fact(v), kind=Kind.STOCK, period=Period.parse(p))
              for v, p in (("100", "2011"), ("296", "2012"))]  # fmt: skip
    said = written(Reading(stocks[1], Comparison(stocks[0], stocks[1], None)), "from: 2011")
    assert said == "from US$100 million at the end of 2011 to US$296 million at the end of 2012"


def test_what_may_have_changed_since_has_its_date() -> None:
    students = replace(fact("2760", "persons", "1"), stale=date(2014, 5, 1))
    assert written(students) == "2,760 (as of 1 May 2014)"
    assert written(students, dated=True) == "2,760 in 2025 (as of 1 May 2014)"


@pytest.mark.parametrize(
    ("value", "unit", "resolution", "asked", "text"),
    [
        ("1610912.3", "USD thousand", "0.1", ["exact"], "US$1,610,912.3 thousand"),
        ("1610912.3", "USD thousand", "0.1", ["exact", "unit: USD million"],
         "US$1,610.9123 million"),
        ("2760", "persons", "1", ["exact"], "2,760"),
        ("61.60", "USD million", "0.01", ["exact"], "US$61.60 million"),
        ("2846.1", "USD million", "", ["unit: USD million"], "US$2,846 million"),
        ("621.6", "USD million", "", ["unit: USD billion"], "US$0.6 billion"),
        ("61.6", "USD million", "", ["rounded: 3"], "US$61.6 million"),
        ("61.6", "USD million", "1", ["rounded: 3"], "US$62 million"),
        ("1610.9", "USD million", "", ["rounded: 3"], "US$1.61 billion"),
        ("1610.9", "USD million", "", ["rounded: 1"], "US$2 billion"),
        ("999.6", "USD million", "", ["rounded: 2"], "US$1.0 billion"),
        ("0.3412", "USD million", "", ["rounded: 2"], "US$340,000"),
        ("2760", "persons", "", ["rounded: 2"], "2,800"),
        ("0.638", "percent", "", ["share", "rounded: 2"], "0.64%"),
        ("61.6", "USD million", "", ["period"], "2025"),
    ],
)  # fmt: skip
def test_exactness(value: str, unit: str, resolution: str, asked: list[str], text: str) -> None:
    assert written(fact(value, unit, resolution), *asked) == text


def test_a_bound_says_so() -> None:
    assert written(replace(fact("1", "percent"), bound="<")) == "less than 1%"
    assert written(replace(fact("40", resolution="1"), bound=">")) == "more than US$40 million"


def test_a_status_prints_no_mark_in_prose() -> None:
    assert written(replace(fact("1610.9"), status=Status.PROVISIONAL)) == "US$1.6 billion"


@pytest.mark.parametrize(
    ("period", "kind", "text"),
    [
        ("2025-01..2025-09", Kind.FLOW, "US$1.5 billion in January–September 2025"),
        ("2012", Kind.FLOW, "US$1.5 billion in 2012"),
        ("2012", Kind.STOCK, "US$1.5 billion at the end of 2012"),
        ("2019-09-03", Kind.FLOW, "US$1.5 billion on 3 September 2019"),
        ("1990..2014", Kind.CUMULATIVE_FLOW, "US$1.5 billion in 1990–2014"),
    ],
)
def test_a_value_read_by_latest_has_its_period(period: str, kind: Kind, text: str) -> None:
    latest = replace(fact("1536.2"), period=Period.parse(period), kind=kind)
    assert written(latest, dated=True) == text


def test_a_date_and_a_period_are_not_dated_again() -> None:
    assert written(dated("1993"), dated=True) == "1993"
    assert written(fact("1"), "period", dated=True) == "2025"


@pytest.mark.parametrize(
    ("reading", "asked", "message"),
    [
        (fact("2", RANK), ["balance"], "“balance” doesn't fit “exports”, which is a rank"),
        (fact("2"), ["share"], "“share” doesn't fit “exports”, which is money"),
        (fact("2"), ["chnge"], "there is no filter “chnge”; did you mean “change”?"),
        (fact("2"), ["change"], "“change” has nothing to compare “exports” with"),
        (fact("2"), ["change: verbs"], "“change” has no argument “verbs”"),
        (fact("2"), ["rounded: two"], "“rounded” wants the number of significant digits"),
        (fact("2"), ["rounded: 0"], "“rounded” wants the number of significant digits"),
        (fact("2"), ["rounded: ²"], "“rounded” wants the number of significant digits"),
        (fact("2"), ["unit: km"], "“exports” is in USD million, which doesn't convert to km"),
        (fact("2"), ["unit: furlong long"], "unit: “furlong long” is no unit"),
        (fact("2"), ["exact", "rounded: 2"], "“exports” can't be both exact and rounded"),
        (fact("2"), ["balance", "share"], "“balance” and “share” can't both write “exports”"),
        (fact("2", RANK), ["rank: of"], "how many “exports” was ranked among isn't known"),
        (compared("4", "5", "percent"), ["change"],
         "“change” doesn't fit “exports”, which is a percentage"),
        (compared("4", "5"), ["points"], "“points” doesn't fit “exports”, which is money"),
        (compared("-4", "5"), ["average: 2014..2025"],
         "“exports” has no average growth: it is undefined"),
        (dated("1993"), ["balance"], "“balance” doesn't fit “relations”, which is a date"),
        (dated("1993"), ["period"], "“relations” has no period"),
        (replace(fact("1"), value=None, reason="no total is published"), [],
         "“exports” has no value: no total is published"),
    ],
)  # fmt: skip
def test_what_no_sentence_fits(reading: Fact | Reading, asked: list[str], message: str) -> None:
    with pytest.raises(Unwritable) as refused:
        written(reading, *asked)
    assert refused.value.message == message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("value", "unit", "language", "text"),
    [
        ("4206.9", "USD per person", "en", "US$4,210 per person"),
        ("83.44", "USD per tonne", "en", "US$83.4 per tonne"),
        ("1.25", "GWh per person", "en", "1.25 GWh per person"),
        ("4206.9", "USD per person", "fr", "4 210 dollars par personne"),
        ("83.44", "USD per tonne", "fr", "83,4 dollars par tonne"),
        ("4206.9", "USD per person", "ru", "4 210 долл. США на человека"),
        ("83.44", "USD per tonne", "ru", "83,4 долл. США на тонну"),
        ("4206.9", "USD per person", "mn", "нэг хүнд 4,210 ам.доллар"),
        ("83.44", "USD per tonne", "mn", "1 тонн тутамд 83.4 ам.доллар"),
    ],
)
def test_an_amount_per_something(value: str, unit: str, language: str, text: str) -> None:
    made = write(Reading(fact(value, unit)), (), language)
    assert " ".join(made.split()) == text


_BALANCE = parse("x - m")


@pytest.mark.parametrize(
    ("now", "before", "made", "language", "text"),
    [
        ("-50", "-20", _BALANCE, "fr", "un creusement du déficit de 30 millions de dollars"),
        ("-20", "-50", _BALANCE, "fr", "une réduction du déficit de 30 millions de dollars"),
        ("-50", "-20", _BALANCE, "ru", "увеличение дефицита на 30 млн долл. США"),
        ("-20", "-50", _BALANCE, "ru", "сокращение дефицита на 30 млн долл. США"),
        ("-50", "-20", _BALANCE, "mn", "алдагдлын 30 сая ам.долларын өсөлт"),
        ("-20", "-50", _BALANCE, "mn", "алдагдлын 30 сая ам.долларын бууралт"),
        ("-26", "-17", None, "fr", "une baisse de 9 millions de dollars"),
        ("-26", "-17", None, "ru", "снижение на 9 млн долл. США"),
        ("-26", "-17", None, "mn", "9 сая ам.долларын бууралт"),
        ("5", "-20", _BALANCE, "fr", "une hausse de 25 millions de dollars"),
        ("5", "0", None, "ru", "рост на 5 млн долл. США"),
        ("9000", "3", None, "fr", "une hausse de 3 millions de dollars à 9,0 milliards de dollars"),
        ("9000", "3", None, "ru", "рост с 3 млн долл. США до 9,0 млрд долл. США"),
        ("9000", "3", None, "mn", "3 сая ам.доллараас 9.0 тэрбум ам.доллар хүртэлх өсөлт"),
    ],
)
def test_changes_below_zero_and_huge_ones_in_each_language(
    now: str, before: str, made: Node | None, language: str, text: str
) -> None:
    reading = compared(now, before)
    reading = replace(reading, fact=replace(reading.fact, derivation=made))
    told = write(reading, filters("change"), language)
    assert " ".join(told.split()) == text
