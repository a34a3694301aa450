"""The finding codes of the layout."""

from briefing.model import Code

CODES: dict[str, Code] = {
    "B401": Code(
        "A character that no face has",
        "Neither the face of that text nor the style's fallback faces have the character.",
        "It would print as an empty box, and the file would not conform.",
        "“no face of the style has the character “☃” (U+2603, snowman)”",
    ),
    "B402": Code(
        "A script that can't be set",
        "The text holds letters of a script for which the style has no face, or that runs from "
        "right to left.",
        "Its letters would be missing or stand in the wrong order.",
        "“the style's faces can't set Arabic script: “م” (arabic letter meem)”",
    ),
    "B403": Code(
        "Higher than a page",
        "Something that is never parted (a chart, a row of a table) is higher than the page, and "
        "was made smaller to fit.",
        "Made smaller, it is hard to read.",
        "“exhibit suppliers is higher than a page”",
    ),
    "B404": Code(
        "A table wider than the page",
        "A table's columns, with no word or number broken, need more width than the page has.",
        "Its numbers would run into each other.",
        "“exhibit flows: its 14 columns need 212 mm, the page has 170 mm”",
    ),
    "B405": Code(
        "A link that leads nowhere",
        "A link names a place that the document doesn't have.",
        "A reader who follows it gets nowhere.",
        "“the link leads to #trade, which isn't in this edition”",
    ),
    "B406": Code(
        "Too many pages",
        "The document does not end on 1,000 pages.",
        "Nobody reads it; a table of thousands of rows is better enclosed than printed.",
        "“the document has more than 1,000 pages”",
    ),
}
