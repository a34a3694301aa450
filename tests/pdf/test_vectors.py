"""SVG: what is drawn as vectors, and what is refused at its line before anything is drawn."""

from contextlib import suppress
from io import BytesIO
from time import process_time

import pikepdf
import pytest

from briefing.pdf.svg import LARGEST, UnusableSVGError, guard
from briefing.pdf.vectors import read
from tests.pdf import sample
from tests.pdf.structure import read as tags

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
BOX = HEAD + 'width="40" height="20" viewBox="0 0 40 20">\n'
SHAPE = '<rect width="40" height="20" fill="#0F4C6B"/>'
WHOLE = (BOX + SHAPE + "\n</svg>\n").encode()
GRADIENT = (
    BOX + '<defs><linearGradient id="g"><stop offset="0" stop-color="#ff0000"/>'
    '<stop offset="1" stop-color="#0000ff"/></linearGradient></defs>'
    '<rect width="40" height="20" fill="url(#g)"/></svg>'
).encode()
CLIPPED = (
    BOX + '<defs><clipPath id="c"><circle cx="20" cy="10" r="8"/></clipPath></defs>'
    '<g clip-path="url(#c)"><path d="M0,0 H40 V20 H0 Z" fill="cmyk(0,1,1,0)"/></g>'
    '<ellipse cx="5" cy="5" rx="3" ry="2" stroke="teal" fill="none" opacity=".5"/></svg>'
).encode()


def drawn(data: bytes) -> bytes:
    canvas = sample.canvas()
    figure = canvas.tree.root.child("Figure", alt="Crest", placement="Block")
    figure.enclose((50, 50, 130, 90))
    with canvas.tag(figure):
        canvas.image(data, 50, 50, 80, 40)
    return canvas.finish(sample.RECORD)


