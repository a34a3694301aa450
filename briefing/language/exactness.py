"""Filters that say how exactly a value is written, and the arguments of filters."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from briefing.language.amount import AS_USUAL, Precision
from briefing.language.told import Unwritable
from briefing.model import Fact, Filter, Period, Unit

_MOST_DIGITS = 15


def precision(fact: Fact, filters: tuple[Filter, ...]) -> Precision:
    """What `unit`, `rounded` and `exact` ask for. Raises Unwritable where they can't have it."""
    wanted = AS_USUAL
    for asked in filters:
        if asked.name in PRECISIONS:
            wanted = PRECISIONS[asked.name](fact, asked.arguments, wanted)
    if wanted.digits and wanted.decimals is not None:
        raise Unwritable(
            f"“{fact.name}” can't have both significant digits and decimals",
            "keep one of “rounded” and “decimals”",
        )
    if wanted.exact and (wanted.digits or wanted.decimals is not None):
        raise Unwritable(
            f"“{fact.name}” can't be both exact and rounded", "keep one of “exact” and “rounded”"
        )
    return wanted


def _exact(_fact: Fact, arguments: tuple[str, ...], precision: Precision) -> Precision:
    only("exact", arguments, ())
    return replace(precision, exact=True)


def _to_digits(_fact: Fact, arguments: tuple[str, ...], precision: Precision) -> Precision:
    digits = arguments[0].strip() if len(arguments) == 1 else ""
    if not (digits.isascii() and digits.isdigit() and 1 <= int(digits) <= _MOST_DIGITS):
        raise Unwritable(
            "“rounded” wants the number of significant digits",
            f"write rounded: 2, from 1 to {_MOST_DIGITS}",
        )
    return replace(precision, digits=int(digits))


def _to_decimals(_fact: Fact, arguments: tuple[str, ...], precision: Precision) -> Precision:
    decimals = arguments[0].strip() if len(arguments) == 1 else ""
    if not (decimals.isascii() and decimals.isdigit() and int(decimals) <= _MOST_DIGITS):
        raise Unwritable(
            "“decimals” wants the number of decimals",
            f"write decimals: 2, from 0 to {_MOST_DIGITS}",
        )
    return replace(precision, decimals=int(decimals))


def _in_unit(fact: Fact, arguments: tuple[str, ...], precision: Precision) -> Precision:
    wanted = ", ".join(arguments).strip()
    try:
        unit = Unit.parse(wanted)
    except ValueError as error:
        raise Unwritable(f"unit: {error}", "write a unit as in unit: USD million") from error
    if not fact.unit.converts_to(unit):
        raise Unwritable(
            f"“{fact.name}” is in {fact.unit}, which doesn't convert to {unit}",
            "only the scale of a unit can change: USD thousand to USD million",
        )
    return replace(precision, unit=fact.unit.scaled(unit.exponent))


def only(
    name: str, arguments: tuple[str, ...], known: tuple[str, ...], compares: bool = False
) -> None:
    """Refuses an argument that the filter doesn't know; `since …` and periods were read before."""
    for argument in arguments:
        if argument in known or (compares and _is_span(argument)):
            continue
        takes = f"it takes {' and '.join(known)}" if known else "it takes none"
        raise Unwritable(f"“{name}” has no argument “{argument}”", takes)


def _is_span(argument: str) -> bool:
    try:
        Period.parse(argument.removeprefix("since "))
    except ValueError:
        return False
    return True


PRECISIONS: Mapping[str, Callable[[Fact, tuple[str, ...], Precision], Precision]] = {
    "exact": _exact,
    "rounded": _to_digits,
    "decimals": _to_decimals,
    "unit": _in_unit,
}
