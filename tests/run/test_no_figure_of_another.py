"""Nothing of one partner's briefing in another's: all 25 factsheets on Mongolia's partners, built
with values that each stand in one cell only."""

import csv
import io
import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from briefing.model.spec import Choices
from briefing.run.batch import State, Task, batch
from briefing.run.each import each
from briefing.workspace import assets

SAMPLE = Path(assets.samples()) / "mongolia-partners"
# What stands in rankings and is therefore in every factsheet: the last year of each table.
SHARED_YEARS = {"trade.csv": "2024", "fdi.csv": "2012"}
KEYS = {"trade.csv": "partner", "fdi.csv": "investor", "goods.csv": "partner"}
VALUES = {"trade.csv": "value", "fdi.csv": "stock", "goods.csv": "value"}


def numbers() -> Iterator[str]:
    """Five figures before the thousands that no axis has, all distinct, with a digit behind."""
    return (f"{number}" for number in count(20001) if number % 10 not in (0, 5))


def poison(folder: Path) -> dict[str, dict[str, str]]:
    """Every value of a partner replaced; by partner, each as it stands in the file and as a page
    prints it in millions, of all but the shared years."""
    found: dict[str, dict[str, str]] = {}
    fresh = numbers()
    for name, key in KEYS.items():
        rows = list(csv.DictReader((folder / name).read_text(encoding="utf-8").splitlines()))
        whole = name == "fdi.csv"
        for row in rows:
            if not row[VALUES[name]]:
                continue
            millions = next(fresh)
            # Trade of thousands of dollars, stocks of millions.
            value = f"{millions}.3" if whole else f"{millions}137.1"
            if row[key] == "WLD":
                value = "9999999999"
            elif row["year"] != SHARED_YEARS.get(name):
                found.setdefault(row[key], {})[value] = f"{int(millions):,}"
            row[VALUES[name]] = value
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The poisoned values by partner, and where the editions are."""
    top = tmp_path_factory.mktemp("poisoned")
    project = top / "mongolia-partners"
    shutil.copytree(SAMPLE, project)
    values = poison(project)
    rows = (project / "partners.csv").read_text(encoding="utf-8")
    choices = each(str(project), Choices(), "partners.csv", rows)
    tasks = [Task(str(project), str(top / "out"), one) for one in choices]
    done = list(batch(tasks, 2))
    failed = {b.task.name: (b.problem, b.outcome) for b in done if b.state is not State.BUILT}
    assert not failed
    return values, {b.task.name: top / "out/mongolia-partners/2024" / b.task.name for b in done}


def unpacked(pdf: bytes) -> bytes:
    """Every stream of a file: pages, record, data."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return b"\n".join(o.read_bytes() for o in file.objects if isinstance(o, pikepdf.Stream))


def test_no_factsheet_holds_a_value_of_another_partner(built):
    values, folders = built
    assert len(folders) == 25
    for partner, folder in folders.items():
        held = b"".join(
            unpacked(p.read_bytes()) if p.suffix == ".pdf" else p.read_bytes()
            for p in folder.iterdir()
        ).decode("utf-8", "replace")
        own = set(re.findall(r"\d{5}137\.1|\d{5}\.3", held))
        assert own & values[partner].keys(), partner
        for other, cells in values.items():
            assert other == partner or not own & cells.keys(), (partner, other)


def test_no_page_prints_a_figure_of_another_partner(built):
    values, folders = built
    printing = 0
    for partner, folder in folders.items():
        (pdf,) = folder.glob("*.pdf")
        text = "\n".join(page.extract_text() for page in PdfReader(pdf).pages)
        printed = set(re.findall(r"(?<![\d,])\d\d,\d{3}(?![\d,])", text))
        printing += bool(printed & set(values[partner].values()))
        for other, cells in values.items():
            assert other == partner or not printed & set(cells.values()), (partner, other)
    # The others have investment alone, of which pages print the shared year.
    assert printing >= 15
