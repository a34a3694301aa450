"""Siblings of the cases, looked for in public trackers: each is told, or printed, as it should be.

Each entry names the thread that it was seen in; its figures are those of the thread, or made up to
show the same fault.
"""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

import briefing
from briefing.cli.options import choices
from briefing.model.block import Paragraph
from briefing.model.inline import Number
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.pdf.structure import structure_text

GITHUB = "https://github.com/"
MANIFEST = """\
briefing: 1
title: T
parameters: {{reporter: MNG, partner: DEU}}
period: 2024
released: 2025-06-01
languages: [{language}]
sources: {{s: {{title: Trade, publisher: P, retrieved: 2025-05-01, basis: b}}}}
tables:
  t: {{file: t.csv, source: s, period: y, value: v, unit: {unit}, kind: flow{more}}}
series: {{{series}}}
sections: [one]
"""
ONE = "x: {table: t, label: {en: X, fr: X, mn: X, ru: {text: X, gender: m}}}"
BY = "by: {table: t, by: who, label: {en: By}}, r: {is: 'rank(by, China)', label: {en: R}}"


def made(folder: Path, rows: str, text: str, **said: str) -> Path:
    filled = {"unit": "USD million", "more": "", "series": ONE, "language": "en"} | said
    (folder / "sections" / filled["language"]).mkdir(parents=True)
    (folder / "briefing.yaml").write_text(MANIFEST.format(**filled), encoding="utf-8")
    (folder / "t.csv").write_text(rows, encoding="utf-8")
    section = folder / "sections" / filled["language"] / "one.md"
    section.write_text(f"# One\n\nIt {text}\n", encoding="utf-8")
    return folder


def told(project: Path) -> list[str]:
    """The figures that the text prints."""
    examined = examine(Workspace(str(project)), choices("", (), (), ""))
    wrong = [f.message for f in examined.findings if f.severity == "error"]
    assert not wrong, wrong
    (document,) = examined.documents
    blocks = (b for c in document.chapters for b in c.blocks if isinstance(b, Paragraph))
    numbers = [i.text for b in blocks for i in b.inlines if isinstance(i, Number)]
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in numbers]


def codes(project: Path) -> set[str]:
    return {f.code for f in briefing.check(str(project)).findings} - {"B120"}


@pytest.mark.parametrize(
    ("earlier", "later", "change", "thread"),
    [
        ("-10", "-30", "a decrease of US$20 million", "mrhappyasthma/IsThisStockGood/issues/13"),
        ("-100", "-90", "an increase of US$10 million", "facebookarchive/bootstrapped/pull/29"),
        ("0", "-1", "a decrease of US$1 million", "metabase/metabase/pull/12282"),
        ("-100", "-50", "an increase of US$50 million", "we-promise/sure/issues/2579"),
        ("-10", "-2049", "a decrease of US$2.0 billion", "dataease/dataease/issues/9308"),
        ("-1", "1", "an increase of US$2 million", "pandas-dev/pandas/issues/22596"),
        ("10", "-10", "a decrease of US$20 million", "xKDR/TSFrames.jl/issues/105"),
    ],
)
def test_changes_about_zero(
    tmp_path: Path, earlier: str, later: str, change: str, thread: str
) -> None:
    rows = f"y,v\n2023,{earlier}\n2024,{later}\n"
    sign = "+" if change.startswith("an") else "−"
    bare = sign + change.partition(" of ")[2]
    text = "was {{ x | change }}, {{ x | change: bare }}."
    assert told(made(tmp_path / "p", rows, text)) == [change, bare], GITHUB + thread


@pytest.mark.parametrize(
    ("value", "decimals", "printed", "thread"),
    [
        ("17.450", 1, "17.5%", "d3/d3-format/issues/48"),
        ("-1.25", 1, "−1.3%", "scurker/currency.js/issues/451"),
        ("1.005", 2, "1.01%", "openexchangerates/accounting.js/pull/164"),
        ("35.175", 2, "35.18%", "openexchangerates/accounting.js/issues/53"),
        ("158.605", 2, "158.61%", "openexchangerates/accounting.js/issues/53"),
        ("0.145", 2, "0.15%", "openexchangerates/accounting.js/issues/84"),
        ("1312.444445", 2, "1,312.44%", "scurker/currency.js/issues/116"),
        ("0.055", 1, "less than 0.1%", "ericmj/decimal/issues/63"),
    ],
)
def test_halves_go_away_from_zero(
    tmp_path: Path, value: str, decimals: int, printed: str, thread: str
) -> None:
    rows = f"y,v\n2023,1\n2024,{value}\n"
    text = f"was {{{{ x | decimals: {decimals} }}}}."
    assert told(made(tmp_path / "p", rows, text, unit="percent")) == [printed], GITHUB + thread


