import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from briefing.language import GRAMMARS
from briefing.project.keys.described import DESCRIPTIONS
from briefing.project.keys.entry import Entry
from briefing.project.schema import schema
from tests.project.conftest import Project

SCHEMA = json.loads(schema())
ROOT = Path(__file__).parents[2]
PROJECTS = sorted(
    (*ROOT.glob("data/*/briefing.yaml"), *ROOT.glob("tests/projects/*/*/briefing.yaml"))
)


class Yaml12(yaml.SafeLoader):
    """YAML as editors read it, by its core schema: a date is text, `no` is a word."""


Yaml12.yaml_implicit_resolvers = {
    first: [
        (tag, re.compile(r"^(?:true|false)$") if tag.endswith(":bool") else form)
        for tag, form in resolvers
        if not tag.endswith(":timestamp")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def problems(text: str) -> list[str]:
    content = yaml.load(text, Yaml12)
    return [f"{e.json_path}: {e.message}" for e in Draft7Validator(SCHEMA).iter_errors(content)]


def objects(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of the schema that has fixed keys."""
    if isinstance(node, dict):
        if node.get("additionalProperties") is False:
            yield path, node
        for key, value in node.items():
            yield from objects(value, f"{path}/{key}")
    elif isinstance(node, list):
        for item in node:
            yield from objects(item, path)


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)
    Draft202012Validator.check_schema(SCHEMA | {"$schema": Draft202012Validator.META_SCHEMA["$id"]})


@pytest.mark.parametrize("manifest", PROJECTS, ids=lambda p: p.parent.name)
def test_projects_that_the_reader_takes_fit_it(manifest: Path) -> None:
    assert problems(manifest.read_text(encoding="utf-8")) == []


def test_the_manifest_of_the_tests_fits_it(project: Project) -> None:
    assert problems((project.root / "briefing.yaml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"title: {en: Mongolia and Russia}": "titel: {en: Mongolia and Russia}"},
        {"title: {en: Mongolia and Russia}\n": ""},
        {"period: 2025\n": "period: 25\nperiode: 2025\n"},
        {"released: 2026-11-24": "released: 24.11.2026"},
        {"languages: [en]": "languages: [eng]"},
        {"kind: flow": "kind: flows"},
        {"value: value, unit": "vlaue: value, unit"},
        {"period: year, value": "value"},
        {"source: nso, period: date, text": "source: nso, value: n, period: date, text"},
        {"where: {flow: export}, by: partner": "is: exports, by: partner"},
        {"kind: bars": "kind: barz"},
        {"show: exports, from: 2005": "show: []"},
        {"kind: timeline, show: events": "kind: timeline, show: events, top: 5"},
        {'url: "https://1212.mn"': "url: www.1212.mn"},
        {"exports_to: {": "exports-to: {"},
        {"sections: [trade]": "sections: []"},
        {"unit: persons": "unit: {one: person}"},
    ],
    ids=lambda c: next(iter(c.values())) or next(iter(c)),
)
def test_what_an_editor_underlines_the_reader_refuses(
    project: Project, changes: dict[str, str]
) -> None:
    project.replace(changes)
    assert problems((project.root / "briefing.yaml").read_text(encoding="utf-8"))
    assert project.found()


INSIDE = {
    "": {"briefing: 1": "zzz: 1\nbriefing: 1"},
    "sources/*": {"  nso: {": "  nso: {zzz: 1, "},
    "tables/*": {"  trade: {": "  trade: {zzz: 1, "},
    "tables/*/values/*": {"value: value,": "values: {a: {zzz: 1, column: value}},"},
    "tables/*/members/*": {"  trade: {": "  trade: {members: {a: {zzz: 1, of: x, are: {}}}, "},
    "tables/*/columns": {"  trade: {": "  trade: {columns: {zzz: 1, period: x}, "},
    "series/*": {"  exports_to: {": "  exports_to: {zzz: 1, "},
    "facts/*": {"  students: {": "  students: {zzz: 1, "},
    "exhibits/*": {"  chart: {": "  chart: {zzz: 1, "},
    "exhibits/*/filled": {
        "show: events": "show: events, filled: {zzz: 1, where: {a: b}, label: c}"
    },
    "exhibits/*/rows/*": {"show: events": "show: events, rows: [{zzz: 1, label: c}]"},
    "exhibits/*/people/*": {
        "show: events": "show: events, people: [{zzz: 1, name: c, office: d, source: nso}]"
    },
    "calendar/*": {
        "sections:": "calendar: {a: {zzz: 1, when: 2027, what: b, kind: visit, source: nso}}\n"
        "sections:"
    },
    "checks": {"sections:": "checks: {zzz: 1}\nsections:"},
    "checks/sums/*": {"sections:": "checks: {sums: [{zzz: 1}]}\nsections:"},
    "checks/mirror/*": {"sections:": "checks: {mirror: [{zzz: 1}]}\nsections:"},
    "send": {"sections:": "send: {zzz: 1}\nsections:"},
    "locator": {"sections:": "locator: {zzz: 1}\nsections:"},
    "logo": {"sections:": "logo: {zzz: 1, picture: a.png, text: A}\nsections:"},
    "send/to/*": {"sections:": "send: {to: [{zzz: 1}]}\nsections:"},
    "send/pre_release/*": {"sections:": "send: {pre_release: [{zzz: 1}]}\nsections:"},
    "checks/allow/*": {"sections:": "checks: {allow: [{zzz: 1}]}\nsections:"},
}


def inside(path: str) -> dict[str, Any]:
    """The object of the schema at a path of keys, where `*` is any entry or item."""
    node = SCHEMA
    for key in path.split("/") if path else ():
        if key == "*":
            node = node.get("additionalProperties") or node["items"]
        else:
            node = node["properties"][key]
        node = next(
            n
            for n in (node, *node.get("anyOf", ()))
            if n.keys() & {"properties", "additionalProperties", "items"}
        )
    return node


@pytest.mark.parametrize("path", INSIDE)
def test_the_reader_takes_the_keys_of_the_schema_and_no_others(project: Project, path: str) -> None:
    project.replace(INSIDE[path])
    (finding,) = [f for f in project.read()[1] if f.code == "B008"]
    read = finding.hint.removeprefix("keys here: ").split(", ")
    assert sorted(read) == sorted(inside(path)["properties"])


def test_no_object_of_the_schema_is_left_out_of_that() -> None:
    entries = {id(inside(path)) for path in INSIDE}
    others = [path for path, node in objects(SCHEMA) if id(node) not in entries]
    assert {path.split("/")[-1] for path in others} <= {"unit", "anyOf", *GRAMMARS}


def test_every_key_is_described_and_nothing_else() -> None:
    def models(model: type[Entry]) -> Iterator[type[Entry]]:
        yield model
        for inner in model.within.values():
            yield from models(inner)

    from briefing.project import schema as module

    known = {
        model.__name__: {"", *model.known_keys()}
        for top in (module.manifest.ManifestEntry, *(m for m, _ in module._GROUPS.values()))
        for model in models(top)
    }
    assert known == {name: set(texts) for name, texts in DESCRIPTIONS.items()}
    assert all(
        text.endswith(".") or ": " in text for t in DESCRIPTIONS.values() for text in t.values()
    )


def test_every_key_says_what_it_takes() -> None:
    for path, node in objects(SCHEMA):
        for key, part in node["properties"].items():
            assert {"type", "enum", "anyOf", "$ref"} & set(part), f"{path}/{key}"


def test_hover_texts_stand_at_every_key_of_the_manifest() -> None:
    for path, node in objects(SCHEMA):
        if node["properties"].keys() & {"column", "other", *GRAMMARS} and "unit" in path:
            continue  # a unit's own small maps, described as a whole
        for key, part in node["properties"].items():
            assert len(part.get("description", "")) > 10, f"{path}/{key}"
