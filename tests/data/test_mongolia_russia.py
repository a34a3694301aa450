"""The sample project's data, cell by cell against the material that it was written from."""

import csv
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from tests.data.sample import PROJECT, ROOT, Rows, investment, own, reported, stat, trade

MATERIAL = ROOT.parent / "shared" / "data"

SECTIONS = {
    "HS01": "Live animals, animals origin products",
    "HS04": "Food products",
    "HS05": "Mineral products",
    "HS11": "Textiles & textile articles",
    "HS14": "Natural or cultured stones, precious metal, jewellery",
    "HS15": "Base metals & articles thereof",
}
# The other side's figures: who reports them, and the column that holds them.
MIRROR = {
    ("import", "cow"): "cow4_RUS_imports_from_MNG",
    ("export", "unctad_trade"): "unctad_RUS_to_MNG",
    ("export", "comtrade"): "comtrade_penppml_RUS_to_MNG",
}


def rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def products() -> dict[tuple[str, ...], Decimal]:
    """Exports by the label of their section and year."""
    return stat("products.json")


def material(name: str) -> Rows:
    path = MATERIAL / name
    if not path.exists():
        pytest.skip(f"the material {name} is not on this machine")
    return rows(path)


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def test_trade_is_as_published() -> None:
    expected = {
        (r["partner"], r["year"], r["flow"]): number(r["value"])
        for r in material("facts/mongolia_trade_by_partner_nso_2005_2025.csv")
        if "double-counts" not in r["note"]
    }
    assert {(at, year, flow): value for at, year, flow, value in trade()} == expected


def test_no_imports_from_australia_which_the_material_counts_twice() -> None:
    assert not [at for at, _, flow, _ in trade() if (at, flow) == ("AUS", "import")]


def test_only_2025_is_provisional_and_has_no_total() -> None:
    manifest = (PROJECT / "briefing.yaml").read_text(encoding="utf-8")
    assert re.findall(r"^    provisional: (.*)$", manifest, re.M) == ["2025", "2025"]
    assert {year for at, year, _, _ in trade() if year >= "2025"} == {"2025"}
    totals = {year for at, year, _, _ in trade() if at == "WLD"}
    assert totals == {str(year) for year in range(2005, 2025)}


def test_trade_agrees_with_the_reconciliation() -> None:
    columns = {
        "exp_RUS": ("RUS", "export"),
        "imp_RUS": ("RUS", "import"),
        "exp_total": ("WLD", "export"),
        "exp_CHN": ("CHN", "export"),
        "imp_CHN": ("CHN", "import"),
    }
    found = {(at, flow, year): value for at, year, flow, value in trade()}
    for row in material("facts/mongolia_russia_reconciliation_usd_mn.csv"):
        for column, key in columns.items():
            if row[column]:
                apart = found[(*key, row["year"])] / 1000 - Decimal(row[column])
                assert abs(apart) <= Decimal("0.0005"), (column, row["year"])


def test_products_are_as_published() -> None:
    expected = {
        (r["hs_section_label"], r["year"]): number(r["value"])
        for r in material("facts/mongolia_exports_by_category_nso_1995_2024.csv")
    }
    assert products() == expected
    assert {section for section, _ in expected} == set(SECTIONS.values())
    manifest = (PROJECT / "briefing.yaml").read_text(encoding="utf-8")
    for code, label in SECTIONS.items():
        assert re.search(rf'^ +"?{re.escape(label)}"?: {code}$', manifest, re.MULTILINE)


def test_products_never_exceed_total_exports() -> None:
    totals = {year: value for at, year, _, value in trade() if at == "WLD"}
    for year, total in totals.items():
        parts = sum(value for (_, at), value in products().items() if at == year)
        assert Decimal("0.9") * total < parts <= total, year


def test_stock_is_as_published() -> None:
    expected = {
        (r["partner"], r["year"]): number(r["FDI_instock"])
        for r in material("fdi/mongolia_fdi_by_partner_2001_2012.csv")
    }
    assert {(r["investor"], r["year"]): number(r["stock"]) for r in own("fdi.csv")} == expected


def test_net_investment_keeps_the_sign_of_the_source() -> None:
    expected = {
        r["month"]: number(r["net_fdi_usd_mn"])
        for r in material("facts/mongolia_bop_fdi_net_monthly_2009_2025.csv")
    }
    assert investment() == expected


def test_mirror_figures_are_as_published() -> None:
    expected = {
        (flow, row["year"], source): number(row[column])
        for row in material("facts/mongolia_russia_reconciliation_usd_mn.csv")
        for (flow, source), column in MIRROR.items()
        if row[column]
    }
    found = {(r["flow"], r["year"], r["source"]): number(r["value"]) for r in own("mirror.csv")}
    found |= {("export", year, "comtrade"): value for year, value in reported().items()}
    assert found == expected


def test_what_is_no_reply_of_its_source_says_so() -> None:
    for name in ("exports.json", "imports.json", "products.json", "payments.json", "comtrade.json"):
        note = json.loads((PROJECT / name).read_text(encoding="utf-8"))["note"]
        assert "".join(note).startswith("Not a reply of"), name


def test_events_are_on_the_days_that_the_material_gives() -> None:
    published = material("facts/events_mongolia_russia.csv")
    expected = sorted((r["kind"], r["date"].replace("/", ".."), r["source"]) for r in published)
    # The ministry's page names the month of this visit only.
    ministry = next(r for r in published if r["event"].startswith("Working visit"))
    expected[expected.index(("visit", "2014-09-03", ministry["source"]))] = (
        "visit",
        "2014-09",
        ministry["source"],
    )
    links = urls()
    found = sorted((r["kind"], r["date"], links[r["source"]]) for r in own("events.csv"))
    assert found == sorted(expected)


def urls() -> Mapping[str, str]:
    """The addresses of the manifest's sources."""
    found: dict[str, str] = {}
    name = ""
    for line in (PROJECT / "briefing.yaml").read_text(encoding="utf-8").splitlines():
        if line.startswith("  ") and line[2] != " " and line.endswith(":"):
            name = line.strip().removesuffix(":")
        if line.strip().startswith("url: "):
            found[name] = line.partition('"')[2].removesuffix('"')
    return found


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("fdi.csv", ("investor", "year")),
        ("mirror.csv", ("flow", "year")),
        ("events.csv", ("date", "kind", "event_en")),
    ],
)
def test_files_are_plain_and_rows_unique(name: str, key: tuple[str, ...]) -> None:
    data = (PROJECT / name).read_bytes()
    assert data.endswith(b"\n")
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")
    keys = [tuple(r[column] for column in key) for r in own(name)]
    assert len(set(keys)) == len(keys)
    assert name == "events.csv" or keys == sorted(keys)


def test_events_are_in_order_of_date() -> None:
    dates = [r["date"].partition("..")[0] for r in own("events.csv")]
    assert dates == sorted(dates)
