"""What an author may write in a section beside figures, for the reference."""

from briefing.model import Explained

BLOCKS_DESCRIBED: tuple[Explained, ...] = (
    Explained("::: lead … :::", "The opening sentence of a section: one paragraph."),
    Explained(
        "::: keypoints … :::",
        "The first page's key points; in the first section only, which then is the first page.",
    ),
    Explained(
        "::: aside … :::", "Matter for the side column; it begins beside the block that follows it."
    ),
    Explained(
        ":::: lines … ::::",
        "A line to take: the position, then the figures that support it; in it, in turn, what is "
        "said only if asked, ::: asked … :::, and what is not to be said, ::: unsaid … :::, which "
        "is a quotation for the checks. It stands in a box, and on the speaking card.",
    ),
    Explained(
        "::: facts … :::",
        "The exhibit called facts, of kind facts, under the title that stands in the block; "
        "::: facts NAME shows another. ::: people and ::: calendar likewise.",
    ),
    Explained(
        "::: if comprehensive … :::",
        "Stays only where that name has a value in this edition; "
        "exports 2014, exports_to[CHN] may be asked for too.",
    ),
    Explained(
        "Trade grew[, investment too]{if=stock}.",
        "A clause that stays only where that name has a value.",
    ),
)
SPANS_DESCRIBED: tuple[Explained, ...] = (
    Explained(
        "![Title that states the finding](exhibit:trade)", "The exhibit, numbered, with its title."
    ),
    Explained(
        "![alternative text](crest.png)",
        "A PNG, JPEG or SVG of the project, by its path from the project's folder.",
    ),
    Explained("![alternative text](crest.png){width=50%}", "No wider than so much of the column."),
    Explained(
        ": The bridge at Altanbulag. Photo: Ministry",
        "A paragraph behind a picture or a typed table is its caption; such a table is numbered.",
    ),
    Explained("[text](#trade)", "A link to a section or an exhibit."),
    Explained(
        "[Монгол Улс]{lang=mn}", "Words of another language: read aloud and hyphenated in it."
    ),
    Explained(
        "text[^why] and, in the same file, [^why]: The note.",
        "A footnote at the foot of that page, "
        "numbered through the document; further paragraphs are indented by four spaces.",
    ),
    Explained("*text*, **text**, `text`, > text, lists, tables", "As CommonMark has them."),
)
NOT_DESCRIBED: tuple[Explained, ...] = (
    Explained("HTML", "It is a finding, not markup."),
    Explained(
        "a digit that is bound to no fact",
        "It is a finding, unless it is part of a date, a name or a quotation.",
    ),
    Explained("{{ name }} without a value", "It is a finding; nothing is ever printed for it."),
)
