"""A project whose every table is fetched, and what its services answer when all is well."""

from pathlib import Path

from tests.services.replay import Answer, Replay
from tests.services.replies import comtrade, json_stat, px_variables, sdmx_csv, world_bank

WORLD_BANK = "api.worldbank.org/v2/en/country/MNG/indicator/NY.GDP.MKTP.CD"
COMTRADE = "comtradeapi.un.org/public/v1/preview/C/A/HS"
COMTRADE_KEYED = "comtradeapi.un.org/data/v1/get/C/A/HS"
ECB = "data-api.ecb.europa.eu/service/data/EXR/M.USD.EUR"
PXWEB = "data.1212.mn/api/v1/en/NSO/Trade/EXPORTS.px"
FILE = "stat.example.org/rates.csv"
DESCRIBED = {"Country": ("Total", "China", "Russian Federation"), "Year": ("2023", "2024")}

MANIFEST = """\
briefing: 1
title: {en: Fetched}
parameters: {reporter: MNG, partner: RUS}
period: 2024
released: 2026-06-01
languages: [en]
style: ministry
sources:
  wb:
    title: {en: Indicators}
    publisher: {en: World Bank}
    basis: {en: current}
    retrieved: 2020-01-01
  un:
    title: {en: Comtrade}
    publisher: {en: United Nations}
    basis: {en: current}
    retrieved: 2020-01-01
  ecb:
    title: {en: Rates}
    publisher: {en: ECB}
    basis: {en: current}
    retrieved: 2020-01-01
  nso:
    title: {en: Exports}
    publisher: {en: Statistics Office}
    basis: {en: current}
    retrieved: 2020-01-01
  file:
    title: {en: File}
    publisher: {en: Office}
    basis: {en: current}
    retrieved: 2020-01-01
    published: 2019
tables:
  gdp:
    file: gdp.json
    format: world-bank
    source: wb
    period: date
    value: value
    unit: USD
    kind: flow
    from: {world_bank: {indicator: NY.GDP.MKTP.CD, country: $reporter, start: 2022, end: 2024}}
  un:
    file: un.json
    format: comtrade
    source: un
    period: period
    value: primaryValue
    unit: USD
    kind: flow
    from: {comtrade: {reporter: 496, partner: [643, 156], period: 2024, flow: X}}
  rate:
    file: rate.csv
    format: sdmx-csv
    source: ecb
    period: TIME_PERIOD
    value: OBS_VALUE
    unit: USD
    kind: flow
    from: {sdmx: {service: ecb, flow: EXR, key: M.USD.EUR, start: 2024-01}}
  exports:
    file: exports.json
    format: json-stat
    source: nso
    period: Year label
    value: value
    unit: USD thousand
    kind: flow
    codes: none
    from:
      pxweb:
        service: nso-mongolia
        table: Trade/EXPORTS.px
        select: {Country: [China, Russian Federation], Year: "*"}
  file:
    file: rates.csv
    source: file
    period: year
    value: value
    unit: percent
    kind: stock
    from: {url: "https://stat.example.org/rates.csv"}
series:
  output: {table: gdp, label: {en: Output}}
  sold: {table: un, where: {partnerCode: 643}, label: {en: Sold}}
  bought: {table: un, where: {partnerCode: 156}, label: {en: Sold to China}}
  dollars: {table: rate, label: {en: Dollars for a euro}}
  goods: {table: exports, where: {Country label: Russian Federation}, label: {en: Exports}}
  others: {table: exports, where: {Country label: China}, label: {en: To China}}
  rates: {table: file, label: {en: Rate}}
sections: [overview]
"""
TEXT = """\
# Overview

Output was {{ output 2024 }} in 2024; {{ sold 2024 }} were sold, {{ bought 2024 }} to China.
Exports were {{ goods 2024 }} and {{ others 2024 }}. A euro cost {{ dollars 2024-01 }}, and the
rate was {{ rates 2024 }}.
"""


def make(folder: Path) -> Path:
    """The project, nothing fetched yet."""
    (folder / "sections/en").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "sections/en/overview.md").write_text(TEXT, encoding="utf-8")
    return folder


def output(latest: str = "23586000000.5") -> bytes:
    return world_bank({2022: "17146471585.4", 2023: "20325100000", 2024: latest})


def sold(amount: float = 61600000.0, elapsed: str = "0.21") -> bytes:
    china = {"partnerCode": 156, "primaryValue": 14000000.0}
    return comtrade([{"primaryValue": amount}, china], elapsed)


def rate(text: str = "1.0905") -> bytes:
    return sdmx_csv([f"EXR.M.USD.EUR,M,USD,EUR,2024-01,{text},A"])


def exports(latest: object = 80.2, codes: tuple[str, str] = ("1", "2")) -> bytes:
    countries = dict(zip(codes, ("China", "Russian Federation"), strict=True))
    dimensions = {"Country": countries, "Year": {"0": "2023", "1": "2024"}}
    return json_stat(dimensions, [100.5, 110.5, 70.1, latest])


def lay(replay: Replay) -> None:
    """All is well everywhere."""
    replay.answers |= {
        WORLD_BANK: Answer(output()),
        COMTRADE: Answer(sold()),
        COMTRADE_KEYED: Answer(sold()),
        ECB: Answer(rate(), headers={"Last-Modified": "Fri, 02 Feb 2024 14:00:00 GMT"}),
        PXWEB: lambda asked: Answer(exports() if asked.body else px_variables(DESCRIBED)),
        FILE: Answer(b"year,value\n2024,5.5\n", headers={"ETag": '"1"'}),
    }
