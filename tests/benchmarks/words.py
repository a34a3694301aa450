"""The words of the benchmarks' project; capitals in the manifest are filled in by project.py."""

SOURCE = """
    publisher: {en: National Statistics Office}
    url: "https://statistics.example.org/"
    retrieved: 2025-09-01
    basis: {en: "current US dollars; exports f.o.b., imports c.i.f."}
"""
MANIFEST = """\
briefing: 1
title: {en: "{{ reporter.name }}: trade and investment briefing"}
parameters: {reporter: COUNTRY, partner: RUS}
period: 2024
released: 2025-09-01
languages: [en]
style: STYLE
publication: {en: Trade and investment briefing}

sources:
  customs:
    title: {en: National customs statistics}SOURCE
  accounts:
    title: {en: Balance of payments}SOURCE

tables:
  years:
    file: years.csv
    source: accounts
    period: year
    unit: USD billion
    kind: flow
    values: {VALUES}
  products:
    {file: products.csv, source: customs, period: year, value: value, unit: USD billion,
     kind: flow, codes: none}
  partners:
    {file: partners.csv, source: customs, period: year, value: value, unit: USD billion,
     kind: flow}

series:
  balance: {is: exports - imports, label: {en: Goods balance}}
  ratio: {is: exports / imports, label: {en: Exports per import}}
  stock_ratio: {is: inward / gdp, label: {en: Inward stock to GDP}}
  of: {table: products, by: product, label: {en: Exports by product}}
  exports_to: {table: partners, by: partner, label: {en: "Exports, by destination"}}
  market: {is: "share(exports_to, sum(exports_to))", label: {en: Share of exports}}
  first: "exports_to[CHN]"
  second: "exports_to[RUS]"
  first_share: "market[CHN]"

exhibits:
  headline: {kind: tiles, show: [exports, imports, balance, inward]}
SHOWN

names:
NAMES
sections: [SECTIONS]
"""

EXHIBITS = {
    "goods": "{kind: line, show: [exports, imports], from: 2005, wide: true}",
    "account": "{kind: bars, mode: stacked, show: [goods_balance, services, income], from: 2005, "
    "wide: true}",
    "leading": "{kind: ranking, show: of, top: 10, wide: true}",
    "shares": "{kind: share, show: market, wide: true}",
    "stock": "{kind: bars, show: [inward, outward], from: 2015, wide: true}",
    "categories": "{kind: bars, mode: stacked, show: [minerals, agriculture, manufactures, other], "
    "from: 2005, wide: true}",
    "indicators": "{kind: grid, show: [exports, imports, balance, inward, gdp], from: 2005, "
    "wide: true}",
    "products": "{kind: grid, show: of, top: 18, wide: true}",
    "partners": "{kind: grid, show: exports_to, top: 12, wide: true}",
}

SUMMARY = """\
# Key points

::: lead
{{ reporter.the }} exported goods worth {{ exports }} in {{ period }}
and imported goods worth {{ imports }}.
:::

![Headline figures](exhibit:headline)

::: keypoints
**Trade.** Exports {{ exports | change: verb }}. [→ Merchandise trade](#trade)

**Investment.** The inward stock came to {{ inward }}. [→ Foreign direct investment](#investment)
:::
"""
PARAGRAPHS = (
    "{{ reporter.name }} recorded merchandise exports of **{{ exports }}** and imports of "
    "**{{ imports }}** in {{ period }}, leaving a goods balance of {{ balance }}. The figures are "
    "reported on a customs basis and were extracted from the national statistical release of the "
    "second quarter; they have not been adjusted for re-exports. Over the last decade the value of "
    "exports {{ exports | change: since 2014, verb }}, while imports "
    "{{ imports | change: since 2014, verb }}, so that the ratio of exports to imports moved from "
    "{{ ratio 2014 }} to {{ ratio }}.",
    "The composition of the basket matters as much as its level. A small group of primary "
    "commodities still accounts for most of the receipts, and their prices are set on world "
    "markets; a fall in the price of the leading product would lower total receipts in a full "
    "year. Domestic processing has increased since 2016, yet the share of manufactured goods "
    "remains below that of peers at a similar level of income, and logistics costs to the nearest "
    "deep-water port continue to weigh on margins.",
    "Foreign investors hold an inward stock of **{{ inward }}**, equal to "
    "{{ stock_ratio }} of a year’s gross domestic product. Most of it is concentrated in "
    "extraction and in the services that support it, although finance, trade and "
    "telecommunications have "
    "gained ground. Reinvested earnings have become the main source of new inflows, which points "
    "to a settled base of investors rather than to a wave of new entrants, and the legal framework "
    "for protection has been broadly stable.",
)
MONGOLIAN = (
    "{{ reporter.name }} {{ period }} онд **{{ exports }}** бараа экспортолж, **{{ imports }}** "
    "бараа импортолсон. Эдгээр үзүүлэлтийг гаалийн статистикийн мэдээнд үндэслэн тооцсон бөгөөд "
    "дахин экспортыг хассан тохируулга хийгээгүй болно. Сүүлийн арван жилд экспорт ба импортын "
    "харьцаа {{ ratio 2014 }}-оос {{ ratio }} болж өөрчлөгдсөн."
)
BULLETS = (
    "**Exports** {{ exports | change: verb }} in {{ period }}, led by {FIRST} and {SECOND}.",
    "**Imports** of machinery and equipment {{ imports | change: verb }}, with transport equipment "
    "and refined fuels contributing most of the change.",
    "**Partners**: China and Russia bought {{ first }} and {{ second }}; the first took "
    "{{ first_share | share }} of all that the listed partners bought.",
    "**Investment**: outward stock is {{ outward }}, and the pipeline of announced projects is "
    "unchanged from the previous year.",
)

# Name, heading, what the chart shows, and the grid that goes with it in the work item.
SECTIONS = (
    ("overview", "Overview", "Exports and imports of goods", "goods", ""),
    ("trade", "Merchandise trade", "Current account by component", "account", "indicators"),
    ("structure", "Export structure", "Ten leading export products", "leading", "products"),
    ("partners", "Trading partners", "Share of trade by partner", "shares", "partners"),
    ("investment", "Foreign direct investment", "Foreign direct investment stock", "stock", ""),
    ("outlook", "Outlook and risks", "Exports by broad category", "categories", ""),
)
NOTE = (
    "Source: national customs statistics; staff calculations for the section on {HEADING}, "
    "retrieved on 1 September 2025."
)
GRIDS = {"indicators": "Key indicators by year", "products": "Products", "partners": "Partners"}