@pytest.mark.parametrize(
    ("name", "thread"),
    [
        ("Africa CAMEU region, nes", "ropensci/comtradr/issues/31"),
        ("Eastern Europe, nes", "ropensci/comtradr/issues/31"),
        ("Europe EFTA, nes", "ropensci/comtradr/issues/31"),
        ("Neutral Zone", "ropensci/comtradr/issues/31"),
        ("EU-28", "ropensci/comtradr/issues/31"),
        ("Other European Territories", "defog-ai/factiq-plugin/pull/68"),
        ("European Union", "github/innovationgraph/issues/30"),
        ("World", "medialab/ricardo_data/issues/81"),
        ("Rest of the World", "medialab/ricardo/issues/1"),
    ],
)
def test_groups_called_by_name(tmp_path: Path, name: str, thread: str) -> None:
    cell = f'"{name}"' if "," in name else name
    rows = f"who,y,v\nChina,2024,5\nGermany,2024,4\n{cell},2024,7\n"
    project = made(tmp_path / "p", rows, "was {{ r | rank }}.", more=", codes: none", series=BY)
    assert codes(project) == {"B113"}, GITHUB + thread


@pytest.mark.parametrize("name", ["South Korea", "Papua New Guinea", "United States", "Niger"])
def test_countries_are_no_groups(tmp_path: Path, name: str) -> None:
    rows = f"who,y,v\nChina,2024,5\nGermany,2024,4\n{name},2024,7\n"
    project = made(tmp_path / "p", rows, "was {{ r | rank }}.", more=", codes: none", series=BY)
    assert codes(project) == set()


@pytest.mark.parametrize(
    ("one", "other", "thread"),
    [
        ("Viet Nam", "Vietnam", "iilab/openoil/issues/46"),
        ("Cabo Verde", "Cape Verde", "CSSEGISandData/COVID-19/issues/1269"),
        ("Timor-Leste", "East Timor", "CSSEGISandData/COVID-19/issues/1269"),
        ("Ivory Coast", "Côte d’Ivoire", "samayo/country-json/issues/60"),
        ("Lao People's Democratic Republic", "Laos", "owid/covid-19-data/pull/211"),
    ],
)
def test_one_partner_by_two_names(tmp_path: Path, one: str, other: str, thread: str) -> None:
    rows = f"who,y,v\nChina,2024,5\n{one},2023,4\n{other},2024,7\n"
    project = made(tmp_path / "p", rows, "was {{ r | rank }}.", more=", codes: none", series=BY)
    assert codes(project) == {"B245"}, GITHUB + thread


@pytest.mark.parametrize(
    ("cells", "dialect", "printed", "thread"),
    [
        (
            "1.000,92",
            "decimal: ',', thousands: '.'",
            "1,000.92",
            "jasp-stats/jasp-desktop/issues/403",
        ),
        (
            "1.355,90",
            "decimal: ',', thousands: '.'",
            "1,355.90",
            "deadlocker8/BudgetMaster/issues/731",
        ),
        ("0,435", "decimal: ','", "0.435", "jasp-stats/jasp-issues/issues/3608"),
        ("96.3", "decimal: '.'", "96.3", "MaximeCordeil/IATK/issues/40"),
        ("1 408", "thousands: ' '", "1,408", "Caleydo/caleydo/issues/1801"),
    ],
)
def test_signs_of_numbers(
    tmp_path: Path, cells: str, dialect: str, printed: str, thread: str
) -> None:
    rows = f"y;v\n2023;{cells}\n2024;{cells}\n"
    more = f", delimiter: ';', {dialect}"
    project = made(tmp_path / "p", rows, "was {{ x | exact }}.", more=more)
    assert told(project) == [f"US${printed} million"], GITHUB + thread


def test_a_number_with_another_sign_than_declared_is_refused(tmp_path: Path) -> None:
    rows = "y;v\n2023;51,10\n2024;50,52\n"
    project = made(tmp_path / "p", rows, "was {{ x }}.", more=", delimiter: ';'")
    assert "B207" in codes(project), f"{GITHUB}OpenCompare/OpenCompare/issues/143"


