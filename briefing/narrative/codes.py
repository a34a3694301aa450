"""The findings of this room, for whoever meets one."""

from briefing.model import Code

CODES: dict[str, Code] = {
    "B301": Code(
        "section without a title",
        "The first heading of a section's file is its title; this file has none, or an empty one.",
        "The title stands in the contents, in the running head and in the outline of the PDF.",
        "# Trade in goods",
    ),
    "B302": Code(
        "heading out of place",
        "Text before the title, a second title, a skipped level, a heading in a list or quotation.",
        "Readers who can't see the page find their way by headings, one level at a time.",
        "### after #, without ## between",
    ),
    "B303": Code(
        "reference not understood",
        "What stands between {{ and }} is not name[key] period | filter: argument.",
        "A reference prints a fact; one that can't be read would leave a hole in a sentence.",
        "{{ exports change }} instead of {{ exports | change }}",
    ),
    "B304": Code(
        "unknown ::: block",
        "There are lead, aside, keypoints, lines (with asked and unsaid), if, and facts, people "
        "and calendar, which show an exhibit under the title that stands in them.",
        "A misspelt block would be set as running text.",
        "::: asid",
    ),
    "B305": Code(
        "::: block not closed",
        "A block ends with as many colons on a line of their own; or a ::: closes nothing.",
        "Without its end the block swallows the rest of the section.",
        "::: aside … end of the file",
    ),
    "B306": Code(
        "::: block inside another",
        "Blocks stand in the running text or in ::: if; asked and unsaid in lines.",
        "Each has a place of its own on the page.",
        "::: aside within ::: keypoints",
    ),
    "B307": Code(
        "raw HTML",
        "HTML can't be printed; comments neither.",
        "What the page doesn't show must not hide in the text.",
        "<br>",
    ),
    "B308": Code(
        "footnote that can't be set",
        "A [^mark] has one [^mark]: note in its file, of paragraphs; not in titles, leads, notes.",
        "A mark without a note leads nowhere; the text of a note without a mark would be lost.",
        "a mark [^1] without [^1]: its note",
    ),
    "B309": Code(
        "link that can't be followed",
        "A link leads to http, https, mailto or #name, and has a text (but for #name).",
        "A PDF is read far away from the project's files.",
        "[the file](notes.txt)",
    ),
    "B310": Code(
        "picture or exhibit inside a sentence",
        "A picture or exhibit is a paragraph of its own, outside lists and quotations.",
        "It is set apart, with a number and a title.",
        "as ![this](exhibit:trade) shows",
    ),
    "B311": Code(
        "nested too deep",
        "Lists and quotations may stand thirty deep in each other.",
        "Nobody can read more, and the page has no room for it.",
        "thirty-one > in a row",
    ),
    "B312": Code(
        "table too wide or uneven",
        "A table has at most 25 columns, and no row has more cells than the head.",
        "Markdown drops the cells that are too many: text would be lost.",
        "| 1 | 2 | 3 | under | a | b |",
    ),
    "B313": Code(
        "character that can't be printed",
        "A control character, a direction override or a leftover of a wrong encoding.",
        "It can make a text look other than it is; it is left out.",
        "U+202E in a name",
    ),
    "B314": Code(
        "picture or exhibit that can't be used",
        "No PNG, JPEG or SVG of the project, damaged, too large, without its text in words; an SVG "
        "with scripts, entities, text, or what stands elsewhere.",
        "Readers who can't see it read its text instead.",
        "![](crest.png)",
    ),
    "B315": Code(
        "text that nothing prints",
        "The title of a link or picture, or a link target that no text uses.",
        "No text of the author's is lost silently.",
        '[treaty](https://example.org "a title")',
    ),
    "B316": Code(
        "link to nothing",
        "#name is the name of a section, of an exhibit placed, or the anchor of a heading.",
        "A link that leads nowhere breaks in every copy of the PDF.",
        "[trade](#trad)",
    ),
    "B317": Code(
        "fact that can't be written so",
        "The filter of a reference is unknown or doesn't fit what the reference reads.",
        "“A deficit of” a percentage is no sentence.",
        "{{ export_share | balance }}",
    ),
    "B318": Code(
        "unknown exhibit",
        "The text places an exhibit that the manifest doesn't have, or that is of another kind "
        "than its block.",
        "There is nothing to show.",
        "![Imports have doubled](exhibit:trad)",
    ),
    "B319": Code(
        "unknown country name",
        "A name like partner.the asks for a parameter of the manifest that is a country.",
        "The sentence would lack its subject.",
        "{{ parter.the }}",
    ),
    "B320": Code(
        "lead or key points misused",
        "A section has one lead of one paragraph; the first section alone has key points, once.",
        "They have one place each: under the title, on the first page.",
        "a second ::: lead",
    ),
    "B321": Code(
        "no language",
        "What stands behind {lang= is no tag of a language (BCP 47).",
        "A voice that reads the page aloud would take the words for those of another language.",
        "[Монгол Улс]{lang=Mongolian}",
    ),
    "B323": Code(
        "signs of another Markdown",
        "~~Struck text~~, and an address that is no link, are printed as they are typed.",
        "A reader sees the signs, and can't follow the address.",
        "see www.example.org",
        "write <https://www.example.org>; take struck text out",
    ),
    "B322": Code(
        "name or code printed for want of a label",
        "A text prints the name of a series or fact that has no label in its language; in English "
        "one that is not made of words (gdp, hs85); or a text prints the code of a member that "
        "has no name (HS05), or a word of the data in another script than its own.",
        "A reader would find “Export share” in a French or Mongolian page.",
        'export_share: "share(exports, exports_to[WLD])"   # in a French briefing',
    ),
}
