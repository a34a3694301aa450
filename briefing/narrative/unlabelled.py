"""Names of the manifest that would be printed in a text for want of a label."""

from briefing.model import Document, Finding, Severity, every_block, facts_in, facts_of
from briefing.narrative.formula import Formulas

# The names of the manifest read as English: “export share”.
_NAMED_IN = "en"


def unlabelled(document: Document, formulas: Formulas) -> tuple[Finding, ...]:
    """A finding for each name that stands in the text, an exhibit or an annex of a language other
    than English; where there are several languages the name can't be in all, and it is an error."""
    language, spec = document.language, formulas.spec
    if language == _NAMED_IN:
        return ()
    blocks = tuple(every_block(document.blocks))
    titles = (document.title, *(chapter.title for chapter in document.chapters))
    facts = [fact for title in titles for fact in facts_of(title)]
    facts += (fact for block in blocks for fact in facts_in(block))
    severity = Severity.ERROR if len(spec.languages) > 1 else Severity.WARNING
    found = []
    for name in formulas.unlabelled(facts):
        entry = spec.series.get(name) or spec.facts[name]
        message = f"“{name}” has no label in “{language}”: its name would be printed"
        hint = f"give it a label: {{label: {{{language}: …}}}}"
        found.append(Finding("B322", severity, entry.place, message, hint))
    return tuple(found)
