"""The grammar of a reference: `name[key] period | filter: argument, argument`."""

import re

from briefing import model
from briefing.language.told import Role

_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_KEY = re.compile(r"\[\s*(\$?[^\s\[\]$](?:[^\[\]$]*[^\s\[\]$])?)\s*\]")
_FILTER = re.compile(r"\s*([^\W\d]\w*)\s*(?::(.*))?", re.DOTALL)
_OVER = re.compile(r"\s*(max|min)\s*\(")
_SPOKEN = ("latest", "period.previous")
_ROLES = {each.value: each for each in Role}
COUNTRY_FORMS = ("name", "short", "the", "code")
_OWN_NAMES = ("period", "period.previous", "released")
_GRAMMAR = "write {{ name }}, {{ name[key] 2014 }} or {{ name | filter: argument }}"


class MisreadError(model.Refusal):
    """Why a text is no reference, what to do, and how many characters in."""

    def __init__(self, message: str, hint: str, offset: int) -> None:
        super().__init__(message, hint)
        self.offset = offset


def reference(text: str, place: model.Place) -> model.Reference | model.Finding:
    """The reference that stands in the braces, or what is wrong with it.

    `text` is what stands between `{{` and `}}`, on one line; `place` is that of its first
    character. The reference's own place is that of its name.
    """
    try:
        return _parse(text, place)
    except MisreadError as error:
        column = place.column + error.offset
        at = model.Place(place.file, place.line, column)
        return model.Finding("B303", at, error.message, error.hint)


def is_country(reference: model.Reference) -> bool:
    """Whether it asks for a country's name: `partner.the`, `partner | of`.

    “From” compares figures too: what it asks for is told by the name before it.
    """
    if reference.name.partition(".")[2] in COUNTRY_FORMS:
        return True
    return role(reference) is not None and role(reference) is not Role.FROM


def role(reference: model.Reference) -> Role | None:
    """The part in the sentence that a name is asked for in; None where none is."""
    plain = "." not in reference.name and not reference.key and not reference.period
    if not plain or len(reference.filters) != 1:
        return None
    (asked,) = reference.filters
    found = _ROLES.get(asked.name)
    return found if not asked.arguments or found is Role.ADJECTIVE else None


def _parse(text: str, place: model.Place) -> model.Reference:
    head, *tails = text.split("|")
    over, head = _over(head)
    name, key, rest, start = _head(head)
    name, asked = _of_period(name, place)
    period = _period(rest.strip(), start + len(rest) - len(rest.lstrip()))
    filters = [*asked]
    offset = len(head) + 1
    for tail in tails:
        filters.append(_filter(tail, offset, place))
        offset += len(tail) + 1
    own = model.Place(place.file, place.line, place.column + len(head) - len(head.lstrip()))
    found = model.Reference(name, own, key, period, tuple(filters), over)
    _sensible(found, own.column - place.column)
    return found


def _over(head: str) -> tuple[str, str]:
    """`max` or `min` of `max(name)`, and the head with blanks in place of it, so that what stands
    there keeps its place."""
    match = _OVER.match(head)
    if match is None:
        return "", head
    closing = head.find(")", max(match.end(), head.find("]", match.end())))
    if closing < 0:
        raise MisreadError(
            f"“{head.strip()}” has no closing parenthesis",
            f"write {match[1]}(name), {match[1]}(name[CHN])",
            match.start(1),
        )
    name = head[match.end() : closing]
    return match[1], " " * match.end() + name.rstrip() + " " + head[closing + 1 :]


def _of_period(name: str, place: model.Place) -> tuple[str, tuple[model.Filter, ...]]:
    """`exports.period` asks for the period of a value, as the filter `period` does."""
    stem, dot, form = name.rpartition(".")
    if dot and form == "period" and stem and "." not in stem:
        return stem, (model.Filter("period", (), place),)
    return name, ()


def _head(head: str) -> tuple[str, str, str, int]:
    """Name, key, what follows, and where that begins."""
    start = len(head) - len(head.lstrip())
    match = _NAME.match(head, start)
    if match is None:
        if not head.strip():
            raise MisreadError("a reference without a name", _GRAMMAR, start)
        raise MisreadError(f"“{head.strip()}” is no name", _GRAMMAR, start)
    position = match.end()
    key = _KEY.match(head, position)
    if key is None and head[position : position + 1] == "[":
        raise MisreadError(
            f"the key of “{match[0]}” is not written as [CODE] or [$parameter]",
            f"write {match[0]}[CHN] or {match[0]}[$partner]",
            position,
        )
    if key is not None:
        position = key.end()
    rest = head[position:]
    if rest and not rest[0].isspace():
        raise MisreadError(f"“{head.strip()}” is no reference", _GRAMMAR, position)
    return match[0], key[1] if key else "", rest, position


def _period(text: str, offset: int) -> str:
    if not text or text in _SPOKEN:
        return text
    try:
        model.Period.parse(text)
    except ValueError as error:
        word = text.split()[0]
        if guess := model.did_you_mean(word, _SPOKEN):
            raise MisreadError(f"{error}{guess}", _GRAMMAR, offset) from None
        hint = "a period is 2014, 2014-Q3, 2014-09, a range 2005..2014, latest or period.previous"
        if word.isalpha():
            hint = f"a filter stands after a bar: {{{{ … | {text} }}}}"
        raise MisreadError(str(error), hint, offset) from None
    return text


def _filter(text: str, offset: int, place: model.Place) -> model.Filter:
    match = _FILTER.fullmatch(text)
    start = offset + len(text) - len(text.lstrip())
    if match is None:
        words = text.split(maxsplit=1)
        if not words:
            raise MisreadError("a bar without a filter after it", _GRAMMAR, offset)
        hint = _GRAMMAR
        if len(words) == 2 and _NAME.fullmatch(words[0]):
            hint = f"arguments stand after a colon: | {words[0]}: {words[1]}"
        raise MisreadError(f"“{text.strip()}” is no filter", hint, start)
    arguments = () if match[2] is None else tuple(a.strip() for a in match[2].split(","))
    if "" in arguments:
        raise MisreadError(f"filter “{match[1]}” has an empty argument", _GRAMMAR, start)
    at = model.Place(place.file, place.line, place.column + start)
    return model.Filter(match[1], arguments, at)


def _sensible(reference: model.Reference, offset: int) -> None:
    """Names with a dot are the edition's period and countries; these take no key or period."""
    stem, dot, form = reference.name.partition(".")
    own = reference.name in _OWN_NAMES
    if dot and not own and form not in COUNTRY_FORMS:
        known = [f"{stem}.{form}" for form in (*COUNTRY_FORMS, "previous")]
        guess = model.did_you_mean(reference.name, known)
        forms = ", ".join(f"partner.{known}" for known in COUNTRY_FORMS)
        raise MisreadError(f"“{reference.name}” is no name{guess}", f"there are {forms}", offset)
    if (own or dot) and (reference.key or reference.period):
        raise MisreadError(
            f"“{reference.name}” takes no key and no period",
            f"write {{{{ {reference.name} }}}}",
            offset,
        )
    if dot and reference.filters and is_country(reference):
        raise MisreadError(
            f"“{reference.name}” is a country's name and takes no filter",
            f"write {{{{ {reference.name} }}}}",
            offset,
        )
