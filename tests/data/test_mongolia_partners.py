"""The template over Mongolia's partners: its data are the sample's, its list follows its rule."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.model.spec import Choices
from briefing.run.batch import Task, batch
from briefing.run.each import each
from briefing.run.examine import check
from tests.data.sample import trade

DATA = Path(__file__).parents[2] / "data"
PROJECT = DATA / "mongolia-partners"
SHARED = Path(__file__).parents[3] / "shared" / "data"
UNCTAD = SHARED / "trade" / "unctad_merchandise_matrix_sitc1_1995_2005_2015.parquet"
NAMES = SHARED / "reference" / "crosswalk_unctad_names_iso3.csv"
PAYMENTS = SHARED / "facts" / "mongolia_bop_fdi_net_monthly_2009_2025.csv"
SHOWN = Decimal(20)
PARTNERS = each(
    str(PROJECT), Choices(), "partners.csv", (PROJECT / "partners.csv").read_text(encoding="utf-8")
)


def rows(name: str) -> list[dict[str, str]]:
    with (PROJECT / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_its_data_are_those_that_the_sample_was_checked_with():
    found = [(r["partner"], r["year"], r["flow"], Decimal(r["value"])) for r in rows("trade.csv")]
    assert sorted(found) == sorted(trade())
    assert {r["year"] for r in rows("trade.csv") if r["status"] == "p"} == {"2025"}
    assert (PROJECT / "fdi.csv").read_bytes() == (DATA / "mongolia-russia/fdi.csv").read_bytes()


def test_listed_are_the_partners_in_trade_and_the_larger_investors():
    traders = {row["partner"] for row in rows("trade.csv")} - {"WLD"}
    investors = {
        row["investor"]
        for row in rows("fdi.csv")
        if row["year"] == "2012" and row["stock"] and Decimal(row["stock"]) >= SHOWN
    }
    assert [row["partner"] for row in rows("partners.csv")] == sorted(traders | investors)


@pytest.mark.parametrize("choices", PARTNERS, ids=lambda one: one.parameters[0][1])
def test_each_partner_is_without_findings(choices):
    assert check(str(PROJECT), choices).findings == ()


def test_a_factsheet_has_two_pages_at_most(tmp_path):
    tasks = [Task(str(PROJECT), str(tmp_path), one) for one in PARTNERS]
    pages = {b.task.name: b.outcome.built[0].pages for b in batch(tasks, 1) if b.outcome}
    assert len(pages) == len(PARTNERS)
    assert max(pages.values()) == 2


@pytest.mark.skipif(not UNCTAD.exists(), reason="../shared/data, to compare with, isn't here")
def test_goods_are_those_of_the_matrix():
    """Held against the matrix itself: ten sections make its published totals."""
    duckdb = pytest.importorskip("duckdb")
    found: dict[tuple[str, str, str], Decimal] = {}
    for row in rows("goods.csv"):
        key = row["partner"], row["year"], row["flow"]
        found[key] = found.get(key, Decimal()) + Decimal(row["value"])
    names = f"read_csv('{NAMES}', header = true)"
    total = f"SELECT exports_thousand_usd FROM '{UNCTAD}' WHERE sitc_section = 'All' AND year = ?"
    for (partner, year, flow), value in found.items():
        (name,) = duckdb.execute(
            f"SELECT unctad_name FROM {names} WHERE iso3 = ?", [partner]
        ).fetchone()
        ends = ["Mongolia", name] if flow == "export" else [name, "Mongolia"]
        (published,) = duckdb.execute(
            f"{total} AND exporter = ? AND importer = ?", [int(year), *ends]
        ).fetchone()
        assert abs(Decimal(str(published)) - value) <= max(value / 50, Decimal(12)), (partner, year)


@pytest.mark.skipif(not PAYMENTS.exists(), reason="../shared/data, to compare with, isn't here")
def test_payments_are_those_of_the_bank():
    with PAYMENTS.open(encoding="utf-8", newline="") as file:
        theirs = [(row["month"], row["net_fdi_usd_mn"]) for row in csv.DictReader(file)]
    assert [(row["month"], row["value"]) for row in rows("payments.csv")] == theirs


def test_a_partner_that_only_buys_has_no_page_on_imports():
    outcome = check(str(PROJECT), Choices(parameters=(("partner", "AUS"),)))
    assert {o.name for o in outcome.omitted if o.is_section} == {"imports"}


def test_a_partner_that_only_invests_has_no_pages_on_trade():
    outcome = check(str(PROJECT), Choices(parameters=(("partner", "VGB"),)))
    assert {o.name for o in outcome.omitted if o.is_section} == {"exports", "imports"}
