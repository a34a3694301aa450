"""What changed since an earlier edition stands on the first page, where its record is given."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import briefing
from briefing import verify
from briefing.editions.compare import compare
from briefing.model.document import Document
from briefing.model.record import decode
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.projects.round_trip import pdf_words

SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"
ENGLISH = Choices(languages=("en",))
Facts = list[dict[str, Any]]


@pytest.fixture(scope="module")
def last(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The record of the sample's edition in English."""
    out = tmp_path_factory.mktemp("last")
    return briefing.build(str(SAMPLE), str(out), ENGLISH).record


def altered(record: bytes, change: Callable[[Facts], Facts]) -> bytes:
    held = json.loads(record)
    held["facts"] = change(held["facts"])
    (read,) = (one for one in held["inputs"] if one["path"] == "imports.json")
    read["sha256"] = "0" * 64
    return json.dumps(held).encode()


def earlier(facts: Facts) -> Facts:
    """As it would be if imports of 2025 had been revised, exports of 2025 corrected (other values
    from the same data), and the first partnership were new."""
    kept = [fact for fact in facts if fact["name"] != "first_strategic"]
    assert len(kept) == len(facts) - 1
    for fact in kept:
        if (fact["name"], fact.get("period")) == ("imports", "2025"):
            fact["value"], fact["data"] = "2700000.5", "00000000"
        if (fact["name"], fact.get("period")) == ("exports", "2025"):
            fact["value"] = "70000.5"
    return kept


def project(folder: Path, record: bytes | None, key: str = "against: previous.json\n") -> Path:
    shutil.copytree(SAMPLE, folder)
    manifest = folder / "briefing.yaml"
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace("lead: trade\n", f"lead: trade\n{key}"), "utf-8")
    if record is not None:
        (folder / "previous.json").write_bytes(record)
    return folder


def composed(folder: Path) -> Document:
    (document,) = examine(Workspace(str(folder)), ENGLISH).documents
    return document


def test_the_first_page_counts_what_the_record_has_otherwise(tmp_path: Path, last: bytes) -> None:
    document = composed(project(tmp_path / "p", altered(last, earlier)))
    assert document.opening is not None
    assert document.opening.changed is not None
    assert document.register is not None
    counts = {head: number.text for head, number in document.opening.changed.counts}  # type: ignore[union-attr]
    all_of_them = len(document.register.facts)
    # Exports and imports go by a second name each where a rank or a share is made of them.
    assert counts["Added"] == "1"
    assert int(counts["Revised"]) >= 1
    assert int(counts["Corrected"]) >= 1
    assert sum(map(int, counts.values())) == all_of_them


def test_the_counts_are_those_of_diff(tmp_path: Path, last: bytes) -> None:
    record = altered(last, earlier)
    folder = project(tmp_path / "p", record)
    now = briefing.build(str(folder), str(tmp_path / "out"), ENGLISH).record
    figures = compare(decode(record), decode(now)).figures
    document = composed(folder)
    assert document.opening is not None
    assert document.opening.changed is not None
    counts = {head: int(n.text) for head, n in document.opening.changed.counts}  # type: ignore[union-attr]
    told = [r for r in (*figures.flips, *figures.revised) if not r.follows]
    assert counts["Corrected"] == sum(r.corrected for r in told)
    assert counts["Revised"] == sum(not r.corrected for r in told)


def test_the_annex_says_what_they_were_and_the_page_leads_there(
    tmp_path: Path, last: bytes
) -> None:
    folder = project(tmp_path / "p", altered(last, earlier))
    outcome = briefing.build(str(folder), str(tmp_path / "out"), ENGLISH)
    (built,) = outcome.built
    document = composed(folder)
    assert document.annex.changed is not None
    rows = {row.head: [cell.text for cell in row.cells] for row in document.annex.changed.rows}
    assert rows["Imports from Russia"] == [
        "2025",
        "US$2.7\u00a0billion",
        "US$2.8\u00a0billion",
    ]
    words = " ".join(pdf_words(Path(built.path).read_bytes()))
    assert "Changed since the last edition Added 1" in words
    assert "→ Sources and methods" in words
    file = verify.open_file(Path(built.path).read_bytes())
    assert (verify.check(file), verify.lint(file)) == ((), ())


def test_an_exhibit_of_changes_gives_its_record_and_is_led_to(tmp_path: Path, last: bytes) -> None:
    folder = project(tmp_path / "p", altered(last, earlier), key="")
    manifest = folder / "briefing.yaml"
    text = manifest.read_text("utf-8")
    kind = "exhibits:\n  news: {kind: changes, show: [exports], against: previous.json}\n"
    manifest.write_text(text.replace("exhibits:\n", kind, 1), "utf-8")
    for section in (folder / "sections").glob("*/people.md"):
        with section.open("a", encoding="utf-8") as file:
            file.write("\n![What changed](exhibit:news)\n")
    document = composed(folder)
    assert document.opening is not None
    assert document.opening.changed is not None
    (way,) = document.opening.changed.leads
    assert way.text.startswith("→ ")  # type: ignore[union-attr]
    assert document.annex.changed is None


def test_without_a_record_nothing_is_said_of_changes() -> None:
    document = composed(SAMPLE)
    assert document.opening is not None
    assert document.opening.changed is None
    assert document.annex.changed is None


@pytest.mark.parametrize("record", [b"{}", b"no record", None])
def test_what_is_no_record_is_found_where_it_is_named(tmp_path: Path, record: bytes | None) -> None:
    folder = project(tmp_path / "p", record)
    outcome = briefing.check(str(folder), ENGLISH)
    found = [f for f in outcome.findings if f.severity.value == "error"]
    assert found
    for finding in found:
        assert "against: previous.json" in outcome.lines[finding.place]
        assert finding.code == ("B357" if record is not None else finding.code)
