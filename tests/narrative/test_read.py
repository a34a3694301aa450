import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.block import (
    CodeBlock,
    Condition,
    Container,
    Heading,
    Image,
    Listing,
    MarkdownTable,
    Paragraph,
    Placement,
    Quote,
    Role,
    Rule,
    Section,
)
from briefing.model.finding import Finding, Severity
from briefing.model.inline import Asked, Break, Mark, Words
from briefing.model.link import Url
from briefing.model.text import Phrase, Place
from briefing.model.walk import every_block, inlines_of
from briefing.narrative import phrase, read


def section(text: str) -> Section:
    """The section of a text in which nothing is wrong."""
    found, findings = read("s.md", "s", f"# Title\n\n{text}")
    assert findings == ()
    assert found is not None
    return found


def findings(text: str) -> tuple[Finding, ...]:
    return read("s.md", "s", f"# Title\n\n{text}")[1]


def words(found: Section) -> str:
    """All the text of a section, blocks apart."""
    parts = ["".join(w.text for w in found.title if isinstance(w, Words))]
    for block in every_block(found.blocks):
        if isinstance(block, CodeBlock):
            parts.append(block.text)
        parts.append(
            "".join(
                i.text if isinstance(i, Words) else " "
                for i in inlines_of(block)
                if not isinstance(i, Asked)
            )
        )
    return " ¶ ".join(parts)


def asked(found: Section) -> list[tuple[str, int, int]]:
    return [
        (i.reference.name, i.reference.place.line, i.reference.place.column)
        for block in every_block(found.blocks)
        for i in inlines_of(block)
        if isinstance(i, Asked)
    ]


def test_the_first_heading_is_the_title() -> None:
    found, problems = read(
        "s.md", "s", "\ufeff## Trade *in goods* {{ period }}\n\nText.\n\n### Sub"
    )
    assert problems == ()
    assert found is not None
    assert [type(i).__name__ for i in found.title] == ["Words", "Words", "Words", "Asked"]
    assert found.place == Place("s.md", 1, 4)
    assert [b.level for b in found.blocks if isinstance(b, Heading)] == [2]


def test_marks_links_breaks() -> None:
    found = section("a *b **c*** `d` [e *f*](https://x.org/a_b) <mailto:g@h.org>\\\ni  \nj")
    (paragraph,) = found.blocks
    assert isinstance(paragraph, Paragraph)
    texts = {i.text: i for i in paragraph.inlines if isinstance(i, Words)}
    assert texts["b "].marks == {Mark.EMPHASIS}
    assert texts["c"].marks == {Mark.EMPHASIS, Mark.STRONG}
    assert texts["d"].marks == {Mark.CODE}
    assert texts["f"].marks == {Mark.EMPHASIS}
    assert texts["f"].link is texts["e "].link is not None
    assert texts["f"].link.target == Url("https://x.org/a_b")
    assert texts["mailto:g@h.org"].link is not None
    assert sum(isinstance(i, Break) for i in paragraph.inlines) == 2


def test_two_links_to_one_target_are_two() -> None:
    found = section("[a](#x)[b](#x)")
    (paragraph,) = found.blocks
    assert isinstance(paragraph, Paragraph)
    links = [i.link for i in paragraph.inlines if isinstance(i, Words)]
    assert [link.number for link in links if link] == [1, 2]


def test_lists_quotes_code_and_rules() -> None:
    found = section(
        "3. a\n   - b\n\n     c\n4. d\n\n> q\n> > r\n\n```\ncode {{ x }}\n```\n\n---\n\n    more"
    )
    listing, quote, code, rule, more = found.blocks
    assert isinstance(listing, Listing)
    assert listing.start == 3
    assert listing.tight
    inner = listing.items[0][1]
    assert isinstance(inner, Listing)
    assert inner.start is None
    assert not inner.tight
    assert isinstance(quote, Quote)
    assert isinstance(quote.blocks[1], Quote)
    assert code == CodeBlock("code {{ x }}", Place("s.md", 12, 1))
    assert isinstance(rule, Rule)
    assert isinstance(more, CodeBlock)


