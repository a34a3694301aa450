"""The manifest as values: what the briefing holds."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct, field

from briefing.model.exhibit_spec import DateSpec, ExhibitSpec
from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.style import Style
from briefing.model.table import Source
from briefing.model.table_spec import TableSpec
from briefing.model.text import Phrase, Place, Text
from briefing.model.unit import Unit

_MANIFEST = Place("briefing.yaml")


class SeriesSpec(Struct, frozen=True):
    """A series or family: cut from a table (`table`, `where`, `by`) or derived (`expression`)."""

    name: str
    place: Place
    table: str = ""
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: str = ""
    value: str = ""
    expression: Phrase | None = None
    label: Text | None = None


class FactSpec(Struct, frozen=True):
    """A fact that a source states; `value` as written.

    It holds where the parameters have the values of `when`; `checked` is the day on which it was
    last compared with its source; it is `valid` up to the end of that period.
    """

    name: str
    place: Place
    value: Phrase
    unit: Unit
    source: str = ""
    period: Period | None = None
    kind: Kind | None = None
    as_of: date | None = None
    checked: date | None = None
    valid: Period | None = None
    equals: Phrase | None = None
    label: Text | None = None
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class SumSpec(Struct, frozen=True):
    """A total and the parts that must add up to it within rounding; names as in expressions."""

    total: str
    parts: tuple[str, ...]
    place: Place


class SameSpec(Struct, frozen=True):
    """Names of one measure, which must agree within rounding."""

    names: tuple[str, ...]
    place: Place


class MirrorSpec(Struct, frozen=True):
    """One's own figure and the partner's of the same flow, and the percentage of their mean by
    which they may differ before the gap must be printed."""

    own: str
    partner: str
    margin: int
    place: Place


class Allowance(Struct, frozen=True):
    """A rule's findings waived at a name, a section or `file:line`, and the reason to print."""

    rule: str
    at: str
    because: Text
    place: Place


class ChecksSpec(Struct, frozen=True):
    """What must agree, and which findings are waived."""

    sums: tuple[SumSpec, ...] = ()
    same: tuple[SameSpec, ...] = ()
    mirror: tuple[MirrorSpec, ...] = ()
    allow: tuple[Allowance, ...] = ()


class Embargo(Struct, frozen=True):
    """The moment, with its offset from UTC, before which only a few may know the briefing."""

    until: datetime
    place: Place


class Recipient(Struct, frozen=True):
    """Who gets an edition by mail: a bare address, a name to stand before it, and the languages
    wanted, none meaning all."""

    address: str
    place: Place
    name: str = ""
    languages: tuple[str, ...] = ()


class SendSpec(Struct, frozen=True):
    """Who mails an edition to whom; only `pre_release` may get it under embargo."""

    sender: Recipient | None = None
    reply_to: Recipient | None = None
    to: tuple[Recipient, ...] = ()
    pre_release: tuple[Recipient, ...] = ()


class SectionSpec(Struct, frozen=True):
    """One section and its file for each language; left out where something that it `needs` has no
    value."""

    name: str
    place: Place
    files: Mapping[str, str]
    needs: tuple[Phrase, ...] = ()


class LocatorSpec(Struct, frozen=True):
    """Whether there is a map (a logo), and the project’s own picture with what it shows."""

    printed: bool = True
    picture: Phrase | None = None
    text: Text | None = None


class Spec(Struct, frozen=True):
    """The whole manifest, with the command line's choices already in it.

    `look` is the style that the manifest says itself, over the one that `style` names; `place` is
    where that stands; `broken` are names of entries that a finding keeps out:
    what asks for them keeps silent. `printed` are the sections that the style prints, all where it
    names none. `parameters_at` is where each parameter got its value.
    """

    name: str
    file: str
    title: Text
    parameters: Mapping[str, str]
    period: Period
    released: date | None
    languages: tuple[str, ...]
    style: str
    sources: Mapping[str, Source]
    tables: Mapping[str, TableSpec]
    series: Mapping[str, SeriesSpec]
    facts: Mapping[str, FactSpec]
    exhibits: Mapping[str, ExhibitSpec]
    sections: tuple[SectionSpec, ...]
    names: Mapping[str, Text]
    edition: str
    marking: Text | None = None
    publisher: Text | None = None
    annex: str = ""
    figures: str = ""
    abbreviations: Mapping[str, Text] = field(default_factory=dict)
    lead: str = ""
    card: bool = False
    locator: LocatorSpec = LocatorSpec()
    logo: LocatorSpec = LocatorSpec(printed=False)
    paper: str = ""
    printed: tuple[str, ...] = ()
    contact: str = ""
    next_release: Period | None = None
    calendar: Mapping[str, DateSpec] = field(default_factory=dict)
    against: Phrase | None = None
    licence: str = ""
    publication: Text | None = None
    publication_part: Text | None = None
    look: Style | None = None
    place: Place = _MANIFEST
    checks: ChecksSpec = ChecksSpec()
    embargo: Embargo | None = None
    public: bool = False
    draft: bool = False
    send: SendSpec = SendSpec()
    broken: frozenset[str] = frozenset()
    parameters_at: Mapping[str, Place] = field(default_factory=dict)

    @property
    def embargoed_until(self) -> datetime | None:
        """The moment that the pages name; None without an embargo, and in the public version."""
        return self.embargo.until if self.embargo and not self.public else None


class Choices(Struct, frozen=True):
    """What the command line puts in the manifest's place; empty means: as the manifest says.

    `profile` names the standards that the PDFs conform to; empty is the usual one. `public` is the
    version without the line of the embargo, `draft` one that is made although something is wrong.
    `signed` is the SHA-256 of the certificate that it is signed with. `apart` gives the edition a
    folder of its own, called after its parameters; it changes nothing of what the edition says.
    `card` makes a speaking card beside each PDF.
    """

    period: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()
    style: str = ""
    profile: str = ""
    public: bool = False
    draft: bool = False
    signed: str = ""
    apart: bool = False
    card: bool = False


def known(spec: Spec, period: Period, as_of: date | None) -> bool:
    """Whether a row exists in the edition: its period has ended by the end of the edition's, and
    it was published (`as_of`) by the day the edition is released."""
    if period.end > spec.period.end:
        return False
    return as_of is None or spec.released is None or as_of <= spec.released
