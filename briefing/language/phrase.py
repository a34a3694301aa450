"""References in the manifest's phrases: names of countries, the period, the date of release."""

import re

from briefing.language.country import country, is_country, named
from briefing.language.grammars import grammar
from briefing.language.told import GENDERS, Role, Unwritable
from briefing.model import Period, Spec, did_you_mean

_REFERENCE = re.compile(r"\{\{\s*(?P<name>[^{}]*?)\s*\}\}")
_FORMS = ("name", "short", "the", "code")
_ROLES = frozenset(role.value for role in Role)
_CASES = ("object", "by")


def fill(text: str, spec: Spec, language: str) -> str:
    """A label or title with its references written: “Exports to {{ partner.short }}”.

    Knows `name`, `.short`, `.the`, `.code` of each parameter, its name in a part of the sentence
    (`partner | of`), `period`, `period.previous` and `released`. Raises Unwritable for anything
    else.
    """
    return _REFERENCE.sub(lambda match: _written(match["name"], spec, language), text)


def _written(name: str, spec: Spec, language: str) -> str:
    speech = grammar(language)
    if name == "period":
        return speech.period(spec.period)
    if name == "period.previous":
        return speech.period(spec.period.previous())
    if name == "released" and spec.released is not None:
        return speech.period(Period.day(spec.released))
    parameter, _, form = name.partition(".")
    asked, _, wanted = (part.strip() for part in name.partition("|"))
    role, _, agreeing = (part.strip() for part in wanted.partition(":"))
    part = role if asked in spec.parameters and role in _ROLES else ""
    parameter = asked if part else parameter
    if parameter in spec.parameters and (part or form in _FORMS):
        code = spec.parameters[parameter]
        if form != "code" and not is_country(code) and code not in spec.names:
            raise Unwritable(
                f"“{code}” of {name} is no country", f"give it a name under names: {code}"
            )
        if part:
            return named(code, Role(part), language, spec.names, _agreeing(role, agreeing))
        names = country(code, language, spec.names)
        return {"name": names.name, "short": names.short, "the": names.the}.get(form, code)
    known = [f"{p}.{form}" for p in spec.parameters for form in _FORMS]
    guess = did_you_mean(name, [*known, "period", "period.previous", "released"])
    raise Unwritable(
        f"“{{{{ {name} }}}}” can't stand in this phrase{guess}",
        "names of the parameters' countries, period and released can",
    )


def _agreeing(role: str, arguments: str) -> frozenset[str]:
    """What an adjective agrees with. Raises Unwritable for what nothing agrees with."""
    given = [argument.strip() for argument in arguments.split(",") if argument.strip()]
    known = (*GENDERS, *(each for each in _ROLES if each != Role.ADJECTIVE), *_CASES)
    for argument in given:
        if role != Role.ADJECTIVE or argument not in known:
            raise Unwritable(
                f"“{role}” has no argument “{argument}”{did_you_mean(argument, known)}",
                "an adjective agrees with m, f, n or pl and with a part: | adjective: f, of",
            )
    return frozenset(given)
