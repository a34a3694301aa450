"""A template of two pages over made-up partners, each with figures that no other has."""

from pathlib import Path

# Of each partner figures that stand nowhere else, unrounded and as printed.
FIGURES = {
    "CHN": ("1111.1", "2221.3"),
    "DEU": ("3331.7", "4441.9"),
    "JPN": ("5553.1", "6663.7"),
    "RUS": ("7771.3", "8881.9"),
}
STOCK = "931.7"

_MANIFEST = """briefing: 1
title: {en: "Mongolia and {{ partner.name }}"}
parameters: {reporter: MNG, partner: CHN}
period: 2024
released: 2026-11-24
languages: [en]
sources:
  nso: {title: Trade by country, publisher: Statistics Office, url: "https://example.org/",
        retrieved: 2026-11-01, basis: {en: "current prices; exports f.o.b., imports c.i.f."}}
tables:
  trade: {file: trade.csv, source: nso, period: year, value: value, unit: USD million, kind: flow,
          totals: {partner: [WLD]}}
  stocks: {file: stocks.csv, source: nso, period: year, value: value, unit: USD million,
           kind: stock}
  branches: {file: branches.csv, source: nso, period: year, value: value, unit: USD million,
             kind: stock, codes: none}
series:
  exports_to: {table: trade, where: {flow: export}, by: partner}
  imports_from: {table: trade, where: {flow: import}, by: partner}
  stock_from: {table: stocks, by: investor}
  exports: {is: "exports_to[$partner]", label: {en: "Exports to {{ partner.short }}"}}
  imports: {is: "imports_from[$partner]", label: {en: "Imports from {{ partner.short }}"}}
  stock: {is: "stock_from[$partner]", label: {en: Direct investment}}
  by_branch: {table: branches, where: {investor: $partner}, by: branch, label: {en: By branch}}
  branch_concentration: {is: hhi(by_branch), label: {en: Concentration}}
  branch_total: {is: sum(by_branch), label: {en: All branches}}
facts:
  treaty: {value: 1993-01-20, unit: date, source: nso, when: {partner: RUS}}
exhibits:
  trade: {kind: bars, show: [imports, exports]}
  invested: {kind: grid, show: stock, needs: stock}
sections: [trade, {name: investment, needs: [stock]}]
"""
_TRADE = """# Trade

Exports came to {{ exports }}, imports to {{ imports }}[, and investment to {{ stock }}]{if=stock}.

[The treaty dates from {{ treaty }}.]{if=treaty}

![Imports and exports](exhibit:trade)

![What was invested](exhibit:invested)

[By branch the sum of squares was {{ branch_concentration }}.]{if=branch_total}
"""
_INVESTMENT = """# Investment

The stock was {{ stock }}.
"""


def write(folder: Path) -> Path:
    """The project's folder."""
    (folder / "sections" / "en").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(_MANIFEST, encoding="utf-8")
    (folder / "sections/en/trade.md").write_text(_TRADE, encoding="utf-8")
    (folder / "sections/en/investment.md").write_text(_INVESTMENT, encoding="utf-8")
    rows = ["partner,year,flow,value", "WLD,2024,export,99999", "WLD,2024,import,99999"]
    for partner, (exports, imports) in FIGURES.items():
        rows += [f"{partner},2024,export,{exports}", f"{partner},2024,import,{imports}"]
    (folder / "trade.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "stocks.csv").write_text(f"investor,year,value\nCHN,2024,{STOCK}\n", "utf-8")
    rows = ["investor,branch,year,value", "CHN,mining,2024,700.5", "CHN,trade,2024,231.2"]
    (folder / "branches.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder
