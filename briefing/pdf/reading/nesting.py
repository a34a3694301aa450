"""Whether marks and text objects nest (ISO 32000-1, 14.6.1)."""

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
