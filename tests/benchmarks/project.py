"""The work item of the benchmarks written as a project: manifest, data and Markdown."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from briefing.workspace import assets
from tests.benchmarks import words
from tests.benchmarks.content import PRODUCTS, YEARS, Country

STYLE = "bench"
# What sets the benchmarks' style apart: charts 66 mm high, and no annexes (data, register)
# that the work item doesn't have.
OWN = f"""style: {STYLE}
extends: ministry
measures:
  data: {{printed: false}}
  register: {{printed: false}}
  brief: {{printed: false}}
  chart: {{bars.height: 66 mm, bars.double: 66 mm, line.height: 66 mm}}
"""


_LABELS = {
    "goods_balance": "Goods",
    "inward": "Inward stock",
    "outward": "Outward stock",
    "gdp": "GDP",
}
_KINDS = {"inward": "stock", "outward": "stock"}


@contextmanager
def bench_style(folder: Path) -> Iterator[None]:
    """Within, the styles are those of the product and `bench`, written to `folder`."""
    # Only tests want it; it loads asyncio.
    from unittest.mock import patch

    folder.mkdir()
    for file in Path(assets.styles()).glob("*.yaml"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / f"{STYLE}.yaml").write_text(OWN, encoding="utf-8")
    with patch.object(assets, "styles", lambda: str(folder)):
        yield


def write(folder: Path, country: Country, times: int = 1) -> None:
    """Write the project of the work item; with more `times` a long one: its six sections so often,
    every one of them with a grid."""
    shown = {}
    grids = cycle(words.GRIDS)
    sections = folder / "sections" / "en"
    sections.mkdir(parents=True)
    (sections / "summary.md").write_text(words.SUMMARY, encoding="utf-8")
    names = ["summary"]
    for number in range(times):
        for name, heading, caption, chart, grid in words.SECTIONS:
            mark = f"_{number}" if number else ""
            placed = {chart: caption}
            if wanted := grid or (next(grids) if times > 1 else ""):
                placed[wanted] = words.GRIDS[wanted]
            marked = {f"{key}_{name}{mark}": title for key, title in placed.items()}
            shown |= {key: words.EXHIBITS[key.split("_")[0]] for key in marked}
            text = "\n\n".join(_section(country, name, heading, marked))
            (sections / f"{name}{mark}.md").write_text(text + "\n", encoding="utf-8")
            names.append(f"{name}{mark}")
    manifest = _manifest(country, shown, names)
    (folder / "briefing.yaml").write_text(manifest, encoding="utf-8")
    _table(folder / "years.csv", _yearly(country))
    _table(folder / "products.csv", _by("product", country.products))
    _table(folder / "partners.csv", _by("partner", country.exports_to))


def _manifest(country: Country, shown: Mapping[str, str], names: Sequence[str]) -> str:
    values = [
        f"{name}: {{column: {name}, kind: {_KINDS.get(name, 'flow')}, label: {{en: {label}}}}}"
        for name in _columns(country)
        for label in [_LABELS.get(name, name.capitalize())]
    ]
    filled = {
        "SOURCE": words.SOURCE.rstrip(),
        "VALUES": ",\n      ".join(values),
        "COUNTRY": country.code,
        "STYLE": STYLE,
        "SHOWN": "\n".join(f"  {name}: {entry}" for name, entry in shown.items()),
        "NAMES": "\n".join(f'  {key}: {{en: "{name}"}}' for key, name in PRODUCTS.items()),
        "SECTIONS": ", ".join(names),
    }
    text = words.MANIFEST
    for key, value in filled.items():
        text = text.replace(key, value)
    return text


def _section(country: Country, name: str, heading: str, placed: Mapping[str, str]) -> Iterator[str]:
    first, second = sorted(country.products, key=lambda key: -country.products[key][-1])[:2]
    yield f"# {heading}"
    first_one, *others, last = words.PARAGRAPHS
    yield f"{first_one}[^source]"
    yield from others
    if name == "overview":
        yield words.MONGOLIAN
    bullets = "\n".join(f"- {bullet}" for bullet in words.BULLETS)
    for mark, product in (("{FIRST}", first), ("{SECOND}", second)):
        bullets = bullets.replace(mark, PRODUCTS[product].lower())
    yield bullets
    yield last
    yield from (f"![{title}](exhibit:{exhibit})" for exhibit, title in placed.items())
    yield "[^source]: " + words.NOTE.replace("{HEADING}", heading.lower())


def _table(file: Path, rows: Iterable[Sequence[object]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as data:
        csv.writer(data, lineterminator="\n").writerows(rows)


def _columns(country: Country) -> dict[str, Sequence[float]]:
    pairs = zip(country.yearly["exports"], country.yearly["imports"], strict=True)
    return {**country.yearly, "goods_balance": [out - into for out, into in pairs]}


def _yearly(country: Country) -> Iterator[Sequence[object]]:
    columns = _columns(country)
    yield ["year", *columns]
    for number, year in enumerate(YEARS):
        yield [year, *(f"{column[number]:.3f}" for column in columns.values())]


def _by(key: str, family: Mapping[str, Sequence[float]]) -> Iterator[Sequence[object]]:
    """The latest three years of a family."""
    yield [key, "year", "value"]
    for member, values in family.items():
        for year, value in zip(YEARS[-3:], values, strict=True):
            yield [member, year, f"{value:.3f}"]
