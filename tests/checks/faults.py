"""Planted faults: small changes of the clean project, each with the rule that must catch it.

And near misses: changes that look like a fault and are none.
"""

from dataclasses import dataclass

TRADE = "sections/en/trade.md"
INVESTMENT = "sections/en/investment.md"
MANIFEST = "briefing.yaml"


@dataclass(frozen=True)
class Edit:
    """A piece of a file that stands there once, and what stands there instead."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Fault:
    """Edits of the clean project; `rule` is empty for a near miss."""

    rule: str
    edits: tuple[Edit, ...]

    def __str__(self) -> str:
        last = self.edits[-1]
        return f"{self.rule} {last.old[:40]} → {last.new[:60]}".strip()


def trade(rule: str, old: str, new: str, *more: Edit) -> Fault:
    return Fault(rule, (*more, Edit(TRADE, old, new)))


def investment(rule: str, old: str, new: str, *more: Edit) -> Fault:
    return Fault(rule, (*more, Edit(INVESTMENT, old, new)))


def manifest(rule: str, old: str, new: str, *more: Edit) -> Fault:
    return Fault(rule, (*more, Edit(MANIFEST, old, new)))


def data(rule: str, file: str, old: str, new: str, *more: Edit) -> Fault:
    return Fault(rule, (*more, Edit(file, old, new)))


def after(sentence: str) -> tuple[str, str]:
    """A sentence added to the section on partners, where its own figures stand alone."""
    return "A duty of {{ duty }} applies.", f"A duty of {{{{ duty }}}} applies.\n\n{sentence}"


_EXPORTS = "By value exports moved by {{ exports | change: bare }}"
_FROM_TO = "Exports went from {{ exports 2021 }}"
_UP = "Exports moved from {{ exports 2020 }} in 2020 to"
_SUPPLIER = "is the {{ import_rank | rank: largest }} supplier"
_PLACES = "It has {{ import_rank | rank: of }} places"
_IMPORTS = "Imports came to {{ imports }}"
_SINCE = "Imports {{ imports | change: since 2020, verb }} since 2020"

FAULTS = (
    # B101: a digit bound to no fact
    trade("B101", "goods worth {{ exports }}", "goods worth 61 million dollars"),
    trade("B101", *after("Its tariff has 12 chapters of goods.")),
    trade("B101", "places.", "places of 5."),
    trade("B101", "Minerals make up most", "Minerals make up 85%"),
    trade("B101", *after("| Year | Share |\n|---|---|\n| 2025 | 85.0 |")),
    trade("B101", *after("Russia came 2nd among suppliers.")),
    investment("B101", "of direct investment", "of 1,536 million dollars"),
    investment("B101", "for a long time", "for 104 years"),
    manifest("B101", '"Share of rail"', '"Share of rail, 67%"'),
    # B102: a total that is not the sum of its parts
    data("B102", "modes.csv", "total,2025,14365.5", "total,2025,14465.5"),
    data("B102", "modes.csv", "road,2024,4620.3", "road,2024,4602.3"),
    data("B102", "published.csv", "2024,2926", "2024,2962"),
    data("B102", "published.csv", "2020,1457", "2020,1459"),
    data("B102", "modes.csv", "air,2025,174.6", "air,2025,1746.0"),
    # of several totals the world's is that of all members
    manifest("B102", "[WLD, EU27]}}", "[WLD, EU27]}, complete: true}"),
    # B103: goods + services ≠ total
    data("B103", "payments.csv", "GS,2024,15993.2", "GS,2024,16993.2"),
    data("B103", "payments.csv", "S,2025,1402.6", "S,2025,1042.6"),
    data("B103", "payments.csv", "G,2023,14105.1", "G,2023,14106.1"),
    # B104: shares that make no whole, parts larger than it
    data("B104", "products.csv", "minerals,2024,86.9", "minerals,2024,88.9"),
    data("B104", "products.csv", "metals,2024,7.8", "metals,2024,8.7"),
    data("B104", "products.csv", "textiles,2025,5.4", "textiles,2025,4.5"),
    data("B104", "trade.csv", "WLD,export,2023,15536.8", "WLD,export,2023,1553.68"),
    manifest(
        "B104",
        "value: 3.9, unit",
        "value: 139, unit",
        Edit(TRADE, "{{ duty }}", "{{ duty | share }}"),
    ),
    # B105: a word that contradicts its figure
    trade("B105", "The balance stood at", "The surplus stood at"),
    trade("B105", "The balance stood at {{ balance }}", "It was a deficit of {{ balance }}"),
    # a balance by what it is made of, whatever it is called
    trade(
        "B105",
        "The balance stood at {{ balance }}",
        "It was a surplus of {{ excess }}",
        Edit(
            MANIFEST,
            '  balance: {is: exports - imports, label: {en: "Goods balance"}}\n',
            '  balance: {is: exports - imports, label: {en: "Goods balance"}}\n'
            '  excess: {is: exports - imports, label: {en: "Sales less purchases"}}\n',
        ),
    ),
    trade("B105", *after("The surplus was smaller, {{ balance | balance }}.")),
    trade("B105", _EXPORTS, "By value exports rose by {{ exports | change: bare }}"),
    trade("B105", _EXPORTS, "By value exports fell by {{ exports | change: bare }}"),
    trade("B105", _FROM_TO, "Exports rose from {{ exports 2021 }}"),
    trade("B105", _UP, "Exports fell from {{ exports 2020 }} in 2020 to"),
    trade("B105", _UP, "Exports were unchanged from {{ exports 2020 }} in 2020 to"),
    trade("B105", _UP, "Exports did not change from {{ exports 2020 }} in 2020 to"),
    trade("B105", _UP, "Exports tripled from {{ exports 2020 }} in 2020 to"),
    trade("B105", _UP, "Exports more than doubled from {{ exports 2020 }} in 2020 to"),
    trade("B105", _FROM_TO, "Exports halved from {{ exports 2021 }}"),
    trade("B105", _IMPORTS, "Imports rose to {{ imports }}"),
    trade("B105", _IMPORTS, "Imports rose {{ imports | from: 2024 }}"),
    trade("B105", _IMPORTS, "Imports tripled {{ imports | from: 2020 }}"),
    trade("B105", _SINCE, "The fall is {{ imports | change: since 2020 }} since 2020"),
    trade(
        "B105", _SINCE, "Imports tripled, or {{ imports | change: since 2020, bare }} since 2020"
    ),
    trade("B105", "Growth of exports was", "Exports rose by"),
    trade(
        "B105",
        "Growth of exports was {{ export_growth 2024 }} in 2024",
        "In 2024 exports shrank, by {{ export_growth 2024 }}",
    ),
    trade("B105", *after("Exports increased sharply in {{ period }}, to {{ exports }}.")),
    trade("B105", *after("Exports grew from {{ exports 2024 }} to {{ exports }}.")),
    trade("B105", *after("The share of exports rose by {{ export_share | points }}.")),
    trade("B105", _PLACES, "As the largest supplier it has {{ import_rank | rank: of }} places"),
    trade("B105", _PLACES, "As the third largest one it has {{ import_rank | rank: of }} places"),
    trade("B105", _PLACES, "It ranked third, {{ import_rank | rank: of }} places"),
    investment(
        "B105",
        "It was {{ investor_rank | rank }}",
        "The second largest was {{ investor_rank | rank }}",
    ),
    trade(
        "B105", ", {{ export_share | points }} on", ", a rise, or {{ export_share | points }} on"
    ),
    trade(
        "B105",
        "The balance stood at {{ balance }}",
        "The deficit narrowed from {{ balance 2021 }} to {{ balance }}",
    ),
    trade(
        "B105",
        "The balance stood at {{ balance }}",
        "It fell from {{ balance 2021 | balance }} to {{ balance | balance }}",
    ),
    trade("B105", "The balance stood at {{ balance }}", "The deficit fell to {{ balance }}"),
    trade(
        "B105",
        "The balance stood at",
        "The deficit stood at",
        Edit(
            MANIFEST, "balance: {is: exports - imports", 'balance: {is: "balance(imports, exports)"'
        ),
    ),
    trade("B105", *after("Imports rose in {{ period }} ({{ imports | change: bare }}).")),
    trade("B105", *after("Imports rose: {{ imports | change: bare }}.")),
    trade("B105", *after("Russia is the largest supplier ({{ import_rank | rank }}).")),
    trade("B105", _EXPORTS, "By value exports contracted by {{ exports | change: bare }}"),
    # B106: one measure, two values
    data("B106", "sold.csv", "2024,100.7", "2024,107.0"),
    data("B106", "sold.csv", "2021,112.8", "2021,113.8"),
    manifest(
        "B106",
        '"Turnover, as the ministry gives it"',
        '"Trade turnover"',
        Edit("published.csv", "2025,2846", "2025,2864"),
        Edit(MANIFEST, "  sums: [{total: turnover_published, parts: [exports, imports]}]\n", ""),
    ),
    trade(
        "B106",
        *after(
            "{{ imports 2023 | unit: USD thousand }}, or {{ imports 2023 | unit: USD billion }}."
        ),
    ),
    # B107: percent and percentage points
    trade("B107", "A duty of {{ duty }} applies", "Its share fell by {{ duty }}"),
    trade("B107", "A duty of {{ duty }} applies", "The coverage saw an increase of {{ duty }}"),
    trade("B107", "A duty of {{ duty }} applies", "It is {{ duty }} percentage points"),
    trade(
        "B107",
        *after("The share is {{ excess }} above the duty."),
        Edit(
            MANIFEST,
            "  balance: {is: exports - imports,",
            '  excess: {is: export_share - duty, label: {en: "Share above the duty"}}\n'
            "  balance: {is: exports - imports,",
        ),
    ),
    trade("B107", "{{ export_share | points }} on", "{{ export_share | points }} percent on"),
    manifest(
        "B107",
        "  rail_share:",
        '  lead: {is: "share_to[CHN] - share_to[RUS]"}\n  rail_share:',
        Edit(
            TRADE,
            "A duty of {{ duty }} applies.",
            "A duty of {{ duty }} applies. China leads by {{ lead }}.",
        ),
    ),
    # B108: a year to date against a full year
    investment(
        "B108", "{{ net_fdi 2024 }}. By the latest figures it was", "{{ net_fdi 2024 }}, against"
    ),
    investment(
        "B108",
        "In 2024 the net inflow was {{ net_fdi 2024 }}. By the latest figures it was",
        "The net inflow went from {{ net_fdi 2024 }} to",
    ),
    trade("B108", "of 2025. Trade in 2024 was", "of 2025, compared with"),
    manifest(
        "B108",
        "  rail_share:",
        '  left: {is: "year_before - half_year"}\n  rail_share:',
        Edit(
            TRADE,
            "A duty of {{ duty }} applies.",
            "A duty of {{ duty }} applies. The rest was {{ left }}.",
        ),
    ),
    # B109: a stock called a flow, a flow called a stock
    investment("B109", "what Russia held was", "the inflow from Russia was"),
    investment("B109", "In 2024 the net inflow was", "In 2024 the stock was"),
    investment(
        "B109", "{{ fdi_total }} came in from Russia", "the stock from Russia was {{ fdi_total }}"
    ),
    investment("B109", "Net inflow of direct investment", "Stock of direct investment"),
    manifest("B109", '"Net inflow"', '"Net stock"'),
    manifest("B109", '"Investment stock of Russia"', '"Inflow from Russia"'),
    trade(
        "B106", *after("Some {{ imports 2023 | rounded: 1 }}, or {{ imports 2023 | rounded: 3 }}.")
    ),
    # B110: a unit jump
    data("B110", "trade.csv", "JPN,import,2022,605.7", "JPN,import,2022,0.6057"),
    data("B110", "trade.csv", "KOR,import,2024,468.3", "KOR,import,2024,0.4683"),
    data("B110", "trade.csv", "KOR,export,2020,27.4", "KOR,export,2020,0.0274"),
    data("B110", "stocks.csv", "NL,2023,3402.7", "NL,2023,3.4027"),
    # a zero after large values may be a missing one
    data("B110", "trade.csv", "CHN,export,2025,14203.9", "CHN,export,2025,0.0"),
    data(
        "B110",
        "stocks.csv",
        "NL,2020,3364.0\nNL,2021,3410.5\nNL,2022,3388.1\nNL,2023,3402.7",
        "NL,2023,3402.7",
        Edit("stocks.csv", "NL,2024,3390.4", "NL,2024,3390400"),
    ),
    # B111: stale
    manifest(
        "B111",
        "source: mfa}\n  duty",
        "source: mfa, checked: 2025-01-15, valid: 2025-12-31}\n  duty",
    ),
    manifest(
        "B111",
        "period: 1990..2014, kind: cumulative flow, source: mfa}",
        "period: 1990..2014, kind: cumulative flow, source: mfa, valid: 2026-01}",
    ),
    # B112: no source, no date
    manifest("B112", "unit: percent, source: mfa}", "unit: percent}"),
    manifest(
        "B112",
        '    retrieved: 2026-03-02\n    basis: {en: "current prices; imports c.i.f."}',
        '    basis: {en: "current prices; imports c.i.f."}',
    ),
    manifest("B112", "period: 2024, kind: flow, source: mfa}", "period: 2024, kind: flow}"),
    # B113: totals and regions in a set
    manifest("B113", "totals: {partner: [WLD, EU27]}", "totals: {partner: [WLD]}"),
    manifest("B113", "totals: {mode: [total]}, complete: true", "complete: true"),
    data("B113", "stocks.csv", "NA,2025,13.8", "NA,2025,13.8\nLU,2025,7909.1"),
    # B114: mirror figures without their gap
    trade(
        "B114",
        " The gap was {{ gap 2024 }} in 2024.",
        "",
        Edit(MANIFEST, "russia_reports, gap]", "russia_reports]"),
        Edit(
            MANIFEST, '  gap: {is: "mirror_gap(exports, russia_reports)", label: {en: "Gap"}}\n', ""
        ),
        Edit(
            MANIFEST,
            "  same: [[exports, goods_sold]]",
            "  same: [[exports, goods_sold]]\n  mirror: [{own: exports, partner: russia_reports}]",
        ),
    ),
    manifest("B114", "russia_reports, gap]", "russia_reports]"),
    # B115: chart, grid and text
    manifest(
        "B115",
        '"Goods sold to Russia"',
        '"Exports to Russia"',
        Edit(MANIFEST, "show: [imports, exports]}", "show: [imports, goods_sold]}"),
        Edit("sold.csv", "2025,60.7", "2025,67.0"),
        Edit(MANIFEST, "  same: [[exports, goods_sold]]\n", ""),
    ),
    manifest(
        "B115",
        '"Turnover, as the ministry gives it"',
        '"Trade turnover"',
        Edit(MANIFEST, "  sums: [{total: turnover_published, parts: [exports, imports]}]\n", ""),
        Edit(MANIFEST, "show: [imports, exports]}", "show: turnover_published}"),
        Edit("published.csv", "2023,2499", "2023,2949"),
        Edit(TRADE, " The ministry gives {{ turnover_published }}.", ""),
    ),
    # B116: an average that doesn't recompute
    trade("B116", _SINCE, "Imports grew by {{ imports | change: since 2020, bare }} a year"),
    trade("B116", "From 2020 to 2025 imports", "From 2015 to 2025 imports"),
    trade(
        "B116",
        "From 2020 to 2025 imports grew by {{ imports_average }} a year.",
        "Between 2020 and 2024 it was {{ imports | average: 2020..2025 }}.",
        Edit(
            MANIFEST,
            "  imports_average: {is: 'cagr(imports, \"2020..2025\")', "
            'label: {en: "Growth of imports"}}\n',
            "",
        ),
    ),
    trade("B116", _IMPORTS, "On average imports came to {{ imports 2020..2025 }}"),
    # B117: NA read as missing
    manifest("B117", 'missing: [".."]', 'missing: ["NA"]'),
    manifest("B117", 'missing: [".."]', 'missing: ["..", "NA"]'),
    manifest(
        "B117",
        "codes: none, totals: {mode: [total]}",
        "codes: none, missing: [air], totals: {mode: [total]}",
    ),
    # B122: a claim in words that no figure bears out
    trade("B122", *after("Exports to Russia peaked in 2021.")),
    trade("B122", *after("Russia is the second largest supplier.")),
    # B123: a unit beside a figure that brings it
    trade("B123", "goods worth {{ exports }}", "goods worth US${{ exports }}"),
    trade("B123", "goods worth {{ exports }}", "goods worth {{ exports }} million"),
    # B124: a title states what its chart doesn't show
    trade("B124", "![Imports are many times exports]", "![Turnover came to {{ stock_from[NLD] }}]"),
    trade(
        "B124",
        "![Imports are many times exports]",
        "![Imports came to {{ imports 2020 }} in 2020]",
        Edit(MANIFEST, "show: [imports, exports]}", "show: [imports, exports], from: 2022}"),
    ),
    trade(
        "B124",
        "![Imports are many times exports]",
        "![Imports came to {{ imports_from[CHN] }} from China]",
    ),
    # B125: two members of one name
    manifest("B125", '  EU27: {en: "', '  NLD: {en: "China"}\n  EU27: {en: "'),
    # B119: price basis not stated
    manifest("B119", '    basis: {en: "current prices; exports f.o.b., imports c.i.f."}\n', ""),
    manifest("B119", '    basis: {en: "current prices; imports c.i.f."}\n', ""),
)

NEAR_MISSES = (
    # zeros after values that are small, or far from each other
    data("", "trade.csv", "JPN,import,2025,1021.6", "JPN,import,2025,0.0"),
    # titles whose figures their charts show, or are made of
    trade(
        "",
        "![Imports are many times exports]",
        "![Beside the share stands a duty of {{ duty }}]",
        Edit(MANIFEST, "show: [imports, exports]}", "show: excess}"),
        Edit(
            MANIFEST,
            "  balance: {is: exports - imports,",
            '  excess: {is: export_share / duty, label: {en: "Share over the duty"}}\n'
            "  balance: {is: exports - imports,",
        ),
    ),
    trade("", "![Imports are many times exports]", "![Imports came to {{ imports 2024 }} in 2024]"),
    trade("", "![Imports are many times exports]", "![Turnover came to {{ turnover }}]"),
    trade(
        "", "![Imports are many times exports]", "![The rank as a supplier is {{ import_rank }}]"
    ),
    trade("", *after("After the fall of prices imports came to {{ imports }}.")),
    trade("", *after("After a fall in demand exports amounted to {{ exports 2021 }} in 2021.")),
    trade("", *after("Imports fell in {{ period }} ({{ imports | change: bare }}).")),
    trade(
        "", *after("Some {{ imports 2023 | rounded: 3 }}, again {{ imports 2023 | rounded: 3 }}.")
    ),
    # Rates of several countries aren't shares of one whole.
    Fault(
        "",
        (
            Edit(MANIFEST, "codes: none, complete: true}\n  payments", "codes: none}\n  payments"),
            Edit(MANIFEST, "products: {kind: share, show", "products: {kind: grid, show"),
            Edit("products.csv", "minerals,2025,85.0", "minerals,2025,98.0"),
        ),
    ),
    # digits that need no fact
    trade(
        "", *after("The treaty of 1993 has 3rd-party rules; call +976 11 26-23-61 before 17:35.")
    ),
    trade(
        "",
        *after("See Article 5, Resolution 70/1 and ETS No. 108, in the COVID-19 years 2020–2021."),
    ),
    trade("", *after("The ministry said “exports fell by 40 percent” in `v1.2`.")),
    trade("", *after("> Exports rose by {{ exports 2025 }}, the ministry says.")),
    # clauses of their own
    trade("", *after("Exports, which fell in {{ period }}, came to {{ exports }}.")),
    trade("", *after("Imports rose, with {{ imports | change }} on the year.")),
    trade("", *after("The stock of goods rose, and imports {{ imports | change: verb }}.")),
    trade("", *after("It rose from {{ stock 2024 }} to {{ stock }}.")),
    investment("", "of direct investment", "; a year before it was {{ net_fdi 2024 }}"),
    trade("", *after("Neither a surplus nor a deficit: {{ balance }}.")),
    trade("", *after("Exports may rise to {{ exports }}.")),
    trade("", *after("Turnover dropped from {{ turnover 2024 }} to {{ turnover }}.")),
    trade("", *after("Growth fell to {{ export_growth 2024 }} in 2024.")),
    # figures that agree within rounding
    data("", "published.csv", "2024,2926", "2024,2925"),
    data("", "sold.csv", "2024,100.7", "2024,100.8"),
    data("", "modes.csv", "total,2025,14365.5", "total,2025,14365.6"),
    data("", "products.csv", "textiles,2025,5.4", "textiles,2025,5.6"),
    # words that are right
    trade("", "The balance stood at", "The deficit shows in"),
    trade("", "The balance stood at {{ balance }}", "It was {{ balance | balance }}"),
    trade("", _EXPORTS, "By value exports fell: {{ exports | change: verb }}"),
    trade("", _EXPORTS, "Exports fell in {{ period }}, {{ exports | change: bare }}"),
    trade("", _FROM_TO, "Exports fell from {{ exports 2021 }}"),
    trade("", _UP, "Exports rose from {{ exports 2020 }} in 2020 to"),
    trade("", _UP, "Exports almost doubled from {{ exports 2020 }} in 2020 to"),
    trade("", _UP, "Exports doubled from {{ exports 2020 }} in 2020 to"),
    trade("", _IMPORTS, "Imports fell to {{ imports }}"),
    trade("", _IMPORTS, "Imports fell from {{ imports 2024 }} to {{ imports }}"),
    trade("", _IMPORTS, "Imports were unchanged from {{ imports 2024 }} to {{ imports }}"),
    trade("", _IMPORTS, "Imports doubled {{ imports | from: 2020 }}"),
    trade("", _IMPORTS, "Imports fell {{ imports | from: 2024 }}"),
    trade("", _SINCE, "Imports doubled, or {{ imports | change: since 2020, bare }} since 2020"),
    trade("", _PLACES, "As the second largest it has {{ import_rank | rank: of }} places"),
    trade("", _PLACES, "It is one of the largest, with {{ import_rank | rank: of }} places"),
    investment(
        "", "It was {{ investor_rank | rank }}", "The third largest was {{ investor_rank | rank }}"
    ),
    trade(
        "",
        "The balance stood at {{ balance }}",
        "The deficit widened from {{ balance 2021 }} to {{ balance }}",
    ),
    trade("", "The balance stood at {{ balance }}", "The deficit rose to {{ balance }}"),
    trade(
        "",
        "The balance stood at {{ balance }}",
        "The deficit {{ balance | change: since 2020, verb }}",
    ),
    trade(
        "",
        "The balance stood at {{ balance }}",
        "The balance fell from {{ balance 2021 }} to {{ balance }}",
    ),
    # words that claim nothing of the figure
    trade("", _EXPORTS, "Exports did not rise, but moved by {{ exports | change: bare }}"),
    trade("", _IMPORTS, "While exports rose, imports came to {{ imports }}"),
    trade("", _IMPORTS, "Exports fell and imports {{ imports | change: since 2020, verb }}"),
    trade("", _IMPORTS, "If imports rose to {{ imports }}, they would not"),
    trade("", _IMPORTS, "Since 2021 imports rose to {{ imports }}"),
    trade("", "The balance stood at", "Without a surplus the balance stood at"),
    trade("", *after("The surplus of earlier years is gone.")),
    # kinds that are called by their names
    investment("", "what Russia held was", "the stock from Russia was"),
    investment("", "{{ fdi_total }} came in", "the cumulative inflow was {{ fdi_total }}"),
    investment("", "what Russia held was", "at the stock exchange and elsewhere Russia held"),
    investment("", "Net inflow of direct investment", "Flows of direct investment"),
    # percentage points as such
    trade(
        "",
        "A duty of {{ duty }} applies",
        "The duty of {{ duty }} fell by {{ export_share | points }}",
    ),
    trade("", "A duty of {{ duty }} applies", "Exports fell by a duty of {{ duty }}"),
    # part-years told apart
    investment("", "By the latest figures it was", "For the first months it was"),
    investment("", "{{ net_fdi 2024 }}. By", "{{ net_fdi 2024 }}, after {{ net_fdi 2023 }}. By"),
    trade(
        "",
        "The ministry states {{ half_year | exact }} for the first half of 2025. Trade in 2024",
        "Trade from Mongolia was {{ half_year | exact }} by June; that of 2024",
    ),
    # a series that grows fast, a mirror gap within its margin
    data("", "stocks.csv", "NA,2025,13.8", "NA,2025,1380.0"),
    manifest(
        "",
        "russia_reports, gap]",
        "russia_reports]",
        Edit(TRADE, ", for 2021 {{ russia_reports 2021 }}", ""),
        Edit(
            MANIFEST,
            "  same: [[exports, goods_sold]]",
            "  same: [[exports, goods_sold]]\n"
            "  mirror: [{own: exports, partner: russia_reports, margin: 99}]",
        ),
    ),
    # labels of one word
    manifest(
        "",
        '"Turnover, as the ministry gives it"',
        '"Total"',
        Edit(MANIFEST, '"Goods balance"', '"Total"'),
    ),
    # a state that ISO 3166 lacks
    manifest(
        "",
        "  EU27: {en",
        '  XKX: {en: "Kosovo"}\n  EU27: {en',
        Edit("trade.csv", "JPN,import,2025,1021.6", "JPN,import,2025,1021.6\nXKX,import,2025,0.4"),
    ),
    # averages that are averages
    trade("", _SINCE, "Imports {{ imports | change: since 2020, verb }} and a year earlier not"),
    trade("", _SINCE, "Imports, a year later, {{ imports | change: since 2020, verb }}"),
    trade("", "From 2020 to 2025 imports", "Over these years imports"),
    trade("", _IMPORTS, "In all imports came to {{ imports 2020..2025 }}"),
    # markers that are no code
    manifest("", 'missing: [".."]', 'missing: ["..", "n/a"]'),
)