def test_a_table_with_bars_in_references_and_escapes() -> None:
    row = "| {{ x[CHN] | share }} | `q` and {{ y | change: since 2005 }} |"
    found = section(f"| a | b \\| c |\n|:--|--:|\n{row}")
    (table,) = found.blocks
    assert isinstance(table, MarkdownTable)
    assert table.alignment == ("left", "right")
    assert table.head[1][0] == Words("b | c", Place("s.md", 3, 7))
    assert asked(found) == [("x", 5, 6), ("y", 5, 37)]


PLACES = [
    ("{{ x }}", (3, 4)),
    ("a\nb *c* {{x}}", (4, 9)),
    ("> - a\n>   {{ x }}", (4, 8)),
    ("> a\nlazy {{ x }}", (4, 9)),
    ("1. a\n\n   b {{ x }}", (5, 9)),
    ("- [ ] a\n\t- b\n\t\t{{ x }}", (5, 6)),
    ("## H {{ x }} ##", (3, 9)),
    ("H {{ x }}\n---", (3, 6)),
    ("[l {{ x }}](#a)", (3, 7)),
    ("![T {{ x }}](exhibit:e)", (3, 8)),
    ("![T {{ x }}](a.png)", (3, 8)),
    ("&amp; \\* é **b** `{{ y }}` {{ x }}", (3, 31)),
    ("x | y\n--|--\n a | {{ x }}", (5, 9)),
    ("::: aside\n> {{ x }}\n:::", (4, 6)),
    ("a {{ x[a b] | f: g | h }}", (3, 6)),
    ("**{{ x }}**b", (3, 6)),
    ("{{x}}{{x}}", (3, 3)),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_reference_knows_its_line_and_column(text: str, place: tuple[int, int]) -> None:
    found = section(text)
    assert asked(found)[0] == ("x", *place)


def test_words_know_their_line_and_column() -> None:
    text = (
        "- a *bb* `c` [dd](http://x.y/dd) &lt; ee\n  ff \\* gg\n\n"
        "> | hh | ii |\n> |---|---|\n> | jj | kk |"
    )
    found = section(text)
    lines = f"# Title\n\n{text}".split("\n")
    for block in every_block(found.blocks):
        for inline in inlines_of(block):
            if isinstance(inline, Words) and inline.text.strip().isalpha():
                at = lines[inline.place.line - 1][inline.place.column - 1 :]
                assert at.startswith(inline.text.rstrip()), inline


def test_code_shows_braces_and_an_escape_prints_them() -> None:
    found = section("`{{ a }}` and \\{{ b }}")
    assert asked(found) == []
    assert words(found) == "Title ¶ {{ a }} and {{ b }}"


def test_roles_and_conditions_nest() -> None:
    found = section(
        "::::: if exports[CHN] 2014\n:::: aside\ntext\n\n::: if other\nmore\n:::\n::::\n:::::\n"
    )
    (outer,) = found.blocks
    assert isinstance(outer, Condition)
    assert (outer.reference.name, outer.reference.key, outer.reference.period) == (
        "exports",
        "CHN",
        "2014",
    )
    assert outer.reference.place == Place("s.md", 3, 10)
    (aside,) = outer.blocks
    assert isinstance(aside, Container)
    assert aside.role is Role.ASIDE
    assert isinstance(aside.blocks[1], Condition)


def test_exhibits_and_pictures_alone_in_a_paragraph() -> None:
    found = section("![Imports *fell*](exhibit:trade)\n\n![A bridge](img/a%20b.png)")
    placement, image = found.blocks
    assert isinstance(placement, Placement)
    assert placement.exhibit == "trade"
    assert isinstance(image, Image)
    assert image.path == "img/a b.png"
    assert image.words == (Words("A bridge", Place("s.md", 5, 3)),)


REFUSED = [
    ("{{ a", "B303", (3, 1)),
    ("x {{ a b }}", "B303", (3, 8)),
    ("[a]({{ b }})", "B303", (3, 1)),
    ("::: if\na\n:::", "B303", (3, 1)),
    ("::: if {{ a }}\na\n:::", "B303", (3, 8)),
    ("::: if a | change\nb\n:::", "B303", (3, 8)),
    ("::: if a b\nb\n:::", "B303", (3, 10)),
    ("# Second", "B302", (3, 3)),
    ("### Skipped", "B302", (3, 5)),
    ("> ## H", "B302", (3, 6)),
    ("- # H", "B302", (3, 5)),
    ("::: asid\na\n:::", "B304", (3, 1)),
    ("::: aside wide\na\n:::", "B304", (3, 1)),
    ("::: aside\na", "B305", (3, 1)),
    ("a\n\n:::", "B305", (5, 1)),
    ("> ::: aside\n> a", "B305", (3, 3)),
    (":::: aside\n::: lead\na\n:::\n::::", "B306", (4, 1)),
    ("- ::: aside\n  a\n  :::", "B306", (3, 3)),
    ("a <b>c</b>", "B307", (3, 3)),
    ("<div>\nhidden\n</div>", "B307", (3, 1)),
    ("<!-- note -->", "B307", (3, 1)),
    ("a[^1]", "B308", (3, 2)),
    ("a\n\n[^1]: Note that is long.", "B308", (5, 1)),
    ("a\n\n[^1]: One.\n\n[^1]: Two.", "B308", (7, 1)),
    ("a[^1]\n\n[^1]: See[^2].\n\n[^2]: It.", "B308", (5, 10)),
    ("a[^1]\n\n[^1]: - a list", "B308", (5, 1)),
    ("## b[^1]\n\n[^1]: Note.", "B308", (3, 5)),
    ("![a[^1]](exhibit:a)\n\n[^1]: Note.", "B308", (3, 4)),
    ("::: lead\na[^1]\n:::\n\n[^1]: Note.", "B308", (4, 2)),
    ("[a](notes.txt)", "B309", (3, 1)),
    ("[a](javascript:alert)", "B309", (3, 1)),
    ("[a](ftp://x.org)", "B309", (3, 1)),
    ("[a](#)", "B309", (3, 1)),
    ("[](https://x.org)", "B309", (3, 1)),
    ("as ![this](exhibit:trade) shows", "B310", (3, 4)),
    ("![a](exhibit:a)\n![b](exhibit:b)", "B310", (3, 1)),
    ("[![a](a.png)](https://x.org)", "B310", (3, 2)),
    ("- ![a](exhibit:a)", "B310", (3, 3)),
    ("| a |\n|---|\n| 1 | 2 |", "B312", (5, 6)),
    ("a\u202eb", "B313", (3, 2)),
    ("a\x07b", "B313", (3, 2)),
    ("![](a.png)", "B314", (3, 1)),
    ("![](exhibit:a)", "B314", (3, 1)),
    ("![a](a.gif)", "B314", (3, 1)),
    ("![a](https://x.org/a.png)", "B314", (3, 1)),
    ('[a](https://x.org "t")', "B315", (3, 1)),
    ("It is [a]{lang=Mongolian}", "B321", (3, 7)),
    ("It is [a]{lang=}", "B321", (3, 7)),
    ("a\n\n[b]: https://x.org", "B315", (5, 1)),
    ("[b]\n\n[b]: https://x.org\n[b]: https://y.org", "B315", (6, 1)),
]


@pytest.mark.parametrize(("text", "code", "place"), REFUSED)
def test_what_cannot_be_set_is_a_finding(text: str, code: str, place: tuple[int, int]) -> None:
    found = findings(text)
    assert (code, *place) in {(f.code, f.place.line, f.place.column) for f in found}
    assert all(f.message and f.hint for f in found)


def test_a_file_without_a_title() -> None:
    for text in ("", "Only text.\n", "# \n\ntext"):
        found, problems = read("s.md", "s", text)
        assert problems[0].code == "B301"
        assert found is None or not found.title
    found, problems = read("s.md", "s", "Text.\n\n# Title")
    assert (found, problems[0].code) == (None, "B302")


def test_a_control_is_an_error_in_a_title_and_a_warning_in_prose() -> None:
    _, problems = read("s.md", "s", "# Ti\u202etle\n\npro\u202ese")
    assert [(p.code, p.severity) for p in problems] == [
        ("B313", Severity.ERROR),
        ("B313", Severity.WARNING),
    ]
    assert all("\u202e" not in p.message for p in problems)


@pytest.mark.parametrize("entity", ["&#0;", "&#xFFFD;", "&#x202E;", "&#xFDD0;"])
def test_an_entity_brings_no_control_in(entity: str) -> None:
    section, problems = read("s.md", "s", f"# Title\n\na {entity} b")
    assert [(p.code, p.severity, p.place.column) for p in problems] == [
        ("B313", Severity.WARNING, 3)
    ]
    assert section is not None
    (paragraph,) = section.blocks
    assert isinstance(paragraph, Paragraph)
    assert "".join(inline.text for inline in paragraph.inlines) == "a  b"


@pytest.mark.parametrize(
    ("address", "target"),
    [("MAILTO:Foo@Bar.org", "mailto:Foo@Bar.org"), ("HTTPS://X.org/A", "https://X.org/A")],
)
def test_a_scheme_may_be_in_capitals(address: str, target: str) -> None:
    section, problems = read("s.md", "s", f"# Title\n\n<{address}>")
    assert problems == ()
    assert section is not None
    (paragraph,) = section.blocks
    assert isinstance(paragraph, Paragraph)
    assert [inline.link.target for inline in paragraph.inlines] == [Url(target)]
    assert [inline.text for inline in paragraph.inlines] == [address]


def test_thirty_levels_are_allowed_and_no_more() -> None:
    for nested in (">" * 30 + " deep", _bullets(30)):
        assert findings(nested) == ()
    for nested in (">" * 31 + " deep", _bullets(31), ">" * 90 + " deep"):
        assert {f.code for f in findings(nested)} == {"B311"}


def _bullets(depth: int) -> str:
    return "\n".join("  " * level + "- item" for level in range(depth))


def test_twenty_five_columns_are_allowed_and_no_more() -> None:
    def table(width: int) -> str:
        return "\n".join(("|" + " a |" * width, "|" + "---|" * width, "|" + " b |" * width))

    assert findings(table(25)) == ()
    assert {f.code for f in findings(table(26))} == {"B312"}


def test_the_author_s_characters_stay() -> None:
    text = '“Quotes” -- it\'s … (c) 1/2 "a" ‘b’ a-b – c — d × − Өмнөговь №5 1\u00a0000'
    assert words(section(text)) == f"Title ¶ {text}"


SETTABLE = [
    "plain {w}\n",
    "*{w}* **{w}** ***{w}*** _{w}_ __{w}__ a*{w}*b\n",
    "{w} `{w}` ``{w} ` {w}``\n",
    "[{w}](https://x.org/y) and [**{w}** {w}][ref]\n\n[ref]: https://x.org\n",
    "<https://{w}.org> {w}\n",
    "## {w} *{w}* ##\n",
    "{w}\n{w}\n---\n",
    "- {w}\n- {w}\n\n  {w}\n  - {w}\n    {w}\n",
    "7) {w}\n8) {w}\n",
    "> {w}\n> > {w}\n{w}\n\n> - {w}\n",
    "```text\n{w}\n  {w}\n```\n",
    "    {w}\n",
    "| {w} | {w} |\n|---|:-:|\n| {w} | `{w}` |\n| {w} |\n",
    "{w} | {w}\n--|--\n{w} | *{w}*\n",
    "::: aside\n{w}\n\n### {w}\n:::\n",
    "::: if name\n{w}\n:::\n",
    ":::: keypoints\n- {w}\n\n::: if a\n{w}\n:::\n::::\n",
    "![{w} **{w}**](exhibit:e)\n",
    "![{w}](a.png)\n",
    "{w}\\\n{w}  \n{w}\n",
    "\\*{w}\\* &amp; {w} &copy; \\[{w}\\]({w})\n",
    "***\n",
]
FRAGMENTS = [
    *SETTABLE,
    "<b>{w}</b> {w}\n",
    "<div>\n{w}\n</div>\n",
    "[^n]: {w}\n",
    "{w}[^n]\n",
    "[{w}](other.txt) ![{w}](exhibit:e) {w}\n",
    "*{w} **{w}* {w}** _{w}\n",
    "[{w} [{w}](#a)\n",
    "{w}\tx\t{w}\n",
    "1. {w}\n\n       {w}\n",
    "+ {w}\n\n\n+ {w}\n",
    "::: lead\n{w}\n",
    ":::\n{w}\n:::\n",
    "[{w}]: https://x.org '{w}'\n",
    "~~{w}~~ {w}\n",
    "| {w} |\n|--|\n| {w} | {w} |\n",
    "{w} {{ {w} {w} }}\n",
]


@pytest.mark.parametrize("fragment", SETTABLE)
def test_all_text_of_what_can_be_set_is_in_the_section(fragment: str) -> None:
    numbers = iter(range(100))
    text = re.sub(r"\{w\}", lambda _: f"w{next(numbers)}w", fragment)
    printed = words(section(text))
    assert [w for w in re.findall(r"w\d+w", re.sub(r"\(.*?\)", "", text)) if w not in printed] == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=6), st.booleans())
