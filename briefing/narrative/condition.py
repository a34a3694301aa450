"""What a condition of the text asks for: `::: if NAME`, `[…]{if=NAME}`, `needs: NAME`."""

from collections.abc import Iterable

from briefing.model import Finding, Phrase, Place, Reference
from briefing.narrative import masks
from briefing.narrative.reference import is_country, reference
from briefing.narrative.script import Script


def condition(script: Script, text: str, place: Place, form: str) -> Reference | None:
    """The reference whose value decides; None, with a finding, when it is none. `form` is how such
    a condition is written, with `name` in it."""
    asked = _asked(text, place, form)
    if isinstance(asked, Finding):
        script.findings.append(asked)
        return None
    return asked


def needed(phrases: Iterable[Phrase]) -> tuple[tuple[Reference, ...], tuple[Finding, ...]]:
    """The references of a manifest's `needs:`, and what is wrong with those that are none."""
    found = [_asked(phrase.text, phrase.place, "needs: name") for phrase in phrases]
    references = tuple(f for f in found if not isinstance(f, Finding))
    return references, tuple(f for f in found if isinstance(f, Finding))


def _asked(text: str, place: Place, form: str) -> Reference | Finding:
    listed = (form, form.replace("name", "name[CHN]"), form.replace("name", "name 2014"))
    usage = f"write {', '.join(listed[:-1])} or {listed[-1]}"

    def refused(message: str) -> Finding:
        return Finding("B303", place, message, usage)

    kind = form.replace("name", "").strip()
    if not text.strip():
        return refused(f"“{kind}” without a name")
    if text.startswith(masks.OPENING):
        return refused(f"“{kind}” takes a name without braces")
    asked = reference(text, place)
    if isinstance(asked, Finding):
        return asked
    if asked.filters or is_country(asked):
        return refused(f"“{form.replace('name', text)}” asks for no value")
    return asked
