"""The project `pairs` over whole matrices: UNCTAD's of 1995 to 2015 by section, and the yearly one
of the Correlates of War for the long run, as they lie in ../shared beside the checkout.

`python -m tests.world.matrix FOLDER` writes it, with `each.csv`: the pairs that traded, the
largest first. What a country sold to itself is left out. With `--extract` it writes the data of six
countries instead.
"""

import argparse
import csv
import shutil
from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared" / "data"
UNCTAD = SHARED / "trade" / "unctad_merchandise_matrix_sitc1_1995_2005_2015.parquet"
YEARLY = SHARED / "trade" / "SCALE_bilateral_trade_long_iso3_1870_2014.parquet"
NAMES = SHARED / "reference" / "crosswalk_unctad_names_iso3.csv"
PAIRS = Path(__file__).parent / "pairs"
SIX = ("CHN", "DEU", "JPN", "KAZ", "MNG", "RUS")
_LONG = """  yearly:
    {file: yearly.parquet, format: parquet, source: cow, period: year, value: imports_usd_mn,
     unit: USD million, kind: flow}
"""
_SOURCE = """  cow:
    title: {en: "Correlates of War Trade, version 4.0"}
    publisher: {en: "Barbieri and Keshk, Correlates of War Project"}
    url: "https://correlatesofwar.org/"
    retrieved: 2026-11-24
    licence: free with citation
    basis: {en: "current US dollars, as the importer reports"}
"""
_SERIES = """  long_exports:
    {table: yearly, where: {exporter: $reporter, importer: $partner},
     label: {en: "{{ partner.short }}’s imports, long run"}}
"""
_EXHIBITS = """  long_run:
    {kind: line, show: long_exports, from: 1980, to: 2014, needs: long_exports 2014}
"""
_SECTION = "  - {name: long, needs: long_exports 2014}\n"
_TEXT = """# The long run

{{ partner.short }} reports imports of {{ long_exports 2014 }} in 2014.

![Imports as the importer reports them](exhibit:long_run)
"""


def _matrix() -> None:
    """Tables `pairs`, `goods` and `totals` in DuckDB's memory."""
    import duckdb

    duckdb.execute(
        f"""CREATE OR REPLACE TABLE matrix AS
        SELECT e.iso3 AS exporter, i.iso3 AS importer, m.year,
            CASE sitc_section WHEN 'All' THEN 'T' ELSE sitc_section[5] END AS section,
            CAST(round(exports_thousand_usd, 3) AS DECIMAL(15, 3)) AS value
        FROM '{UNCTAD}' m
        JOIN read_csv('{NAMES}', header = true) e ON e.unctad_name = m.exporter
        JOIN read_csv('{NAMES}', header = true) i ON i.unctad_name = m.importer
        WHERE length(e.iso3) = 3 AND length(i.iso3) = 3 AND e.iso3 <> i.iso3 ORDER BY ALL"""
    )
    duckdb.execute("CREATE OR REPLACE TABLE goods AS SELECT * FROM matrix WHERE section <> 'T'")
    duckdb.execute("CREATE OR REPLACE TABLE pairs AS SELECT * FROM matrix WHERE section = 'T'")
    duckdb.execute(
        """CREATE OR REPLACE TABLE totals AS
        SELECT exporter, year, section, sum(value) AS value FROM matrix GROUP BY ALL
        UNION ALL
        SELECT 'WLD', year, section, sum(value) FROM matrix GROUP BY ALL ORDER BY ALL"""
    )


def extract(folder: Path) -> None:
    """The data of six countries, as CSV."""
    import duckdb

    _matrix()
    few = ", ".join(f"'{code}'" for code in SIX)
    written = "(HEADER, DELIMITER ',')"
    for table in ("pairs", "goods"):
        duckdb.execute(
            f"COPY (SELECT * FROM {table} WHERE exporter IN ({few}) AND importer IN ({few}) "
            f"ORDER BY ALL) TO '{folder}/{table}.csv' {written}"
        )
    duckdb.execute(
        f"COPY (SELECT * FROM totals WHERE exporter IN ({few}, 'WLD') ORDER BY ALL) "
        f"TO '{folder}/totals.csv' {written}"
    )


def write(folder: Path) -> Path:
    """The project over the whole matrices, with `each.csv`; its folder."""
    import duckdb

    shutil.copytree(PAIRS / "sections", folder / "sections", dirs_exist_ok=True)
    _matrix()
    for table in ("pairs", "goods", "totals"):
        duckdb.execute(f"COPY {table} TO '{folder}/{table}.parquet' (FORMAT parquet)")
    duckdb.execute(
        f"COPY (SELECT * FROM '{YEARLY}' WHERE imports_usd_mn >= 0 AND exporter <> '' AND "
        f"importer <> '' ORDER BY exporter, importer, year) TO '{folder}/yearly.parquet' "
        "(FORMAT parquet)"
    )
    text = (PAIRS / "briefing.yaml").read_text(encoding="utf-8")
    for table in ("pairs", "goods", "totals"):
        text = text.replace(f"file: {table}.csv", f"file: {table}.parquet, format: parquet")
    added = {"tables:": _LONG, "sources:": _SOURCE, "series:": _SERIES, "exhibits:": _EXHIBITS}
    for head, more in added.items():
        text = text.replace(f"\n{head}\n", f"\n{head}\n{more}")
    (folder / "briefing.yaml").write_text(text + _SECTION, encoding="utf-8")
    (folder / "sections/en/long.md").write_text(_TEXT, encoding="utf-8")
    traded = duckdb.execute(
        "SELECT exporter, importer FROM pairs WHERE year = 2015 AND value > 0 "
        "ORDER BY value DESC, exporter, importer"
    ).fetchall()
    with (folder / "each.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("reporter", "partner"), *traded])
    return folder


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--extract", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    (extract if options.extract else write)(options.folder)
