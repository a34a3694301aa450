"""The title block's cells and the words that stand on each page."""

from collections.abc import Iterator

from briefing import language
from briefing.language import Words
from briefing.model import Facts, Furniture, Metadatum, Period, Spec, Status, Text


def metadata(spec: Spec, facts: Facts, code: str, words: Words) -> tuple[Metadatum, ...]:
    """Edition, released, next release, data to, contact, embargo: those that are known."""
    until = spec.embargoed_until
    latest = max(_ends(facts), default=None)
    cells = (
        (words.edition, _edition(spec, code)),
        (words.released, language.date(spec.released, code) if spec.released else ""),
        (words.next_release, language.period(spec.next_release, code) if spec.next_release else ""),
        (words.data_to, _newest(facts, latest, code) if latest else ""),
        (words.contact, spec.contact),
        (words.letter.embargo, language.moment(until, code) if until else ""),
    )
    return tuple(Metadatum(label, value) for label, value in cells if value)


def furniture(spec: Spec, code: str, title: str, words: Words) -> Furniture:
    """The fixed words of the layout, in the document's language."""
    return Furniture(
        marking=" · ".join(part for part in _markings(spec, code, words) if part),
        series=_text(spec.publication, spec, code),
        part=_text(spec.publication_part, spec, code),
        short_title=title,
        edition=f"{words.edition} {_edition(spec, code)}",
        contents=words.contents,
        continued=words.continued,
        source=words.source,
        sources=words.sources,
        data=words.data,
        data_of=words.data_of,
        to_data=words.to_data,
        record=words.record,
        headline=words.headline,
        page=words.page,
        to_note=words.to_note,
        to_mark=words.to_mark,
    )


def _edition(spec: Spec, code: str) -> str:
    """The edition's own name, or its period as the language says it: the code is the folder's."""
    own = spec.edition != str(spec.period).replace("/", "-")
    return spec.edition if own else language.period(spec.period, code)


def _markings(spec: Spec, code: str, words: Words) -> tuple[str, ...]:
    until = spec.embargoed_until
    line = words.letter.until.format(moment=language.moment(until, code)) if until else ""
    draft = words.letter.draft if spec.draft else ""
    return draft, _text(spec.marking, spec, code), line


def _ends(facts: Facts) -> Iterator[Period]:
    """The last period that each series has a value for, within the edition's."""
    families = (series for family in facts.families.values() for series in family.members.values())
    for series in (*facts.series.values(), *families):
        known = [o.period for o in series.known if o.period.end <= facts.period.end]
        if known:
            yield max(known)


def _newest(facts: Facts, latest: Period, code: str) -> str:
    """“2025 [p]”."""
    families = (series for family in facts.families.values() for series in family.members.values())
    last = [series.at(latest) for series in (*facts.series.values(), *families)]
    provisional = any(o is not None and Status.PROVISIONAL in o.status.parts for o in last)
    told = language.period(latest, code)
    return f"{told} {Status.PROVISIONAL.marks}" if provisional else told


def _text(text: Text | None, spec: Spec, code: str) -> str:
    if text is None or code not in text:
        return ""
    return language.fill(text[code].text, spec, code)
