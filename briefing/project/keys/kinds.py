"""What an editor may know of each kind of value: the JSON schema of each reader of entries.py.

YAML makes numbers of digits; the readers take them as they are written. So text may be a number,
and a pattern holds for what is text.
"""

from collections.abc import Callable, Mapping
from typing import Any

from briefing.language import GRAMMARS
from briefing.language.told import GENDERS, Role
from briefing.model import LANGUAGE_TAG, Kind, Occasion
from briefing.project.known_styles import known_styles
from briefing.project.readers import known_names, mailboxes, moments, texts, units, values
from briefing.project.readers.refusal import phrase
from briefing.project.readers.values import OneOf

JsonSchema = dict[str, Any]

TEXT = ["string", "number", "boolean"]
SERIES_NAME = r"^[A-Za-z][A-Za-z0-9_]*$"
PATH_NAME = f"^{values.PATH_NAME.pattern}$"
_ONE_PERIOD = (
    r"([0-9]{4}(-(Q[1-4]|H[12]|W[0-9]{2}|[0-9]{2}(-[0-9]{2})?)|/[0-9]{2,4})?|FY[0-9]{4}-[0-9]{2})"
)
_PERIOD = rf"^{_ONE_PERIOD}(\.\.{_ONE_PERIOD})?$"
_FORMS = ("zero", "one", "two", "few", "many", "other")


def of_reader(reader: Callable[..., object]) -> JsonSchema:
    """The schema of what a reader takes. Raises KeyError for a reader that has none."""
    if isinstance(reader, OneOf):
        return {"enum": _as_yaml_reads(reader.known)}
    return {**_READERS[reader]}


def by_language(value: JsonSchema, agreeing: JsonSchema | None = None) -> JsonSchema:
    """A text, or a map of languages to texts; `agreeing` is a text with what agreement needs."""
    each = {"anyOf": [value, agreeing]} if agreeing is not None else value
    return {
        "anyOf": [
            value,
            {"type": "object", "minProperties": 1, "additionalProperties": each},
        ]
    }


def of_languages() -> JsonSchema:
    """The languages that briefings are written in."""
    return {"enum": sorted(GRAMMARS)}


def of_styles() -> JsonSchema:
    """The styles that come with the product."""
    return {"type": "string", "pattern": PATH_NAME, "examples": sorted(known_styles())}


def _as_yaml_reads(words: tuple[str, ...]) -> list[str | int]:
    """The words, and the numbers that YAML takes digits for."""
    return [*words, *(int(word) for word in words if word.isdigit())]


_WORDS: JsonSchema = {"type": TEXT, "minLength": 1}
_AGREEING: JsonSchema = {
    "type": "object",
    "description": "A text with what a sentence needs to agree with it or to decline it: its "
    "gender (m, f, n or pl), and its forms by their part in the sentence.",
    "properties": {
        "text": {**_WORDS, "description": "The text itself."},
        "gender": {
            "enum": list(GENDERS),
            "description": "The gender or number that a verb agrees with: m, f, n or pl.",
        },
        **{
            role.value: {**_WORDS, "description": f"The name in the part “{role.value}”."}
            for role in Role
        },
    },
    "required": ["text"],
    "additionalProperties": False,
}
_NOUN: JsonSchema = {
    "type": "object",
    "description": "The noun of a count, by plural form: {one: visit, other: visits}.",
    "properties": dict.fromkeys(_FORMS, _WORDS),
    "required": ["other"],
    "additionalProperties": False,
}
_UNIT: JsonSchema = {
    "anyOf": [
        {
            "type": "string",
            "minLength": 1,
            "examples": [
                *(
                    "USD million",
                    "EUR per USD",
                    "USD per person",
                    "percent",
                    "persons",
                    "km",
                    "tonne",
                    "days",
                ),
                "date",
            ],
        },
        _NOUN,
        {
            "type": "object",
            "description": "The noun of a count in several languages: "
            "{en: {one: visit, other: visits}, ru: {one: визит, few: визита, many: визитов, "
            "other: визита}}.",
            "properties": dict.fromkeys(GRAMMARS, _NOUN),
            "additionalProperties": False,
        },
    ]
}
_UNIT_COLUMN: JsonSchema = {
    "type": "object",
    "description": "The column that holds each row's unit.",
    "properties": {"column": _WORDS},
    "required": ["column"],
    "additionalProperties": False,
}
_READERS: Mapping[Callable[..., object], JsonSchema] = {
    phrase: _WORDS,
    values.word: _WORDS,
    values.mark: {"type": [*TEXT, "null"]},
    known_names.cell_value: {"type": TEXT},
    values.character: {"type": ["string", "integer"], "minLength": 1, "maxLength": 1},
    values.encoding: {"type": "string", "examples": ["utf-8", "cp1251", "cp1252", "utf-16"]},
    values.language_tag: {"type": "string", "pattern": LANGUAGE_TAG},
    values.path_name: {"type": ["string", "number"], "pattern": PATH_NAME},
    values.period: {"type": ["string", "integer"], "pattern": _PERIOD},
    values.columns_period: {"type": ["string", "integer"], "pattern": _PERIOD},
    values.day: {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    moments.moment: {"type": "string", "pattern": f"^{moments.MOMENT}$"},
    mailboxes.mailbox: {"type": "string", "pattern": "^[^@]+@[^@]+$"},
    values.whole: {"type": "integer", "minimum": 0, "maximum": 999999},
    values.month: {"type": "integer", "minimum": 1, "maximum": 12},
    values.positive: {"type": "integer", "minimum": 1, "maximum": 999999},
    values.kind: {"enum": [kind.value for kind in Kind]},
    values.flag: {"type": "boolean"},
    values.address: {"type": "string", "pattern": r"^https?://[^\s/?#]+\S*$"},
    known_names.country_code: {"type": "string", "minLength": 1},
    known_names.by_country: {
        "anyOf": [
            {"type": "string", "minLength": 1},
            {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}},
        ]
    },
    values.occasion: {"enum": [occasion.value for occasion in Occasion]},
    known_names.source_name: {"type": "string", "minLength": 1},
    known_names.table_name: {"type": "string", "pattern": SERIES_NAME},
    known_names.shown_name: {"type": "string", "minLength": 1},
    known_names.measured_name: {"type": "string", "minLength": 1},
    values.rule: {"type": "string", "pattern": "^B1(0[1-9]|1[0-9])$"},
    texts.text: by_language(_WORDS, _AGREEING),
    texts.columns: by_language(_WORDS),
    texts.own_name: {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"pattern": LANGUAGE_TAG},
        "additionalProperties": _WORDS,
    },
    units.unit: _UNIT,
    units.unit_or_column: {"anyOf": [*_UNIT["anyOf"], _UNIT_COLUMN]},
}
