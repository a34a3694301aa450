"""Marks that offices write beside figures: 12.3p, 4.5*, 1 234 1), 0.7 (e)."""

import re

# The last mark of a cell; they are taken off one by one, so that no cell takes long.
_LAST = re.compile(
    r"(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹ᵃ-ᵛ]|(?<=\s)[0-9]{1,2}\)|\(?[A-Za-z]\)|\[[A-Za-z0-9]\]|(?<![A-Za-z])[A-Za-z]{1,12})$"
)
_FIGURE = re.compile(r".*[0-9)]", re.S)
_EXPONENT = re.compile(r"[eE][+-]?[0-9]+$")
_LONGEST = 64


def marks_beside(cell: str) -> tuple[str, str]:
    """The figure of a cell and the marks behind it; of marks alone the figure is empty.

    A footnote's number stands apart and has a bracket (`4.5 1)`): a digit is never taken away.
    """
    figure = whole = cell.strip()
    if len(whole) > _LONGEST or _EXPONENT.search(whole):
        return cell, ""
    while match := _LAST.search(figure):
        figure = figure[: match.start()].rstrip()
    if figure and not _FIGURE.fullmatch(figure):
        return cell, ""
    return figure, whole[len(figure) :].strip()
