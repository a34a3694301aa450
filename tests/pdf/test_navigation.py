from io import BytesIO

import pikepdf
import pytest

from briefing.model.link import Anchor, Target, Url
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.navigation import allowed
from tests.pdf import sample


@pytest.mark.parametrize(
    ("target", "may"),
    [
        (Url("https://example.org"), True),
        (Url("http://example.org"), True),
        (Url("mailto:a@example.org"), True),
        (Anchor("trade"), True),
        (Anchor(""), False),
        (Url("javascript:alert(1)"), False),
        (Url("file:///etc/passwd"), False),
        (Url("trade"), False),
    ],
)
def test_links_lead_to_the_web_to_mail_or_inside(target: Target, may: bool) -> None:
    assert allowed(target) is may


def linked(target: Target) -> TaggedCanvas:
    canvas = sample.canvas()
    link = canvas.tree.root.child("P").child("Link")
    with canvas.tag(link):
        canvas.text(50, 700, "here", "serif", 10, sample.INK)
    canvas.link([(50, 698, 70, 710), (0, 0, 5, 5)], target, link, "where it leads")
    return canvas


def test_a_link_of_two_lines_is_one_element_with_two_annotations() -> None:
    data = linked(Url("https://example.org/é")).finish(sample.RECORD)
    with pikepdf.open(BytesIO(data)) as pdf:
        first, second = pdf.pages[0].Annots
        assert str(first.A.URI) == "https://example.org/%C3%A9"
        assert (int(first.F), list(first.Border), str(first.Contents)) == (
            *(4, [0, 0, 0], "where it leads"),
        )
        keys = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, keys[::2]), keys[1::2], strict=True))
        element = parents[int(first.StructParent)]
        assert element.S == "/Link"
        assert parents[int(second.StructParent)].objgen == element.objgen
        assert [kid.get("/Obj").objgen for kid in list(element.K)[1:]] == [
            *(first.objgen, second.objgen)
        ]


def test_a_link_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match="can't lead"):
        linked(Url("ftp://example.org"))


def test_a_link_to_nowhere_stops_the_file() -> None:
    with pytest.raises(ValueError, match="#gone"):
        linked(Anchor("gone")).finish(sample.RECORD)


def test_an_anchor_stands_once() -> None:
    canvas = sample.canvas()
    canvas.anchor("a", canvas.tree.root, 0)
    with pytest.raises(ValueError, match="twice"):
        canvas.anchor("a", canvas.tree.root, 0)


def test_outline_labels_and_destinations() -> None:
    canvas = sample.canvas()
    for page, (title, level) in enumerate([("A", 0), ("A.1", 1), ("A.1.1", 3), ("B — Б", 0)]):
        heading = canvas.tree.root.child("H1")
        with canvas.tag(heading):
            canvas.text(50, 700, title, "serif", 10, sample.INK)
        canvas.anchor(f"a{page}", heading, 712)
        canvas.bookmark(title, f"a{page}", level)
        canvas.next_page()
    canvas.label_pages(1, "r")
    canvas.label_pages(3, "D", "A-", 5)
    with pikepdf.open(BytesIO(canvas.finish(sample.RECORD))) as pdf:
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["A", "B — Б"]
            assert [item.title for item in outline.root[0].children] == ["A.1"]
            assert [item.title for item in outline.root[0].children[0].children] == ["A.1.1"]
            assert outline.root[1].destination[0].objgen == pdf.pages[3].objgen
        assert [page.label for page in pdf.pages] == ["i", "ii", "A-5", "A-6"]