@pytest.mark.parametrize(
    ("language", "value", "printed"),
    [
        ("en", "0", "0 meetings"),
        ("en", "1", "1 meeting"),
        ("en", "21", "21 meetings"),
        ("fr", "0", "0 réunion"),
        ("fr", "1", "1 réunion"),
        ("ru", "0", "0 встреч"),
        ("ru", "1", "1 встреча"),
        ("ru", "21", "21 встреча"),
        ("ru", "12", "12 встреч"),
        ("mn", "10", "10 уулзалт"),
    ],
)
def test_nouns_agree_with_their_number(
    tmp_path: Path, language: str, value: str, printed: str
) -> None:
    """Seen in sindresorhus/plur#31, Typora-i18n#146, legacy-homebrew#40543, Lang.js#25."""
    unit = (
        "{en: {one: meeting, other: meetings}, fr: {one: réunion, other: réunions}, "
        "ru: {one: встреча, few: встречи, many: встреч, other: встречи}, mn: {other: уулзалт}}"
    )
    rows = f"y,v\n2023,3\n2024,{value}\n"
    project = made(tmp_path / "p", rows, "{{ x }}.", unit=unit, language=language)
    assert told(project) == [printed]
    number = made(tmp_path / "q", rows, "{{ x | number }}.", unit=unit, language=language)
    assert told(number) == [value]


@pytest.mark.parametrize(
    ("flags", "mark", "thread"),
    [
        ("bu", "[e] [b]", "rOpenGov/eurostat/issues/87"),
        ("bep", "[p] [e] [b]", "datacommonsorg/data/issues/128"),
        ("f", "[e]", "datacommonsorg/data/issues/128"),
        ("d", "[b]", "datacommonsorg/data/issues/128"),
        ("p", "[p]", "eblondel/rsdmx/issues/17"),
    ],
)
def test_flags_of_eurostat(tmp_path: Path, flags: str, mark: str, thread: str) -> None:
    rows = f"y,v,st\n2023,1,\n2024,2,{flags}\n"
    project = made(tmp_path / "p", rows, "was {{ x }}.", more=", status: st")
    (document,) = examine(Workspace(str(project)), choices("", (), (), "")).documents
    facts = [
        i.fact
        for c in document.chapters
        for b in c.blocks
        if isinstance(b, Paragraph)
        for i in b.inlines
        if isinstance(i, Number)
    ]
    marks = [fact.status.marks.replace("\N{NO-BREAK SPACE}", " ") for fact in facts]
    assert marks == [mark], GITHUB + thread


@pytest.mark.parametrize(
    ("text", "thread"),
    [
        (
            "fell from {{ x 2023 }} to {{ x 2024-01..2024-08 }}.",
            "motormetrics/motormetrics/issues/915",
        ),
        ("was {{ x 2024-01..2024-08 }}, against {{ x 2023 }} in 2023.", "DOI-ONRR/nrrd/issues/357"),
        (
            "is {{ x 2024-01..2024-08 }} compared with {{ x 2023 }} in 2023.",
            "supernova1963/eedc-homeassistant/issues/370",
        ),
        (
            "dropped to {{ x 2024-01..2024-08 }} from {{ x 2023 }}.",
            "piebro/openstreetmap-statistics/issues/103",
        ),
        ("was {{ x 2024-01..2024-08 | change: since 2023 }}.", "metabase/metabase/issues/11978"),
    ],
)
def test_part_of_a_year_is_not_set_against_a_whole_one(
    tmp_path: Path, text: str, thread: str
) -> None:
    rows = "y,v\n2023,120\n2024-01..2024-08,80\n2023-01..2023-08,75\n"
    assert codes(made(tmp_path / "p", rows, text)) & {"B108", "B275"}, GITHUB + thread


@pytest.mark.parametrize(
    ("key", "declared", "thread"),
    [
        ("NA", "alpha2", "vincentarelbundock/countrycode/issues/261"),
        ("XK", "alpha2", "openfoodfacts/openfoodfacts-server/issues/2106"),
        ("XKX", "alpha3", "covidatlas/coronadatascraper/pull/107"),
        ("XK", "eurostat", "datopian/portaljs/issues/1278"),
        ("ROM", "alpha3", "vincentarelbundock/WDI"),
    ],
)
def test_codes_that_are_often_lost(tmp_path: Path, key: str, declared: str, thread: str) -> None:
    other = {"alpha3": "CHN"}.get(declared, "CN")
    rows = f"who,y,v\n{other},2024,5\n{key},2024,7\n"
    series = "by: {table: t, by: who, label: {en: By}}, s: {is: 'sum(by)', label: {en: S}}"
    more = f", codes: {declared}"
    project = made(tmp_path / "p", rows, "was {{ s }}.", more=more, series=series)
    assert told(project) == ["US$12 million"], GITHUB + thread


