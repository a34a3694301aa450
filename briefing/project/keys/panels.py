"""What may stand in a manifest of countries, people and coming days."""

from typing import Annotated

from pydantic import BeforeValidator

from briefing.model import Occasion, Phrase
from briefing.project.keys import entry
from briefing.project.readers import known_names, texts, values
from briefing.project.readers.reader import Reads, ReadsKnowing

CountryCode = Annotated[str, ReadsKnowing(known_names.country_code)]
Countries = Annotated[tuple[CountryCode, ...], BeforeValidator(values.several)]
BySide = Annotated[dict[str, Phrase], ReadsKnowing(known_names.by_country)]
Sources = Annotated[tuple[entry.SourceName, ...], BeforeValidator(values.several)]
What = Annotated[Occasion, Reads(values.occasion)]
Occasions = Annotated[tuple[What, ...], BeforeValidator(values.several)]


OwnName = Annotated[dict[str, str], Reads(texts.own_name)]


class RowEntry(entry.Entry):
    """One of an exhibit's `rows:`."""

    label: entry.Texts
    text: dict[CountryCode, entry.Texts] = {}
    show: BySide = {}
    source: Sources = ()
    as_of: entry.OptionalDay = None


class PersonEntry(entry.Entry):
    """One of an exhibit's `people:`."""

    name: entry.Texts
    office: entry.Texts
    country: CountryCode = ""
    since: entry.OptionalWhen = None
    native: OwnName = {}
    source: entry.SourceName
    as_of: entry.OptionalDay = None
    portrait: entry.OptionalWords = None
    alt: entry.OptionalTexts = None
    credit: entry.OptionalTexts = None


class DateEntry(entry.Entry):
    """One of `calendar:`."""

    when: entry.When
    what: entry.Texts
    kind: What
    where: entry.OptionalTexts = None
    source: entry.SourceName
