"""The sample fetches itself: its files and lock are just what `briefing fetch` makes of the replies
that its services would give, and the PDF of a fresh fetch is the PDF of the files that are there.

Its replies were made up in the shape of the office's of the figures in the files, for none was
recorded; each says so."""

import json
import shutil
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

import briefing
from briefing.model.spec import Choices
from briefing.run.fetch import Taken, fetch
from briefing.workspace.http import Bounds, door
from tests.services.replay import Answer, Replay, replaying
from tests.services.replies import px_variables

pytest.importorskip("httpx2")

SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"
LOCK = "briefing.lock.json"
ENTRIES = json.loads((SAMPLE / LOCK).read_text(encoding="utf-8"))["tables"]


@pytest.fixture
def replay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Replay]:
    folder = tmp_path / "replay"
    folder.mkdir()
    with replaying(folder) as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        for entry in ENTRIES.values():
            lay(server, entry)
        yield server


def lay(replay: Replay, entry: Mapping[str, Any]) -> None:
    """Let the service answer; a statistics office describes its table before, with members that
    aren't selected too."""
    reply = (SAMPLE / entry["file"]).read_bytes()
    content = json.loads(reply)
    assert "".join(content["note"]).startswith("Not a reply of")
    address = unquote(entry["address"].removeprefix("https://").partition("?")[0])
    if entry["service"] != "pxweb":
        replay.answers[address] = Answer(reply)
        return
    dimensions = content["dimension"]
    variables = {
        name: [*dimensions[name]["category"]["label"].values(), "Another"] for name in content["id"]
    }
    texts = {name: dimensions[name]["label"] for name in variables}
    described = px_variables(variables, texts=texts)
    replay.answers[address] = lambda asked: Answer(reply if asked.body else described)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sample before anything was fetched."""
    folder = tmp_path / "mongolia-russia"
    shutil.copytree(SAMPLE, folder)
    for entry in ENTRIES.values():
        (folder / entry["file"]).unlink()
    return folder


def fetched(folder: Path) -> list[Taken]:
    """What came of each table, fetched on the day on which its figures were taken down."""
    taken: list[Taken] = []
    with door(Bounds(apart=0.0), "briefing/test") as ask:
        for name, entry in ENTRIES.items():
            day = datetime.fromisoformat(entry["retrieved"])
            haul = fetch(str(folder), (name,), Choices(), ask, {}, now=lambda day=day: day)
            assert not haul.outcome.findings
            taken += haul.taken
    return taken


def pdf(folder: Path, output: Path) -> bytes:
    outcome = briefing.build(str(folder), str(output), Choices(languages=("en",)))
    assert outcome.findings == ()
    (built,) = outcome.built
    return Path(built.path).read_bytes()


def test_a_fresh_fetch_gives_the_same_files_the_same_lock_and_the_same_pdf(
    copy: Path, replay: Replay, tmp_path: Path
) -> None:
    (copy / LOCK).unlink()
    assert [taken.result for taken in fetched(copy)] == ["new"] * len(ENTRIES)
    for name in (LOCK, *(entry["file"] for entry in ENTRIES.values())):
        assert (copy / name).read_bytes() == (SAMPLE / name).read_bytes(), name
    assert pdf(copy, tmp_path / "fetched") == pdf(SAMPLE, tmp_path / "kept")


def test_files_that_are_gone_come_back_as_the_lock_has_them(copy: Path, replay: Replay) -> None:
    assert [taken.result for taken in fetched(copy)] == ["restored"] * len(ENTRIES)
    assert (copy / LOCK).read_bytes() == (SAMPLE / LOCK).read_bytes()
    assert {taken.result for taken in fetched(copy)} == {"unchanged"}


def test_a_figure_that_its_office_revises_is_in_the_next_edition(
    copy: Path, replay: Replay, tmp_path: Path
) -> None:
    fetched(copy)
    before = pdf(copy, tmp_path / "before")
    address = next(at for at in replay.answers if "005V1" in at)
    reply = (SAMPLE / "products.json").read_bytes()
    content = json.loads(reply)
    years = content["size"][1]
    latest = f"{content['value'][3 * years - 1]}".encode()
    assert reply.count(latest) == 1
    answer = replay.answers[address]
    assert callable(answer)
    revised = reply.replace(latest, b"9999999.9")
    replay.answers[address] = lambda asked: Answer(revised) if asked.body else answer(asked)
    taken = next(one for one in fetched(copy) if one.result != "unchanged")
    assert (taken.table, taken.result, taken.differing) == ("products", "revised", 1)
    assert pdf(copy, tmp_path / "after") != before


def test_every_table_whose_source_has_a_service_is_fetched() -> None:
    services = {name: entry["service"] for name, entry in ENTRIES.items()}
    assert services == {
        "comtrade": "comtrade",
        "exported": "pxweb",
        "imported": "pxweb",
        "payments": "pxweb",
        "products": "pxweb",
    }
