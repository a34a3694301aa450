"""Units as the manifest writes them."""

from difflib import get_close_matches

from pydantic_core import PydanticCustomError

from briefing.language import GRAMMARS
from briefing.model import Dimension, Phrase, Place, Unit, did_you_mean, nearest
from briefing.project.readers.refusal import phrase, refuse
from briefing.project.yaml.tree import Mapped
from briefing.workspace import shown

_SCALES = ("thousand", "million", "billion", "trillion")
_NAMED = ("percent", "ratio", "date", "days", "km", "km2", "tonne", "kg", "hectare", "barrel")
_VOCABULARY = (*_SCALES, *_NAMED, "MW", "GWh", "persons")
_HINT = (
    "a unit is a currency and a scale (USD million), a rate of exchange (EUR per USD), "
    "so much per one (USD per person), "
    "a measure (km, tonne, percent), a count (persons), date or days"
)
_TRADED = ("USD", "EUR", "GBP", "CNY", "JPY", "RUB", "CHF", "KRW", "INR", "MNT")
# What people call a unit: it would pass for a noun of what is counted, or for nothing.
_CALLED = {
    "%": "percent",
    **dict.fromkeys(("$", "US$", "dollar", "dollars"), "USD"),
    **dict.fromkeys(("€", "euro", "euros"), "EUR"),
    **dict.fromkeys(("£", "pound", "pounds"), "GBP"),
    **dict.fromkeys(("rouble", "roubles", "ruble", "rubles"), "RUB"),
    **dict.fromkeys(("yuan", "renminbi"), "CNY"),
    **dict.fromkeys(("¥", "yen"), "JPY"),
    **dict.fromkeys(("₮", "tugrik", "tugriks", "tögrög"), "MNT"),
}
_PLURALS = ("zero", "one", "two", "few", "many", "other")


def unit(value: object) -> Unit:
    """`USD million`, `km`, `persons`, or a count's noun `{one: visit, other: visits}`, in several
    languages `{en: {one: visit, other: visits}, ru: {…}}`."""
    if isinstance(value, Mapped):
        return _noun(value)
    words = phrase(value)
    try:
        found = Unit.parse(words.text)
    except ValueError:
        raise _refused(words) from None
    for code in found.currencies:
        if not _is_currency(code):
            raise refuse(
                "B017",
                f"“{shown(code)}” is no currency{did_you_mean(code, _TRADED)}",
                "currencies are written by their ISO 4217 code: USD, EUR, MNT",
                words.place,
            )
    if found.dimension is Dimension.COUNT and not _is_noun(found.code):
        raise _refused(words)
    return found


def unit_or_column(value: object) -> Unit | str:
    """A unit, or the name of the column that holds one: `{column: unit}`."""
    if isinstance(value, Mapped) and "column" in value:
        if len(value) > 1:
            extra = next(key for key in value if key != "column")
            raise _unknown(extra, ("column",), value.keys_at[extra])
        return phrase(value["column"]).text
    return unit(value)


def _noun(value: Mapped) -> Unit:
    languages = {key: inner for key, inner in value.items() if isinstance(inner, Mapped)}
    if not languages:
        forms = _forms(value)
        return Unit(Dimension.COUNT, dict(forms)["other"], 0, forms)
    for key, place in value.keys_at.items():
        if key not in GRAMMARS or key not in languages:
            raise _unknown(key, tuple(GRAMMARS), place)
    spoken = {code: _forms(inner) for code, inner in languages.items()}
    named = dict(spoken.get("en") or next(iter(spoken.values())))["other"]
    pairs = tuple((f"{code} {key}", word) for code, own in spoken.items() for key, word in own)
    return Unit(Dimension.COUNT, named, 0, pairs)


def _forms(value: Mapped) -> tuple[tuple[str, str], ...]:
    for key, place in value.keys_at.items():
        if key not in _PLURALS:
            raise _unknown(key, (*_PLURALS, "column"), place)
    if "other" not in value:
        raise refuse(
            "B017",
            "a count's noun lacks its form “other”",
            "write {one: agreement, other: agreements}",
        )
    return tuple((key, phrase(value[key]).text) for key in _PLURALS if key in value)


def _unknown(key: str, choices: tuple[str, ...], place: Place) -> PydanticCustomError:
    guess = did_you_mean(key, choices)
    hint = f"known here: {', '.join(choices)}"
    return refuse("B008", f"unknown key “{shown(key)}”{guess}", hint, place)


def _refused(words: Phrase) -> PydanticCustomError:
    meant = " ".join(_meant(word) for word in words.text.split())
    guess = f"; did you mean “{shown(meant)}”?" if meant != words.text and _is_unit(meant) else ""
    return refuse("B017", f"“{shown(words.text)}” is no unit{guess}", _HINT, words.place)


def _meant(word: str) -> str:
    if word in _CALLED:
        return _CALLED[word]
    if word in _VOCABULARY or _is_currency(word):
        return word
    near = get_close_matches(word.casefold(), _VOCABULARY, n=1, cutoff=0.75)
    if near:
        return near[0]
    code = word.upper()
    return code if _is_currency(code) else nearest(code, _TRADED) or word


def _is_unit(text: str) -> bool:
    try:
        found = Unit.parse(text)
    except ValueError:
        return False
    return all(map(_is_currency, found.currencies))


def _is_noun(word: str) -> bool:
    """Whether it can name what is counted, and isn't a known unit mistyped."""
    near = get_close_matches(word, _VOCABULARY, n=1, cutoff=0.8)
    return word == word.lower() and word not in _CALLED and (word in _VOCABULARY or not near)


def _is_currency(code: str) -> bool:
    return code in _currencies()


def _currencies() -> dict[str, object]:
    from babel.core import get_global

    currencies: dict[str, object] = dict(get_global("all_currencies"))
    return currencies
