"""Findings of this room, documented."""

from briefing.model import Code

CODES: dict[str, Code] = {
    "B250": Code(
        "Not an expression",
        "The text doesn't follow the grammar of expressions.",
        "Nothing can be calculated from it.",
        "exports + * imports",
    ),
    "B251": Code(
        "Expression too long or too deep",
        "An expression has at most 1,000 tokens and 50 levels of parentheses.",
        "Nobody can check a longer one; parts of it deserve names.",
        "((((…))))",
    ),
    "B252": Code(
        "Unknown name in an expression",
        "It names no series, family, fact or table of one series.",
        "A mistyped name has no value.",
        "exprots + imports; did you mean “exports”?",
    ),
    "B253": Code(
        "Unknown key",
        "A family has no such member, or a key stands where there is no family.",
        "The key is mistyped, or the data don't hold that partner.",
        "exports_to[RSU]",
    ),
    "B254": Code(
        "Unknown function or wrong arguments",
        "The function isn't among the indicators, or what it is given doesn't fit.",
        "An indicator is only as good as what goes into it.",
        "share(exports)",
    ),
    "B255": Code(
        "Units that don't go together",
        "Only the scale of a unit converts by itself; a percentage isn't added to an amount.",
        "Dollars and euros, or dollars and percent, add up to nothing.",
        "exports_usd + exports_eur",
    ),
    "B256": Code(
        "A flow and a stock",
        "A stock is what there is at a time, a flow what came in over it.",
        "Their sum or ratio is no figure of statistics.",
        "net_fdi + stock",
    ),
    "B257": Code(
        "No amount to calculate with",
        "A rank, a date or a bound (“<1”) stands in arithmetic.",
        "The result would claim an exactness that isn't there.",
        "export_rank * 2",
    ),
    "B258": Code(
        "A series that builds on itself",
        "Following what a series is made of leads back to it.",
        "It can't be calculated.",
        "turnover → balance → turnover",
    ),
    "B259": Code(
        "Unknown parameter in an expression",
        "`$name` is no parameter of the manifest.",
        "A template can only be filled with what it names.",
        "exports_to[$partnr]",
    ),
    "B260": Code(
        "A stated value that can't be read",
        "The value is no number, or no date where the unit says date.",
        "A fact has to be exact about what the source says.",
        "value: about 300",
    ),
    "B261": Code(
        "A stated value that the data contradict",
        "The fact differs from what `equals` computes by more than half its last digit.",
        "Two numbers for one thing in one document; a reader will find it.",
        "1.7 is stated, but the data give 1.610926 USD billion",
    ),
    "B262": Code(
        "A stated value that can't be checked",
        "What `equals` computes has no value at the fact's period.",
        "The check that was asked for didn't happen.",
        "nothing to compare with: turnover has no value for 2004",
    ),
    "B263": Code(
        "A parameter's value that no table holds",
        "No family that the manifest asks for `$name` has a row of its value.",
        "A template filled with it says nothing: one finding in place of one for each figure.",
        "parameter partner: no table holds “ABW”",
        "Choose a value that the data hold; --each NAME=all takes just these.",
    ),
    "B270": Code(
        "Unknown fact in the text",
        "A reference names no series, family or fact.",
        "There is nothing to print.",
        "{{ turnovr }}; did you mean “turnover”?",
    ),
    "B271": Code(
        "A key that isn't there, or is lacking",
        "A family wants a key that it has; a series or a fact takes none.",
        "Which member is meant must be said.",
        "{{ exports_to }}",
    ),
    "B272": Code(
        "Not a period",
        "What stands as a reference's period is none.",
        "The figure of which year is meant must be said.",
        "{{ exports lastest }}; did you mean “latest”?",
    ),
    "B273": Code(
        "A reference without a value",
        "There is no value of that name at that period in this edition.",
        "The sentence would have a hole; `::: if` takes it out where it doesn't hold.",
        "exports_total has no value for 2025: it ends in 2024",
    ),
    "B274": Code(
        "A ratio over a range",
        "A flow is summed over a range and a stock taken at its end; a ratio is neither.",
        "Shares and rates of several years don't add up.",
        "{{ export_share 2005..2014 }}",
    ),
    "B275": Code(
        "Nothing to compare",
        "The two periods aren't alike, or the earlier isn't earlier.",
        "A year to date may only be compared with the same months.",
        "{{ inflow 2025-01..2025-09 | change: since 2024 }}",
    ),
}
