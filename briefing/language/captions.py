"""What a language must be able to say about exhibits: subtitles, notes, alternative text."""

from collections.abc import Sequence
from typing import Protocol

from briefing.language.amount import Amount
from briefing.language.told import Counted, Movement, Pieces, Ranked, Told
from briefing.model import Number, Period, Status


class Captions(Protocol):
    """Phrases around exhibits in one language: values in, text out; labels are the author's.

    Where a phrase tells figures it is in pieces, and each figure is a number of its fact.
    """

    def subtitle(self, parts: Sequence[str], remarks: Sequence[str]) -> str:
        """“Trade turnover, US$ million, 2005–2025; 2025 provisional”."""

    def with_unit(self, label: str, unit: str) -> str:
        """“Coverage, %”."""

    def unless_stated(self, unit: str) -> str:
        """“US$ million unless stated”."""

    def has_status(self, when: str, status: Status) -> str:
        """“2025 provisional”; `when` are periods, as `partly` takes them."""

    def partly(self, when: str) -> str:
        """That it holds in some of these years only: “parts of 2023–2025”."""

    def instant(self, period: Period) -> str:
        """When a stock was counted: “end of 2012”."""

    def latest(self) -> str:
        """That no later period is available."""

    def mark(self, mark: str, meaning: str) -> str:
        """A note that explains a mark: “[p] provisional.”"""

    def part_year(self, period: Period) -> str:
        """“2025: January–September.”"""

    def listed(self, count: Counted, shown: int, subject: str) -> Pieces:
        """“14 are listed; the 6 largest are shown.”; a subject below them is named."""

    def about(self, label: str, text: Pieces) -> Pieces:
        """A sentence that says what it is about first: “Imports: 14 are listed.”"""

    def not_listed(self, name: str) -> str:
        """That there is no figure for the subject."""

    def placed(self, name: str, rank: Ranked) -> str:
        """A bar's label with its rank: “Russia, 12th”."""

    def legend(self, filled: str) -> str:
        """What filled and open markers of a timeline mean."""

    def not_to_scale(self) -> str:
        """That a timeline's spacing isn't proportional."""

    def not_from_zero(self) -> str:
        """That an axis begins at another value than zero."""

    def own_scales(self) -> str:
        """That panels beside each other can't be compared by length."""

    def without(self, period: Period, times: str) -> str:
        """What stands over a panel that leaves out the one value far above all others; `times` are
        as the grammar writes them."""

    def listing(self, labels: Sequence[str], more: int) -> str:
        """Several series as what a chart measures: “Wool, Cashmere and 3 more”."""

    def markers(self, filled: str, ring: str) -> str:
        """What the two markers of a row stand for: “Filled: Mongolia. Ring: Russia.”"""

    def compared(self) -> tuple[str, str, str, str]:
        """What heads a table of changes: figure, was, now, difference."""

    def no_figure(self) -> str:
        """What a map's key calls places without a figure."""

    def two(self, first: str, last: str) -> str:
        """An earlier and a later period that stand apart: “2014 and 2024”."""

    def off_map(self, names: Sequence[str]) -> str:
        """Which places with a figure are too small to be on the map."""

    def boundaries(self) -> str:
        """That a map takes no position on boundaries, and whose outlines it has."""

    def others(self) -> str:
        """The rest of a whole."""

    def cumulative(self) -> str:
        """That a figure is of flows added up, which are no stock."""

    def of_the_listed(self, count: Counted) -> Pieces:
        """That shares are of the sum of those listed, not of a published total."""

    def changed(self, movement: Movement) -> Pieces:
        """A tile's change: “Down 2.7% on 2024”, “Level with 2024”, “After −2,724 in 2024”."""

    def place(self, rank: Ranked) -> str:
        """A tile's place: “Second largest of 14 listed”."""

    def of_total(self, share: Amount) -> str:
        """A tile's share: “2.3% of the total”."""

    def times(self, ratio: Amount, period: Period, *, deficit: bool) -> str:
        """A tile's multiple: “7 times that of 2005”; of a deficit it names it."""

    def age(self, years: int) -> str:
        """How old a figure is: “13 years old”."""

    def tile(self, label: str, value: Told, movement: Movement | None) -> Pieces:
        """“Trade turnover: US$2.8 billion in 2025, down 2.7% on 2024.”"""

    def course(
        self, label: str, ends: Sequence[Told], highest: Told | None, lowest: Told | None
    ) -> Pieces:
        """“Imports: US$418 million in 2005, US$2.8 billion in 2025; highest …; lowest ….”"""

    def values(self, head: str, items: Sequence[tuple[str, Told]]) -> Pieces:
        """“2025: China US$4.7 billion, Russia US$2.8 billion.”"""

    def ranked(self, name: str, rank: Ranked) -> Pieces:
        """“Russia is the second largest of 14 listed.”"""

    def own(self) -> str:
        """What heads one's own figures where no country does."""

    def partners(self) -> str:
        """What heads the partner's figures where no country does."""

    def gap(self) -> str:
        """What heads the gap between two sides' figures."""

    def mirror_reasons(self) -> str:
        """What the gap is, and the usual reasons for it."""

    def changes(self) -> tuple[str, str, str, str]:
        """What heads the columns of changes: added, revised, corrected, unchanged."""

    def none(self) -> str:
        """That nothing is of that kind."""

    def added(self, label: str, period: str) -> str:
        """A figure that is new, or the period that is new of it."""

    def unchanged(self, label: str, count: Counted) -> Pieces:
        """That so many values of a figure are as they were."""

    def more(self, label: str, count: Counted) -> Pieces:
        """That so many more values of a figure were revised."""

    def revised(
        self, label: str, unit: str, old: Number, new: Number, percent: Number | None
    ) -> Pieces:
        """A value that is another now, in pieces; `percent` is the change, None where it means
        nothing. The label has its period, the values are of one."""

    def events(self, count: Counted, first: tuple[Period, str], last: tuple[Period, str]) -> Pieces:
        """How many events, the first and the last, each by date and title."""


def listed(labels: Sequence[str], mark: str = ";") -> str:
    """Labels one after the other; those that hold commas themselves are parted by `mark`."""
    return f"{mark} ".join(labels) if any("," in label for label in labels) else ", ".join(labels)
