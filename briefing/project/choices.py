"""What the command line puts in the manifest's place."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefing.language import GRAMMARS
from briefing.model import Choices, Finding, Period, Phrase, Place, did_you_mean
from briefing.project.known import pairs, texts
from briefing.project.readers.values import PERIODS, is_path_name
from briefing.project.structure import key_place
from briefing.project.style.read import unknown_style
from briefing.project.yaml.tree import Mapped
from briefing.workspace import shown

COMMAND_LINE = Place("<command line>")
_COUNTRIES = ("reporter", "partner")


class Chosen(Struct, frozen=True):
    """Languages and parameters of this edition; its period and style where they were chosen."""

    languages: tuple[str, ...]
    parameters: Mapping[str, str]
    period: Period | None
    style: str


def choose(
    root: Mapped, choices: Choices, styles: tuple[str, ...]
) -> tuple[Chosen, tuple[Finding, ...]]:
    """The command line's choices applied to a manifest; a bad one leaves the manifest's own."""
    found: list[Finding] = []
    parameters = pairs(root.get("parameters"))
    for name, value in choices.parameters:
        problems = tuple(_parameter(name, value, parameters))
        found += problems
        if not problems:
            parameters[name] = value
    found += _countries(root, parameters, choices)
    own = texts(root.get("languages"))
    languages = tuple(dict.fromkeys(choices.languages)) or own
    for language in choices.languages:
        if language not in own:
            message = f"--lang: the project has no language “{shown(language)}”"
            message += did_you_mean(language, own)
            found.append(_refused("B023", message, f"it has: {', '.join(own)}"))
            languages = own
    # Of a language that nobody can write, that alone is said: not each text that it lacks.
    languages = tuple(name for name in languages if name in GRAMMARS) or languages
    if choices.style and choices.style not in styles:
        found.append(unknown_style(choices.style, COMMAND_LINE, "--style: ", styles))
    return Chosen(languages, parameters, _period(choices, found), choices.style), tuple(found)


def _period(choices: Choices, found: list[Finding]) -> Period | None:
    if not choices.period:
        return None
    try:
        return Period.parse(choices.period)
    except ValueError as problem:
        found.append(_refused("B018", f"--period: {shown(str(problem))}", PERIODS))
        return None


def _parameter(name: str, value: str, parameters: Mapping[str, str]) -> Iterator[Finding]:
    if name not in parameters:
        message = f"-p: the project has no parameter “{shown(name)}”"
        message += did_you_mean(name, parameters)
        hint = f"it has: {', '.join(parameters) or 'none'}"
        yield _refused("B021", message, hint)
    elif not is_path_name(value):
        yield _refused(
            "B011",
            f"-p {name}: “{shown(value)}” can't be part of a file's name",
            "a value is letters (a–z), digits, “.”, “_” and “-”, and begins with no dot",
        )


def _countries(root: Mapped, parameters: Mapping[str, str], choices: Choices) -> Iterator[Finding]:
    from briefing.language import is_country

    codes = root.get("names")
    chosen = dict(choices.parameters)
    for name in _COUNTRIES:
        code = parameters.get(name, "")
        if not code or is_country(code) or (isinstance(codes, Mapped) and code in codes):
            continue
        by_hand = name in chosen and code == chosen[name]
        place = value_place(root, name, choices)
        where = f"-p {name}" if by_hand else f"parameters, {name}"
        message = f"{where}: “{shown(code)}” is no country{_meant(code)}"
        hint = "write its ISO 3166 alpha-3 code, such as MNG, or give the code a text in “names:”"
        yield Finding("B020", place, message, hint)


def value_place(root: Mapped, name: str, choices: Choices) -> Place:
    """Where a parameter got its value: on the command line or in the manifest."""
    if name in dict(choices.parameters):
        return COMMAND_LINE
    holder = root.get("parameters")
    node = holder.get(name) if isinstance(holder, Mapped) else None
    return node.place if isinstance(node, Phrase) else key_place(root, ("parameters", name))


def _meant(code: str) -> str:
    from briefing.language import meant

    found = meant(code)
    return f"; did you mean “{found}”?" if found else ""


def _refused(code: str, message: str, hint: str) -> Finding:
    return Finding(code, COMMAND_LINE, message, hint)
