"""`briefing fetch`: what it writes, what it leaves, what reaches the pages; as a user calls it."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.model import Choices, Origin
from briefing.model.table import Row
from briefing.model.text import Place
from briefing.run.examine import check
from briefing.run.fetch import Haul, fetch
from briefing.services import SERVICES, RefusedError
from briefing.workspace.http import Ask
from tests.services import project, replies
from tests.services.replay import Answer, Replay

NOW = datetime(2026, 4, 15, 8, tzinfo=UTC)
KEY = "s3cret-0123456789abcdef"
MAIN = "from briefing.cli.app import main; main()"


@pytest.fixture
def folder(tmp_path: Path, replay: Replay) -> Path:
    project.lay(replay)
    return project.make(tmp_path / "project")


def take(folder: Path, ask: Ask, *names: str, year: int = 2026, **more: object) -> Haul:
    keys = more.pop("keys", {})
    return fetch(
        str(folder),
        names,
        Choices(),
        ask,
        keys,  # type: ignore[arg-type]
        now=lambda: NOW.replace(year=year),
        **more,  # type: ignore[arg-type]
    )


def results(haul: Haul) -> dict[str, str]:
    return {taken.table: taken.result for taken in haul.taken}


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    found = (p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): (p.read_bytes(), p.stat().st_mtime_ns) for p in found}


def lock(folder: Path) -> dict[str, dict[str, object]]:
    content = json.loads((folder / "briefing.lock.json").read_text(encoding="utf-8"))
    assert content["briefing"] == 1
    return content["tables"]


def run(
    folder: Path, *words: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", MAIN, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )


# --- what is asked ---------------------------------------------------------------------------


def test_each_service_is_asked_as_it_wants_to_be(folder: Path, replay: Replay, ask: Ask) -> None:
    take(folder, ask)
    asked = {(a.method, a.host): a for a in replay.asked}
    assert asked["GET", "api.worldbank.org"].path.endswith(
        "/country/MNG/indicator/NY.GDP.MKTP.CD?format=json&per_page=20000&date=2022:2024"
    )
    assert asked["GET", "comtradeapi.un.org"].path == (
        "/public/v1/preview/C/A/HS?flowCode=X&cmdCode=TOTAL&reporterCode=496&period=2024"
        "&partnerCode=643,156&partner2Code=0&customsCode=C00&motCode=0"
    )
    assert asked["GET", "data-api.ecb.europa.eu"].path == (
        "/service/data/EXR/M.USD.EUR?format=csvdata&startPeriod=2024-01"
    )
    posted = json.loads(asked["POST", "data.1212.mn"].body)
    assert posted == {
        "query": [
            {"code": "Country", "selection": {"filter": "item", "values": ["1", "2"]}},
            {"code": "Year", "selection": {"filter": "all", "values": ["*"]}},
        ],
        "response": {"format": "json-stat2"},
    }


def test_comtrade_is_asked_for_countries_by_their_own_codes(folder: Path, replay: Replay) -> None:
    asked = {"reporter": ("FRA", "496"), "partner": ("USA", "WLD", "CHE"), "period": ("2024",)}
    origin = Origin("comtrade", asked, Place("briefing.yaml"))
    address = SERVICES["comtrade"].question(origin, False, b"").address
    assert "reporterCode=251,496&partnerCode=842,0,757&period=2024&" in address
    rows = [
        Row(n, {"reporterCode": "251", "partnerCode": code, "period": "2024", "flowCode": "X"})
        for n, code in enumerate(("842", "0", "756"), 1)
    ]
    rows = [replace(row, cells={**row.cells, "cmdCode": "TOTAL"}) for row in rows]
    assert [row.number for row in SERVICES["comtrade"].asked(origin, rows)] == [1, 2]
    wrong = replace(origin, asked={**asked, "partner": ("France",)})
    with pytest.raises(RefusedError, match="“France” is no code of a country"):
        SERVICES["comtrade"].question(wrong, False, b"")


@pytest.mark.parametrize(
    ("service", "start", "address"),
    [
        (
            "{service: imf, flow: IMF.STA/IMTS/+, key: MNG.XG_FOB_USD.RUS.A, start: 2005}",
            "https://api.imf.org/external/sdmx/3.0/data/dataflow/",
            "IMF.STA/IMTS/+/MNG.XG_FOB_USD.RUS.A?c[TIME_PERIOD]=ge:2005",
        ),
        (
            '{service: oecd, flow: "OECD.SDD.NAD,DSD_NAMAIN1@DF_QNA,1.1", '
            "key: Q.Y..B1GQ, end: 2025}",
            "https://sdmx.oecd.org/public/rest/data/",
            "OECD.SDD.NAD,DSD_NAMAIN1@DF_QNA,1.1/Q.Y..B1GQ"
            "?dimensionAtObservation=AllDimensions&endPeriod=2025",
        ),
        (
            "{service: eurostat, flow: nama_10_gdp, key: A.CP_MEUR.B1GQ.DE+FR}",
            "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data/",
            "nama_10_gdp/A.CP_MEUR.B1GQ.DE+FR?format=SDMX-CSV",
        ),
    ],
)
def test_sdmx_services_differ(folder: Path, service: str, start: str, address: str) -> None:
    from briefing import project as reading
    from briefing.workspace import Workspace

    manifest = folder / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    ecb = "{service: ecb, flow: EXR, key: M.USD.EUR, start: 2024-01}"
    assert ecb in text
    manifest.write_text(text.replace(ecb, service), encoding="utf-8")
    spec, _ = reading.read(Workspace(str(folder)), Choices(), fetching=True)
    assert spec is not None
    origin = spec.tables["rate"].origin
    assert origin is not None
    assert SERVICES["sdmx"].question(origin, False, b"").address == start + address


def test_members_are_found_by_their_text_when_positions_shift(
    folder: Path, replay: Replay, ask: Ask
) -> None:
    take(folder, ask, "exports")
    moved = {
        "Country": ("Total", "Austria", "China", "Russian Federation"),
        "Year": ("2023", "2024"),
    }
    replay.answers[project.PXWEB] = lambda asked: Answer(
        project.exports(codes=("2", "3")) if asked.body else replies.px_variables(moved)
    )
    replay.asked.clear()
    assert results(take(folder, ask, "exports")) == {"exports": "revised"}
    posted = json.loads(replay.asked[-1].body)
    assert posted["query"][0]["selection"]["values"] == ["2", "3"]
    assert lock(folder)["exports"]["asked"]["Country"] == ["China", "Russian Federation"]
    take(folder, ask)
    assert [f.message for f in check(str(folder), Choices()).findings] == []


# --- what is written -------------------------------------------------------------------------


def test_replies_are_written_unchanged_with_an_entry_each(
    folder: Path, replay: Replay, ask: Ask
) -> None:
    haul = take(folder, ask)
    assert set(results(haul).values()) == {"new"}
    assert (folder / "gdp.json").read_bytes() == project.output()
    assert (folder / "rate.csv").read_bytes() == project.rate()
    entries = lock(folder)
    assert set(entries) == {"gdp", "un", "rate", "exports", "file"}
    gdp = entries["gdp"]
    assert gdp["retrieved"] == "2026-04-15T08:00:00Z"
    assert (gdp["published"], gdp["rows"], gdp["file"]) == ("2026-03-18", 3, "gdp.json")
    assert gdp["bytes"] == len(project.output())
    assert entries["exports"]["published"] == "2026-04-14"
    assert entries["rate"]["published"] == "2024-02-02"
    assert entries["file"]["etag"] == '"1"'
    assert not list(folder.rglob("*.fetching"))


def test_when_nothing_changed_not_a_byte_changes(folder: Path, replay: Replay, ask: Ask) -> None:
    take(folder, ask)
    before = files(folder)
    replay.answers[project.COMTRADE] = Answer(project.sold(elapsed="0.58"))
    replay.answers[project.WORLD_BANK] = Answer(project.output().replace(b", ", b" ,  "))
    assert set(results(take(folder, ask, year=2027)).values()) == {"unchanged"}
    assert files(folder) == before


def test_a_key_that_is_set_later_changes_no_byte(folder: Path, replay: Replay, ask: Ask) -> None:
    take(folder, ask, "un")
    before = files(folder)
    assert results(take(folder, ask, "un", keys={"comtrade": KEY})) == {"un": "unchanged"}
    assert replay.count(project.COMTRADE_KEYED) == 1
    assert files(folder) == before


def test_what_did_not_change_is_not_sent_again(folder: Path, replay: Replay, ask: Ask) -> None:
    take(folder, ask, "file")
    before = files(folder)

    def same(asked: object) -> Answer:
        assert asked.headers["if-none-match"] == '"1"'  # type: ignore[attr-defined]
        return Answer(b"", 304)

    replay.answers[project.FILE] = same
    assert results(take(folder, ask, "file")) == {"file": "unchanged"}
    assert files(folder) == before


def test_a_file_that_is_gone_comes_back_and_its_entry_stays(
    folder: Path, replay: Replay, ask: Ask
) -> None:
    take(folder, ask)
    before = {path: data for path, (data, _) in files(folder).items()}
    (folder / "gdp.json").unlink()
    (folder / "rate.csv").write_text("mine", encoding="utf-8")
    found = results(take(folder, ask, year=2027))
    assert (found["gdp"], found["rate"], found["un"]) == ("restored", "restored", "unchanged")
    assert {path: data for path, (data, _) in files(folder).items()} == before


def test_a_revision_is_written_and_counted(folder: Path, replay: Replay, ask: Ask) -> None:
    take(folder, ask)
    replay.answers[project.WORLD_BANK] = Answer(project.output("23600000000"))
    haul = take(folder, ask, year=2027)
    assert results(haul) == {
        "gdp": "revised",
        "un": "unchanged",
        "rate": "unchanged",
        "exports": "unchanged",
        "file": "unchanged",
    }
    assert haul.taken[0].differing == 1
    assert lock(folder)["gdp"]["retrieved"].startswith("2027")  # type: ignore[attr-defined]
    assert lock(folder)["un"]["retrieved"].startswith("2026")  # type: ignore[attr-defined]


def test_a_new_vintage_of_the_same_figures_is_written(
    folder: Path, replay: Replay, ask: Ask
) -> None:
    take(folder, ask, "gdp")
    newer = project.output().replace(b"2026-03-18", b"2026-06-30")
    replay.answers[project.WORLD_BANK] = Answer(newer)
    haul = take(folder, ask, "gdp")
    assert (haul.taken[0].result, haul.taken[0].differing) == ("revised", 0)
    assert lock(folder)["gdp"]["published"] == "2026-06-30"


def test_a_dry_run_asks_and_writes_nothing(folder: Path, replay: Replay, ask: Ask) -> None:
    before = files(folder)
    assert set(results(take(folder, ask, dry_run=True)).values()) == {"new"}
    assert files(folder) == before


def test_a_disk_that_refuses_leaves_what_was_there(
    folder: Path, replay: Replay, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing.model.finding import BriefingError

    take(folder, ask)
    before = files(folder)
    replay.answers[project.WORLD_BANK] = Answer(project.output("1"))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BriefingError, match="No space left"):
        take(folder, ask)
    assert files(folder) == before


def test_a_file_outside_the_project_is_never_written(
    folder: Path, replay: Replay, ask: Ask
) -> None:
    from briefing.model.finding import BriefingError

    outside = folder.parent / "outside"
    outside.mkdir()
    (folder / "away").symlink_to(outside)
    manifest = folder / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    for path in ("../gdp.json", "away/gdp.json", "/tmp/gdp.json"):
        manifest.write_text(text.replace("file: gdp.json", f"file: {path}"), encoding="utf-8")
        try:
            haul = take(folder, ask)
        except BriefingError:
            continue
        assert "gdp" not in results(haul)
        assert any(f.code == "B051" for f in haul.outcome.findings)
    assert list(outside.iterdir()) == []
    assert not (folder.parent / "gdp.json").exists()


# --- what reaches the pages ------------------------------------------------------------------


def test_a_project_that_was_fetched_is_checked_without_a_finding(
    folder: Path, replay: Replay, ask: Ask
) -> None:
    lacking = check(str(folder), Choices()).findings
    assert {f.hint for f in lacking if f.code == "B050"} == {
        f"get it: briefing fetch . {name}" for name in ("gdp", "un", "rate", "exports", "file")
    }
    take(folder, ask)
    assert [f.message for f in check(str(folder), Choices()).findings] == []


def test_the_sources_on_the_page_are_dated_as_fetched(
    folder: Path, replay: Replay, ask: Ask, tmp_path: Path
) -> None:
    from tests.services.words import words

    take(folder, ask)
    text = words(run(folder, "build", "-o", str(tmp_path / "out")), tmp_path / "out")
    assert "Indicators, published 18 Mar 2026." in text
    assert "Exports, published 14 Apr 2026." in text
    assert "Rates, published 2 Feb 2024." in text
    assert "Sources were retrieved on 15 April 2026 where no other day is given." in text
    assert "United Nations, Comtrade." in text
    assert "File, published 2019." in text
    assert "1 January 2020" not in text


def test_a_file_that_was_changed_by_hand_is_doubted(folder: Path, replay: Replay, ask: Ask) -> None:
    take(folder, ask)
    (folder / "rates.csv").write_text("year,value\n2024,5.6\n", encoding="utf-8")
    (finding,) = check(str(folder), Choices()).findings
    assert (finding.code, finding.place.file) == ("B076", "rates.csv")
    assert "is not what was fetched on 2026-04-15" in finding.message


def test_a_question_that_was_changed_since_is_doubted(
    folder: Path, replay: Replay, ask: Ask
) -> None:
    take(folder, ask)
    manifest = folder / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("start: 2022", "start: 2023"), encoding="utf-8")
    (finding,) = check(str(folder), Choices()).findings
    assert finding.code == "B076"
    assert "asks for something else" in finding.message
    replay.answers[project.WORLD_BANK] = Answer(
        replies.world_bank({2023: "20325100000", 2024: "23586000000.5"})
    )
    assert results(take(folder, ask, "gdp")) == {"gdp": "revised"}
    assert check(str(folder), Choices()).findings == ()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"tables": {"gdp": {}}}', "\ud800"])
def test_a_lock_that_is_none_is_told(folder: Path, text: str) -> None:
    for name in ("gdp.json", "un.json", "exports.json", "rate.csv", "rates.csv"):
        (folder / name).write_text("mine", encoding="utf-8")
    (folder / "briefing.lock.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    for name in ("fetch", "check"):
        done = run(folder, name)
        assert done.returncode == 1, done.stderr
        assert "briefing.lock.json can't be read" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_value_revised_at_its_source_is_told_so(
    folder: Path, replay: Replay, ask: Ask, tmp_path: Path
) -> None:
    take(folder, ask)
    assert run(folder, "build", "-o", str(tmp_path / "old")).returncode == 0
    replay.answers[project.WORLD_BANK] = Answer(project.output("24000000000"))
    replay.answers[project.FILE] = Answer(b"year,value\n2024,5.5\n", headers={"ETag": '"1"'})
    take(folder, ask)
    (folder / "rates.csv").write_text("year,value\n2024,6.5\n", encoding="utf-8")
    assert run(folder, "build", "-o", str(tmp_path / "new")).returncode == 0
    records = [next((tmp_path / name).rglob("*.en.pdf")) for name in ("old", "new")]
    said = run(folder, "diff", *map(str, records)).stdout
    at_source, _, by_hand = said.partition("revised\n")
    assert at_source.startswith("revised at source\n")
    assert "Output 2024: US$23.6 billion → US$24.0 billion  +1.8%" in at_source
    assert "Rate 2024: 5.5% → 6.5%" in by_hand
    content = json.loads(run(folder, "diff", "--json", *map(str, records)).stdout)
    assert {r["name"]: r["at_source"] for r in content["revised"]} == {
        "output": True,
        "rates": False,
    }
    markdown = run(folder, "diff", "--format", "markdown", *map(str, records)).stdout
    assert "## Revised at source" in markdown


# --- the command -----------------------------------------------------------------------------


def test_the_command_says_what_it_did(folder: Path, replay: Replay) -> None:
    done = run(folder, "fetch")
    assert done.returncode == 0, done.stderr
    assert "gdp  new  gdp.json  3 rows  published 2026-03-18" in done.stdout
    assert done.stderr == ""
    again = run(folder, "fetch", ".", "gdp", "--json")
    content = json.loads(again.stdout)
    assert content["findings"] == []
    assert [(t["table"], t["result"], t["rows"]) for t in content["tables"]] == [
        ("gdp", "unchanged", 3)
    ]


def test_a_service_that_fails_is_exit_4_and_the_others_are_fetched(
    folder: Path, replay: Replay
) -> None:
    replay.answers[project.WORLD_BANK] = Answer(replies.WORLD_BANK_120)
    done = run(folder, "fetch")
    assert done.returncode == 4
    assert "error[B071]" in done.stderr
    assert "from: {world_bank:" in done.stderr
    assert "gdp  failed  gdp.json is as it was" in done.stdout
    assert "rate  new" in done.stdout
    assert not (folder / "gdp.json").exists()


def test_a_name_without_from_is_exit_2(folder: Path, replay: Replay) -> None:
    done = run(folder, "fetch", ".", "gpd")
    assert done.returncode == 2
    assert "did you mean “gdp”" in done.stderr
    assert replay.asked == []


def test_a_manifest_that_is_wrong_is_exit_1(folder: Path, replay: Replay) -> None:
    manifest = folder / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    wrong = text.replace("    format: world-bank\n", "")
    manifest.write_text(wrong, encoding="utf-8")
    done = run(folder, "fetch")
    assert done.returncode == 1
    assert "add format: world-bank" in done.stderr


@pytest.mark.parametrize(
    "address", ["https://x.example.org/a?api_key=abc", "https://x.example.org/a?x=1&Token=abc"]
)
def test_a_key_in_the_manifest_is_refused(folder: Path, address: str) -> None:
    manifest = folder / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("https://stat.example.org/rates.csv", address))
    found = [f for f in check(str(folder), Choices()).findings if f.code == "B029"]
    assert ["holds a key" in f.message for f in found] == [True]


def test_help_says_what_a_user_needs(folder: Path) -> None:
    said = run(folder, "fetch", "--help").stdout
    for word in ("briefing.lock.json", "BRIEFING_COMTRADE_KEY", "--dry-run", "--keys-file", "4 "):
        assert word in said
    assert "fetch" in run(folder, "--help").stdout


# --- keys ------------------------------------------------------------------------------------


@pytest.fixture
def keyed(folder: Path, replay: Replay) -> Path:
    """A project that needs two keys: one goes in a header, one in an address."""
    manifest = folder / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    address = "https://stat.example.org/rates.csv"
    manifest.write_text(text.replace(address, f"{address}?api_key={{fred}}"), encoding="utf-8")
    return folder


def leaks(folder: Path, *texts: str) -> list[str]:
    found = [text for text in texts if KEY in text]
    return found + [p for p, (data, _) in files(folder).items() if KEY.encode() in data]


def test_keys_go_to_their_service_and_nowhere_else(keyed: Path, replay: Replay) -> None:
    secrets = {"BRIEFING_COMTRADE_KEY": KEY, "BRIEFING_FRED_KEY": KEY}
    done = run(keyed, "fetch", environment=secrets)
    assert done.returncode == 0, done.stderr
    assert leaks(keyed, done.stdout, done.stderr) == []
    for asked in replay.asked:
        in_header = asked.headers.get("ocp-apim-subscription-key") == KEY
        assert in_header == (asked.host == "comtradeapi.un.org")
        assert (KEY in asked.path) == (asked.host == "stat.example.org")
        assert KEY.encode() not in asked.body
    assert replay.count(project.COMTRADE_KEYED) == 1
    assert lock(keyed)["file"]["address"] == "https://stat.example.org/rates.csv?api_key={fred}"


def test_keys_come_from_a_file_that_only_its_owner_reads(keyed: Path, replay: Replay) -> None:
    secrets = keyed.parent / "keys"
    secrets.write_text(f"comtrade={KEY}\nfred = {KEY}\n", encoding="utf-8")
    secrets.chmod(0o644)
    open_to_all = run(keyed, "fetch", "--keys-file", str(secrets))
    assert open_to_all.returncode == 2
    assert "chmod 600" in open_to_all.stderr
    secrets.chmod(0o600)
    done = run(keyed, "fetch", "--keys-file", str(secrets))
    assert done.returncode == 0, done.stderr
    assert leaks(keyed, open_to_all.stderr, done.stdout, done.stderr) == []


@pytest.mark.parametrize("status", [401, 403, 429, 500])
def test_no_failure_quotes_a_key(keyed: Path, replay: Replay, status: int) -> None:
    for address in (project.COMTRADE_KEYED, project.FILE):
        replay.answers[address] = Answer(b"no", status, {"Retry-After": "900"})
    secrets = {"BRIEFING_COMTRADE_KEY": KEY, "BRIEFING_FRED_KEY": KEY}
    done = run(keyed, "fetch", "--json", environment=secrets)
    assert done.returncode == 4
    assert leaks(keyed, done.stdout, done.stderr) == []


@pytest.mark.parametrize("key", [f"{KEY} x", f"{KEY}\n{KEY}", f"{KEY}й"])
def test_a_key_that_is_none_is_refused_unquoted(keyed: Path, replay: Replay, key: str) -> None:
    done = run(keyed, "fetch", environment={"BRIEFING_COMTRADE_KEY": key})
    assert done.returncode == 2
    assert leaks(keyed, done.stdout, done.stderr) == []
    assert replay.asked == []


def test_a_key_that_is_missing_is_named(keyed: Path, replay: Replay) -> None:
    done = run(keyed, "fetch", ".", "file")
    assert done.returncode == 4
    assert "BRIEFING_FRED_KEY" in done.stderr
    assert replay.asked == []


def test_no_traceback_holds_a_key(keyed: Path, replay: Replay) -> None:
    spoilt = (
        "import httpx2\n"
        "def broken(*a, **k): raise RuntimeError('a bug')\n"
        "httpx2.Client.stream = broken\n" + MAIN
    )
    done = subprocess.run(
        [sys.executable, "-c", spoilt, "fetch"],
        cwd=keyed,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "BRIEFING_COMTRADE_KEY": KEY,
            "BRIEFING_FRED_KEY": KEY,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 70
    assert "Traceback" in done.stderr
    assert leaks(keyed, done.stdout, done.stderr) == []


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="no /proc on this machine")
def test_the_process_list_does_not_show_a_key(keyed: Path, replay: Replay) -> None:
    replay.answers[project.WORLD_BANK] = Answer(project.output(), slow=1.5)
    running = subprocess.Popen(
        [sys.executable, "-c", MAIN, "fetch"],
        cwd=keyed,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "BRIEFING_COMTRADE_KEY": KEY,
            "BRIEFING_FRED_KEY": KEY,
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    shown = []
    while running.poll() is None:
        for listed in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                shown.append(listed.read_bytes())
            except OSError:
                continue
        time.sleep(0.1)
    assert running.returncode == 0
    assert any(b"fetch" in line for line in shown)
    assert not any(KEY.encode() in line for line in shown)


# --- no other command opens a connection -----------------------------------------------------

_FORBIDDEN = """\
import sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
        raise SystemExit(f"a connection: {event} {arguments}")
