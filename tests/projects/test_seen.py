"""Faults seen on published cases and hostile projects, each in a small project of its own."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import briefing
from briefing.model import Finding, Severity
from tests.pdf.structure import structure_text

MANIFEST = """briefing: 1
title: {{en: Seen}}
period: {period}
released: 2026-11-24
languages: [en]
sources: {{s: {{title: T, publisher: P, retrieved: 2026-01-01, basis: {{en: current prices}}}}}}
tables:
  t: {{file: t.csv, source: s, period: period, value: value, unit: {unit}, kind: flow{table}}}
{more}
sections: [one]
"""


def made(
    folder: Path,
    rows: str,
    text: str,
    more: str = "",
    table: str = "",
    unit: str = "USD million",
    period: str = "2025",
) -> Path:
    (folder / "sections/en").mkdir(parents=True)
    manifest = MANIFEST.format(period=period, unit=unit, table=table, more=more)
    (folder / "briefing.yaml").write_text(manifest, "utf-8")
    (folder / "t.csv").write_text(rows, "utf-8")
    (folder / "sections/en/one.md").write_text(f"# One\n\n{text}\n", "utf-8")
    return folder


def printed(folder: Path) -> str:
    """What the pages say; no finding is an error."""
    outcome = briefing.build(str(folder), str(folder / "out"))
    assert outcome.built, [f.message for f in outcome.findings]
    return structure_text(Path(outcome.built[0].path).read_bytes()).replace("\u00a0", " ")


def found(folder: Path) -> Sequence[Finding]:
    return briefing.check(str(folder)).findings


# --- a remainder that no source has ------------------------------------------------------------

SHARES = (
    "who,period,value\nA,2025,{first}\nB,2025,9.9\nC,2025,7.2\nD,2025,2.5\nE,2025,1.6\n"
    "Other,2025,3.0\n"
)
FAMILY = (
    "series: {f: {table: t, by: who, label: {en: Shares}}}\nexhibits: {e: {kind: share, show: f}}"
)


def share_of(folder: Path, first: str) -> Path:
    rows = SHARES.format(first=first)
    text = "![Shares](exhibit:e)"
    return made(folder, rows, text, FAMILY, ", codes: none, totals: {who: [Other]}", "percent")


def test_the_source_s_own_rest_is_a_part(tmp_path: Path) -> None:
    text = printed(share_of(tmp_path / "p", "75.8"))
    assert "3.0" in text
    assert "3.8" not in text


@pytest.mark.parametrize(("first", "all_of_them"), [("75.0", "99.2"), ("60.0", "84.2")])
def test_what_the_source_leaves_unsaid_is_no_remainder_of_ours(
    tmp_path: Path, first: str, all_of_them: str
) -> None:
    (finding,) = found(share_of(tmp_path / "p", first))
    assert (finding.code, all_of_them in finding.message) == ("B355", True)
    assert "kind: ranking" in finding.hint
    folder = share_of(tmp_path / "q", first)
    manifest = folder / "briefing.yaml"
    text = manifest.read_text("utf-8").replace("kind: share", "kind: ranking")
    manifest.write_text(text, "utf-8")
    assert first in printed(folder)


# --- parts of a list of series -----------------------------------------------------------------


def test_parts_of_a_list_of_series_say_by_what_they_are_divided(tmp_path: Path) -> None:
    more = (
        "series: {a: {table: t, where: {who: A}, label: {en: Coal}}, "
        "b: {table: t, where: {who: B}, label: {en: Gold}}}\n"
        "exhibits: {e: {kind: share, show: [a, b]}}"
    )
    rows = "who,period,value\nA,2025,30\nB,2025,10\n"
    text = printed(made(tmp_path / "p", rows, "![Parts](exhibit:e)", more, ", codes: none"))
    assert "75.0" in text
    assert "25.0" in text


# --- periods of several kinds in one grid ------------------------------------------------------


def test_a_grid_shows_years_and_parts_of_years_that_a_table_holds(tmp_path: Path) -> None:
    periods = ("2008", "2009", "2010", "2010-01..2010-09", "2011-01..2011-09")
    rows = "period,value\n" + "".join(f"{p},{n + 1}1.5\n" for n, p in enumerate(periods))
    more = (
        "exhibits: {g: {kind: grid, show: [t], "
        "periods: [2008..2010, 2010-01..2010-09, 2011-01..2011-09]}}"
    )
    text = printed(made(tmp_path / "p", rows, "![All](exhibit:g)", more, period="2011-01..2011-09"))
    assert "[x]" not in text
    for value in ("11.5", "21.5", "31.5", "41.5", "51.5"):
        assert value in text


def test_a_range_of_quarters_is_a_row_of_each(tmp_path: Path) -> None:
    rows = "period,value\n" + "".join(f"2022-Q{n},{n}1.5\n" for n in range(1, 5))
    more = "exhibits: {g: {kind: grid, show: [t], periods: [2022-Q1..2022-Q4]}}"
    text = printed(made(tmp_path / "p", rows, "![All](exhibit:g)", more, period="2022-Q4"))
    assert "[x]" not in text
    for value in ("11.5", "21.5", "31.5", "41.5"):
        assert value in text


# --- the period before nine months -------------------------------------------------------------


def test_the_period_before_nine_months_are_those_of_the_year_before(tmp_path: Path) -> None:
    rows = "period,value\n2019-01..2019-09,8\n2020-01..2020-09,7\n"
    text = "It was {{ t }}, after {{ t period.previous }} in {{ period.previous }}."
    folder = made(tmp_path / "p", rows, text, period="2020-01..2020-09")
    assert "after US$8 million in January–September 2019" in printed(folder)


# --- files that are something else --------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<?xml version='1.0'?>\n<a>\n<b/>\n</a>\n", "XML"),
        (b'{"data": [\n{"period": 2025, "value": 1}\n]}\n', "JSON"),
        (b"<!DOCTYPE html>\n<html><body>\n" + b"<p>no data, </p>\n" * 600, "HTML"),
        (b"<html>\n" + b"<tr><td>1</td><td>2</td></tr>\n" * 600, "HTML"),
    ],
    ids=["XML", "JSON", "HTML", "HTML without a doctype"],
)
def test_a_file_of_another_kind_is_called_so_once(tmp_path: Path, data: bytes, words: str) -> None:
    folder = made(tmp_path / "p", "", "It was {{ t }}.")
    (folder / "t.csv").write_bytes(data)
    told = [f for f in found(folder) if f.severity is Severity.ERROR]
    assert len(told) <= 3
    assert [f for f in told if words in f.message + f.hint], told
    assert not [f for f in told if "the columns are: <" in f.hint]


def test_gzip_by_its_name_is_read_and_damaged_gzip_is_called_so(tmp_path: Path) -> None:
    import gzip

    folder = made(tmp_path / "p", "", "It was {{ t }}.")
    manifest = folder / "briefing.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("t.csv", "t.csv.gz"), "utf-8")
    whole = gzip.compress(b"period,value\n2025,7\n")
    (folder / "t.csv.gz").write_bytes(whole)
    assert found(folder) == ()
    (folder / "t.csv.gz").write_bytes(whole[:-6])
    messages = [f.message + f.hint for f in found(folder)]
    assert [m for m in messages if "gzip" in m]
    assert not [m for m in messages if "utf-16" in m]


# --- a total that is declared ------------------------------------------------------------------


def test_the_note_on_rounding_stands_where_totals_says_what_adds_up(tmp_path: Path) -> None:
    rows = "who,period,value\nA,2025,33.3\nB,2025,33.3\nC,2025,33.3\nWorld,2025,100.0\n"
    more = (
        "series: {f: {table: t, by: who, label: {en: Exports}}}\n"
        "exhibits: {g: {kind: grid, show: [f]}}"
    )
    table = ", codes: none, totals: {who: [World]}, complete: true"
    folder = made(tmp_path / "p", rows, "![All](exhibit:g)", more, table)
    assert "Totals may not sum due to rounding." in printed(folder)


# --- one mistyped year, and the edges of the calendar -------------------------------------------


def test_a_mistyped_year_of_daily_rates_costs_nothing(tmp_path: Path) -> None:
    import time

    days = "".join(f"2025-01-{day:02},3.4{day}\n" for day in range(1, 29))
    rows = f"period,value\n0205-01-05,3.41\n{days}"
    more = "exhibits: {e: {kind: line, show: [t]}, g: {kind: grid, show: [t]}}"
    text = "![Rates](exhibit:e)\n\n![Rates again](exhibit:g)"
    folder = made(tmp_path / "p", rows, text, more, unit="MNT", period="2025-01-28")
    begun = time.process_time()
    outcome = briefing.build(str(folder), str(tmp_path / "out"))
    assert "B244" in {f.code for f in outcome.findings}
    assert time.process_time() - begun < 20  # 660,000 days took minutes


@pytest.mark.parametrize("years", [("0001", "0002"), ("9998", "9999"), ("9999", "9999")])
def test_the_edges_of_the_calendar_are_no_bug(tmp_path: Path, years: tuple[str, str]) -> None:
    rows = "period,value\n" + "".join(f"{year},{n}5\n" for n, year in enumerate(set(years), 1))
    text = "It was {{ t }}, {{ t change }}. Before {{ period.previous }}.\n\n![B](exhibit:e)"
    more = "exhibits: {e: {kind: bars, show: [t]}}"
    folder = made(tmp_path / "p", rows, text, more, period=years[1])
    briefing.check(str(folder))
    briefing.build(str(folder), str(tmp_path / "out"))
    folder = made(tmp_path / "q", rows, "![B](exhibit:e)", more, period=years[1])
    briefing.build(str(folder), str(tmp_path / "out"))


@pytest.mark.parametrize("day", ["2024-02-29", "2020-W53", "9998-12-31", "0001-01-01"])
def test_rare_days_are_periods(tmp_path: Path, day: str) -> None:
    folder = made(tmp_path / "p", f"period,value\n{day},5\n", "It was {{ t | bare }}.", period=day)
    assert [f.code for f in found(folder) if f.code not in ("B317", "B122")] == []
    briefing.build(str(folder), str(tmp_path / "out"))


# --- surroundings -------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["punycode", "idna", "hex", "rot13", "undefined"])
def test_a_codec_of_no_file_is_refused(tmp_path: Path, encoding: str) -> None:
    folder = made(tmp_path / "p", "period,value\n2025,7\n", "It was {{ t }}.",
                  table=f", encoding: {encoding}")  # fmt: skip
    assert [f for f in found(folder) if f.severity is Severity.ERROR]


def test_references_that_never_close_take_time_by_their_number(tmp_path: Path) -> None:
    import time

    def seconds(count: int) -> float:
        folder = made(tmp_path / str(count), "period,value\n2025,7\n", "{{ " * count)
        begun = time.process_time()
        found(folder)
        return time.process_time() - begun

    seconds(100)
    few, many = seconds(8_000), seconds(64_000)
    assert many < 24 * few + 1
