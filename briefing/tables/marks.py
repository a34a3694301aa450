"""Marks that offices write beside figures: 12.3p, 4.5*, 1 234 1), 0.7 (e)."""

import re

_BESIDE = re.compile(
    r"(?P<figure>.*?[0-9)])?"
    r"(?P<marks>(?:\s*[*†‡§¹²³⁴⁵⁶⁷⁸⁹ᵃ-ᵛ]+|\s+[0-9]{1,2}\)|\s*\(?[A-Za-z]\)|\s*\[[A-Za-z0-9]\]|\s*[A-Za-z]+)+)\s*"
)
_EXPONENT = re.compile(r"[eE][+-]?[0-9]+$")


def marks_beside(cell: str) -> tuple[str, str]:
    """The figure of a cell and the marks behind it; of marks alone the figure is empty.

    A footnote's number stands apart and has a bracket (`4.5 1)`): a digit is never taken away.
    """
    match = _BESIDE.fullmatch(cell.strip())
    if match is None or _EXPONENT.search(cell.strip()):
        return cell, ""
    return (match["figure"] or "").strip(), match["marks"].strip()
