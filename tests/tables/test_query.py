from decimal import Decimal

import pytest

from briefing.model import ValueSpec
from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.text import Place
from briefing.model.unit import Unit

_TRADE = """partner,year,flow,value
RUS,2013,export,61773.1
RUS,2014,export,61607.3
CHN,2014,export,5073398.8
WLD,2014,export,5774330.9
RUS,2014,import,1549318.25
RUS,2015,export,76872.0
KAZ,2015,export,100
"""


def test_a_series_cut_by_conditions(query, cut):
    exports = cut("exports", where={"flow": ("export",), "partner": ("RUS",)})
    stored, findings = query(_TRADE, exports)
    assert not findings
    series = stored.series["exports"]
    assert [str(o.period) for o in series.observations] == ["2013", "2014", "2015"]
    assert list(stored.series) == ["exports"]


def test_a_family_has_a_series_a_key(query, cut):
    exports_to = cut("exports_to", where={"flow": ("export",)}, by="partner")
    stored, findings = query(_TRADE, exports_to, totals={"partner": ("WLD",)})
    assert not findings
    family = stored.families["exports_to"]
    assert list(family.members) == ["CHN", "KAZ", "RUS", "WLD"]
    assert list(family.listed) == ["CHN", "KAZ", "RUS"]
    assert family.members["RUS"].name == "exports_to[RUS]"
    assert family.members["RUS"].at(Period.year(2014)).value == Decimal("61607.3")


def test_an_edition_does_not_know_what_came_later(query, cut):
    exports_to = cut("exports_to", where={"flow": ("export",)}, by="partner")
    stored, findings = query(_TRADE, exports_to, edition="2014", totals={"partner": ("WLD",)})
    assert not findings
    members = stored.families["exports_to"].members
    assert [str(o.period) for o in members["RUS"].observations] == ["2013", "2014"]
    assert members["KAZ"].observations == ()


def test_a_part_of_a_year_is_known_when_it_has_ended(query):
    text = "year,value\n2014-01..2014-06,1\n2014-01..2014-09,2\n"
    stored, _ = query(text, edition="2014-Q2")
    assert [str(o.period) for o in stored.series["trade"].observations] == ["2014-01..2014-06"]


def test_two_rows_for_one_period_name_both_lines(query, cut):
    _, findings = query(_TRADE, cut("exports_to", by="partner"), totals={"partner": ("WLD",)})
    assert [(f.code, f.place) for f in findings] == [("B213", Place("trade.csv", 6, 5))]
    assert findings[0].message == ("table trade: two rows for exports_to[RUS], 2014: lines 3 and 6")


def test_of_several_vintages_the_latest_known_counts(query):
    text = (
        "year,value,as_of\n"
        "2023,100,2024-04-15\n"
        "2023,108,2025-04-15\n"
        "2023,999,2026-12-01\n"
        "2024,110,2025-04-15\n"
    )
    stored, findings = query(text, as_of="as_of")
    assert not findings
    first, _ = stored.series["trade"].observations
    assert (first.value, first.cells[0].row) == (Decimal(108), 3)


def test_two_rows_of_one_vintage_are_still_two(query):
    text = "year,value,as_of\n2023,100,2024-04-15\n2023,108,2024-04-15\n2024,1,soon\n"
    _, findings = query(text, as_of="as_of")
    assert [f.code for f in findings] == ["B208", "B213"]


@pytest.mark.parametrize(
    ("codes", "keys", "members"),
    [
        ("alpha2", ("RU", "NA", "XQ"), ["NAM", "RUS"]),
        ("m49", ("643", "4", "900"), ["AFG", "RUS"]),
        ("comtrade", ("643", "842", "999"), ["RUS", "USA"]),
        ("alpha3", ("RUS", "EU27", "RSU"), ["EU27", "RUS"]),
    ],
)
def test_keys_are_countries(query, cut, codes, keys, members):
    text = "partner,year,value\n" + "".join(f"{key},2014,1\n" for key in keys)
    stored, findings = query(text, cut("by_partner", by="partner"), codes=codes)
    assert sorted(stored.families["by_partner"].members) == members
    assert [(f.code, f.place) for f in findings] == [("B212", Place("trade.csv", 4, 1))]
    assert f"“{keys[2]}”" in findings[0].message


def test_comtrade_world_is_a_total_where_declared(query, cut):
    text = "partner,year,value\n0,2014,9\n251,2014,1\n"
    stored, findings = query(
        text, cut("e", by="partner"), codes="comtrade", totals={"partner": ("WLD",)}
    )
    assert not findings
    assert stored.families["e"].totals == {"WLD"}
    assert list(stored.families["e"].listed) == ["FRA"]


def test_keys_that_are_no_countries_by_declaration(query, cut):
    text = "section,year,value\nMineral products,2014,1\n,2014,2\n"
    stored, findings = query(text, cut("exports_of", by="section"), codes="none")
    family = stored.families["exports_of"]
    assert list(family.members) == ["Mineral products"]
    assert not family.countries
    assert [f.code for f in findings] == ["B212"]


def test_conditions_that_nothing_meets(query, cut):
    stored, findings = query(
        _TRADE,
        cut("a", where={"flow": ("exprot",), "partner": ("RUS",)}),
        cut("b", where={"flwo": ("export",)}),
        totals={"partner": ("WLD",)},
    )
    assert [f.code for f in findings] == ["B214", "B206"]
    assert "no row has “exprot” in column “flow”; did you mean “export”?" in findings[0].message
    assert findings[1].place == Place("briefing.yaml", 20, 3)
    assert stored.broken == {"b"}


def test_a_template_serves_a_partner_without_rows(query, cut):
    text = "partner,year,value\nCHN,2014,1\n"
    stored, findings = query(text, cut("a", where={"partner": ("RUS",)}))
    assert not findings
    assert stored.series["a"].observations == ()


def test_each_of_several_values_is_a_series(query):
    place = Place("briefing.yaml", 9, 5)
    values = (
        ValueSpec("theirs", "russia", place, source="cow", unit=Unit.parse("USD million")),
        ValueSpec("ours", "mongolia", place, kind=Kind.STOCK),
    )
    text = "year,russia,mongolia\n2014,40,61607.3\n"
    stored, findings = query(text, value="", values=values)
    assert not findings
    theirs, ours = stored.series["theirs"], stored.series["ours"]
    assert (theirs.unit, theirs.observations[0].sources) == (Unit.parse("USD million"), ("cow",))
    assert (ours.unit, ours.kind) == (Unit.parse("USD thousand"), Kind.STOCK)


def test_no_series_is_cut_from_several_values_or_events(query, cut):
    stored, findings = query(
        "year,value,t\n2014,1,x\n", cut("a", by="t"), value="", text={"en": "t"}
    )
    assert [f.code for f in findings] == ["B217"]
    assert stored.broken == {"a"}


def test_a_table_that_was_not_loaded_breaks_what_is_cut_from_it(query, cut):
    stored, findings = query(None, cut("a"))
    assert not findings
    assert stored.broken == {"trade", "a"}


def test_only_the_rows_that_are_cut_need_a_key(query, cut):
    text = "partner,year,flow,value\nRUS,2014,export,1\n,2014,total,9\nASEAN,2014,total,5\n"
    stored, findings = query(text, cut("e", where={"flow": ("export",)}, by="partner"))
    assert not findings
    assert list(stored.families["e"].members) == ["RUS"]
