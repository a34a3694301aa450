"""What an editor says of each key: by entry, then by key; `""` is the entry itself."""

from collections.abc import Mapping

from briefing.project.keys.tables_described import LABEL, TABLES_DESCRIBED, UNIT

DESCRIPTIONS: Mapping[str, Mapping[str, str]] = {
    "ManifestEntry": {
        "": "A country briefing: what it says, from which data, for which edition.",
        "briefing": "The version of this format: 1.",
        "title": "The briefing's title, in each language; may hold {{ partner.name }}, "
        "{{ reporter.name }} and {{ period }}.",
        "parameters": "The values that make this edition of a template: reporter and partner as "
        "ISO 3166 alpha-3 codes (MNG), and others of your own. `$name` stands for a value; "
        "`-p partner=CHN` replaces one.",
        "period": "The latest period spoken of: 2025, 2025-Q3 or 2025-09. An edition knows nothing "
        "later. `--period` replaces it.",
        "released": "The edition's own date, 2026-11-24; the clock is never read. Without it "
        "SOURCE_DATE_EPOCH is the date.",
        "languages": "The languages to write, one PDF each; the first is the reference.",
        "style": "The look: the name of a style, or what differs from the one that it `extends`. "
        "`--style` replaces it.",
        "marking": "A line on each page, such as OFFICIAL.",
        "publisher": "Who answers for the briefing: creator and publisher in the file’s metadata.",
        "figures": "quiet (the default: figures of the text are no links) or linked (with annex: "
        "full each leads to its row in the register of figures).",
        "abbreviations": "What abbreviations stand for, by language, for who hears the file read: "
        "{FTA: free trade agreement}.",
        "annex": "What stands behind the text: full (data of the charts, register of all figures, "
        "every check), short (the figures of the first page with their sources, the checks in "
        "three sentences) or none; sources and methods always do. The style’s own unless given.",
        "lead": "The exhibit that stands first on the first page, by its name; none for none. "
        "Without it the first chart over time of what the tiles show.",
        "card": "true for a speaking card beside each PDF, as `--card`: the figures of the first "
        "page as one says them, when and whence each is, what not to say.",
        "logo": "A crest or logo beside the title, on the first page; a style may bring one too.",
        "paper": "A4 or letter; A4 unless given.",
        "locator": "The map of reporter and partner on the first page.",
        "contact": "Whom a reader may ask: an address printed with the title.",
        "next_release": "When the next edition comes: 2027-03-31 or 2027-05, beside the title; "
        "unless given, the next release of the calendar.",
        "calendar": "Coming visits, releases and anniversaries, by a name of yours; what is over "
        "by the edition's date is left out. The first release that lies ahead is the next release "
        "beside the title, where next_release says no other.",
        "against": "The record.json of the last edition, a file of the project: the first page "
        "says how many figures were added, revised and corrected since. Without it the record of "
        "the first exhibit of changes that is placed.",
        "licence": "The terms under which the briefing may be used, printed with its sources.",
        "publication": "The publication that the briefing belongs to, above the title.",
        "publication_part": "The part of that publication, beside its name.",
        "edition": "The edition's name, also of its folder; the period unless given.",
        "sources": "Who published the data, by a name of yours. Every figure carries its source.",
        "tables": "How each data file is read, by a name of yours.",
        "series": "What texts and exhibits speak of: cut from a table, or made by an expression. "
        "A bare text is an expression.",
        "facts": "Single figures and dates that a source states, by a name of yours.",
        "exhibits": "Charts, grids, tiles and timelines, by a name of yours; a section places one "
        "by ![Title that states the finding](exhibit:NAME).",
        "names": "Names for codes that are no country, and other names for countries: "
        "EU27: {en: European Union}.",
        "checks": "What must agree in the figures, and findings that are as they should be.",
        "embargo": "The moment before which only a few may know the briefing, with its offset from "
        "UTC: 2026-12-01T09:30+08:00. It is printed on every page and stands in the file's name; "
        "`briefing build --public` makes the version without it once it is over.",
        "send": "Who mails the editions to whom, with `briefing send`.",
        "sections": "The sections in their order; each is a file sections/<language>/<name>.md, "
        "or <name>.<VALUE>.md for one value of a parameter.",
    },
    "LogoEntry": {
        "": "A crest or logo beside the title.",
        "picture": "A PNG, JPEG or SVG of the project; an SVG is drawn as vectors, of shapes and "
        "gradients alone (pip install 'country-briefing[svg]').",
        "text": "What it is, in each language, for who doesn't see it.",
    },
    "LocatorEntry": {
        "": "The map of the first page: reporter and partner by the outlines of Natural Earth, "
        "unless the project brings its own.",
        "printed": "false where there is to be none.",
        "picture": "A PNG, JPEG or SVG of the project that stands in its place.",
        "text": "What that picture shows, in each language, for who doesn't see it.",
    },
    "SectionEntry": {
        "": "One section.",
        "name": "Its name, that of its file.",
        "needs": "Names that must have a value, else it is left out: stock.",
    },
    "SendEntry": {
        "": "Who mails the editions to whom. Server and login are never written here.",
        "from": "The sender: Trade Desk <desk@mfa.example>.",
        "reply_to": "Where answers go, if not to the sender.",
        "to": "Who gets each edition: addresses, or maps of address and languages.",
        "pre_release": "Who gets it under embargo already; nobody else does before its end.",
    },
    "RecipientEntry": {
        "": "Somebody who gets editions.",
        "address": "name@example.org, or Name <name@example.org>.",
        "languages": "The languages wanted, one PDF each; all unless given.",
    },
    "SourceEntry": {
        "": "Who published data, where and when.",
        "title": "What the data or page is called.",
        "publisher": "Who published it; stands in the source line below each exhibit.",
        "url": "Where a reader finds it, with https:// or http://.",
        "retrieved": "The day on which it was fetched, 2026-04-15.",
        "published": "When its publisher issued it, as it says so.",
        "licence": "The terms under which it may be used.",
        "basis": "Prices and valuation: current US dollars; exports f.o.b., imports c.i.f.",
        "language": "The language of title and publisher, where it isn't the document's: ru.",
    },
    **TABLES_DESCRIBED,
    "SeriesEntry": {
        "": "One measure over time, or a family of them, one a key.",
        "table": "The table that it is cut from.",
        "where": "What cells must hold, by column: {flow: export}; a list means any of these, "
        "$partner a parameter's value.",
        "by": "The column whose values make a family: one series each.",
        "value": "Which of the table's `values` is cut, where it has several.",
        "is": "An expression: exports + imports, exports_to[$partner], share(exports, "
        "exports_to[WLD]), rank(exports_to, $partner).",
        "label": LABEL,
    },
    "FactEntry": {
        "": "One figure or date that a source states.",
        "value": "The value as the source gives it: 2760, 2019-09-03, or a bound, <1.",
        "unit": f"{UNIT}, date or days.",
        "source": "The source, by its name under `sources`.",
        "period": "The period that it is about: 2014, 2000..2013.",
        "kind": "Flow, stock, cumulative flow or ratio.",
        "as_of": "The day on which it became known, where that is not its period's end.",
        "checked": "The day on which somebody last saw that it still holds, 2026-11-24.",
        "valid": "The periods in which it holds: 2019..2026; after them it is a finding.",
        "when": "For which parameters' values it holds: {partner: RUS}; elsewhere it has no value.",
        "equals": "An expression that it must agree with, within its own rounding.",
        "label": LABEL,
    },
    "ExhibitEntry": {
        "": "What a section can show.",
        "kind": "bars, line, area, ranking, share, slope (two times), dumbbell (two figures a row) "
        "and map are charts, grid and mirror (both sides' figures of a flow, and the gap) tables, "
        "changes what differs from the last edition, tiles headline figures, timeline events, "
        "facts two countries side by side, people who is who, calendar what lies ahead.",
        "show": "The series, families or events to show: exports, [imports, exports], "
        "exports_to[CHN].",
        "from": "The first period shown.",
        "to": "The last period shown.",
        "periods": "The periods shown, one by one or as ranges: [2005, 2014, 2020..2025].",
        "top": "How many members of a family are shown, the largest first; of tiles the first so "
        "many that have a value.",
        "unit": "The unit to show figures in, where it is not their own.",
        "decimals": "How many decimals its figures have, at most what their source gives.",
        "mode": "How series stand: grouped, stacked, percent or diverging; flows of a dumbbell (a "
        "mirror's series), table of changes, marks of a map (circles).",
        "scale": "Whether several panels share a scale (shared) or have one each (own).",
        "highlight": "What stands out, all else being grey: series, members by key, or periods: "
        "[RUS], [2016, 2020].",
        "compare": "Series, or members by key, that are drawn beside in grey: [CHN].",
        "annotate": "Words at points, by period or a member's key: {2016: {en: low}}.",
        "reference": "Facts or series that all is held against, as dashed lines that the key "
        "names: target.",
        "index": "The period at which each series is 100: 2015.",
        "transpose": "Whether rows and columns of a grid change places.",
        "wide": "Whether it takes the page's whole width.",
        "where": "Which events are shown: what cells must hold, by column.",
        "filled": "Which events have a filled marker, and what that says.",
        "subtitle": "A line below the title instead of unit and periods.",
        "note": "A line below the exhibit.",
        "needs": "Names that must have a value, else it is left out wherever it is placed.",
        "against": "The record.json of the last edition, a file of the project, for `changes`.",
        "rows": "The rows of `facts`, each with figures or words.",
        "countries": "The columns of `facts`: [MNG, $partner]; reporter and partner unless given.",
        "people": "Who is listed by `people`, in this order.",
        "occasions": "What a `calendar` lists (visit, release, anniversary); all unless given.",
    },
    "RowEntry": {
        "": "A row of a panel of countries: a figure of each, or what a source says in words.",
        "label": "What the row says: {en: Population}.",
        "show": "The figure of each country: {MNG: people, $partner: people_of[RUS]}, or a family "
        "by country that has all: people_by_country. The latest value that the edition knows.",
        "text": "Words by country, each in every language: {MNG: {en: Ulaanbaatar}, RUS: {en: "
        "Moscow}}; a country without any is shown as not available.",
        "source": "Whence the words are, by names under `sources`; one or more.",
        "as_of": "The day on which the words were last seen to hold, 2026-11-24; printed, and a "
        "year later a finding.",
    },
    "PersonEntry": {
        "": "Who holds an office.",
        "name": "The name as each language writes it.",
        "native": "The name in the person's own language, printed beside it: {mn: Баттулга}.",
        "office": "The office: {en: President}.",
        "country": "The country, ISO alpha-3 or $partner, printed behind the office.",
        "since": "Since when: 2021-06-25, 2021-06 or 2021.",
        "source": "Who says so, by its name under `sources`.",
        "as_of": "The day on which it was last seen to hold; printed, and a year later a finding.",
        "portrait": "A PNG or JPEG of the project; without one there is none.",
        "alt": "What the portrait shows, for who doesn't see it.",
        "credit": "Whose picture it is, printed beside it.",
    },
    "DateEntry": {
        "": "A coming day.",
        "when": "A day, a month or a range: 2027-03-10, 2027-11, 2027-03-10..2027-03-12.",
        "what": "What happens then.",
        "kind": "visit, release or anniversary.",
        "where": "Where it happens.",
        "source": "Who announced it, by its name under `sources`.",
    },
    "FilledEntry": {
        "": "Which events of a timeline have a filled marker.",
        "where": "What cells must hold, by column: {kind: treaty}.",
        "label": "What a filled marker says, in the exhibit's key.",
    },
    "ChecksEntry": {
        "": "What must agree in the figures.",
        "sums": "Totals and the parts that must add up to them, within rounding.",
        "same": "Lists of names that measure one thing and must agree, within rounding.",
        "mirror": "One flow as each side reports it; a wide gap is a finding.",
        "allow": "Findings that are as they should be, each with its reason.",
    },
    "SumEntry": {
        "": "A total and its parts.",
        "total": "The series or fact that is the total.",
        "parts": "The series or facts that add up to it.",
    },
    "MirrorEntry": {
        "": "One flow as both sides report it.",
        "own": "The series as the reporter gives it.",
        "partner": "The series as the partner gives it.",
        "margin": "How many percent the two may differ before that is a finding.",
    },
    "AllowEntry": {
        "": "A finding that is as it should be.",
        "rule": "The rule's code, B101 and on; `briefing rules` explains them.",
        "at": "Where: a name of the manifest, a section, or file:line.",
        "because": "Why, for the reader of the record.",
    },
}
