"""Text in the languages of the project."""

from msgspec.structs import replace
from pydantic import ValidationInfo

from briefing.language.told import GENDERS, Role
from briefing.model import Phrase, did_you_mean, is_language_tag
from briefing.project.readers.known_names import known
from briefing.project.readers.refusal import phrase, refuse
from briefing.project.yaml.tree import Mapped, Nothing
from briefing.workspace import shown

_ROLES = tuple(role.value for role in Role)


def text(value: object, info: ValidationInfo) -> dict[str, Phrase]:
    """A string (in the project's first language) or a map of language to string.

    A language of this edition that it lacks is refused; languages of no edition may stand ready.
    """
    names = known(info)
    if isinstance(value, Mapped):
        for key, place in value.keys_at.items():
            if isinstance(value[key], Nothing) and " " in key:
                raise refuse(
                    "B007",
                    f"“{shown(key)}” is cut off from its text",
                    "put text that holds a comma in quotes",
                    place,
                )
            if key not in names.languages and not is_language(key):
                raise refuse(
                    "B023",
                    f"unknown language “{shown(key)}”{did_you_mean(key, names.languages)}",
                    f"languages of this project: {', '.join(names.languages)}",
                    place,
                )
        found = {key: _said(node) for key, node in value.items()}
    else:
        found = {names.reference: phrase(value)}
    lacking = [language for language in names.languages if language not in found]
    if lacking:
        sample = "".join(f", {language}: …" for language in lacking)
        raise refuse(
            "B022",
            f"lacks the language {', '.join(lacking)}",
            f"write {{{names.reference}: …{sample}}}"
            if names.reference not in lacking
            else f"add {sample[2:]}",
        )
    return found


def _said(value: object) -> Phrase:
    """A text; or `{text: Экспорт, gender: m}`, with what agreement in a sentence needs."""
    if not isinstance(value, Mapped) or "text" not in value:
        return phrase(value)
    for key, place in value.keys_at.items():
        if key not in ("text", "gender", *_ROLES):
            raise refuse(
                "B006",
                f"unknown key “{shown(key)}”{did_you_mean(key, ('text', 'gender', *_ROLES))}",
                f"a text has text, gender and {', '.join(_ROLES)}",
                place,
            )
    gender = phrase(value["gender"]).text if "gender" in value else ""
    if gender not in ("", *GENDERS):
        raise refuse(
            "B007",
            f"“{shown(gender)}” is no gender",
            f"write {', '.join(GENDERS)}",
            value.keys_at["gender"],
        )
    forms = {key: phrase(value[key]).text for key in _ROLES if key in value}
    return replace(phrase(value["text"]), gender=gender, forms=forms)


def own_name(value: object) -> dict[str, str]:
    """A name in one language, that of who bears it: `{mn: Баттулга}`."""
    if not isinstance(value, Mapped) or len(value) != 1:
        raise refuse("B007", "must be one name with its language", "write {mn: Баттулга}", None)
    ((key, node),) = value.items()
    if not is_language_tag(key):
        raise refuse(
            "B023", f"“{shown(key)}” is no language", "write its tag: mn, sr-Latn", value.place
        )
    return {key: phrase(node).text}


def columns(value: object, info: ValidationInfo) -> dict[str, str]:
    """The column that holds a text in each language; like `text`, but names of columns."""
    return {language: column.text for language, column in text(value, info).items()}


def is_language(code: str) -> bool:
    """Whether CLDR knows the language."""
    from babel.localedata import exists

    return code.replace("_", "").isalnum() and exists(code)
