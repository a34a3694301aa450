"""The kinds of value that name what a manifest has: a source, a table, a series, a parameter."""

import re
from typing import LiteralString

from pydantic import ValidationInfo

from briefing.language.country import is_country, meant
from briefing.model import Phrase, Place, did_you_mean
from briefing.project.known import Known
from briefing.project.readers.refusal import cell, phrase, refuse
from briefing.project.yaml.tree import Mapped
from briefing.workspace import shown

# A key is what a table's cell holds: a code, or a name such as “Korea, Rep.”.
_KEY = r"[^\s\[\]$](?:[^\[\]\r\n]*[^\s\[\]])?"
_SHOWN = re.compile(rf"([A-Za-z][A-Za-z0-9_]*)(?:\[\s*(\$?)({_KEY})\s*\])?")


def is_key(name: str) -> bool:
    """Whether it can stand as a key in brackets: by[Viet Nam]."""
    return re.fullmatch(_KEY, name) is not None


def source_name(value: object, info: ValidationInfo) -> str:
    """The name of a source that the manifest has."""
    return _existing("B013", "source", value, known(info).sources)


def table_name(value: object, info: ValidationInfo) -> str:
    """The name of a table that the manifest has."""
    return _existing("B014", "table", value, known(info).tables)


def shown_name(value: object, info: ValidationInfo) -> Phrase:
    """What an exhibit shows: `name`, `name[CODE]` or `name[$parameter]`."""
    words = phrase(value)
    match = _SHOWN.fullmatch(words.text.strip())
    if match is None:
        raise refuse(
            "B016",
            f"“{shown(words.text)}” is no name",
            "an exhibit shows names; give an expression a name of its own under “series:”",
            words.place,
        )
    names = (*known(info).series, *known(info).events)
    if match[1] not in names:
        raise refuse(
            "B016",
            f"there is no “{shown(match[1])}”{did_you_mean(match[1], names)}",
            "an exhibit shows series, facts or an events table of this manifest",
            words.place,
        )
    if match[2] and match[3] not in known(info).parameters:
        raise _no_parameter(match[3], words, info)
    return words


def measured_name(value: object, info: ValidationInfo) -> str:
    """A series, fact or member of a family: `name`, `name[CODE]`; `[$parameter]` is filled in."""
    words = phrase(value)
    match = _SHOWN.fullmatch(words.text.strip())
    names = known(info).series
    if match is None or match[1] not in names:
        name = match[1] if match else words.text
        raise refuse(
            "B034",
            f"there is no “{shown(name)}”{did_you_mean(name, names)}",
            "name a series, a fact or a member of a family: exports, exports_to[CHN]",
            words.place,
        )
    if match[2] and match[3] not in known(info).parameters:
        raise _no_parameter(match[3], words, info)
    if not match[3]:
        return match[1]
    key = known(info).parameters[match[3]] if match[2] else match[3]
    return f"{match[1]}[{key}]"


def country_code(value: object, info: ValidationInfo) -> str:
    """A country by its ISO 3166 alpha-3 code; `$name` is the parameter's value."""
    words = Phrase(value, Place("briefing.yaml")) if isinstance(value, str) else phrase(value)
    code = words.text
    if code.startswith("$"):
        if code[1:] not in known(info).parameters:
            raise _no_parameter(code[1:], words, info)
        return known(info).parameters[code[1:]]
    if not is_country(code) and code not in known(info).named:
        guess = meant(code)
        raise refuse(
            "B020",
            f"“{shown(code)}” is no country" + (f"; did you mean {guess}?" if guess else ""),
            "write its ISO 3166 alpha-3 code (MNG), $partner, or give it a name under “names:”",
            None if isinstance(value, str) else words.place,
        )
    return code


def by_country(value: object, info: ValidationInfo) -> dict[str, Phrase]:
    """The figure of each country by its code; under an empty one a family that has all."""
    if not isinstance(value, Mapped):
        return {"": shown_name(value, info)}
    return {country_code(key, info): shown_name(node, info) for key, node in value.items()}


def cell_value(value: object, info: ValidationInfo) -> str:
    """A cell's text in `where:`; `$name` is the parameter's value."""
    words = cell(value)
    if not words.text.startswith("$"):
        return words.text
    name = words.text[1:]
    if name not in known(info).parameters:
        raise _no_parameter(name, words, info)
    return known(info).parameters[name]


def known(info: ValidationInfo) -> Known:
    """What the manifest names, as the reader passed it along."""
    context = info.context
    assert isinstance(context, Known)
    return context


def _existing(code: LiteralString, what: str, value: object, choices: tuple[str, ...]) -> str:
    words = phrase(value)
    if words.text in choices:
        return words.text
    listed = ", ".join(choices[:12]) or "none yet"
    raise refuse(
        code,
        f"there is no {what} “{shown(words.text)}”{did_you_mean(words.text, choices)}",
        f"name one of the manifest's: {shown(listed)}",
        words.place,
    )


def _no_parameter(name: str, words: Phrase, info: ValidationInfo) -> Exception:
    parameters = known(info).parameters
    return refuse(
        "B021",
        f"there is no parameter “{shown(name)}”{did_you_mean(name, parameters)}",
        "give it a value under “parameters:”",
        words.place,
    )
