"""Transformation matrices (ISO 32000-1, 8.3.3)."""

from typing import Any, TypeAlias

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix(numbers: Any) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = (float(n) for n in numbers)
    return a, b, c, d, e, f


def times(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does first `one`, then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


_CLOSES = {"EMC": "mark", "ET": "text"}
_OPENS = {"BDC": "mark", "BMC": "mark", "BT": "text"}


class Nesting:
    """What stands open in a stream."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def crosses(self, operator: str) -> bool:
        """Whether it ends what was begun before something that is still open."""
        if operator in _OPENS:
            self._open.append(_OPENS[operator])
        kind = _CLOSES.get(operator)
        if kind is None or kind not in self._open:
            return False
        crossed = self._open[-1] != kind
        place = len(self._open) - 1 - self._open[::-1].index(kind)
        del self._open[place]
        return crossed
