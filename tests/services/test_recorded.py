"""The replies of services that were recorded (`../shared/fetch/replies`, read there and not copied
for their licences): each is kept with all its rows, or is a finding that says what to do."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefing.model.spec import Choices
from briefing.run.fetch import Haul, fetch
from briefing.workspace.http import Ask
from tests.services import project
from tests.services.replay import Answer, Replay
from tests.services.replies import SHARED

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared beside the checkout")

PLACE = "stat.example.org/reply"
TABLE = """\
tables:
  reply:
    file: reply.dat
    format: {format}
    source: file
    period: {period}
    value: {value}
    unit: percent
    kind: stock
    scaled: true
    from: {{url: "https://stat.example.org/reply"}}
"""
# How a reply is declared: its format, its columns of periods and of values.
JSON = ("sdmx-json", "TIME_PERIOD", "OBS_VALUE")
DECLARED = {
    "worldbank": ("world-bank", "date", "value"),
    "comtrade": ("comtrade", "period", "primaryValue"),
    "pxweb": ("json-stat", '"Tid label"', "value"),
    "imf": JSON,
    "ecb": JSON,
    "eurostat": JSON,
    "oecd": ("sdmx-csv", "TIME_PERIOD", "OBS_VALUE"),
}
# Those that hold data which such a declaration reads, with their rows, counted by hand.
KEPT = {
    "comtrade/get_C_A_HS_4rows.json": 4,
    "ecb/EXR_flat_sdmx-json-1.0.json": 4,
    "eurostat/NAMA_10_GDP_structurespecific.xml": 4,
    "imf/data_dataflow_IMF_STA_GFS_SOO_ABW_S13_G2M_G23_T_POGDP_PT_A_dimensionAtObservatio.json": 5,
    "imf/data_dataflow_IMF_WHD_WHDREO_GX1213_BCA_GDP_BP6_A_dimensionAtObservation_TIME_PE.json": 55,
    "imf/sdmx21_PCPS.xml": 1,
    "imf/sdmx30_WEO-data.xml": 1,
    "pxweb/v2_TAB6471_data.json": 2772,
    "worldbank/wb_api_v2_gdp.json": 4,
    "worldbank/wb_api_v2_population.json": 4,
}


def recorded() -> list[dict[str, Any]]:
    if not SHARED.is_dir():
        return []
    content: list[dict[str, Any]] = json.loads((SHARED / "index.json").read_text(encoding="utf-8"))
    return content


def taken(folder: Path, ask: Ask, tables: str) -> Haul:
    made = project.make(folder)
    manifest = project.MANIFEST
    start, end = manifest.index("tables:\n"), manifest.index("series:\n")
    text = f"{manifest[:start]}{tables}sections: [overview]\n"
    assert end > start
    (made / "briefing.yaml").write_text(text, encoding="utf-8")
    return fetch(str(made), (), Choices(), ask, {}, now=lambda: datetime(2026, 4, 15, tzinfo=UTC))


@pytest.mark.parametrize("entry", recorded(), ids=lambda entry: entry["file"])
def test_a_recorded_reply_is_kept_whole_or_told(
    tmp_path: Path, replay: Replay, ask: Ask, entry: dict[str, Any]
) -> None:
    name = entry["file"]
    body = (SHARED / name).read_bytes()
    kind, period, value = DECLARED[name.partition("/")[0]]
    if name.endswith(".xml") and kind == "sdmx-json":
        kind = "sdmx-ml"
    headers = {
        key: text for key, text in entry["headers"].items() if key in ("retry-after", "date")
    }
    replay.answers[PLACE] = Answer(body, entry["status"], headers)
    table = TABLE.format(format=kind, period=period, value=value)
    (result,) = taken(tmp_path / "project", ask, table).taken
    haul_file = tmp_path / "project/reply.dat"
    if name in KEPT:
        assert result.result == "new", name
        assert result.rows == KEPT[name]
        assert haul_file.read_bytes() == body
    else:
        assert result.result == "failed", name
        assert not haul_file.exists()


def test_what_is_refused_says_what_to_do(tmp_path: Path, replay: Replay, ask: Ask) -> None:
    codes: Counter[str] = Counter()
    for number, entry in enumerate(recorded()):
        if entry["file"] in KEPT or entry["status"] == 429:
            continue
        kind, period, value = DECLARED[entry["file"].partition("/")[0]]
        body = (SHARED / entry["file"]).read_bytes()
        replay.answers[PLACE] = Answer(body, entry["status"])
        table = TABLE.format(format=kind, period=period, value=value)
        (finding,) = taken(tmp_path / str(number) / "project", ask, table).outcome.findings
        assert finding.hint
        codes[finding.code] += 1
    assert set(codes) <= {"B070", "B071", "B072"}
    assert codes["B070"] == 4


def test_a_recorded_page_that_lacks_most_of_its_rows_is_cut(
    tmp_path: Path, replay: Replay, ask: Ask
) -> None:
    body = (SHARED / "worldbank/wb_api_v2_gdp.json").read_bytes()
    address = "api.worldbank.org/v2/en/country/all/indicator/NY.GDP.MKTP.CD"
    replay.answers[address] = Answer(body)
    table = TABLE.format(format="world-bank", period="date", value="value").replace(
        '{url: "https://stat.example.org/reply"}',
        "{world_bank: {indicator: NY.GDP.MKTP.CD, country: all, start: 2013}}",
    )
    (finding,) = taken(tmp_path / "project", ask, table).outcome.findings
    assert finding.code == "B073"
    assert "says 264 rows and holds 4" in finding.message


def test_recorded_totals_of_comtrade_are_what_was_asked(
    tmp_path: Path, replay: Replay, ask: Ask
) -> None:
    body = (SHARED / "comtrade/get_C_A_HS_4rows.json").read_bytes()
    replay.answers[project.COMTRADE] = Answer(body)
    table = TABLE.format(format="comtrade", period="period", value="primaryValue").replace(
        '{url: "https://stat.example.org/reply"}',
        "{comtrade: {reporter: 156, partner: [32, 276, 280], period: 2010}}",
    )
    haul = taken(tmp_path / "project", ask, table)
    assert [(t.result, t.rows) for t in haul.taken] == [("new", 4)], haul.outcome.findings
