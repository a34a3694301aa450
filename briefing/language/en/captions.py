"""What English says around exhibits."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.language.en import dates
from briefing.language.en.words import WORDS
from briefing.language.told import Movement, Ranked, Speech, Told, plain, told
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

    def listed(self, count: int, shown: int, subject: str) -> str:
        """“14 are listed; the 6 largest and Russia are shown.”"""
        listed = f"{count} {'is' if count == 1 else 'are'} listed"
        if shown >= count:
            return f"{listed}."
        largest = "the largest" if shown == 1 else f"the {shown} largest"
        also = f" and {subject}" if subject else ""
        return f"{listed}; {largest}{also} {'is' if shown == 1 and not also else 'are'} shown."

    def about(self, label: str, text: str) -> str:
        """“Imports: 14 are listed.”"""
        return f"{label}: {text}"

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

    def others(self) -> str:
        """“All other”."""
        return "All other"

    def cumulative(self) -> str:
        """“Flows added up over the period; not a stock.”"""
        return "Flows added up over the period; not a stock."

    def of_the_listed(self, count: int) -> str:
        """“Shares of the sum of the 14 listed.”"""
        return f"Shares of the sum of the {count} listed."

    def changed(self, movement: Movement) -> str:
        """“Down 2.7% on 2024”, “Level with 2024”, “After −2,724 in 2024”."""
        since = dates.period(movement.since)
        if movement.earlier is not None:
            return f"After {self.speech.amount(movement.earlier)} in {since}"
        if movement.rise is None or movement.by is None:
            return f"Level with {since}"
        return f"{'Up' if movement.rise else 'Down'} {self.speech.amount(movement.by)} on {since}"

    def tile(self, label: str, value: Told, movement: Movement | None) -> str:
        """“Trade turnover: US$2.8 billion in 2025, down 2.7% on 2024.”"""
        change = self.changed(movement) if movement is not None else ""
        more = f", {change[:1].lower()}{change[1:]}" if change else ""
        return f"{label}: {told(self.speech, value)}{more}."

    def course(
        self, label: str, ends: Sequence[Told], highest: Told | None, lowest: Told | None
    ) -> str:
        """“Imports: US$418 million in 2005, US$2.8 billion in 2025; highest …; lowest ….”"""
        parts = [", ".join(told(self.speech, end) for end in ends)]
        if highest is not None:
            parts.append(f"highest {told(self.speech, highest)}")
        if lowest is not None:
            parts.append(f"lowest {told(self.speech, lowest)}")
        return f"{label}: {'; '.join(parts)}."

    def values(self, head: str, items: Sequence[tuple[str, Told]]) -> str:
        """“2025: China US$4.7 billion, Russia US$2.8 billion.”"""
        listed = (f"{name} {plain(self.speech, value.value)}" for name, value in items)
        return f"{head}: {', '.join(listed)}."

    def ranked(self, name: str, rank: Ranked) -> str:
        """“Russia is second largest of 14 listed.”"""
        place = self.speech.largest(rank.place, rank.tied)
        return f"{name} is {place}{f' of {rank.of} listed' if rank.of is not None else ''}."

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

    def unchanged(self, label: str, count: int) -> str:
        """“Trade turnover: 12 figures.”"""
        return f"{label}: {count} {'figure' if count == 1 else 'figures'}."

    def more(self, label: str, count: int) -> str:
        """“Trade turnover: 4 more figures.”"""
        return f"{label}: {count} more {'figure' if count == 1 else 'figures'}."

    def revised(
        self, label: str, unit: str, old: Number, new: Number, percent: Number | None
    ) -> tuple[str | Number, ...]:
        """“Imports from Russia 2024, US$ million: 2,824.8, now 2,831.0 (+0.2%).”"""
        head = self.with_unit(label, unit) if unit else label
        change = (" (", percent, ")") if percent else ()
        return (f"{head}: ", old, ", now ", new, *change, ".")

    def events(self, count: int, first: tuple[Period, str], last: tuple[Period, str]) -> str:
        """“8 events, from 5 November 1921 (…) to 3 September 2019 (…).”"""
        ends = [f"{dates.period(when)} ({title})" for when, title in (first, last)]
        if count == 1:
            return f"1 event: {ends[0]}."
        return f"{count} events, from {ends[0]} to {ends[1]}."
