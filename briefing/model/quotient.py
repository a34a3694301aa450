"""Quotients that no decimal writes, kept exactly until they are printed (NUMBERS.md §1)."""

import decimal
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation, localcontext
from fractions import Fraction
from typing import Any, cast

# Sums, differences and products of decimals are exact in it; a quotient is made by `divide`.
EXACT = Context(
    prec=500,
    rounding=ROUND_HALF_EVEN,
    traps=[decimal.DivisionByZero, InvalidOperation, decimal.Overflow],
)
# What a quotient reads as where a decimal is wanted, and what powers and roots are exact to.
DIGITS = Context(
    prec=34,
    rounding=ROUND_HALF_EVEN,
    traps=[decimal.DivisionByZero, InvalidOperation, decimal.Overflow],
)
# A quotient of so many bits and more, a sum of thousands of unlike ones, has 400 digits.
_MOST_BITS = 20_000
_LONG = Context(prec=400, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, decimal.Overflow])
_Operator = Callable[[Fraction, Fraction], Fraction]


class Quotient(Decimal):
    """A number without end: its first 34 digits as a decimal that reckons and compares exactly."""

    __slots__ = ("_divisor", "_exact")
    _exact: Fraction | Decimal
    _divisor: Decimal | None

    @property
    def exact(self) -> Fraction:
        """The number itself."""
        if self._divisor is not None:
            self._exact = Fraction(cast(Decimal, self._exact)) / Fraction(self._divisor)
            self._divisor = None
        return cast(Fraction, self._exact)

    def __add__(self, other: Any) -> Any:
        return _reckoned(self, other, lambda a, b: a + b)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return _reckoned(self, other, lambda a, b: a - b)

    def __rsub__(self, other: Any) -> Any:
        return _reckoned(self, other, lambda a, b: b - a)

    def __mul__(self, other: Any) -> Any:
        return _reckoned(self, other, lambda a, b: a * b)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        return _reckoned(self, other, lambda a, b: a / b)

    def __rtruediv__(self, other: Any) -> Any:
        return _reckoned(self, other, lambda a, b: b / a)

    def __neg__(self) -> Decimal:
        return rational(-self.exact)

    def __pos__(self) -> Decimal:
        return self

    def __abs__(self) -> Decimal:
        return self if self > 0 else -self

    def __eq__(self, other: object) -> bool:
        return isinstance(other, int | Decimal) and self.exact == fraction(other)

    def __hash__(self) -> int:
        return hash(self.exact)

    def __lt__(self, other: Any) -> bool:
        return self._is(other, Decimal.__lt__, lambda a, b: a < b)

    def __le__(self, other: Any) -> bool:
        return self._is(other, Decimal.__lt__, lambda a, b: a <= b)

    def __gt__(self, other: Any) -> bool:
        return self._is(other, Decimal.__gt__, lambda a, b: a > b)

    def __ge__(self, other: Any) -> bool:
        return self._is(other, Decimal.__gt__, lambda a, b: a >= b)

    def _is(
        self, other: Any, quick: Callable[[Any, Any], bool], exact: Callable[[Any, Any], bool]
    ) -> bool:
        """By the first digits where they differ well; else exactly."""
        if isinstance(other, float):
            return exact(self.exact, Fraction(other))
        if not isinstance(other, int | Decimal):
            return cast(bool, NotImplemented)
        away = DIGITS.subtract(self, DIGITS.plus(Decimal(other)))
        if away and away.adjusted() > self.adjusted() - 30:
            return quick(away, Decimal(0))
        return exact(self.exact, fraction(other))

    def __reduce__(self) -> tuple[Any, ...]:
        return rational, (self.exact,)


def divide(dividend: Decimal, divisor: Decimal | int) -> Decimal:
    """The quotient, exactly. Raises ArithmeticError where the divisor is zero."""
    if isinstance(dividend, Quotient) or isinstance(divisor, Quotient):
        if not divisor:
            raise ZeroDivisionError
        return rational(fraction(dividend) / fraction(divisor))
    divisor = Decimal(divisor)
    digits = DIGITS.divide(dividend, divisor)
    if EXACT.multiply(digits, divisor) == dividend:
        return digits
    return _kept(digits, dividend, divisor)


def rational(exact: Fraction) -> Decimal:
    """A fraction as a decimal where one writes it in 34 digits, else as a quotient."""
    numerator, denominator = Decimal(exact.numerator), Decimal(exact.denominator)
    digits = DIGITS.divide(numerator, denominator)
    bits = exact.denominator.bit_length()
    if bits < 1000 and Fraction(digits) == exact:
        return digits
    if bits > _MOST_BITS:
        return _LONG.divide(numerator, denominator)
    return _kept(digits, exact, None)


def added(values: Iterable[Decimal]) -> Decimal:
    """The sum, exactly."""
    with localcontext(EXACT):
        return sum(values, Decimal())


def fraction(value: Decimal | int) -> Fraction:
    """The number itself, of a quotient or a decimal."""
    return value.exact if isinstance(value, Quotient) else Fraction(value)


def shifted(value: Decimal, power: int) -> Decimal:
    """The value times a power of ten, exactly."""
    if isinstance(value, Quotient):
        return rational(value.exact * Fraction(10) ** power) if power else value
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        raise ValueError(f"{value} is no number")
    return Decimal((sign, digits, exponent + power))


def _kept(digits: Decimal, exact: Fraction | Decimal, divisor: Decimal | None) -> Quotient:
    made = Quotient(digits)
    made._exact, made._divisor = exact, divisor
    return made


def _reckoned(one: Quotient, other: Any, operate: _Operator) -> Any:
    if not isinstance(other, int | Decimal):
        return NotImplemented
    return rational(operate(one.exact, fraction(other)))
