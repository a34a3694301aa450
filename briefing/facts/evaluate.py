"""The tree of an expression to a quantity."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct, structs

from briefing import model
from briefing.facts.indicators import INDICATORS
from briefing.figures import OPERATORS, BrokenError, Quantity, RefusedError, apply, negative
from briefing.figures.signatures import SIGNATURES, Signature, Takes
from briefing.workspace import shown

_MOST_COUNTED = 1000


class Names(Struct, frozen=True):
    """What expressions may be built on; `broken` are names that couldn't be made, `unheld`
    parameters whose value no table holds."""

    quantities: Mapping[str, Quantity]
    broken: frozenset[str]
    parameters: Mapping[str, str]
    events: frozenset[str] = frozenset()
    unheld: frozenset[str] = frozenset()


def evaluate(node: model.Node, names: Names) -> Quantity:
    """The value of an expression.

    Raises RefusedError, with the offset of the part at fault, and BrokenError.
    """
    match node:
        case model.Literal():
            return model.Fact("", node.value, model.RATIO, None)
        case model.Name():
            return _named(node, names)
        case model.Negative():
            operand = evaluate(node.operand, names)
            return _at(node.offset, partial(apply, negative, operand))
        case model.Chain():
            return _chain(node, names)
        case model.Call():
            return _call(node, names)
        case model.Parameter():
            message = f"“${node.name}” is a code, no value"
            hint = f"write it as a key: exports_to[${node.name}], rank(exports_to, ${node.name})"
            raise RefusedError("B254", message, hint, node.offset)
        case model.Quoted():
            message = f"“{shown(node.text)}” is a period, no value"
            hint = 'a period stands only where a function wants one: cagr(exports, "2014..2025")'
            raise RefusedError("B254", message, hint, node.offset)


def _at(offset: int, compute: Callable[[], Quantity]) -> Quantity:
    """The result, or its refusal placed at an offset."""
    try:
        return compute()
    except RefusedError as refused:
        if not refused.offset:
            refused.offset = offset
        raise


def _chain(node: model.Chain, names: Names) -> Quantity:
    result = evaluate(node.first, names)
    for step in node.steps:
        operands = result, evaluate(step.operand, names)
        result = _at(step.offset, partial(apply, OPERATORS[step.operator], *operands))
    return result


def _named(node: model.Name, names: Names) -> Quantity:
    if node.name in names.broken:
        raise BrokenError
    quantity = names.quantities.get(node.name)
    if quantity is None:
        raise _unknown(node, names)
    if isinstance(quantity, model.Fact):
        _calculable(quantity, node.offset)
    if not node.key:
        return quantity
    if not isinstance(quantity, model.Family):
        message = f"{node.name} is one series or value and has no keys"
        raise RefusedError("B253", message, f"write {node.name} alone", node.offset)
    return _member(quantity, node, names)


def _unknown(node: model.Name, names: Names) -> RefusedError:
    if node.name in names.events:
        message = f"{node.name} is a table of events, no value"
        return RefusedError("B252", message, "show it with an exhibit: timeline", node.offset)
    if node.name in INDICATORS:
        message = f"{node.name} is a function"
        hint = f"write {SIGNATURES[node.name].usage}"
        return RefusedError("B252", message, hint, node.offset)
    message = f"there is no “{node.name}”{model.did_you_mean(node.name, names.quantities)}"
    hint = "an expression names series, facts, or a table that is one series"
    return RefusedError("B252", message, hint, node.offset)


def _calculable(fact: model.Fact, offset: int) -> None:
    if fact.bound:
        message = f"{fact.name} is a bound ({fact.bound}{fact.value}), no exact value"
        raise RefusedError("B257", message, "print it, but don't calculate with it", offset)


def _member(family: model.Family, node: model.Name, names: Names) -> model.Series:
    key = node.key
    if key.startswith("$"):
        key = _parameter(key[1:], names, node.offset)
    member = family.members.get(key)
    if member is not None:
        return member
    if not node.key.startswith("$"):
        raise no_member(family, key, node.offset)
    # A template's partner may have no row: then there is no observation, but no mistake either.
    for other in filter(None, (*family.members.values(), family.blank)):
        return structs.replace(other, name=f"{family.name}[{key}]", observations=())
    message = f"family {family.name} has no members"
    raise RefusedError("B253", message, "look at `where:` and `by:`", node.offset)


def no_member(family: model.Family, key: str, offset: int) -> RefusedError:
    """The refusal of a key that a family lacks."""
    near = model.did_you_mean(key, family.members)
    message = f"{family.name} has no member “{shown(key)}”{near}"
    listed = ", ".join(shown(k) for k in list(family.members)[:12])
    return RefusedError("B253", message, f"its keys are: {listed}", offset)


def _parameter(name: str, names: Names, offset: int) -> str:
    value = names.parameters.get(name)
    if value is None:
        message = f"there is no parameter “{name}”{model.did_you_mean(name, names.parameters)}"
        raise RefusedError("B259", message, "name it under `parameters:`", offset)
    if name in names.unheld:
        raise BrokenError
    return value


def _call(node: model.Call, names: Names) -> Quantity:
    signature = SIGNATURES.get(node.function)
    if signature is None:
        near = model.did_you_mean(node.function, INDICATORS)
        message = f"there is no function “{node.function}”{near}"
        hint = f"functions are: {', '.join(sorted(INDICATORS))}"
        raise RefusedError("B254", message, hint, node.offset)
    if len(node.arguments) != len(signature.takes):
        message = (
            f"{node.function} takes {len(signature.takes)} arguments, not {len(node.arguments)}"
        )
        raise RefusedError("B254", message, f"write {signature.usage}", node.offset)
    pairs = zip(signature.takes, node.arguments, strict=True)
    arguments = [_argument(takes, part, signature, names) for takes, part in pairs]
    _ranked(node, arguments)
    return _at(node.offset, partial(INDICATORS[node.function], *arguments))


def _argument(
    takes: Takes, node: model.Node, signature: Signature, names: Names
) -> Quantity | str | model.Period | int:
    if takes is Takes.VALUE:
        return evaluate(node, names)
    if takes is Takes.COUNT:
        return _count(node, signature)
    if takes is Takes.KEY:
        if isinstance(node, model.Parameter):
            return _parameter(node.name, names, node.offset)
        if isinstance(node, model.Name) and not node.key:
            return node.name
        if isinstance(node, model.Quoted):
            return node.text
        message = "a key of the family is wanted here"
        raise RefusedError("B254", message, f"write {signature.usage}", node.offset)
    # A year is a number too: index(x, 2015).
    if not isinstance(node, model.Quoted | model.Literal):
        message = "a period in quotation marks is wanted here"
        raise RefusedError("B254", message, f"write {signature.usage}", node.offset)
    try:
        return model.Period.parse(node.text if isinstance(node, model.Quoted) else str(node))
    except ValueError as error:
        raise RefusedError("B254", str(error), f"write {signature.usage}", node.offset) from None


def _count(node: model.Node, signature: Signature) -> int:
    """A whole number from 1 on, written out."""
    whole = isinstance(node, model.Literal) and node.value == node.value.to_integral_value()
    if not isinstance(node, model.Literal) or not whole or not 1 <= node.value <= _MOST_COUNTED:
        message = f"a whole number from 1 to {_MOST_COUNTED} is wanted here"
        raise RefusedError("B254", message, f"write {signature.usage}", node.offset)
    return int(node.value)


def _ranked(node: model.Call, arguments: Sequence[Quantity | str | model.Period | int]) -> None:
    """A key written out must be a member; a parameter's may be none."""
    if node.function != "rank" or isinstance(node.arguments[1], model.Parameter):
        return
    family, key = arguments
    if isinstance(family, model.Family) and isinstance(key, str) and key not in family.members:
        raise no_member(family, key, node.arguments[1].offset)