def page(project: Path, folder: Path, exhibits: str, *placed: str) -> str:
    """What the pages of a project print with these exhibits."""
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    text = text.replace("sections: [one]", f"exhibits: {{{exhibits}}}\nsections: [one]")
    manifest.write_text(text, encoding="utf-8")
    section = project / "sections/en/one.md"
    shown = "".join(f"\n![{name}](exhibit:{name})\n" for name in placed)
    section.write_text(section.read_text(encoding="utf-8") + shown, encoding="utf-8")
    outcome = briefing.build(str(project), str(folder))
    assert outcome.built, [f.message for f in outcome.findings]
    read = structure_text(Path(outcome.built[0].path).read_bytes())
    return read.replace("\N{NO-BREAK SPACE}", " ").replace("\t", " ")


@pytest.mark.parametrize(
    ("values", "noted", "thread"),
    [
        ((1, 1, 1), True, "metabase/metabase/pull/74636"),
        ((80, 86, 80), False, "mermaid-js/mermaid/issues/3987"),
        ((995, 5, 0), False, "developer0hye/office2pdf/issues/792"),
        ((214, 64, 739), False, "highcharts/highcharts/issues/17117"),
        ((1000, 1000, 4000), True, "highcharts/highcharts/issues/16035"),
    ],
)
def test_shares_say_where_they_miss_a_hundred_by_rounding(
    tmp_path: Path, values: tuple[int, ...], noted: bool, thread: str
) -> None:
    keys = ("China", "Germany", "Japan")
    rows = "who,y,v\n" + "".join(f"{k},2024,{v}\n" for k, v in zip(keys, values, strict=True))
    project = made(tmp_path / "p", rows, "is.", more=", codes: none", series=BY)
    text = page(project, tmp_path / "out", "s: {kind: share, show: by}", "s")
    exact = [Decimal(1000 * v) / sum(values) for v in values]
    rounded = [v.quantize(Decimal(1), ROUND_HALF_UP) for v in exact]
    assert (sum(rounded) != 1000) is noted, "the figures show what they are to show"
    assert ("Totals may not sum due to rounding." in text) is noted, GITHUB + thread
    assert "100.0" not in text


@pytest.mark.parametrize(
    ("values", "row", "note", "thread"),
    [
        (("5", "", "7"), "2023 [x]", "2023: not available", "baseline/issues/324"),
        (("5", "0", "7"), "2023 0", "", "ONSdigital/sdg-indicators/issues/1651"),
        (("0", "0", "0"), "2023 0", "", "axismaps/ridership/issues/99"),
        (("", "", "7"), "2023 [x]", "", "DOI-ONRR/doi-extractives-data/issues/1477"),
        (("5", "..", "7"), "2023 [x]", "2023: not available", "DataViva/dataviva-site/issues/73"),
    ],
)
def test_zero_and_missing_are_two_things(
    tmp_path: Path, values: tuple[str, ...], row: str, note: str, thread: str
) -> None:
    rows = "y,v\n" + "".join(f"{y},{v}\n" for y, v in zip((2022, 2023, 2024), values, strict=True))
    project = made(tmp_path / "p", rows, "is.", more=", missing: ['', '..']")
    exhibits = "g: {kind: grid, show: x, periods: [2022..2024]}, l: {kind: line, show: x}"
    text = page(project, tmp_path / "out", exhibits, "g", "l")
    assert row in text, GITHUB + thread
    assert note in text


@pytest.mark.parametrize(
    ("series", "code", "thread"),
    [
        ("{is: 'a + b', label: {en: X}}", "B255", "fineprint-global/fabio/issues/15"),
        ("{is: 'share(a, b)', label: {en: X}}", "B255", "fineprint-global/fabio/issues/15"),
    ],
)
def test_unlike_measures_are_not_added(tmp_path: Path, series: str, code: str, thread: str) -> None:
    rows = "item,unit,y,v\nwood,tonne,2024,5\nlogs,kg,2024,7\n"
    cut = "a: {table: t, where: {item: wood}}, b: {table: t, where: {item: logs}}"
    project = made(
        tmp_path / "p", rows, "is {{ x }}.", unit="{column: unit}", series=f"{cut}, x: {series}"
    )
    assert code in codes(project), GITHUB + thread


def test_a_row_in_another_unit_than_its_neighbours_is_told(tmp_path: Path) -> None:
    rows = "y,v\n2020,1200\n2021,1250\n2022,1.3\n2023,1340\n2024,1400\n"
    project = made(tmp_path / "p", rows, "was {{ x }}.")
    assert codes(project) == {"B110"}, f"{GITHUB}msperlin/GetDFPData/issues/5"


def test_a_unit_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    project = made(tmp_path / "p", "y,v\n2024,5\n", "was {{ x }}.", unit="kEUR")
    assert "B017" in codes(project), f"{GITHUB}quintel/etmoses/issues/1231"
