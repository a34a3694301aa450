"""The findings of this room."""

from collections.abc import Mapping

from briefing.model import Code

CODES: Mapping[str, Code] = {
    "B351": Code(
        "Exhibit of something unknown",
        "`show` names a series, a fact, a table of events or a family's member that isn't there.",
        "An exhibit that silently left out what it can't find would mislead its reader.",
        "trade: {kind: bars, show: [imports, exprots]}",
    ),
    "B352": Code(
        "Exhibit of the wrong thing",
        "`show` names something that this kind of exhibit doesn't show: a series where a family is "
        "ranked, a fact where a line is drawn.",
        "Each kind answers one question: a ranking compares partners, a timeline lists events.",
        "suppliers: {kind: ranking, show: imports}",
    ),
    "B353": Code(
        "Units that don't go together",
        "A chart's series have different units, or the exhibit's `unit` is one that they don't "
        "convert to, or one so large that every value of a grid rounds to nothing in it.",
        "One axis has one unit; dollars and per cent on it would compare what can't be compared.",
        "trade: {kind: bars, show: [imports, export_share]}",
    ),
    "B354": Code(
        "Exhibit with nothing to show",
        "Nothing that the exhibit shows has a value in this edition's periods.",
        "An earlier edition knows less; an empty frame says nothing and looks like a mistake.",
        "investors: {kind: ranking, show: stock_from}   # with --period 2000",
    ),
    "B355": Code(
        "Parts without a whole",
        "The parts of a `share` exhibit add up to more than 100 per cent, or one is below zero; "
        "or they and the source’s own rest add up to less.",
        "Bars that stand for parts of one whole must add up to it.",
        "goods: {kind: share, show: growth_by_product}",
    ),
    "B356": Code(
        "A phrase that can't be written",
        "A label, subtitle or note holds a reference that can't stand there, or a value that no "
        "sentence fits.",
        "The words around an exhibit are written in each language, or the exhibit isn't shown.",
        'label: {en: "Exports to {{ partner.nmae }}"}',
    ),
    "B357": Code(
        "Changes against no record",
        "The file that an exhibit of kind `changes` is set against is no record of an edition.",
        "What changed can only be told from what the last edition printed, which its record holds.",
        "changes: {kind: changes, show: turnover, against: trade.csv}",
    ),
}
