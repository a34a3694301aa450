"""The manifest's JSON schema, for editors: made from the entries that read it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from briefing.project.keys import kinds, manifest
from briefing.project.keys.described import DESCRIPTIONS
from briefing.project.keys.entry import Entry
from briefing.project.keys.exhibits import EXHIBITS, REQUIRED, taken
from briefing.project.keys.panels import DateEntry
from briefing.project.keys.tables import TableEntry
from briefing.project.known_styles import known_styles
from briefing.project.readers import values
from briefing.project.style.leaves import COLOURS, TEXTS

_DIALECT = "http://json-schema.org/draft-07/schema#"
# The groups whose entries are read one by one, and the form of their names.
_GROUPS: Mapping[str, tuple[type[Entry], str]] = {
    "sources": (manifest.SourceEntry, kinds.PATH_NAME),
    "tables": (TableEntry, kinds.SERIES_NAME),
    "series": (manifest.SeriesEntry, kinds.SERIES_NAME),
    "facts": (manifest.FactEntry, kinds.SERIES_NAME),
    "exhibits": (manifest.ExhibitEntry, kinds.PATH_NAME),
    "calendar": (DateEntry, kinds.PATH_NAME),
}


def schema() -> str:
    """The JSON schema (draft 7, which editors know) of `briefing.yaml`, indented, final newline."""
    whole = _object(manifest.ManifestEntry)
    properties = whole["properties"]
    for group, (model, names) in _GROUPS.items():
        entry = _refined(model, _object(model))
        properties[group] = {
            "description": DESCRIPTIONS["ManifestEntry"][group],
            "type": "object",
            "propertyNames": {"pattern": names},
            "additionalProperties": entry,
        }
    for group in ("to", "pre_release"):
        recipients = properties["send"]["properties"][group]
        bare = recipients["items"]["properties"]["address"]
        recipients["items"] = {"anyOf": [bare, recipients["items"]]}
    sections = properties["sections"]
    for part in sections.get("anyOf", [sections]):
        holder = part.get("items", part)
        if "properties" in holder:
            bare = holder["properties"]["name"]
            part |= {"items": {"anyOf": [bare, holder]}} if "items" in part else {}
    properties["parameters"]["propertyNames"] = {"pattern": kinds.SERIES_NAME}
    properties["languages"] |= _one_or_more(kinds.of_languages())
    properties["style"] |= _of_style()
    content = {"$schema": _DIALECT, "title": "briefing.yaml"} | whole
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _of_style() -> kinds.JsonSchema:
    """A style's name, or what the manifest says itself of how its look differs from one."""
    said: dict[str, Any] = {
        "extends": {"enum": sorted(known_styles()), "description": "The style beneath: ministry."},
        "colours": _by_name(COLOURS, '`#RRGGBB` by role; a role may name another: `"#7A1F3D"`.'),
        "text": _by_name(TEXTS, "How kinds of text are set: `body: {size: 10, leading: 14.5}`."),
        "measures": {"type": "object", "description": "Lengths: `page: {width: 210 mm}`."},
        "faces": {"type": "object", "description": "Font files by name, each given whole."},
        "brand": {"type": "string", "description": "A brand file of the project: _brand.yml."},
        "logo": _of_logo(),
        "sections": {"type": "array", "description": "The sections that it prints; else all."},
        "scale": {"type": "number", "description": "How many times as large texts are: 1.2."},
        "fallback": {"type": "array", "description": "Faces for what others lack: [sans]."},
    }
    own = {"type": "object", "additionalProperties": False, "properties": said}
    return {"anyOf": [kinds.of_styles(), own]}


def _of_logo() -> kinds.JsonSchema:
    said = {name: {"description": text} for name, text in DESCRIPTIONS["LogoEntry"].items() if name}
    description = DESCRIPTIONS["LogoEntry"][""]
    return {"type": "object", "description": description, "properties": said}


