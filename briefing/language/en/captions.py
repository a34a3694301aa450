"""What English says around exhibits."""

from collections.abc import Sequence

from briefing.language.en import dates
from briefing.language.en.words import WORDS
from briefing.model.period import Period
from briefing.model.series import Status


class EnglishCaptions:
    """Subtitles, notes and alternative text in English."""

    def subtitle(self, parts: Sequence[str], remarks: Sequence[str]) -> str:
        """“Trade turnover, US$ million, 2005–2025; 2025 provisional”."""
        return "; ".join((", ".join(filter(None, parts)), *remarks))

    def with_unit(self, label: str, unit: str) -> str:
        """“Coverage, %”."""
        return f"{label}, {unit}"

    def unless_stated(self, unit: str) -> str:
        """“US$ million unless stated”."""
        return f"{unit} unless stated"

    def has_status(self, periods: str, status: Status) -> str:
        """“2025 provisional”."""
        return f"{periods} {WORDS.marks[status]}"

    def instant(self, period: Period) -> str:
        """“end of 2012”."""
        return f"end of {dates.period(period)}"

    def latest(self) -> str:
        """“the latest available”."""
        return "the latest available"

    def mark(self, mark: str, meaning: str) -> str:
        """“[p] provisional.”"""
        return f"{mark} {meaning}."

    def part_year(self, year: str, period: Period) -> str:
        """“2025: January–September.”"""
        return f"{year}: {dates.months(period, short=False)}."

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

    def placed(self, name: str, rank: str) -> str:
        """“Russia, 12th”."""
        return f"{name}, {rank}"

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

    def changed(self, rise: bool | None, amount: str, period: str) -> str:
        """“Down 2.7% on 2024”, “Level with 2024”."""
        if rise is None:
            return f"Level with {period}"
        return f"{'Up' if rise else 'Down'} {amount} on {period}"

    def after(self, value: str, period: str) -> str:
        """“After −2,724 in 2024”."""
        return f"After {value} in {period}"

    def tile(self, label: str, value: str, change: str) -> str:
        """“Trade turnover: US$2.8 billion in 2025, down 2.7% on 2024.”"""
        return f"{label}: {value}{f', {change[:1].lower()}{change[1:]}' if change else ''}."

    def course(self, label: str, ends: Sequence[str], highest: str, lowest: str) -> str:
        """“Imports: US$418 million in 2005, US$2.8 billion in 2025; highest …; lowest ….”"""
        extremes = [f"highest {highest}" if highest else "", f"lowest {lowest}" if lowest else ""]
        return f"{label}: {'; '.join(filter(None, (', '.join(ends), *extremes)))}."

    def values(self, head: str, items: Sequence[tuple[str, str]]) -> str:
        """“2025: China US$4.7 billion, Russia US$2.8 billion.”"""
        return f"{head}: {', '.join(f'{name} {value}' for name, value in items)}."

    def ranked(self, name: str, rank: str) -> str:
        """“Russia is second largest of 14 listed.”"""
        return f"{name} is {rank}."

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

    def revised(self, label: str, period: str, unit: str, old: str, new: str, percent: str) -> str:
        """“Imports from Russia 2024, US$ million: 2,824.8, now 2,831.0 (+0.2%).”"""
        named = f"{label} {period}".strip()
        head = self.with_unit(named, unit) if unit else named
        sign = "" if percent == "0" or percent.startswith(("−", "[")) else "+"
        change = f" ({sign}{percent}%)" if percent else ""
        return f"{head}: {old}, now {new}{change}."

    def events(self, count: int, first: tuple[str, str], last: tuple[str, str]) -> str:
        """“8 events, from 5 November 1921 (…) to 3 September 2019 (…).”"""
        if count == 1:
            return f"1 event: {first[0]} ({first[1]})."
        return f"{count} events, from {first[0]} ({first[1]}) to {last[0]} ({last[1]})."
