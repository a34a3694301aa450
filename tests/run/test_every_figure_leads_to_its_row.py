"""On the sample's pages each figure of the text leads to its row in the register, and back."""

import shutil
from collections import Counter
from pathlib import Path

import pikepdf

import briefing
from briefing.model.document import Document
from briefing.model.inline import Inline, Number
from briefing.model.spec import Choices
from briefing.model.walk import every_block, inlines_of
from briefing.run.examine import examine
from briefing.workspace import Workspace

ALTERNATIVE = " (alternative text of "
SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"


def copied(folder: Path) -> Path:
    """The sample with the register printed."""
    shutil.copytree(SAMPLE, folder)
    manifest = folder / "briefing.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8") + "annex: full\nfigures: linked\n", encoding="utf-8"
    )
    return folder


def test_each_printed_figure_leads_to_its_row_and_each_row_back(tmp_path: Path) -> None:
    sample = copied(tmp_path / "sample")
    (document,) = examine(Workspace(str(sample)), Choices(languages=("en",))).documents
    register = document.register
    assert register is not None
    numbers = [i for i in inlines(document) if isinstance(i, Number)]
    traced = [n for n in numbers if n.stated[0].key in register.numbers]
    # What has no row is the edition's own period and date: it comes from no cell.
    assert {n.fact.name for n in numbers if n not in traced} <= {"period", "released"}
    assert len(traced) > 100

    wanted = Counter(
        plain(register.to_row.format(text=n.text, number=register.numbers[n.stated[0].key]))
        for n in traced
    )
    choices = Choices(languages=("en",))
    (built,) = briefing.build(str(sample), str(tmp_path / "out"), choices).built
    found = links(Path(built.path))
    # A figure over two lines has a link on each.
    assert {text for text, count in wanted.items() if found[text] < count} == set()
    # A row whose figure stands in another's text leads to that text; one whose figure is only said
    # of pictures leads nowhere, and says so.
    rows = zip(register.places, register.grid.rows, strict=True)
    for place, row in rows:
        assert bool(place) == any(ALTERNATIVE not in t for t in row.cells[1].text.split("; "))
    seen = [place for place in register.places if place]
    assert 10 < len(register.places) - len(seen) < len(seen)
    back = Counter(register.to_first.format(number=place) for place in seen)
    assert {text for text, count in back.items() if found[text] < count} == set()


def inlines(document: Document) -> list[Inline]:
    opening = document.opening
    assert opening is not None
    titles = (document.title, opening.title, opening.standfirst)
    found = [i for title in (*titles, *(c.title for c in document.chapters)) for i in title]
    blocks = [
        *opening.keypoints,
        *opening.blocks,
        *(b for c in document.chapters for b in c.blocks),
    ]
    return found + [i for block in every_block(blocks) for i in inlines_of(block)]


def links(path: Path) -> Counter[str]:
    """What the links inside the document say of themselves, and how often; each has a target."""
    found: Counter[str] = Counter()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                if annotation["/Subtype"] == "/Link" and "/A" not in annotation:
                    assert "/Dest" in annotation
                if annotation["/Subtype"] == "/Link":
                    found[plain(str(annotation.get("/Contents", "")))] += 1
    return found


def plain(text: str) -> str:
    return " ".join(text.split())
