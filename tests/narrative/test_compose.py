from collections.abc import Callable

import pytest

from briefing import narrative
from briefing.model.block import Container, Heading, Paragraph, Placed, Role
from briefing.model.document import Document
from briefing.model.inline import Number, Words
from briefing.model.walk import every_block, inlines_of

Compose = Callable[..., tuple[Document | None, tuple[object, ...]]]

OVERVIEW = """# Key points

::: lead
Exports came to {{ exports }}.
:::

![Headline figures](exhibit:headline)

::: keypoints
**Trade.** Imports were {{ imports }}. [](#trade)
:::

A closing paragraph.
"""
TRADE = """# Trade with {{ partner.the }}

See [the table](#flows), [](#flows) and [](#section-1-2).

## First

![Exports came to {{ exports }}](exhibit:flows)

### Deeper

## Second

![Again](exhibit:trade)

::: aside
## Side
:::
"""


def whole(composed: Compose, **files: str) -> Document:
    document, findings = composed(**files)
    assert findings == ()
    assert document is not None
    return document


def codes(composed: Compose, **files: str) -> list[str]:
    document, findings = composed(**files)
    assert document is None
    return [finding.code for finding in findings]


def test_the_opening_takes_lead_tiles_and_key_points_apart(composed: Compose) -> None:
    document = whole(composed, overview=OVERVIEW, trade=TRADE)
    opening = document.opening
    assert opening is not None
    assert narrative.text(document).splitlines()[2] == "Mongolia and United States"
    assert [type(inline) for inline in opening.standfirst] == [Words, Number, Words]
    assert opening.tiles is not None
    assert opening.tiles.label == ""
    assert len(opening.keypoints) == 1
    assert [type(block) for block in opening.blocks] == [Paragraph]
    assert document.description == "Exports came to US$61\u00a0million."


def test_without_key_points_the_first_section_is_a_chapter(composed: Compose) -> None:
    document = whole(composed, trade="# Trade\n\nText.", people="# People\n\nText.")
    assert document.opening is None
    assert [chapter.number for chapter in document.chapters] == ["1", "2"]


def test_headings_and_exhibits_are_numbered_in_reading_order(composed: Compose) -> None:
    document = whole(composed, overview=OVERVIEW, trade=TRADE)
    (chapter,) = document.chapters
    assert (chapter.number, chapter.anchor) == ("1", "trade")
    headings = [b for b in chapter.blocks if isinstance(b, Heading)]
    assert [(h.level, h.number, h.anchor) for h in headings] == [
        (2, "1.1", "section-1-1"),
        (3, "1.1.1", "section-1-1-1"),
        (2, "1.2", "section-1-2"),
    ]
    placed = [b for b in every_block(chapter.blocks) if isinstance(b, Placed)]
    assert [(p.label, p.anchor) for p in placed] == [
        ("Table 1", "flows"),
        ("Table 2", "exhibit-trade"),
    ]
    (aside,) = (b for b in chapter.blocks if isinstance(b, Container))
    assert aside.role is Role.ASIDE
    assert isinstance(aside.blocks[0], Heading)
    assert aside.blocks[0].number == ""


def test_links_lead_to_anchors_and_empty_ones_print_numbers(composed: Compose) -> None:
    document = whole(composed, overview=OVERVIEW, trade=TRADE)
    (chapter,) = document.chapters
    linked = [
        (i.text, i.link.target.anchor)
        for i in inlines_of(chapter.blocks[0])
        if isinstance(i, Words) and i.link
    ]
    assert linked == [
        ("the table", "flows"),
        ("Table 1", "flows"),
        ("→\u20091.2", "section-1-2"),
    ]
    assert document.opening is not None
    assert "→\u20091" in narrative.text(document)


def test_an_exhibit_has_an_alternative_text_and_a_source_line(composed: Compose) -> None:
    document = whole(composed, overview=OVERVIEW, trade=TRADE)
    placed = next(b for b in document.chapters[0].blocks if isinstance(b, Placed))
    assert placed.alt == (
        "Exports came to US$61\u00a0million. US$ million, 2025. Exports were low."
    )
    assert placed.source_line == (
        "Sources: Ministry of Foreign Affairs [S2]; National Statistics Office [S1]."
    )


