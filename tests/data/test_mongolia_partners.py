"""The template over Mongolia's partners: its data are the sample's, its list follows its rule."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.model.spec import Choices
from briefing.run.build import build
from briefing.run.each import each
from briefing.run.examine import check
from tests.data.sample import trade

DATA = Path(__file__).parents[2] / "data"
PROJECT = DATA / "mongolia-partners"
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


@pytest.mark.parametrize("partner", ["AUS", "FRA", "RUS", "TUR", "VGB"])
def test_a_factsheet_has_two_pages_at_most(tmp_path, partner):
    choices = Choices(parameters=(("partner", partner),))
    (built,) = build(str(PROJECT), str(tmp_path), choices).built
    assert built.pages <= 2


def test_a_partner_that_only_buys_has_no_page_on_imports():
    outcome = check(str(PROJECT), Choices(parameters=(("partner", "AUS"),)))
    assert {o.name for o in outcome.omitted if o.is_section} == {"imports"}


def test_a_partner_that_only_invests_has_no_pages_on_trade():
    outcome = check(str(PROJECT), Choices(parameters=(("partner", "VGB"),)))
    assert {o.name for o in outcome.omitted if o.is_section} == {"exports", "imports"}
