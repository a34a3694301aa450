"""The English words of a draft, an embargo, a signature and the letter with an edition."""

from briefing.language.letters import LetterWords

LETTER = LetterWords(
    draft="DRAFT",
    embargo="Embargo",
    until="EMBARGOED until {moment}",
    moment="{date}, {time} {zone}",
    signed="Signed electronically by {name} on {moment}",
    signature="Electronic signature of {name}",
    subject="{title}: {edition}",
    correction="Correction: {subject}",
    attached="Attached",
    headline="Headline figures",
    figure="{name}, {period}: {text}",
    changes="What changed",
    revised="{name}, {period}: {now}, before {before}",
    more="and {count} more figures",
    added="figures printed for the first time: {count}",
    gone="figures printed no longer: {count}",
    first="The first edition that you get.",
    same="No figure changed since the last edition.",
    sources="Where the figures are from",
    sender="Made by {product}. Each figure of the attached file can be traced to its cell.",
)
