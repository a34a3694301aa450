"""How a file writes its figures: signs, brackets, marks, and what stands for none."""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from briefing.model import Period, number
from briefing.tables.formats import header_period
from briefing.tables.marks import marks_beside

_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_GROUPED = {
    ",": re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?"),
    " ": re.compile(rf"[+-]?\d{{1,3}}({_SPACE}\d{{3}})+([.,]\d+)?"),
    "'": re.compile(r"[+-]?\d{1,3}('\d{3})+(\.\d+)?"),
    ".": re.compile(r"[+-]?\d{1,3}((\.\d{3}){2,}(,\d+)?|(\.\d{3})+,\d+)"),
}
_POINT = re.compile(r"[+-]?\d*\.\d+")
_COMMA = re.compile(r"[+-]?(0|\d+),(\d{1,2}|\d{4,})|[+-]?(0|\d{4,}),\d+")
_BRACKETS = re.compile(r"\(\s*[\d.,  ]*\d[\d.,  ]*\)")
_STATUSES = frozenset("prebcfuz")
# What stands for no value in files of offices; an empty cell does so too.
_NONE = frozenset(
    [
        "-",
        "–",
        "—",
        ".",
        "..",
        "...",
        "…",
        ":",
        "*",
        "**",
        "x",
        "X",
        "n.a.",
        "n/a",
        "N/A",
        "na",
        "NA",
        "n.d.",
        "nd",
        "NaN",
        "nan",
        "null",
        "NULL",
        "None",
        "c",
        "н.д.",
        "н/д",
        "нд",
        "нет",
    ]
) | {""}
_LONGEST = 24
_ENOUGH = 0.6


class Writing(Struct, frozen=True):
    """The signs of figures, as the manifest says them."""

    decimal: str = "."
    thousands: str = ""
    negative: str = ""
    marks: str = ""

    def figure(self, cell: str) -> bool:
        """Whether a cell is a figure by these signs."""
        written = cell.strip()
        if self.marks:
            written = marks_beside(written)[0]
        if self.negative and _BRACKETS.fullmatch(written):
            written = written[1:-1]
        try:
            number(written, self.decimal, self.thousands)
        except ValueError:
            return False
        return True


class Reading(Struct, frozen=True):
    """The cells of a column: how many are figures, which stand for none, which are neither."""

    figures: int
    missing: Counter[str]
    odd: Counter[str]

    @property
    def is_figures(self) -> bool:
        """Whether it is a column of figures."""
        told = self.figures + sum(self.odd.values())
        return self.figures > 0 and self.figures >= _ENOUGH * told


def is_figure(cell: str) -> bool:
    """Whether a cell is a figure by any of the usual signs."""
    written = cell.strip()
    if not written or not any(c.isdigit() for c in written):
        return False
    if _BRACKETS.fullmatch(written):
        return True
    plain = marks_beside(written)[0]
    return bool(
        re.fullmatch(r"[+\-−]?\d+([.,]\d+)?([eE][+-]?\d+)?", plain)
        or any(pattern.fullmatch(plain) for pattern in _GROUPED.values())
    )


def is_period(cell: str) -> bool:
    """Whether a cell names a period, also as offices write it."""
    if header_period(cell, compact=True):
        return True
    try:
        return bool(Period.parse(cell))
    except ValueError:
        return False


def writing(cells: Iterable[str]) -> Writing:
    """The signs by which most of these cells are figures."""
    seen = Counter(cell.strip() for cell in cells if is_figure(cell))
    grouped: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    marks: set[str] = set()
    brackets = False
    for cell, times in seen.items():
        brackets = brackets or bool(_BRACKETS.fullmatch(cell))
        plain, beside = marks_beside(cell.strip("()"))
        marks |= {beside} if beside and plain else set()
        for sign, pattern in _GROUPED.items():
            grouped[sign] += times * bool(pattern.fullmatch(plain))
        signs["."] += times * bool(_POINT.fullmatch(plain))
        signs[","] += times * bool(_COMMA.fullmatch(plain) or re.search(r"[  .]\d{3},\d+$", plain))
    decimal = "," if signs[","] > signs["."] else "."
    thousands = max((s for s in grouped if s != decimal and grouped[s]), key=grouped.__getitem__,
                    default="")  # fmt: skip
    letters = "".join(marks).lower()
    status = letters.isalpha() and set(letters) <= _STATUSES
    beside = ("status" if status else "strip") if marks else ""
    return Writing(decimal, thousands, "brackets" if brackets else "", beside)


def reading(cells: Iterable[str], signs: Writing) -> Reading:
    """What the cells of a column are; a word that is no figure, but stands there again and again
    among figures, stands for none."""
    figures, missing, odd = 0, Counter[str](), Counter[str]()
    for cell, times in Counter(cells).items():
        word = cell.strip()
        if word in _NONE:
            missing[word] += times
        elif signs.figure(cell):
            figures += times
        elif times > 1 and len(word) <= _LONGEST and not any(c.isdigit() for c in word):
            missing[word] += times
        else:
            odd[cell] += times
    if figures < sum(n for word, n in missing.items() if word not in _NONE):
        odd.update({word: n for word, n in missing.items() if word not in _NONE})
        missing = Counter({word: n for word, n in missing.items() if word in _NONE})
    return Reading(figures, missing, odd)