def test_the_annex_has_the_sources_used_in_order_and_the_methods(composed: Compose) -> None:
    document = whole(
        composed, trade="# Trade\n\n{{ turnover }} {{ pledge }}\n\n![T](exhibit:trade)"
    )
    annex = document.annex
    assert [(s.code, s.name, s.url) for s in annex.sources] == [
        ("S1", "nso", "https://www.data.mn/tables/1"),
        ("S2", "mfa", "https://www.data.mn/tables/1"),
    ]
    assert annex.sources[0].text == (
        "National Statistics Office, National Statistics Office data, data.mn, "
        "retrieved 15\u00a0Apr 2026, licence: open data."
    )
    assert annex.bases == ("Basis [S1]: current prices.",)
    assert annex.methods[0] == "Trade turnover: exports plus imports."
    assert [mark for mark, _ in annex.symbols] == ["[p]", "[x]"]


def test_the_title_block_and_the_furniture(composed: Compose) -> None:
    document = whole(composed, trade="# Trade\n\nText.")
    assert [(m.label, m.value) for m in document.metadata] == [
        ("Edition", "2025"),
        ("Released", "24\u00a0November 2026"),
        ("Newest data", "2025"),
        ("Contact", "desk@example.org"),
    ]
    assert document.furniture.marking == "OFFICIAL"
    assert document.furniture.short_title == document.plain_title == "Mongolia and United States"
    assert document.furniture.edition == "Edition 2025"


def test_the_text_has_everything_once_in_reading_order(composed: Compose) -> None:
    text = narrative.text(whole(composed, overview=OVERVIEW, trade=TRADE))
    parts = [
        "Mongolia and United States",
        "Exports came to US$61\u00a0million.",
        "Edition 2025",
        "Key points",
        "Trade. Imports were US$2.8\u00a0billion.",
        "A closing paragraph.",
        "1 Trade with the United States",
        "1.1 First\nTable 1\nExports came",
        "2025\t60.7 [p]",
        "2024\t[x]",
        "Side",
        "Sources and methods",
        "S1 National",
    ]
    positions = [text.index(part) for part in parts]
    assert positions == sorted(positions)
    assert "\n\n" not in text


@pytest.mark.parametrize(
    ("markdown", "code"),
    [
        ("[a](#trad)", "B316"),
        ("{{ exports | balanced }}", "B317"),
        ("{{ exports | rank }}", "B317"),
        ("![T](exhibit:flow)", "B318"),
        ("{{ parter.the }}", "B319"),
        ("::: lead\na\n\nb\n:::", "B320"),
        ("::: lead\na\n:::\n\n::: lead\nb\n:::", "B320"),
    ],
)
def test_what_cannot_be_composed_is_a_finding(composed: Compose, markdown: str, code: str) -> None:
    assert codes(composed, trade=f"# Trade\n\n{markdown}") == [code]


def test_a_link_to_what_another_finding_keeps_away_says_nothing(composed: Compose) -> None:
    """Nothing is composed, and one finding says why: the exhibit's own."""
    linked = "# Trade\n\nSee [the flows](#flow).\n\n![T](exhibit:flow)"
    assert codes(composed, trade=linked) == ["B318"]
    astray = "# Trade\n\nSee [the flows](#flaw).\n\n![T](exhibit:flow)"
    assert sorted(codes(composed, trade=astray)) == ["B316", "B318"]


def test_key_points_belong_to_the_first_section(composed: Compose) -> None:
    assert codes(composed, trade="# A\n\nText.", b="# B\n\n::: keypoints\na\n:::") == ["B320"]


def test_a_reference_that_was_not_read_makes_no_document(composed: Compose) -> None:
    assert composed(trade="# Trade\n\n{{ unknown }}") == (None, ())


def test_a_missing_picture_is_not_composed_silently(composed: Compose) -> None:
    document, _ = composed(trade="# Trade\n\n![A bridge](a.png)")
    assert document is None
