"""How wide a table's columns are."""

from collections.abc import Sequence


def fit(natural: Sequence[tuple[float, float]], width: float) -> tuple[float, ...]:
    """Widths that add up to `width` points for columns of given least and most natural widths.

    With room to spare, each column gets the same on top; without, the columns that can break
    lines share what is missing by how much they can give; with less than all need, each has
    proportionally less than it needs.
    """
    least = [column[0] for column in natural]
    most = [column[1] for column in natural]
    if sum(most) <= width:
        spare = (width - sum(most)) / max(1, len(most) - 1)
        # The last column needs no white behind it: what is spare stands between the columns.
        return (
            tuple(w + (spare if i < len(most) - 1 else 0.0) for i, w in enumerate(most))
            if (len(most) > 1)
            else (width,)
        )
    if sum(least) <= width:
        give = [high - low for low, high in natural]
        share = (sum(most) - width) / sum(give)
        return tuple(high - share * g for high, g in zip(most, give, strict=True))
    return tuple(w * width / sum(least) for w in least)
