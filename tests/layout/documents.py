"""Documents made by hand: every kind of block, small."""

from decimal import Decimal

from briefing.model.block import (
    Block,
    CodeBlock,
    Container,
    Heading,
    Image,
    Listing,
    MarkdownTable,
    Paragraph,
    Placed,
    Quote,
    Role,
    Rule,
)
from briefing.model.document import (
    Annex,
    Chapter,
    CitedSource,
    Document,
    Furniture,
    Metadatum,
    Opening,
)
from briefing.model.exhibit import (
    Cell,
    Chart,
    Column,
    Content,
    Exhibit,
    Grid,
    GridRow,
    Line,
    Moment,
    Point,
    Tile,
    Tiles,
    Timeline,
)
from briefing.model.fact import Fact
from briefing.model.inline import Inline, Mark, Number, Words
from briefing.model.link import Anchor, Link, Url
from briefing.model.period import Period
from briefing.model.series import Status
from briefing.model.text import Place
from briefing.model.unit import Unit

HERE = Place("sections/en/trade.md", 3)
LOREM = (
    "The two countries have traded across a long border for as long as records exist, and the "
    "composition of what they exchange has changed less than its value. Fuel and electricity go "
    "one way; meat, fluorspar and wool go the other. "
)


def fact(name: str = "exports", value: str = "61.6") -> Fact:
    return Fact(name, Decimal(value), Unit.parse("USD million"), Period.year(2014))


def words(text: str, *marks: Mark, link: Link | None = None) -> Words:
    return Words(text, HERE, frozenset(marks), link)


def number(text: str, *, name: str = "exports") -> Number:
    return Number(text, fact(name), HERE)


def paragraph(*inlines: Inline | str) -> Paragraph:
    return Paragraph(tuple(words(i) if isinstance(i, str) else i for i in inlines), HERE)


def heading(text: str, level: int = 2, number: str = "", anchor: str = "") -> Heading:
    return Heading(level, (words(text),), HERE, number, anchor)


def listing(*items: str, start: int | None = None) -> Listing:
    return Listing(tuple((paragraph(item),) for item in items), start, True, HERE)


def aside(*blocks: Block) -> Container:
    return Container(Role.ASIDE, blocks, HERE)


def placed(
    name: str, content: Content, *, wide: bool = False, notes: tuple[str, ...] = (), label: str = ""
) -> Placed:
    lines = tuple((words(note),) for note in notes)
    says = (words("It shows."),)
    exhibit = Exhibit(name, "any", content, "US$ million", says, lines, ("nso",), wide)
    shown = label or ("Table 1" if isinstance(content, Grid) else "Figure 1")
    title = (words(f"What {name} says in one line"),)
    line = "Source: National Statistics Office [S1]."
    return Placed(exhibit, title, shown, name, f"What {name} shows.", HERE, line)


def grid(rows: int = 6, columns: int = 4) -> Grid:
    heads = (
        Column("Year", numeric=False),
        *(Column(f"Series {i}", True) for i in range(1, columns)),
    )
    return Grid(
        heads,
        tuple(
            GridRow(
                str(2000 + row),
                tuple(
                    Cell(
                        f"{row * 37 + column}.{column}",
                        Status.PROVISIONAL if row == rows - 1 else Status.FINAL,
                        fact(f"cell-{row}-{column}"),
                    )
                    for column in range(1, columns)
                ),
                spaced=row % 5 == 0,
                strong=row == rows - 1,
            )
            for row in range(rows)
        ),
    )


def points(*values: str | None) -> tuple[Point, ...]:
    return tuple(
        Point(None if v is None else Decimal(v), v or "[x]", fact(), Period.year(2005 + i))
        for i, v in enumerate(values)
    )


def chart() -> Chart:
    return Chart("line", (Line("exports", "Exports", points("1", "3", "2")),), "US$ million")


def tiles(count: int = 6) -> Tiles:
    spark = points("1", "2", None, "4", "3", None, "5")
    return Tiles(
        tuple(
            Tile(
                f"Measure {i}, 2025",
                "2,846",
                "US$ million",
                Status.PROVISIONAL,
                "Down 2.7% on the year before",
                fact(f"tile-{i}"),
                (),
                spark,
                "2005",
                "2011",
            )
            for i in range(count)
        )
    )


def timeline(count: int = 4) -> Timeline:
    return Timeline(
        tuple(
            Moment(
                f"{1990 + i}",
                f"Event {i}",
                "What came of it.",
                "" if i % 2 else "treaty",
                ("nso",),
                fact(f"e{i}"),
            )
            for i in range(count)
        )
    )


