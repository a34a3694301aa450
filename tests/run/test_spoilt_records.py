"""A record that was spoilt, or is another product's, is a finding with its path or the right
answer; never a bug."""

import copy
import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import briefing
from briefing.cli.app import cli
from briefing.editions import new_edition
from briefing.model.finding import BriefingError
from briefing.model.record import decode, schema
from tests.run.test_changes import PROJECT, set_against

COUNT = 200
JUNK: list[Any] = [
    *(None, True, 0, -1, 10**30, 1.5, "", "x", "NaN", "1e999999999", "-Infinity", "2024-13", "²"),
    *([], {}, [[]], {"": None}, "\u0000", "9" * 500, ["a"], {"en": 3}, "٣", "0x10", "1_000"),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return briefing.build(str(PROJECT), str(tmp_path_factory.mktemp("out"))).record


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all that stands in a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, part in inner:
        found.append((*at, key))
        if isinstance(part, dict | list):
            found += places(part, (*at, key))
    return found


def spoilt(record: bytes, seed: int) -> bytes:
    """The record with one thing put otherwise, taken out or doubled, or its bytes cut or turned."""
    chance = random.Random(seed)
    if seed % 5 == 0:
        cut = bytearray(record)
        for _ in range(1 + seed % 3):
            cut[chance.randrange(len(cut))] = chance.randrange(256)
        return bytes(cut[: chance.randrange(len(cut))] if seed % 10 == 0 else cut)
    content = copy.deepcopy(json.loads(record))
    *way, last = chance.choice(places(content))
    inside = content
    for key in way:
        inside = inside[key]
    action = chance.choice(("replace", "replace", "remove", "double", "add"))
    if action == "remove":
        del inside[last]
    elif action == "double" and isinstance(inside, list):
        inside.append(inside[last])
    elif action == "add" and isinstance(inside, dict):
        inside["unheard of"] = chance.choice(JUNK)
    else:
        inside[last] = chance.choice(JUNK)
    return json.dumps(content).encode()


def refusal(data: bytes) -> str:
    """Why it is no record; empty where it is one."""
    try:
        decode(data)
    except ValueError as error:
        return str(error)
    return ""


def told(*arguments: str | Path) -> str:
    result = CliRunner().invoke(cli, [*map(str, arguments)], standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.stdout


def test_of_two_hundred_spoilt_records_each_is_refused_with_its_path_or_read(
    record: bytes, tmp_path: Path
) -> None:
    whole, broken = tmp_path / "whole.json", tmp_path / "broken.json"
    whole.write_bytes(record)
    refused = 0
    for seed in range(COUNT):
        data = spoilt(record, seed)
        broken.write_bytes(data)
        if why := refusal(data):
            refused += 1
            for arguments in (("diff", broken, whole), ("trace", broken, "turnover")):
                with pytest.raises(BriefingError) as stopped:
                    told(*arguments)
                assert stopped.value.exit_code == 2, why
            assert "can’t be read" in new_edition("p", [], record, data)
            continue
        for form in ("text", "json", "markdown"):
            told("diff", broken, whole, "--format", form)
            told("diff", whole, broken, "--format", form)
        told("trace", broken, "e", "--json")
        new_edition("p", [], record, data)
        new_edition("p", [], data, record)
    assert refused > COUNT // 4


def test_an_exhibit_set_against_a_spoilt_record_is_built_or_found(
    record: bytes, tmp_path: Path
) -> None:
    folder = set_against(tmp_path / "project", record)
    for seed in range(0, COUNT, 8):
        data = spoilt(record, seed)
        (folder / "last.json").write_bytes(data)
        findings = briefing.check(str(folder)).findings
        found = [f.message for f in findings if f.code == "B357"]
        why = refusal(data)
        assert len(found) == bool(why)
        assert all(why in message for message in found)


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("facts", 2, "value"), 7, "facts[2].value: expected `str | null`, got `int`"),
        (("facts", 1, "value"), "NaN", "facts[1]: value “NaN” is no number"),
        (("facts", 0, "cells", 0, "row"), "x", "facts[0].cells[0].row"),
        (("inputs", 0, "sha256"), None, "inputs[0].sha256"),
        (("record",), 2, "record: "),
        (("prose", 0, "paragraphs"), {}, "prose[0].paragraphs"),
    ],
)
def test_a_refusal_names_the_path(
    record: bytes, path: tuple[Any, ...], value: Any, where: str
) -> None:
    content = json.loads(record)
    *way, last = path
    inside = content
    for key in way:
        inside = inside[key]
    inside[last] = value
    with pytest.raises(ValueError, match=r".") as refused:
        decode(json.dumps(content).encode())
    assert where in str(refused.value)


def test_records_of_other_products_are_refused() -> None:
    for foreign in ('{"facts": []}', '{"record": "LP", "inputs": []}', "[]", "{" * 100_000, ""):
        with pytest.raises(ValueError, match=r"."):
            decode(foreign.encode())


def test_the_schema_of_a_record_is_told(record: bytes) -> None:
    printed = json.loads(told("schema", "--record"))
    assert printed == json.loads(json.dumps(schema()))
    entry = printed["$defs"]["Entry"]["properties"]
    written = {key for fact in json.loads(record)["facts"] for key in fact}
    assert written <= {*entry}


def test_an_older_record_without_what_came_later_is_read(record: bytes, tmp_path: Path) -> None:
    content = json.loads(record)
    for key in ("sources", "checks", "digest"):
        content.pop(key)
    for fact in content["facts"]:
        for key in ("kind", "resolution", "bound", "stale", "nouns"):
            fact.pop(key, None)
    (tmp_path / "old.json").write_text(json.dumps(content), "utf-8")
    shutil.copy(tmp_path / "old.json", tmp_path / "new.json")
    assert told("diff", tmp_path / "old.json", tmp_path / "new.json") == "nothing differs\n"
