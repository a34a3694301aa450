"""What English says around exhibits."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.language.amount import Amount
from briefing.language.captions import listed
from briefing.language.en import dates
from briefing.language.en.words import WORDS
from briefing.language.told import (
    Counted,
    Movement,
    Pieces,
    Ranked,
    Speech,
    Told,
    alone,
    going_on,
    joined,
    phrase,
    piece,
    worded,
)
from briefing.model import Number, Period, Status


class EnglishCaptions(Struct, frozen=True):
    """Subtitles, notes and alternative text in English; values are written by the grammar."""

    speech: Speech

    def subtitle(self, parts: Sequence[str], remarks: Sequence[str]) -> str:
        """“Trade turnover, US$ million, 2005–2025; 2025 provisional”."""
        return "; ".join((", ".join(filter(None, parts)), *remarks))

    def with_unit(self, label: str, unit: str) -> str:
        """“Coverage, %”."""
        return f"{label}, {unit}"

    def unless_stated(self, unit: str) -> str:
        """“US$ million unless stated”."""
        return f"{unit} unless stated"

    def has_status(self, when: str, status: Status) -> str:
        """“2025 provisional”."""
        return f"{when} {WORDS.marks[status]}"

    def partly(self, when: str) -> str:
        """“parts of 2023–2025”."""
        return f"parts of {when}"

    def instant(self, period: Period) -> str:
        """“end of 2012”."""
        return f"end of {dates.period(period)}"

    def latest(self) -> str:
        """“the latest available”."""
        return "the latest available"

    def mark(self, mark: str, meaning: str) -> str:
        """“[p] provisional.”"""
        return f"{mark} {meaning}."

    def part_year(self, period: Period) -> str:
        """“2025: January–September.”"""
        return f"{period.end.year}: {dates.months(period, short=False)}."

    def listed(self, count: Counted, shown: int, subject: str) -> Pieces:
        """“14 are listed; the 6 largest and Russia are shown.”"""
        listed = worded(f"{{0}} {'is' if count.count == 1 else 'are'} listed", count.pieces)
        if shown >= count.count:
            return (*listed, ".")
        largest = "the largest" if shown == 1 else f"the {shown} largest"
        also = f" and {subject}" if subject else ""
        verb = "is" if shown == 1 and not also else "are"
        return (*listed, f"; {largest}{also} {verb} shown.")

    def about(self, label: str, text: Pieces) -> Pieces:
        """“Imports: 14 are listed.”"""
        return (f"{label}: ", *text)

    def not_listed(self, name: str) -> str:
        """“Russia is not listed.”"""
        return f"{name} is not listed."

    def placed(self, name: str, rank: Ranked) -> str:
        """“Russia, 12th”."""
        return f"{name}, {self.speech.rank(rank.place, rank.tied)}"

    def legend(self, filled: str) -> str:
        """“Filled marker: treaty or declaration. Open marker: other event”."""
        return f"Filled marker: {filled}. Open marker: other event"

    def not_to_scale(self) -> str:
        """“Spacing is not to scale.”"""
        return "Spacing is not to scale."

    def not_from_zero(self) -> str:
        """“The axis does not begin at zero.”"""
        return "The axis does not begin at zero."

    def own_scales(self) -> str:
        """“Each panel has a scale of its own.”"""
        return "Each panel has a scale of its own."

    def without(self, period: Period, times: str) -> str:
        """“Without 2016, scale enlarged about 700 times”."""
        return f"Without {dates.period(period)}, scale enlarged about {times}"

    def listing(self, labels: Sequence[str], more: int) -> str:
        """“Wool, Cashmere and 3 more”."""
        named = listed(labels)
        return f"{named} and {more} more" if more else named

    def markers(self, filled: str, ring: str) -> str:
        """“Filled: Mongolia. Ring: Russia.”"""
        return f"Filled: {filled}. Ring: {ring}."

    def compared(self) -> tuple[str, str, str, str]:
        """“Figure”, “Was”, “Now”, “Difference”."""
        return "Figure", "Was", "Now", "Difference"

    def no_figure(self) -> str:
        """“No figure”."""
        return "No figure"

    def two(self, first: str, last: str) -> str:
        """“2014 and 2024”."""
        return f"{first} and {last}"

    def off_map(self, names: Sequence[str]) -> str:
        """“Not on the map: Singapore, Malta.”"""
        return f"Not on the map: {', '.join(names)}."

    def boundaries(self) -> str:
        """“Boundaries imply no official position. Outlines: Natural Earth.”"""
        return "Boundaries imply no official position. Outlines: Natural Earth."

    def others(self) -> str:
        """“All other”."""
        return "All other"

    def cumulative(self) -> str:
        """“Flows added up over the period; not a stock.”"""
        return "Flows added up over the period; not a stock."

    def of_the_listed(self, count: Counted) -> Pieces:
        """“Shares of the sum of the 14 listed.”"""
        return worded("Shares of the sum of the {0} listed.", count.pieces)

    def changed(self, movement: Movement) -> Pieces:
        """“Down 2.7% on 2024”, “Level with 2024”, “After −2,724 in 2024”."""
        since = dates.period(movement.since)
        if movement.earlier is not None:
            earlier = piece(self.speech.amount(movement.earlier), movement.fact)
            return worded("After {0} in {1}", earlier, since)
        if movement.deficit and (movement.rise is None or movement.by is None):
            return (f"Deficit much as in {since}",)
        if movement.deficit and movement.by is not None:
            by = piece(self.speech.amount(movement.by), movement.fact)
            how = "wider" if movement.rise else "narrower"
            return worded("Deficit {0} {1} than in {2}", by, how, since)
        if movement.rise is None or movement.by is None:
            return (f"Level with {since}",)
        by = piece(self.speech.amount(movement.by), movement.fact)
        return worded("{0} {1} on {2}", "Up" if movement.rise else "Down", by, since)

    def place(self, rank: Ranked) -> str:
        """“Second largest of 14 listed”."""
        place = self.speech.largest(rank.place, rank.tied)
        return f"{place[:1].upper()}{place[1:]} of {rank.of} listed"

    def of_total(self, share: Amount) -> str:
        """“2.3% of the total”."""
        return f"{self.speech.amount(share)} of the total"

    def times(self, ratio: Amount, period: Period, *, deficit: bool) -> str:
        """“7 times that of 2005”."""
        size = f"{self.speech.times(ratio)} that of {dates.period(period)}"
        return f"A deficit {size}" if deficit else size

    def age(self, years: int) -> str:
        """“13 years old”."""
        return f"{years} years old"

    def tile(self, label: str, value: Told, movement: Movement | None) -> Pieces:
        """“Trade turnover: US$2.8 billion in 2025, down 2.7% on 2024.”"""
        change = going_on(self.changed(movement)) if movement is not None else ()
        parts = joined(", ", (phrase(self.speech, value), change))
        return worded("{0}: {1}.", label, parts)

    def course(
        self, label: str, ends: Sequence[Told], highest: Told | None, lowest: Told | None
    ) -> Pieces:
        """“Imports: US$418 million in 2005, US$2.8 billion in 2025; highest …; lowest ….”"""
        parts = [joined(", ", (phrase(self.speech, end) for end in ends))]
        if highest is not None:
            parts.append(("highest ", *phrase(self.speech, highest)))
        if lowest is not None:
            parts.append(("lowest ", *phrase(self.speech, lowest)))
        return worded("{0}: {1}.", label, joined("; ", parts))

    def values(self, head: str, items: Sequence[tuple[str, Told]]) -> Pieces:
        """“2025: China US$4.7 billion, Russia US$2.8 billion.”"""
        listed = ((f"{name} ", *alone(self.speech, value)) for name, value in items)
        return worded("{0}: {1}.", head, joined(", ", listed))

    def ranked(self, name: str, rank: Ranked) -> Pieces:
        """“Russia is second largest of 14 listed.”"""
        of = f" of {rank.of} listed" if rank.of is not None else ""
        place = self.speech.largest(rank.place, rank.tied)
        return worded("{0} is {1}.", name, piece(f"{place}{of}", rank.fact))

    def own(self) -> str:
        """“Own”."""
        return "Own"

    def partners(self) -> str:
        """“Partner’s”."""
        return "Partner’s"

    def gap(self) -> str:
        """“Gap”."""
        return "Gap"

    def mirror_reasons(self) -> str:
        """The definition and the standard reasons (NUMBERS.md §2)."""
        return (
            "Gap: the importer’s figure less the exporter’s; in percent of the mean of the two. "
            "Usual reasons: valuation (c.i.f. against f.o.b.), origin against last destination, "
            "timing, re-exports, thresholds, confidentiality, exchange rates."
        )

    def changes(self) -> tuple[str, str, str, str]:
        """The columns’ heads."""
        return "Added", "Revised", "Corrected", "Unchanged"

    def none(self) -> str:
        """“None.”"""
        return "None."

    def added(self, label: str, period: str) -> str:
        """“Trade turnover, 2025.”"""
        return f"{self.with_unit(label, period) if period else label}."

    def unchanged(self, label: str, count: Counted) -> Pieces:
        """“Trade turnover: 12 figures.”"""
        word = "figure" if count.count == 1 else "figures"
        return worded("{0}: {1} {2}.", label, count.pieces, word)

    def more(self, label: str, count: Counted) -> Pieces:
        """“Trade turnover: 4 more figures.”"""
        word = "figure" if count.count == 1 else "figures"
        return worded("{0}: {1} more {2}.", label, count.pieces, word)

    def revised(
        self, label: str, unit: str, old: Number, new: Number, percent: Number | None
    ) -> Pieces:
        """“Imports from Russia 2024, US$ million: 2,824.8, now 2,831.0 (+0.2%).”"""
        head = self.with_unit(label, unit) if unit else label
        change = (" (", percent, ")") if percent else ()
        return (f"{head}: ", old, ", now ", new, *change, ".")

    def events(self, count: Counted, first: tuple[Period, str], last: tuple[Period, str]) -> Pieces:
        """“8 events, from 5 November 1921 (…) to 3 September 2019 (…).”"""
        ends = [f"{dates.period(when)} ({title})" for when, title in (first, last)]
        if count.count == 1:
            return worded("{0} event: {1}.", count.pieces, ends[0])
        return worded("{0} events, from {1} to {2}.", count.pieces, *ends)