def _by_name(names: Iterable[str], description: str) -> kinds.JsonSchema:
    known = {"enum": list(names)}
    return {"type": "object", "propertyNames": known, "description": description}


class _Generator(GenerateJsonSchema):
    """Knows the readers of entries.py, and that one value may stand for a list of one."""

    def function_plain_schema(
        self, schema: core_schema.PlainValidatorFunctionSchema
    ) -> JsonSchemaValue:
        return kinds.of_reader(schema["function"]["function"])

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        if schema["function"]["function"] is not values.several:
            return inner
        return {"anyOf": [inner["items"], inner]}


def _object(model: type[Entry]) -> JsonSchemaValue:
    """A model's schema in place, each key with its description, without what a reader of it would
    stumble over: titles made of names, empty defaults, references."""
    made = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    return _described(model, _resolved(made, made.pop("$defs", {})))


def _resolved(node: Any, definitions: Mapping[str, Any]) -> Any:
    """Every reference replaced by what it names; titles and empty defaults left out."""
    if isinstance(node, list):
        return [_resolved(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        node = definitions[node["$ref"].rpartition("/")[2]] | {
            key: value for key, value in node.items() if key != "$ref"
        }
    if "minLength" in node and "anyOf" in node:
        node = _at_least(node)
    return {
        key: _resolved(value, definitions)
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str))
        and not (key == "default" and value in (None, "", [], {}))
    }


def _at_least(node: Mapping[str, Any]) -> dict[str, Any]:
    """A list's least length where it belongs: on the list, not on the one value in its place."""
    least = node["minLength"]
    variants = [v | {"minItems": least} if v.get("type") == "array" else v for v in node["anyOf"]]
    kept = [v for v in variants if v.get("type") == "array" or least < 2]
    return {**{k: v for k, v in node.items() if k != "minLength"}, "anyOf": kept}


def _described(model: type[Entry], made: JsonSchemaValue) -> JsonSchemaValue:
    texts = DESCRIPTIONS[model.__name__]
    made["description"] = texts[""]
    for key, part in made["properties"].items():
        if key in model.within:
            _describe_within(model.within[key], part)
        part |= {"description": texts[key]} if key in texts else {}
    return made


def _describe_within(model: type[Entry], part: JsonSchemaValue) -> None:
    """Describe the objects of that model inside a key's schema."""
    for holder in (
        part,
        part.get("additionalProperties"),
        part.get("items"),
        *part.get("anyOf", ()),
        *(variant.get("items") for variant in part.get("anyOf", ())),
    ):
        if isinstance(holder, dict) and "properties" in holder:
            _described(model, holder)


def _refined(model: type[Entry], made: JsonSchemaValue) -> JsonSchemaValue:
    """What else holds for an entry: keys that need or exclude each other."""
    if model is manifest.SeriesEntry:
        made["oneOf"] = [{"required": ["is"]}, {"required": ["table"]}]
        bare = {"type": "string", "description": made["properties"]["is"]["description"]}
        return {"anyOf": [bare, made]}
    if model is TableEntry:
        _of_package(made)
    if model is manifest.ExhibitEntry:
        made["allOf"] = [
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {
                    "propertyNames": {"enum": sorted(taken(kind))},
                    "required": [REQUIRED[kind]] if REQUIRED[kind] else [],
                },
            }
            for kind in EXHIBITS
        ]
    return made


def _of_package(made: JsonSchemaValue) -> None:
    """What a table must say, unless a Data Package says it."""
    origin = made["properties"]["from"]
    text = origin["description"]
    made["properties"]["from"] = {"anyOf": [{"type": "string"}, origin], "description": text}
    made["if"] = {"properties": {"from": {"type": "string"}}, "required": ["from"]}
    made["else"] = {
        "required": made.pop("required"),
        "oneOf": [{"required": [key]} for key in ("value", "values", "text")],
    }


def _one_or_more(item: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [item, {"type": "array", "minItems": 1, "items": item}]}
