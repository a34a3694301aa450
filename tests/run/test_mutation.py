"""One input cell changes, and in the built PDF just the numbers that depend on it change."""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import briefing
from briefing.model.spec import Choices
from tests.pdf.structure import Node, read

SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"
# Table: column of values, and how many cells to try. Statuses, keys and texts are other questions.
SAMPLED = {
    "trade.csv": ("value", 6),
    "fdi.csv": ("stock", 3),
    "fdi-net.csv": ("net", 4),
    "mirror.csv": ("value", 4),
}


@dataclass(frozen=True)
class Made:
    """A built edition: the facts of its record by key, the rows of its register by number, its
    other blocks of text outside figures."""

    facts: dict[tuple[str, str, str], dict]
    rows: dict[str, str]
    blocks: list[str]


def make(project: Path, output: Path) -> Made:
    (built,) = briefing.build(str(project), str(output), Choices(languages=("en",))).built
    pdf = Path(built.path)
    record = json.loads(pdf.with_name("record.json").read_bytes())
    facts = {(f["name"], f["period"], f["unit"]): f for f in record["facts"]}
    root = read(pdf.read_bytes())
    rows = {_number(row): row.text for row in root.find("TR") if _number(row)}
    return Made(facts, rows, list(_blocks(root)))


def _number(row: Node) -> str:
    """The number of a row of the register; of other rows nothing."""
    found = re.match(r"F\d+(?=\s|$)", row.kids[0].text) if isinstance(row.kids[0], Node) else None
    return found[0] if found else ""


def _blocks(node: Node) -> Iterator[str]:
    """Text by block; a chart's own text (ticks and labels) and the register's rows are none."""
    if node.role == "Figure" or (node.role == "TR" and _number(node)):
        return
    inner = [kid for kid in node.kids if isinstance(kid, Node)]
    if any(kid.role not in ("Span", "Link", "Reference") for kid in inner):
        for kid in inner:
            yield from _blocks(kid)
    else:
        yield node.text


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(SAMPLE, tmp_path_factory.mktemp("base"))


def cells() -> Iterator[tuple[str, int, str]]:
    """File, line and column of a spread of value cells of every table."""
    for name, (column, wanted) in SAMPLED.items():
        with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
            rows = [n for n, row in enumerate(csv.DictReader(file), start=2) if row[column]]
        step = len(rows) / wanted
        for i in range(wanted):
            yield name, rows[int((i + 0.5) * step)], column


@pytest.mark.parametrize(("file", "row", "column"), list(cells()))
def test_just_the_dependent_numbers_change(
    base: Made, tmp_path: Path, file: str, row: int, column: str
) -> None:
    project = tmp_path / "mongolia-russia"
    shutil.copytree(SAMPLE, project)
    change(project / file, row, column)
    mutated = make(project, tmp_path / "out")
    cell = {"file": file, "row": row, "column": column}
    dependent = {
        key for made in (base, mutated) for key, fact in made.facts.items() if cell in fact["cells"]
    }
    changed = {
        key
        for key in base.facts
        if base.facts[key]["value"] != mutated.facts.get(key, {}).get("value")
    }
    assert changed <= dependent
    assert {k for k in dependent & set(base.facts) if not base.facts[k]["is"]} <= changed
    numbers = {base.facts[key]["rows"]["en"] for key in dependent if "rows" in base.facts[key]}
    assert {n for n in base.rows if base.rows[n] != mutated.rows[n]} <= numbers
    for before, after in zip(base.blocks, mutated.blocks, strict=True):
        if before.startswith("SHA-256"):
            assert before != after
        elif before != after:
            texts = {
                printing["text"]
                for made in (base, mutated)
                for key in dependent
                if key in made.facts
                for printing in made.facts[key]["printed"]["en"]
            }
            assert blank(before, texts) == blank(after, texts)


def change(path: Path, row: int, column: str) -> None:
    """Make one cell about a hundredth larger, in as many digits as before."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines[0].split(",").index(column)
    parts = lines[row - 1].split(",")
    digits = len(parts[at].partition(".")[2])
    parts[at] = f"{float(parts[at]) * 1.013 + 10**-digits:.{digits}f}"
    lines[row - 1] = ",".join(parts)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def blank(block: str, texts: set[str]) -> str:
    """The block with the printed numbers taken out, the longest first."""
    found = sorted((re.escape(t) for t in texts if t), key=len, reverse=True)
    return re.sub("|".join(found), "#", block)
