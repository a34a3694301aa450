"""How wide a table's columns are."""

from collections.abc import Sequence


def spread(widths: Sequence[float], numeric: Sequence[bool], width: float) -> tuple[float, ...]:
    """Columns that need less than `width` points: what is spare stands between them, evenly.

    A column of numbers is set right, so its white is at its left; others have it at their right.
    """
    if len(widths) < 2:
        return (width,)
    spare = (width - sum(widths)) / (len(widths) - 1)
    found = list(widths)
    for index, is_number in enumerate(numeric[1:], 1):
        found[index if is_number else index - 1] += spare
    return tuple(found)


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
