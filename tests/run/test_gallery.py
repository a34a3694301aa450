"""The gallery: each kind of exhibit cut from the pages of data/gallery, and the line that makes it.

`--update-expected` writes pictures and page anew; look at them.
"""

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pypdfium2
import pytest
from PIL import Image, ImageChops

from briefing.model import Choices
from briefing.project.keys.exhibits import EXHIBITS
from briefing.run.build import build

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "data" / "gallery"
PAGE = ROOT / ".github" / "GALLERY.md"
PICTURES = ROOT / ".github" / "gallery"
_SCALE = 2.0
_MARGIN = 2.5  # points round a picture
_NEAR = 40  # of 255: other builds of the rasteriser draw edges otherwise
# Set against an edition of before, which a gallery has not.
_ELSEWHERE = {"changes"}
_HEAD = """# Gallery

Every kind of exhibit and the line of `briefing.yaml` that makes it, from `data/gallery/`: \
`briefing build data/gallery`.
"""


def lines() -> dict[str, str]:
    """The entry of each exhibit, by name, as the manifest has it."""
    text = (PROJECT / "briefing.yaml").read_text(encoding="utf-8")
    part = text.partition("\nexhibits:\n")[2].partition("\n\n")[0]
    entries = re.split(r"\n(?=  \w)", part)
    return {entry.split(":")[0].strip(): dedent(entry).strip("\n") for entry in entries}


def titles() -> dict[str, str]:
    text = (PROJECT / "sections/en/gallery.md").read_text(encoding="utf-8")
    return {name: title for title, name in re.findall(r"!\[(.*?)\]\(exhibit:(\w+)\)", text)}


@cache
def picture(name: str) -> Image.Image:
    """An exhibit's picture: alone on its page, where no other takes part of its height, from its
    title to the line under it."""
    with TemporaryDirectory() as folder:
        project = Path(shutil.copytree(PROJECT, Path(folder) / "gallery"))
        section = f"# Gallery\n\n![{titles()[name]}](exhibit:{name})\n"
        (project / "sections/en/gallery.md").write_text(section, encoding="utf-8")
        (built,) = build(str(project), folder, Choices()).built
        (first, *_) = pypdfium2.PdfDocument(Path(built.path).read_bytes())
        height, whole = first.get_height(), first.render(scale=_SCALE).to_pil().convert("RGB")
        text = first.get_textpage()
        (top, *_) = (high + _MARGIN for _, high in _every(text, titles()[name]))
        sources = _every(text, "Source: ") + _every(text, "Sources: ")
        foot = max(low for low, high in sources if high < top) - _MARGIN
        edges = (round(_SCALE * (height - top)), round(_SCALE * (height - foot)))
        return _trimmed(whole.crop((0, edges[0], whole.width, edges[1])))


def _every(text: pypdfium2.PdfTextPage, words: str) -> list[tuple[float, float]]:
    """Lower and upper edge of each place of the words."""
    searcher, found = text.search(words, match_case=True), []
    while place := searcher.get_next():
        _, low, _, _ = text.get_charbox(place[0])
        high = max(text.get_charbox(place[0] + n)[3] for n in range(place[1]))
        found.append((low, high))
    return found


def _trimmed(picture: Image.Image) -> Image.Image:
    white = Image.new("RGB", picture.size, "white")
    box = ImageChops.difference(picture, white).getbbox()
    return picture.crop(box) if box else picture


def page() -> str:
    """The page that shows all pictures with their lines."""
    parts = [_HEAD]
    for name, line in lines().items():
        title = titles()[name]
        picture = f"![{title}](gallery/{name}.png)"
        parts.append(f"\n## {title}\n\n{picture}\n\n```yaml\n{line}\n```\n")
    return "".join(parts)


def test_every_kind_of_exhibit_is_shown() -> None:
    shown = {re.search(r"kind: (\w+)", line)[1] for line in lines().values()}  # type: ignore[index]
    assert shown | _ELSEWHERE == set(EXHIBITS)
    assert set(lines()) == set(titles())


def test_the_page_is_of_today(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-expected"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("name", lines())
def test_the_picture_is_of_today(name: str, request: pytest.FixtureRequest) -> None:
    today = picture(name)
    file = PICTURES / f"{name}.png"
    if request.config.getoption("--update-expected"):
        PICTURES.mkdir(exist_ok=True)
        today.quantize(64).save(file, optimize=True)
    kept = Image.open(file).convert("RGB")
    assert kept.size == today.size
    difference = ImageChops.difference(kept, today).convert("L")
    far = sum(difference.histogram()[_NEAR:])
    assert far <= 0.01 * today.width * today.height