def test_no_text_is_lost_silently(fragments: list[str], apart: bool) -> None:
    numbers = iter(range(10_000))
    text = ("\n" if apart else "").join(
        re.sub(r"\{w\}", lambda _: f"w{next(numbers)}w", fragment) for fragment in fragments
    )
    found, problems = read("s.md", "s", f"# Title\n\n{text}")
    assert found is not None
    printed = words(found)
    missing = [w for w in re.findall(r"w\d+w", text) if w not in printed]
    assert not missing or any(p.code != "B313" for p in problems), missing


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from('ab \n#>-*_`[]()!|:\\<&{}1.~\t\u202e=+^"'), max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    found, problems = read("s.md", "s", text)
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
    if found is not None:
        for name, line, column in asked(found):
            assert lines[line - 1][column - 1 :].startswith(name)


def test_a_phrase_of_the_manifest_has_references_and_no_markdown() -> None:
    inlines, problems = phrase(Phrase("Mongolia *and* {{ partner.name }}", Place("b.yaml", 2, 9)))
    assert problems == ()
    literal, name = inlines
    assert literal == Words("Mongolia *and* ", Place("b.yaml", 2, 9))
    assert isinstance(name, Asked)
    assert name.reference.place == Place("b.yaml", 2, 27)
    _, problems = phrase(Phrase("a {{ b", Place("b.yaml", 2, 9)))
    assert problems[0].place == Place("b.yaml", 2, 9)
    _, problems = phrase(Phrase("a\u202eb", Place("b.yaml", 2, 9)))
    assert [(p.place, p.severity) for p in problems] == [(Place("b.yaml", 2, 10), Severity.ERROR)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a [b c]{lang=mn} d", [("a ", ""), ("b c", "mn"), (" d", "")]),
        ("[a **b**]{lang=ru}", [("a ", "ru"), ("b", "ru")]),
        ("[a [b]{lang=mn} c]{lang=ru}", [("a ", "ru"), ("b", "mn"), (" c", "ru")]),
        ("[a [b]{lang=mn}](https://x.org)", [("a ", ""), ("b", "mn")]),
        ("[[a](https://x.org) b]{lang=mn}", [("a", "mn"), (" b", "mn")]),
        ("[a]{.b} [c] {lang=mn}", [("[a]{.b} [c] {lang=mn}", "")]),
        ("`[a]{lang=mn}`", [("[a]{lang=mn}", "")]),
        ("\\[a]{lang=mn}", [("[a]{lang=mn}", "")]),
    ],
)
def test_words_know_their_language(written: str, expected: list[tuple[str, str]]) -> None:
    (block,) = section(written).blocks
    assert isinstance(block, Paragraph)
    runs: list[tuple[str, str]] = []
    for inline in block.inlines:
        assert isinstance(inline, Words)
        if (
            runs
            and runs[-1][1] == inline.language
            and inline.marks == frozenset()
            and not runs[-1][1]
        ):
            runs[-1] = (runs[-1][0] + inline.text, inline.language)
        else:
            runs.append((inline.text, inline.language))
    assert runs == expected


