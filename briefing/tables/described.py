"""What each format of data files is, and what a figure's place in it is, for the reference."""

from collections.abc import Mapping

FORMATS_DESCRIBED: Mapping[str, str] = {
    "delimited": "CSV, TSV and their like, unless another is given; utf-8, utf-16 by its mark, "
    "cp1251, cp1251-mn (Є Ї for Ө Ү) and what else Python knows. Place: line, column.",
    "xlsx": "A workbook; sheet names one of several (extra excel). Place: trade.xlsx#Data, row, "
    "column.",
    "xls": "A workbook of old Excel, likewise.",
    "ods": "A workbook of LibreOffice, likewise.",
    "parquet": "Tables of millions of rows: those are read that series ask for by where (extra "
    "large). Place: row, column.",
    "large-delimited": "A delimited file of millions of rows, likewise.",
    "sdmx-csv": "SDMX-CSV 1 and 2. Place: line.",
    "sdmx-ml": "SDMX-ML 2.0, 2.1 and 3.0, generic or structure-specific. Place: line of the "
    "observation.",
    "sdmx-json": "SDMX-JSON 1 and 2. Place: number of the observation.",
    "json-stat": "JSON-stat 1 and 2. Place: number of the value.",
    "px": "PC-Axis. Place: number of the value.",
    "eurostat-tsv": "Eurostat's TSV. Place: line, column.",
    "world-bank": "The JSON of the World Bank's interface. Place: number of the record.",
    "comtrade": "The JSON of UN Comtrade's interface. Place: number of the record.",
}
