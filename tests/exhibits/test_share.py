from collections.abc import Callable
from decimal import Decimal

from msgspec.structs import replace

from briefing.exhibits import build
from briefing.model.exhibit import Chart
from briefing.model.fact import Facts
from briefing.model.period import Period
from briefing.model.series import CellRef, Status
from briefing.model.spec import Spec
from tests.exhibits.words import notes, says

Maker = Callable[..., Spec]


def test_parts_in_per_cent_and_the_rest(spec: Maker, facts: Facts) -> None:
    exhibits, findings = build(spec("share", "goods"), facts, ["it"], "en")
    assert findings == ()
    content = exhibits["it"].content
    assert isinstance(content, Chart)
    (line,) = content.lines
    assert line.label == "2024"
    assert [(p.label, p.text) for p in line.points] == [
        ("Minerals", "87.2"),
        ("Gems", "5.8"),
        ("Textiles", "2.6"),
        ("All other", "4.4"),
    ]
    assert not any(point.highlighted for point in line.points)
    rest = line.points[-1].fact.derivation
    assert str(rest) == "100 - (goods[HS05] + goods[HS14] + goods[HS11])"
    assert len(line.points[-1].fact.cells) == 1
    assert exhibits["it"].subtitle == "Mongolia, %, 2024"
    assert notes(exhibits["it"]) == ()
    assert says(exhibits["it"]) == (
        "Parts of a whole by bars. 2024: Minerals 87.2%, Gems 5.8%, Textiles 2.6%, All other 4.4%."
    )


def test_amounts_are_divided_by_their_sum(spec: Maker, facts: Facts) -> None:
    exhibits, _ = build(spec("share", "stock_from"), facts, ["it"], "en")
    content = exhibits["it"].content
    assert isinstance(content, Chart)
    values = [p.value for p in content.lines[0].points if p.value is not None]
    assert abs(sum(values) - 100) < Decimal("1e-20")
    assert [p.text for p in content.lines[0].points] == ["43.7", "39.4", "13.4", "3.5"]
    assert notes(exhibits["it"]) == ("Shares of the sum of the 4 listed.",)


def _without(facts: Facts, name: str, key: str, year: int) -> Facts:
    """As if the source had no figure of a family's member for the year."""
    family = facts.families[name]
    series = family.members[key]
    known = tuple(o for o in series.observations if o.period != Period.year(year))
    members = {**family.members, key: replace(series, observations=known)}
    return replace(facts, families={name: replace(family, members=members)})


def test_a_member_without_a_value_is_no_part(spec: Maker, facts: Facts) -> None:
    exhibits, _ = build(
        spec("share", "goods"), _without(facts, "goods", "HS14", 2024), ["it"], "en"
    )
    content = exhibits["it"].content
    assert isinstance(content, Chart)
    assert [p.label for p in content.lines[0].points] == ["Minerals", "Textiles", "All other"]


def test_a_part_that_one_of_the_periods_lacks_is_explained(spec: Maker, facts: Facts) -> None:
    known = _without(facts, "stock_from", "RUS", 2011)
    periods = (Period.year(2011), Period.year(2012))
    exhibits, _ = build(spec("share", "stock_from", periods=periods), known, ["it"], "en")
    content = exhibits["it"].content
    assert isinstance(content, Chart)
    assert [p.text for p in content.lines[0].points].count("[x]") == 1
    assert "[x] not available." in notes(exhibits["it"])


def test_a_whole_missed_by_rounding_is_noted(spec: Maker, facts: Facts) -> None:
    family = facts.families["goods"]
    thirds = {
        key: replace(
            series,
            observations=tuple(replace(o, value=Decimal(100) / 3) for o in series.observations),
        )
        for key, series in family.members.items()
    }
    known = replace(facts, families={"goods": replace(family, members=thirds)})
    exhibits, _ = build(spec("share", "goods"), known, ["it"], "en")
    content = exhibits["it"].content
    assert isinstance(content, Chart)
    assert [p.text for p in content.lines[0].points] == ["33.3", "33.3", "33.3"]
    assert notes(exhibits["it"]) == ("Totals may not sum due to rounding.",)


def test_parts_beyond_the_whole_are_a_finding(spec: Maker, facts: Facts) -> None:
    family = facts.families["goods"]
    large = {
        key: replace(
            series,
            observations=tuple(replace(o, value=Decimal(60)) for o in series.observations),
        )
        for key, series in family.members.items()
    }
    broken = replace(facts, families={"goods": replace(family, members=large)})
    exhibits, findings = build(spec("share", "goods"), broken, ["it"], "en")
    assert exhibits == {}
    assert [f.code for f in findings] == ["B355"]


def _provisional(facts: Facts, *keys: str) -> Facts:
    """As if the source called the newest goods of these keys provisional."""
    family = facts.families["goods"]
    members = {
        key: replace(
            series,
            observations=tuple(
                replace(o, status=Status.PROVISIONAL) if key in keys else o
                for o in series.observations
            ),
        )
        for key, series in family.members.items()
    }
    return replace(facts, families={"goods": replace(family, members=members)})


def test_what_the_subtitle_tells_of_all_parts_marks_none(spec: Maker, facts: Facts) -> None:
    every = _provisional(facts, *facts.families["goods"].members)
    exhibits, _ = build(spec("share", "goods"), every, ["it"], "en")
    content = exhibits["it"].content
    assert isinstance(content, Chart)
    assert exhibits["it"].subtitle == "Mongolia, %, 2024, provisional"
    assert notes(exhibits["it"]) == ()
    assert {point.status for point in content.lines[0].points} == {Status.FINAL}
    assert {row.cells[0].status for row in exhibits["it"].data[0].rows} == {Status.PROVISIONAL}


def test_a_quotient_is_made_from_all_that_its_whole_is_made_of(spec: Maker, facts: Facts) -> None:
    family = facts.families["stock_from"]
    members = {
        key: replace(
            series,
            observations=tuple(
                replace(
                    o,
                    cells=(CellRef("fdi.csv", 1, key),),
                    status=Status.ESTIMATED if key == "RUS" else o.status,
                )
                for o in series.observations
            ),
        )
        for key, series in family.members.items()
    }
    known = replace(facts, families={"stock_from": replace(family, members=members)})
    exhibits, _ = build(spec("share", "stock_from"), known, ["it"], "en")
    content = exhibits["it"].content
    assert isinstance(content, Chart)
    parts = [p.fact for p in content.lines[0].points if p.fact.name.startswith("part(")]
    listed = {key for key in members if key not in family.totals}
    assert len(listed) > 1
    assert [{cell.column for cell in part.cells} for part in parts] == [listed] * len(parts)
    assert {part.status for part in parts} == {Status.ESTIMATED}
    assert exhibits["it"].subtitle.endswith("estimated")


def test_one_provisional_part_is_marked(spec: Maker, facts: Facts) -> None:
    exhibits, _ = build(spec("share", "goods"), _provisional(facts, "HS05"), ["it"], "en")
    content = exhibits["it"].content
    assert isinstance(content, Chart)
    marked = [p.label for p in content.lines[0].points if p.status is Status.PROVISIONAL]
    # The rest is what the marked part leaves of the whole.
    assert marked == ["Minerals", "All other"]
    assert notes(exhibits["it"]) == ("[p] provisional.",)
