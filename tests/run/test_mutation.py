"""One input cell changes, and in the built PDF just the numbers that depend on it change."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import briefing
from briefing.model.spec import Choices
from tests.mutation.cells import Cell, cells, changed, copied
from tests.pdf.structure import Node, read

# How many cells of values to try of each file. Statuses, keys and texts are other questions.
SAMPLED = {
    "exports.json": 4,
    "imports.json": 2,
    "products.json": 2,
    "fdi.csv": 3,
    "payments.json": 4,
    "mirror.csv": 3,
    "comtrade.json": 1,
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
    folder = tmp_path_factory.mktemp("base")
    return make(copied(folder), folder / "out")


def sampled() -> Iterator[Cell]:
    """A spread of value cells of every table."""
    every = list(cells())
    for name, wanted in SAMPLED.items():
        own = [cell for cell in every if cell.file == name and cell.is_value]
        step = len(own) / wanted
        yield from (own[int((i + 0.5) * step)] for i in range(wanted))


@pytest.mark.parametrize("one", list(sampled()), ids=lambda one: f"{one.file}-{one.row}")
def test_just_the_dependent_numbers_change(base: Made, tmp_path: Path, one: Cell) -> None:
    project = copied(tmp_path)
    file = project / one.file
    file.write_bytes(changed(file.read_bytes(), one))
    mutated = make(project, tmp_path / "out")
    cell = {"file": one.place, "row": one.row, "column": one.column}
    dependent = {
        key for made in (base, mutated) for key, fact in made.facts.items() if cell in fact["cells"]
    }
    differing = {
        key
        for key in base.facts
        if base.facts[key]["value"] != mutated.facts.get(key, {}).get("value")
    }
    assert differing <= dependent
    assert {k for k in dependent & set(base.facts) if not base.facts[k]["is"]} <= differing
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


def blank(block: str, texts: set[str]) -> str:
    """The block with the printed numbers taken out, the longest first."""
    found = sorted((re.escape(t) for t in texts if t), key=len, reverse=True)
    return re.sub("|".join(found), "#", block)
