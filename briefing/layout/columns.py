"""How wide a table's columns are."""

from collections.abc import Sequence


def spread(widths: Sequence[float], width: float) -> tuple[float, ...]:
    """Columns that need less than `width` points: what is spare stands between them, evenly."""
    if len(widths) < 2:
        return (width,)
    spare = (width - sum(widths)) / (len(widths) - 1)
    return (*(column + spare for column in widths[:-1]), widths[-1])


def squeeze(least: Sequence[float], most: Sequence[float], width: float) -> tuple[float, ...]:
    """Columns that need more than `width` points when no line is broken.

    Each gives what is missing by how much it can; with less than the least of all, each has
    proportionally less than it needs.
    """
    if sum(least) > width:
        return tuple(column * width / sum(least) for column in least)
    give = [high - low for low, high in zip(least, most, strict=True)]
    share = (sum(most) - width) / sum(give)
    return tuple(high - share * part for high, part in zip(most, give, strict=True))
