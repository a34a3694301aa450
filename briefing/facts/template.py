"""A manifest as a template: which values its parameters can take, and whether they have one."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefing import model
from briefing.figures import RefusedError
from briefing.figures.parse import parse
from briefing.language import is_country


class Lack(Struct, frozen=True):
    """A parameter whose value no table holds, and the finding that says so."""

    parameter: str
    finding: model.Finding


def lacking(spec: model.Spec, stored: model.Stored) -> Iterator[Lack]:
    """The parameters that families are asked for and whose value is a key of none of them."""
    for name, families in _asked(spec, stored).items():
        value = spec.parameters.get(name)
        if value is None or not families or _cut(spec, stored, value):
            continue
        if not any(value in family.members for family in families):
            message = f"parameter {name}: no table holds “{value}”"
            named = ", ".join(dict.fromkeys(family.name for family in families))
            hint = f"choose a key of {named}; --each {name}=all takes all that the data hold"
            place = spec.parameters_at.get(name, model.Place(spec.file))
            yield Lack(name, model.Finding("B263", place, message, hint))


def members(spec: model.Spec, stored: model.Stored, name: str) -> tuple[str, ...]:
    """Each value of a parameter for which a family that is asked for it has a value: no totals, in
    a family of countries no regions, none that another parameter has; in order of their codes."""
    others = {value for key, value in spec.parameters.items() if key != name}
    found = {
        key
        for family in _asked(spec, stored).get(name, ())
        for key, series in family.listed.items()
        if series.known and (is_country(key) or not family.countries)
    }
    return tuple(sorted(found - others))


def _cut(spec: model.Spec, stored: model.Stored, value: str) -> bool:
    """Whether a series cut from the rows of that value has any."""
    return any(
        name in stored.series
        and stored.series[name].observations
        and any(value in values for values in cut.where.values())
        for name, cut in spec.series.items()
    )


def _asked(spec: model.Spec, stored: model.Stored) -> Mapping[str, list[model.Family]]:
    """The families that an expression asks for the value of a parameter, by that parameter."""
    found: dict[str, list[model.Family]] = {}
    for derived in spec.series.values():
        if derived.expression is None:
            continue
        try:
            tree = parse(derived.expression.text)
        except RefusedError:
            continue
        for family, parameter in _keys(tree):
            if family in stored.families:
                found.setdefault(parameter, []).append(stored.families[family])
    return found


def _keys(node: model.Node) -> Iterator[tuple[str, str]]:
    """Each name that is asked for a parameter's key, with that parameter."""
    match node:
        case model.Name() if node.key.startswith("$"):
            yield node.name, node.key[1:]
        case model.Negative():
            yield from _keys(node.operand)
        case model.Chain():
            for part in (node.first, *(step.operand for step in node.steps)):
                yield from _keys(part)
        case model.Call():
            parameters = [a.name for a in node.arguments if isinstance(a, model.Parameter)]
            for argument in node.arguments:
                yield from _keys(argument)
                if isinstance(argument, model.Name) and not argument.key:
                    yield from ((argument.name, parameter) for parameter in parameters)
