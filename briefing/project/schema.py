"""The manifest's JSON schema, for editors: made from the entries that read it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.project.keys import kinds, manifest
from briefing.project.keys.described import DESCRIPTIONS
from briefing.project.keys.exhibits import EXHIBITS, REQUIRED, taken
from briefing.project.keys.panels import DateEntry
from briefing.project.keys.shapes import (
    Anything,
    Entry,
    Key,
    Keys,
    List,
    Map,
    Shape,
    Value,
    keys_of,
)
from briefing.project.keys.tables import TableEntry
from briefing.project.known_styles import known_styles
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


def _object(model: type[Entry]) -> kinds.JsonSchema:
    """An entry's schema, each key with its description and with what it is unless given."""
    texts = DESCRIPTIONS[model.__name__]
    keys = keys_of(model)
    required = [key.written for key in keys if key.is_required]
    return {
        "additionalProperties": False,
        "description": texts[""],
        "properties": {key.written: _property(key, texts.get(key.written, "")) for key in keys},
        **({"required": required} if required else {}),
        "type": "object",
    }


def _property(key: Key, text: str) -> kinds.JsonSchema:
    has_default = isinstance(key.default, str | int) and key.default != ""
    default = {"default": key.default} if has_default else {}
    return _held(key.shape) | default | ({"description": text} if text else {})


def _held(shape: Shape) -> kinds.JsonSchema:
    """What may stand at a key."""
    match shape:
        case Value(reader):
            return kinds.of_reader(reader.function)
        case Keys(model):
            return _object(model)
        case List(item, least, alone):
            one = _held(item)
            several = {"items": one, "type": "array"} | ({"minItems": least} if least else {})
            return {"anyOf": [one, several]} if alone and least < 2 else several
        case Map(key, value):
            names = {"propertyNames": kinds.of_reader(key.function)} if key else {}
            return {"additionalProperties": _held(value), "type": "object"} | names
        case Anything():
            return {}


def _refined(model: type[Entry], made: kinds.JsonSchema) -> kinds.JsonSchema:
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


def _of_package(made: kinds.JsonSchema) -> None:
    """What a table must say, unless a Data Package says it."""
    origin = made["properties"]["from"]
    text = origin["description"]
    made["properties"]["from"] = {"anyOf": [{"type": "string"}, origin], "description": text}
    made["if"] = {"properties": {"from": {"type": "string"}}, "required": ["from"]}
    made["else"] = {
        "required": made.pop("required"),
        "oneOf": [{"required": [key]} for key in ("value", "values", "text")],
    }


def _one_or_more(item: kinds.JsonSchema) -> kinds.JsonSchema:
    return {"anyOf": [item, {"type": "array", "minItems": 1, "items": item}]}
