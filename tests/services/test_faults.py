"""What services answer when something is wrong: each is a finding that says what to do; the last
good file stays, nothing is half written, and the other tables are fetched."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import Struct

from briefing.model.spec import Choices
from briefing.run.fetch import Haul, fetch
from briefing.workspace.http import Ask
from tests.services import project, replies
from tests.services.replay import Answer, Answers, Asked, Replay

NOW = datetime(2026, 4, 15, 8, tzinfo=UTC)


class Fault(Struct, frozen=True):
    """What goes wrong at a service, and what is said of it: its code and some words."""

    table: str
    address: str
    answers: Answers
    code: str
    says: str
    tries: int = 1


def changed(body: bytes, edit: Callable[[dict], None]) -> bytes:  # type: ignore[type-arg]
    content = json.loads(body)
    edit(content)
    return json.dumps(content).encode()


def many(rows: int) -> bytes:
    return replies.comtrade([{"partnerCode": n} for n in range(rows)])


def px(answer: Answer) -> Callable[[Asked], Answer]:
    """An office that describes its table well, and answers so."""
    described = Answer(replies.px_variables(project.DESCRIBED))
    return lambda asked: answer if asked.body else described


def world_bank(body: bytes, **more: object) -> Answer:
    return Answer(body, **more)  # type: ignore[arg-type]


WB, UN, ECB = ("gdp", project.WORLD_BANK), ("un", project.COMTRADE), ("rate", project.ECB)
PX, URL = ("exports", project.PXWEB), ("file", project.FILE)
TOTAL_AND_PART = [{}, {"motCode": 2100, "primaryValue": 1.0}]
OTHERS = replies.world_bank({2024: "1"}, ("RU", "RUS"))
TWICE = [{}, {"primaryValue": 2.0}]
LABELS = {"Country": {"1": "China", "2": "Mongolia"}, "Year": {"0": "2023", "1": "2024"}}

FAULTS = {
    "429, then again and again": Fault(
        *UN, Answer(replies.COMTRADE_429, 429), "B070", "too many requests", 4
    ),
    "429 for a day": Fault(
        *UN, Answer(replies.COMTRADE_429, 429, {"Retry-After": "86400"}), "B070", "86,400 seconds"
    ),
    "502 for good": Fault(*WB, Answer(b"Bad Gateway", 502), "B070", "HTTP 502", 4),
    "503 with a page": Fault(*ECB, Answer(replies.PAGE, 503), "B070", "HTTP 503", 4),
    "a body cut by its length": Fault(
        *WB, Answer(project.output(), cut=300), "B070", "connection failed", 4
    ),
    "a body cut without a length": Fault(
        *WB, Answer(project.output(), cut=300, told=False), "B071", "is no JSON"
    ),
    "HTML with 200": Fault(*URL, Answer(replies.PAGE), "B071", "a web page came"),
    "HTML with 200 in place of JSON": Fault(*UN, Answer(replies.PAGE), "B071", "a web page came"),
    "an error object with 200": Fault(
        *WB, Answer(replies.WORLD_BANK_120), "B071", "The provided parameter value is not valid"
    ),
    "XML where JSON was asked": Fault(
        *WB, Answer(replies.WORLD_BANK_XML), "B071", "The provided parameter value is not valid"
    ),
    "nothing in an envelope": Fault(*WB, Answer(replies.WORLD_BANK_EMPTY), "B072", "no rows"),
    "empty for wrong parameters": Fault(*UN, Answer(replies.COMTRADE_EMPTY), "B072", "no rows"),
    "an empty body with 200": Fault(*URL, Answer(b""), "B072", "sent nothing"),
    "401": Fault(*UN, Answer(replies.COMTRADE_401, 401), "B070", "invalid subscription key"),
    "403": Fault(*UN, Answer(replies.COMTRADE_403, 403), "B070", "Out of call volume quota"),
    "exactly the cap": Fault(*UN, Answer(many(500)), "B073", "500 rows are the most"),
    "sub-rows beside totals": Fault(
        *UN, Answer(replies.comtrade(TOTAL_AND_PART)), "B071", "a part beside its total"
    ),
    "two rows of one thing": Fault(*UN, Answer(replies.comtrade(TWICE)), "B074", "are both of"),
    "fewer rows than announced": Fault(
        *WB, Answer(replies.world_bank({2024: "1"}, total=26)), "B073", "says 26 rows and holds 1"
    ),
    "204": Fault(*ECB, Answer(b"", 204), "B072", "sent nothing (HTTP 204)"),
    "prose with 200": Fault(
        *ECB, Answer(replies.OECD_PROSE), "B071", "exceeded the number of requests"
    ),
    "404 for nothing": Fault(*ECB, Answer(replies.OECD_404, 404), "B070", "NoRecordsFound"),
    "422 for a key too short": Fault(*ECB, Answer(replies.OECD_422, 422), "B070", "expecting 8"),
    "an asynchronous reply": Fault(
        *PX, px(Answer(replies.EUROSTAT_ASYNC)), "B071", "ASYNCHRONOUS_RESPONSE", 2
    ),
    "an asynchronous footer": Fault(
        *ECB, Answer(replies.EUROSTAT_FOOTER), "B071", "will be written to a file"
    ),
    "a redirect to another host": Fault(
        *URL, Answer(b"", 302, {"Location": "https://cdn.example.net/f"}), "B070", "another host"
    ),
    "a bomb": Fault(*URL, Answer(bytes(70 << 20)), "B070", "larger than 64 MiB"),
    "a reply that is late": Fault(*WB, Answer(b"[]", slow=1.4), "B070", "no answer within", 4),
    "rows of somebody else": Fault(*WB, Answer(OTHERS), "B074", "none of the 1 rows"),
    "members that weren't selected": Fault(
        *PX, px(Answer(replies.json_stat(LABELS, [1, 2, 3, 4]))), "", "2 of 4 rows", 2
    ),
    "a table that is no more": Fault(*PX, Answer(b"", 404), "B070", "HTTP 404"),
    "a description that is none": Fault(*PX, Answer(b"{}"), "B071", "no description"),
    "a label that is no more": Fault(
        *PX,
        Answer(replies.px_variables({"Country": ("Total", "China"), "Year": ("2024",)})),
        "B070",
        "has no member “Russian Federation”",
    ),
    "a new variable": Fault(
        *PX,
        Answer(replies.px_variables({**project.DESCRIBED, "Month": ("1", "2")})),
        "B070",
        "nothing is selected of “Month”",
    ),
    "ragged rows": Fault(*URL, Answer(b"year,value\n2023,1\n2024"), "B071", "can't be kept"),
    "another header": Fault(*URL, Answer(b"jahr;wert\n2023;1\n"), "B071", "no column “year”"),
    "values that are missing": Fault(
        *PX,
        px(Answer(changed(project.exports(), lambda whole: whole["value"].pop()))),
        "B071",
        "3 values where its dimensions make 4",
        2,
    ),
}


@pytest.fixture
def fetched(tmp_path: Path, replay: Replay, ask: Ask) -> Path:
    """A project that was fetched once, when all was well."""
    folder = project.make(tmp_path / "project")
    project.lay(replay)
    haul = fetch(str(folder), (), Choices(), ask, {}, now=lambda: NOW)
    assert {taken.result for taken in haul.taken} == {"new"}, haul
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def again(folder: Path, ask: Ask) -> Haul:
    return fetch(str(folder), (), Choices(), ask, {}, now=lambda: NOW.replace(year=2027))


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_and_the_last_good_file_stays(
    fetched: Path, replay: Replay, ask: Ask, fault: Fault
) -> None:
    before = files(fetched)
    replay.answers[fault.address] = fault.answers
    replay.asked.clear()
    haul = again(fetched, ask)
    (finding,) = haul.outcome.findings
    assert fault.says in finding.message
    assert finding.message.startswith(f"table {fault.table}: ")
    assert finding.hint
    assert finding.place.file == "briefing.yaml"
    assert "from:" in haul.outcome.lines[finding.place]
    results = {taken.table: taken.result for taken in haul.taken}
    if fault.code:
        assert finding.code == fault.code
        assert haul.failed
        assert results.pop(fault.table) == "failed"
        assert set(results.values()) == {"unchanged"}
        assert files(fetched) == before
    assert replay.count(fault.address) == fault.tries


def test_unasked_rows_are_told_and_no_build_reads_them(
    fetched: Path, replay: Replay, ask: Ask
) -> None:
    rows = [
        "EXR.M.USD.EUR,M,USD,EUR,2024-01,1.09,A",
        "EXR.M.GBP.EUR,M,GBP,EUR,2024-01,0.85,A",
    ]
    replay.answers[project.ECB] = Answer(replies.sdmx_csv(rows))
    (finding,) = again(fetched, ask).outcome.findings
    assert (finding.code, finding.severity.value) == ("B074", "warning")
    assert "1 of 2 rows" in finding.message
    from briefing.run.examine import check

    assert [f.message for f in check(str(fetched), Choices()).findings] == []
    lock = json.loads((fetched / "briefing.lock.json").read_text())
    assert lock["tables"]["rate"]["rows"] == 1