def content(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as file:
        return file.pages[0].Contents.read_bytes().decode("latin-1")


def test_shapes_become_paths_and_no_picture() -> None:
    file = drawn(WHOLE)
    assert b"/Subtype /Image" not in file
    assert "re f" in content(file)
    # #0F4C6B in parts of one.
    assert ".058824 .298039 .419608 rg" in content(file)
    assert len(tags(file).find("Figure")) == 1


def test_the_size_is_that_of_the_file_in_points() -> None:
    vector = read(WHOLE)
    assert (vector.width, vector.height) == (30, 15)
    bare = (HEAD + 'viewBox="0 0 64 32">' + SHAPE + "</svg>").encode()
    assert read(bare).width == 2 * read(bare).height


def test_gradients_are_shadings_and_colours_are_rgb() -> None:
    assert " sh" in content(drawn(GRADIENT))
    painted = content(drawn(CLIPPED))
    assert " k\n" not in painted
    assert " W n" in painted


def test_the_same_svg_is_the_same_bytes() -> None:
    assert drawn(GRADIENT) == drawn(GRADIENT)
    assert drawn(CLIPPED) == drawn(CLIPPED)


def test_what_editors_note_for_themselves_is_passed_over() -> None:
    noted = WHOLE.replace(
        b"<rect", b'<x:view xmlns:x="http://www.inkscape.org/x" zoom="9e99"><x:grid/></x:view><rect'
    )
    doctype = b'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n'
    assert read(doctype + noted).width == 30


NESTED = "<g>" * 40 + SHAPE + "</g>" * 40
DOUBLED = "".join(
    f'<g id="a{n + 1}"><use href="#a{n}"/><use xlink:href="#a{n}"/></g>' for n in range(25)
)
REFUSED = {
    "entities": (
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;">]>' + BOX + "</svg>",
        1,
        "declares an entity",
    ),
    "a file by an entity": (
        '<!DOCTYPE svg [\n<!ENTITY x SYSTEM "file:///etc/passwd">]>' + BOX + "&x;</svg>",
        2,
        "declares an entity",
    ),
    "deep nesting": (BOX + NESTED + "</svg>", 2, "32 deep"),
    "a million shapes": (BOX + '<path d="M0,0"/>\n' * 6_000 + "</svg>", 5_001, "5,000 elements"),
    "shapes by use of use": (
        BOX + f'<defs><g id="a0">{SHAPE}</g>{DOUBLED}</defs>\n<use href="#a25"/></svg>',
        2,
        "draws more than",
    ),
    "use of itself": (BOX + '<g id="a">\n<use href="#a"/></g></svg>', 2, "uses itself"),
    "a huge size": (HEAD + 'width="9e99" height="1">' + SHAPE + "</svg>", 1, "out of reach"),
    "no number": (HEAD + 'width="nan" height="1">' + SHAPE + "</svg>", 1, "out of reach"),
    "a far point": (BOX + '<path d="M0 0L1e30 5"/></svg>', 2, "out of reach"),
    "a file": (BOX + '\n<image href="file:///etc/passwd"/></svg>', 3, "has <image>"),
    "the web": (BOX + '<use href="http://example.org/a.svg#b"/></svg>', 2, "leads elsewhere"),
    "a file by use": (BOX + '<use xlink:href="other.svg#b"/></svg>', 2, "leads elsewhere"),
    "a web fill": (BOX + '<rect width="1" height="1" fill="url(http://a/b#c)"/></svg>', 2, "leads"),
    "a web style": (BOX + '<rect width="1" height="1" style="fill: url( x#c)"/></svg>', 2, "leads"),
    "an import": (BOX + "<style>\n@import 'http://a/b.css';</style></svg>", 3, "leads elsewhere"),
    "a script": (BOX + "<script>\nalert(1)</script></svg>", 2, "has <script>"),
    "a handler": (BOX + '<rect onload="alert(1)" width="1" height="1"/></svg>', 2, "has a script"),
    "text": (BOX + '<text x="1" y="1">Ministry</text></svg>', 2, "has <text>"),
    "a page": (BOX + "<foreignObject/></svg>", 2, "has <foreignObject>"),
    "a filter": (BOX + '<filter id="f"/></svg>', 2, "has <filter>"),
    "an instruction": ('<?xml-stylesheet href="a.css"?>\n' + WHOLE.decode(), 1, "instruction"),
    "half a file": (BOX + SHAPE, 2, "well-formed"),
    "no SVG": ("<html>" + SHAPE + "</html>", 1, "is no SVG"),
    "no shapes": (BOX + "</svg>", 1, "draws nothing"),
    "no size": (HEAD + 'width="0" height="0">' + SHAPE + "</svg>", 1, "has no size"),
    "many rules": (BOX + "<style>" + ".a{fill:red}\n" * 3_000 + "</style></svg>", 0, "of rules"),
    "many bytes": (BOX + "<!--" + "x" * LARGEST + "-->" + SHAPE + "</svg>", 1, "bytes"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_harms_or_leads_elsewhere_is_refused_at_its_line(name: str) -> None:
    text, line, message = REFUSED[name]
    before = process_time()
    with pytest.raises(UnusableSVGError, match=message) as refused:
        read(text.encode())
    assert process_time() - before < 2
    assert refused.value.line == line or not line
    assert refused.value.hint


@pytest.mark.parametrize(
    "text",
    [
        BOX + '<path d="M" fill="nocolour"/>' + SHAPE + "</svg>",
        BOX + '<rect width="a" height="1"/></svg>',
        BOX + '<rect style=";;:;x" width="1" height="1" transform="rotate("/></svg>',
        BOX + '<polygon points="1"/></svg>',
        BOX + '<use href="#nothing"/></svg>',
        BOX + '<g stroke-dasharray="1 x"><line x1="1" y2="2" stroke="red"/></g></svg>',
    ],
)
def test_odd_attributes_are_drawn_or_refused_but_never_a_fault(text: str) -> None:
    with suppress(UnusableSVGError):
        read(text.encode())
        assert drawn(text.encode()).startswith(b"%PDF")


def test_the_largest_that_is_let_through_takes_seconds_at_most() -> None:
    inner = "".join(
        f'<path d="M{n % 40} 1 L5 {n % 7} Z" fill="#{n:06x}" class="a"/>' for n in range(4_950)
    )
    text = BOX + "<style>.a{stroke:red}</style>" + "<g>" * 20 + inner + "</g>" * 20 + "</svg>"
    before = process_time()
    guard(text.encode())
    read(text.encode())
    assert process_time() - before < 30


def test_without_the_library_one_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.pdf.vectors.find_spec", lambda _: None)
    text = WHOLE.replace(b"#0F4C6B", b"#0F4C6C")
    with pytest.raises(UnusableSVGError, match="isn't installed") as refused:
        read(text)
    assert "country-briefing[svg]" in refused.value.hint