def test_places_behind_words_of_another_language_are_right() -> None:
    (block,) = section("a [b]{lang=mn} c {{ exports }}").blocks
    assert isinstance(block, Paragraph)
    *_, last, asked = block.inlines
    assert isinstance(last, Words)
    assert isinstance(asked, Asked)
    assert last.place.column == 15
    assert asked.reference.place.column > 17


TABLE = "| Treaty | Year |\n|---|---|\n| Trade | signed |\n\n"


def test_a_caption_stands_behind_a_table_or_a_picture() -> None:
    (table,) = section(f"{TABLE}: Treaties *in force*").blocks
    assert isinstance(table, MarkdownTable)
    assert [i.text for i in table.caption if isinstance(i, Words)] == ["Treaties ", "in force"]
    (image,) = section("![A bridge](bridge.png){width=50%}\n\n: The bridge. Photo: Ministry").blocks
    assert isinstance(image, Image)
    assert (image.share, [i.text for i in image.caption if isinstance(i, Words)]) == (
        50,
        ["The bridge. Photo: Ministry"],
    )
    first = image.caption[0]
    assert isinstance(first, Words)
    assert first.place == Place("s.md", 5, 3)


def test_a_colon_elsewhere_is_text_and_a_second_caption_too() -> None:
    (paragraph,) = section(": no caption").blocks
    assert isinstance(paragraph, Paragraph)
    blocks = section(f"{TABLE}: One\n\n: Two").blocks
    assert [type(block) for block in blocks] == [MarkdownTable, Paragraph]


@pytest.mark.parametrize("width", ["{width=0%}", "{width=50}", "{height=5%}", " {width=50%}"])
def test_another_width_is_a_picture_in_a_sentence(width: str) -> None:
    (found,) = [f for f in findings(f"![A bridge](bridge.png){width}") if f.code == "B310"]
    assert found.message == "a picture stands inside a sentence"


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("It is ~~old~~ new.", 7, "take the text out"),
        ("See https://example.org/a_b.", 5, "write <https://example.org/a_b>"),
        ("See www.example.org, and go.", 5, "write <https://www.example.org>"),
    ],
)
def test_signs_of_another_markdown_are_told(text: str, column: int, hint: str) -> None:
    (found,) = findings(text)
    assert (found.code, found.severity) == ("B323", Severity.WARNING)
    assert found.place == Place("s.md", 3, column)
    assert hint in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "See <https://example.org> or [the page](https://example.org).",
        "See [https://example.org](https://example.org).",
        "About ~5 and ~6, `~~code~~`, `https://example.org`.",
        "\\~\\~not struck\\~\\~",
    ],
)
def test_links_code_and_escapes_are_no_such_signs(text: str) -> None:
    assert [f for f in findings(text) if f.code == "B323"] == []
