"""Random projects against an implementation of their own, by exact fractions alone.

A project has series at several scales, an expression over them and the text that prints it; what
the text says is computed again here from the cells as written, with one rounding at the end.
"""

import random
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from briefing.model.block import Paragraph
from briefing.model.inline import Number
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace

PROJECTS = 12
_SCALES = {"thousand": 3, "million": 6, "billion": 9}
_MANIFEST = """\
briefing: 1
title: {{en: Random}}
period: 2024
released: 2026-11-24
languages: [en]
sources:
  s: {{title: T, publisher: P, url: "https://example.org/", retrieved: 2026-01-01,
    basis: {{en: current prices}}}}
tables:
{tables}
series:
{series}
sections: [a]
"""


@pytest.mark.parametrize("seed", range(PROJECTS))
def test_what_a_random_project_prints_is_one_rounding_of_the_exact_value(
    seed: int, tmp_path: Path
) -> None:
    dice = random.Random(seed)
    cells = {name: _column(dice) for name in "abc"}
    asked = {f"r{n}": _expression(dice, cells) for n in range(40)}
    _write(tmp_path, cells, {name: text for name, (text, _) in asked.items()})
    (document,) = examine(Workspace(str(tmp_path)), Choices()).documents
    printed = {
        number.fact.name: number
        for chapter in document.chapters
        for block in chapter.blocks
        if isinstance(block, Paragraph)
        for number in block.inlines
        if isinstance(number, Number)
    }
    known = {name: value for name, (_, value) in asked.items() if value is not None}
    assert len(printed) == len(known) > 20
    for name, value in known.items():
        text = printed[name].text.replace("\u00a0", " ")
        assert text == _told(value), (asked[name][0], float(value))


def _column(dice: random.Random) -> tuple[str, dict[int, str]]:
    scale = dice.choice(list(_SCALES))
    digits = dice.choice([0, 1, 3])
    values = {year: f"{dice.uniform(-50, 900):.{digits}f}" for year in (2023, 2024)}
    return scale, values


def _value(cells: tuple[str, dict[int, str]], year: int) -> Fraction:
    return Fraction(cells[1][year]) * 10 ** _SCALES[cells[0]]


def _expression(
    dice: random.Random, cells: dict[str, tuple[str, dict[int, str]]]
) -> tuple[str, Fraction | None]:
    """A ratio of two sums of the series, with a factor there and back, and its value."""
    above, x = _sum(dice, cells)
    below, y = _sum(dice, cells)
    factor = dice.randint(2, 97)
    text = f"({above}) / {factor} / ({below}) * {factor}"
    if dice.random() < 0.3:
        text = f"({above}) / ({below}) * ({below}) / ({below})"
    return text, x / y if y else None


def _sum(dice: random.Random, cells: dict[str, tuple[str, dict[int, str]]]) -> tuple[str, Fraction]:
    first, second = dice.sample(sorted(cells), 2)
    sign, times = dice.choice("+-"), dice.randint(1, 9)
    other = times * _value(cells[second], 2024)
    one = _value(cells[first], 2024)
    return f"{first} {sign} {times} * {second}", one + other if sign == "+" else one - other


def _told(value: Fraction) -> str:
    """A ratio as English prints it: three significant digits, halves up, away from zero."""
    if not value:
        return "0"
    size, exponent = abs(value), 0
    while size * Fraction(10) ** -exponent >= 10:
        exponent += 1
    while size * Fraction(10) ** -exponent < 1:
        exponent -= 1
    last = exponent - 2
    steps = int(size / Fraction(10) ** last + Fraction(1, 2))
    if steps == 1000:
        steps, last = 100, last + 1
    rounded = Decimal(steps).scaleb(last)
    text = f"{rounded:,.{max(0, -last)}f}"
    return f"−{text}" if value < 0 else text


def _write(
    folder: Path, cells: dict[str, tuple[str, dict[int, str]]], asked: dict[str, str]
) -> None:
    tables = "".join(
        f"  {name}: {{file: {name}.csv, source: s, period: year, value: v, "
        f"unit: USD {scale}, kind: flow}}\n"
        for name, (scale, _) in cells.items()
    )
    series = "".join(f'  {name}: "{text}"\n' for name, text in asked.items())
    manifest = _MANIFEST.format(tables=tables, series=series)
    (folder / "briefing.yaml").write_text(manifest, encoding="utf-8")
    for name, (_, values) in cells.items():
        rows = "".join(f"{year},{value}\n" for year, value in values.items())
        (folder / f"{name}.csv").write_text(f"year,v\n{rows}", encoding="utf-8")
    (folder / "sections/en").mkdir(parents=True)
    lines = "\n\n".join(f"It is {{{{ {name} }}}}." for name in asked)
    (folder / "sections/en/a.md").write_text(f"# A\n\n{lines}\n", encoding="utf-8")
