"""Mongolia's own figures, from the files as published; a missing folder skips the test."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from briefing import facts, tables
from briefing.model import SeriesSpec, Spec, TableSpec
from briefing.model.fact import Facts
from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.table import Source
from briefing.model.text import Phrase, Place
from briefing.model.unit import Unit

_DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "facts"
_PLACE = Place("briefing.yaml", 1, 1)

pytestmark = pytest.mark.skipif(
    not _DATA.is_dir(), reason="the published files are not beside this checkout"
)


def _table(name: str, file: str, period: str, value: str, unit: str, **keys: object) -> TableSpec:
    usual = {"source": "nso", "kind": Kind.FLOW, "unit": Unit.parse(unit), "value": value}
    return TableSpec(name, _PLACE, Phrase(file, _PLACE), period, **{**usual, **keys})


_TABLES = [
    _table(
        "trade", "mongolia_trade_by_partner_nso_2005_2025.csv", "year", "value", "USD thousand",
        totals={"partner": ("WLD",)},
    ),
    _table(
        "mirror", "mongolia_russia_reconciliation_usd_mn.csv", "year",
        "cow4_RUS_imports_from_MNG", "USD million", missing=("",),
    ),
    _table(
        "fdi", "mongolia_bop_fdi_net_monthly_2009_2025.csv", "month", "net_fdi_usd_mn",
        "USD million",
    ),
]  # fmt: skip
_CUTS = {"exports_to": "export", "imports_from": "import"}
_DERIVED = {
    "exports": "exports_to[$partner]",
    "imports": "imports_from[$partner]",
    "turnover": "exports + imports",
    "export_share": "share(exports, exports_to[WLD])",
    "export_rank": "rank(exports_to, $partner)",
    "import_rank": "rank(imports_from, $partner)",
    "net_fdi": "-yearly(fdi)",
    "gap": "mirror_gap(exports, mirror)",
    "listed": "share(sum(exports_to), exports_to[WLD])",
}


def _edition(period: str) -> Facts:
    series = {
        name: SeriesSpec(name, _PLACE, "trade", {"flow": (flow,)}, "partner")
        for name, flow in _CUTS.items()
    }
    for name, text in _DERIVED.items():
        series[name] = SeriesSpec(name, _PLACE, expression=Phrase(text, _PLACE))
    spec = Spec(
        name="m", file="briefing.yaml", title={}, parameters={"partner": "RUS"},
        period=Period.parse(period), released=date(2026, 11, 24), languages=("en",),
        style="ministry", sources={"nso": Source("nso", {}, {}, _PLACE)},
        tables={t.name: t for t in _TABLES}, series=series, facts={}, exhibits={}, sections=(),
        names={}, edition=period,
    )  # fmt: skip
    loaded = {}
    for table_spec in _TABLES:
        data = (_DATA / table_spec.file.text).read_bytes()
        loaded[table_spec.name], findings = tables.load(table_spec, data)
        assert not findings
    stored, found = tables.query(spec, loaded)
    known, derived = facts.derive(spec, stored)
    assert not found + derived
    return known


@pytest.fixture(scope="module")
def known():
    return _edition("2025")


def _at(known, name, year):
    return known.series[name].at(Period.parse(year))


def test_turnover_of_2014(known):
    turnover = _at(known, "turnover", "2014")
    assert turnover.value == Decimal("1610925.55")
    assert [cell.column for cell in turnover.cells] == ["value", "value"]


def test_share_and_ranks_of_2014(known):
    assert round(_at(known, "export_share", "2014").value, 3) == Decimal("1.067")
    rank = _at(known, "export_rank", "2014")
    assert (rank.value, rank.of) == (3, 14)
    assert _at(known, "import_rank", "2014").value == 2
    assert _at(known, "export_rank", "2025").of == 8
    assert _at(known, "listed", "2014").value < 100


def test_the_reconciliation_agrees(known):
    text = (_DATA / "mongolia_russia_reconciliation_usd_mn.csv").read_text("utf-8")
    header, *rows = (line.split(",") for line in text.splitlines())
    for row in rows:
        ours = dict(zip(header, row, strict=True))
        for column, name in {"turnover": "turnover", "RUS_share_exp_pct": "export_share"}.items():
            if ours[column]:
                value = _at(known, name, ours["year"]).value
                value = value if name == "export_share" else value / 1000
                assert abs(value - Decimal(ours[column])) <= Decimal("0.001"), (name, ours["year"])


def test_the_total_of_2025_is_not_published(known):
    assert _at(known, "export_share", "2025") is None
    assert known.series["export_share"].observations[-1].period == Period.year(2024)


def test_net_inflow_has_the_sign_turned_and_a_part_year(known):
    assert _at(known, "net_fdi", "2016").value == Decimal("-4170.877")
    last = known.series["net_fdi"].observations[-1]
    assert str(last.period) == "2025-01..2025-09"
    assert last.value == Decimal("1497.241")
    assert len(last.cells) == 9


def test_the_mirror_gap_of_2014(known):
    gap = _at(known, "gap", "2014")
    assert round(gap.value, 1) == Decimal("-42.5")
    assert {cell.file for cell in gap.cells} == {t.file.text for t in _TABLES[:2]}


def test_the_edition_of_2014_knows_nothing_later():
    known = _edition("2014")
    ends = [s.observations[-1].period for s in known.series.values() if s.observations]
    assert max(end.end for end in ends) == date(2014, 12, 31)
    members = [m for f in known.families.values() for m in f.members.values()]
    assert all(o.period.end <= date(2014, 12, 31) for m in members for o in m.observations)
