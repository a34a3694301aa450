"""An edition as linked data: what a catalogue needs is there, and is right."""

import json
from hashlib import sha256
from pathlib import Path

import briefing
from briefing.model.spec import Choices

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"


def nodes(folder: Path) -> dict[str, dict[str, object]]:
    whole = json.loads((folder / "edition.jsonld").read_bytes())
    assert whole["@context"][0] == "https://schema.org"
    return {node["@id"]: node for node in whole["@graph"]}


def test_it_says_what_a_catalogue_asks(tmp_path: Path) -> None:
    outcome = briefing.build(str(SAMPLE), str(tmp_path), Choices(languages=("en", "ru")))
    folder = Path(outcome.built[0].path).parent
    graph = nodes(folder)
    edition = graph["#edition"]
    assert edition["@type"] == ["Report", "dcat:Dataset"]
    assert edition["inLanguage"] == ["en", "ru"]
    assert [t["@language"] for t in edition["dct:title"]] == ["en", "ru"]
    assert edition["temporalCoverage"] == "2025-01-01/2025-12-31"
    files = {f["contentUrl"]: f for f in edition["distribution"]}
    assert set(files) == {p.name for p in folder.iterdir()} - {"edition.jsonld"}
    for name, file in files.items():
        data = (folder / name).read_bytes()
        assert file["sha256"] == sha256(data).hexdigest()
        assert file["spdx:checksum"]["spdx:checksumValue"]["@value"] == file["sha256"]
        assert file["contentSize"] == str(len(data))
    assert [f.get("inLanguage") for f in files.values()] == ["en", "ru", None]
    based = [node["@id"] for node in edition["isBasedOn"]]
    assert based
    assert set(based) <= set(graph)
    assert all(graph[name]["@type"] == ["Dataset", "dcat:Dataset"] for name in based)
    assert all(graph[name]["name"] for name in based)


def test_it_is_the_same_each_time_and_goes_with_its_edition(tmp_path: Path) -> None:
    def built() -> bytes:
        outcome = briefing.build(str(CASE), str(tmp_path), Choices())
        return Path(outcome.built[0].path).with_name("edition.jsonld").read_bytes()

    assert built() == built()
    edition = json.loads(built())["@graph"][0]
    assert "publisher" not in edition