def markdown_table(rows: int = 3, columns: int = 3) -> MarkdownTable:
    return MarkdownTable(
        ("left",) * columns,
        tuple((words(f"Head {i}"),) for i in range(columns)),
        tuple(tuple((words(f"Cell {r}.{c}"),) for c in range(columns)) for r in range(rows)),
        HERE,
    )


def image(data: bytes, width: int, height: int) -> Image:
    return Image("crest.png", "The crest", HERE, data, width, height)


def chapter(number: str, *blocks: Block, name: str = "") -> Chapter:
    name = name or f"section{number}"
    return Chapter(name, number, (words(f"Section {number}"),), name, blocks, HERE)


def cited(number: int) -> tuple[Words, ...]:
    link = Link(Url("https://example.org/a"), 0, HERE)
    return words(f"Office {number}, Trade, "), words("example.org", link=link)


def annex(sources: int = 2) -> Annex:
    return Annex(
        "Sources and methods",
        "Sources",
        tuple(
            CitedSource(f"S{i}", "nso", cited(i), "https://example.org/a")
            for i in range(1, sources + 1)
        ),
        "Methods",
        ("Imports are c.i.f., exports f.o.b.",),
        "Symbols",
        (("[p]", "provisional"), ("[x]", "not available"), ("0", "nil")),
    )


def opening(*keypoints: Block, shown: Placed | None = None) -> Opening:
    return Opening(
        "overview",
        (words("Key points"),),
        "overview",
        (words("Trade reached a record."),),
        shown,
        keypoints,
        (),
    )


def document(
    *chapters: Chapter,
    opening: Opening | None = None,
    annex_: Annex | None = None,
    marking: str = "OFFICIAL",
) -> Document:
    return Document(
        "en",
        (words("Mongolia and Russia"),),
        "Mongolia and Russia",
        "Trade reached a record.",
        (Metadatum("Edition", "2025"), Metadatum("Released", "24 November 2026")),
        opening,
        chapters,
        annex_ or annex(),
        Furniture(
            marking,
            "Briefings",
            "Asia",
            "Mongolia and Russia",
            "Edition 2025",
            "In this briefing",
            "(continued)",
            "Source",
            "Sources",
        ),
    )


def everything(picture: bytes, width: int, height: int) -> Document:
    """One of each."""
    link = Link(Url("https://example.org/"), 1, HERE)
    back = Link(Anchor("overview"), 2, HERE)
    text = paragraph(
        words("Bold", Mark.STRONG),
        " and ",
        words("slanted", Mark.EMPHASIS),
        " and ",
        words("code()", Mark.CODE),
        ", a number ",
        number("US$61.6\u00a0million"),
        ", ",
        words("a link that is long enough to go over the end of a line", link=link),
        " and ",
        words("back", link=back),
        ". " + LOREM,
    )
    nested = Listing(
        (
            (paragraph("first"), listing("inner", "inner too")),
            (paragraph(LOREM), paragraph("A second paragraph.")),
            (),
        ),
        9,
        False,
        HERE,
    )
    return document(
        chapter(
            "1",
            Container(Role.LEAD, (paragraph("The lead sentence says it."),), HERE),
            aside(paragraph(number("1921")), paragraph("Year of the first agreement.")),
            text,
            heading("A subsection", 2, "1.1", "section-1-1"),
            aside(heading("To note", 3), paragraph("Small."), listing("one", "two")),
            nested,
            Quote((paragraph(LOREM), Quote((paragraph("Deeper."),), HERE)), HERE),
            CodeBlock("def f(x):\n    return x\n\nf(1)\n", HERE),
            Rule(HERE),
            markdown_table(),
            image(picture, width, height),
            heading("A deeper one", 3, "1.1.1", "section-1-1-1"),
            placed("trade", grid(), notes=("[p] provisional.",)),
            placed("flows", grid(8, 6), label="Table 2"),
        ),
        chapter(
            "2",
            paragraph(LOREM * 2),
            placed("history", timeline()),
            aside(placed("side", chart(), label="Figure 2")),
            paragraph(LOREM),
            placed("line", chart(), label="Figure 3"),
            placed("wide", chart(), wide=True, label="Figure 4"),
        ),
        opening=opening(
            paragraph(
                words("Trade is large.", Mark.STRONG),
                " It is. ",
                words("→ 1", link=Link(Anchor("section1"), 1, HERE)),
            ),
            paragraph(words("Trade is old.", Mark.STRONG), " It is that too."),
            shown=placed("headline", tiles()),
        ),
    )
