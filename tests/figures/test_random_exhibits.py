"""Random families against exact fractions: growth, shares and ranks as exhibits print them.

Each printed figure is one rounding, half up, of what the cells as written come to; how many
decimals it has is the exhibit's to say.
"""

import random
from fractions import Fraction
from pathlib import Path

import pytest

from briefing.model import Chart, Grid
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.projects.test_seen import made

PROJECTS = 6
KEYS = ("A", "B", "C", "D", "E")
MORE = """series:
  f: {{table: t, by: who, label: {{en: Exports}}}}
{series}
exhibits:
  parts: {{kind: share, show: f}}
  order: {{kind: ranking, show: f}}
  rates: {{kind: grid, show: [{names}], periods: [2024, 2025]}}
"""


def project(dice: random.Random, folder: Path) -> dict[tuple[str, int], str]:
    """A project with its cells as written."""
    digits = dice.choice((0, 1, 3))
    cells = {
        (key, year): f"{dice.uniform(40, 400):.{digits}f}"
        for key in KEYS
        for year in (2023, 2024, 2025)
    }
    series = "\n".join(
        f'  g{k}: {{is: "growth(f[{k}])", label: {{en: Growth {k}}}}}\n'
        f'  s{k}: {{is: "share(f[{k}], sum(f))", label: {{en: Share {k}}}}}'
        for k in KEYS
    )
    names = ", ".join(f"g{k}, s{k}" for k in KEYS)
    rows = "".join(f"{key},{year},{value}\n" for (key, year), value in cells.items())
    text = "![Parts](exhibit:parts)\n\n![Order](exhibit:order)\n\n![Rates](exhibit:rates)"
    more = MORE.format(series=series, names=names)
    made(folder, f"who,period,value\n{rows}", text, more, ", codes: none")
    return cells


def rounded(value: Fraction, like: str) -> str:
    """The value with as many decimals as a text has, halves away from zero."""
    digits = len(like.partition(".")[2])
    steps = int(abs(value) * 10**digits + Fraction(1, 2))
    text = f"{steps // 10**digits:,}" + (f".{steps % 10**digits:0{digits}d}" if digits else "")
    return f"−{text}" if value < 0 and steps else text


def growth(cells: dict[tuple[str, int], str], key: str, year: int) -> Fraction:
    return 100 * (Fraction(cells[key, year]) / Fraction(cells[key, year - 1]) - 1)


def share(cells: dict[tuple[str, int], str], key: str, year: int) -> Fraction:
    return 100 * Fraction(cells[key, year]) / sum(Fraction(cells[k, year]) for k in KEYS)


@pytest.mark.parametrize("seed", range(PROJECTS))
def test_what_exhibits_print_is_one_rounding_of_the_exact_value(seed: int, tmp_path: Path) -> None:
    cells = project(random.Random(f"exhibits {seed}"), tmp_path / "p")
    (document,) = examine(Workspace(str(tmp_path / "p")), Choices()).documents
    shown = {placed.exhibit.name: placed.exhibit.content for placed in document.exhibits}
    parts, order, rates = shown["parts"], shown["order"], shown["rates"]
    assert isinstance(parts, Chart)
    assert isinstance(order, Chart)
    assert isinstance(rates, Grid)
    seen = 0
    for point in parts.lines[0].points:
        assert point.text == rounded(share(cells, point.label, 2025), point.text)
        seen += 1
    ranked = sorted(KEYS, key=lambda key: -Fraction(cells[key, 2025]))
    listed = [point.label for point in order.lines[0].points]
    values = {key: Fraction(cells[key, 2025]) for key in KEYS}
    assert [values[key] for key in listed] == [values[key] for key in ranked]
    for row in rates.rows:
        for cell in row.cells:
            assert cell.fact is not None
            assert cell.fact.period is not None
            year, key = cell.fact.period.end.year, cell.fact.name[1:2]
            exact = (growth if cell.fact.name[0] == "g" else share)(cells, key, year)
            if cell.text == "[low]":
                assert 0 < exact < Fraction(1, 20)
                continue
            assert cell.text == rounded(exact, cell.text), (cell.fact.name, year, float(exact))
            seen += 1
    assert seen >= 5 + 18