sys.addaudithook(watch)
"""


def watched(folder: Path, code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _FORBIDDEN + code, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_but_fetch_opens_a_connection(folder: Path, replay: Replay, ask: Ask) -> None:
    take(folder, ask)
    pdf = "made/project/2024/project.en.pdf"
    for words in (
        ["check"],
        ["build", "-o", "made"],
        ["build", "-o", "each", "--each", "partner=RUS,CHN", "--jobs", "1"],
        ["trace", pdf, "output"],
        ["diff", pdf, "."],
    ):
        done = watched(folder, MAIN, *words)
        assert (done.returncode, "a connection" in done.stderr) == (0, False), done.stderr
    (folder / "gdp.json").unlink()
    for name in ("check", "build"):
        done = watched(folder, MAIN, name)
        assert (done.returncode, "a connection" in done.stderr) == (1, False), done.stderr


def test_the_watch_would_see_one(folder: Path, replay: Replay) -> None:
    assert "a connection" in watched(folder, MAIN, "fetch").stderr


def test_neither_does_the_preview(folder: Path, replay: Replay, ask: Ask) -> None:
    take(folder, ask)
    shown = (
        "from briefing.preview.session import Session\n"
        "from briefing.model.spec import Choices\n"
        "shown = []\n"
        "session = Session('.', Choices(), strict=False)\n"
        "session.refresh(shown.append)\n"
        "session.refresh(shown.append)\n"
        "print(len(shown[-1].papers), len(shown[-1].findings))\n"
    )
    done = watched(folder, shown)
    assert done.stdout == "1 0\n", done.stderr


def test_without_the_extra_fetch_says_what_to_install(folder: Path, replay: Replay) -> None:
    lacking = "import sys\nsys.modules['httpx2'] = None\n" + MAIN
    done = subprocess.run(
        [sys.executable, "-c", lacking, "fetch"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "country-briefing[fetch]" in done.stderr
