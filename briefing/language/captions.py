"""What stands around exhibits in any language: subtitles, notes, alternative text."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.language import told
from briefing.language.amount import Amount
from briefing.language.forms import Forms
from briefing.model import Number, Period, Status


class Captions(Struct, frozen=True):
    """Phrases around exhibits in one language: values in, text out; labels are the author's.

    Where a phrase tells figures it is in pieces, and each figure is a number of its fact. What is
    the same whatever it stands by is asked of `forms`.
    """

    speech: told.Speech
    forms: Forms

    def subtitle(self, parts: Sequence[str], remarks: Sequence[str]) -> str:
        """“Trade turnover, US$ million, 2005–2025; 2025 provisional”."""
        return self.forms.apart.join((", ".join(filter(None, parts)), *remarks))

    def headed(self, head: str, text: str) -> str:
        """“Symbols: …”."""
        return self.forms.headed.format(head=head, text=text)

    def with_unit(self, label: str, unit: str) -> str:
        """“Coverage, %”."""
        return self.forms.with_unit.format(label=label, unit=unit)

    def unless_stated(self, unit: str) -> str:
        """“US$ million unless stated”."""
        return self.forms.unless_stated.format(unit=unit)

    def has_status(self, when: str, status: Status) -> str:
        """“2025 provisional”; `when` are periods, as `partly` takes them."""
        return self.forms.has_status.format(when=when, mark=self.forms.marks[status])

    def partly(self, when: str) -> str:
        """That it holds in some of these years only: “parts of 2023–2025”."""
        return self.forms.partly.format(when=when)

    def instant(self, period: Period) -> str:
        """When a stock was counted: “end of 2012”."""
        return self._at(self.forms.instant, period)

    def mark(self, mark: str, meaning: str) -> str:
        """A note that explains a mark: “[p] provisional.”"""
        return self.forms.mark.format(mark=mark, meaning=meaning)

    def part_year(self, period: Period) -> str:
        """“2025: January–September.”"""
        return self._at(self.forms.part_year, period, year=str(period.end.year))

    def listed(self, count: told.Counted, shown: int, subject: str) -> told.Pieces:
        """“14 are listed; the 6 largest are shown.”; a subject below them is named."""
        listed = told.worded(self._for(self.forms.listed, count.count), count=count.pieces)
        if shown >= count.count:
            return (*listed, ".")
        forms = self.forms.subject_shown if subject else self.forms.largest_shown
        form = self._for(forms, shown)
        return (*listed, form.format(shown=shown, subject=subject))

    def about(self, label: str, text: told.Pieces) -> told.Pieces:
        """A sentence that says what it is about first: “Imports: 14 are listed.”"""
        return told.worded(self.forms.about, label=label, text=told.going_on(text), Text=text)

    def not_listed(self, name: str) -> str:
        """That there is no figure for the subject."""
        return self.forms.not_listed.format(name=name)

    def placed(self, name: str, rank: told.Ranked) -> str:
        """A bar's label with its rank: “Russia, 12th”."""
        return self.forms.placed.format(name=name, rank=self.speech.rank(rank.place, rank.tied))

    def legend(self, filled: str) -> str:
        """What filled and open markers of a timeline mean."""
        return self.forms.legend.format(filled=filled)

    def without(self, period: Period, times: str) -> str:
        """What stands over a panel that leaves out the one value far above all others; `times` are
        as the grammar writes them."""
        return self._at(self.forms.without, period, times=times)

    def listing(self, labels: Sequence[str], more: int) -> str:
        """Several series as what a chart measures: “Wool, Cashmere and 3 more”."""
        sign = self.forms.apart if any("," in label for label in labels) else ", "
        named = sign.join(labels)
        form = self._for(self.forms.more_labels, more) if more else "{names}"
        return form.format(names=named, more=more)

    def markers(self, filled: str, ring: str) -> str:
        """What the two markers of a row stand for: “Filled: Mongolia. Ring: Russia.”"""
        return self.forms.markers.format(filled=filled, ring=ring)

    def two(self, first: str, last: str) -> str:
        """An earlier and a later period that stand apart: “2014 and 2024”."""
        return self.forms.two.format(first=first, last=last)

    def off_map(self, names: Sequence[str]) -> str:
        """Which places with a figure are too small to be on the map."""
        return self.forms.off_map.format(names=", ".join(names))

    def of_the_listed(self, count: told.Counted) -> told.Pieces:
        """That shares are of the sum of those listed, not of a published total."""
        return told.worded(self.forms.of_the_listed, count=count.pieces)

    def changed(self, movement: told.Movement) -> told.Pieces:
        """A tile's change: “Down 2.7% on 2024”, “Level with 2024”, “After −2,724 in 2024”."""
        moved, since, by = self.forms.moved, movement.since, movement.by
        if movement.earlier is not None:
            earlier = told.piece(self.speech.amount(movement.earlier), movement.fact)
            return self._told_at(moved["after"], since, value=earlier)
        of = "deficit " if movement.deficit else ""
        if movement.rise is None or by is None:
            return self._told_at(moved[f"{of}level"], since)
        how = f"{of}{'up' if movement.rise else 'down'}"
        form = moved.get(f"{how}, hardly", moved[how]) if by.below else moved[how]
        return self._told_at(
            form, since, by=told.piece(self.forms.by(self.speech, by), movement.fact)
        )

    def place(self, rank: told.Ranked) -> str:
        """A tile's place: “Second largest of 14 listed”."""
        forms = self.forms.place_tied if rank.tied else self.forms.place
        return self._for(forms, rank.place).format(
            place=rank.place,
            rank=self.speech.rank(rank.place, rank.tied),
            Largest=_capital(self.speech.largest(rank.place, rank.tied)),
            of=rank.of,
        )

    def of_total(self, share: Amount) -> str:
        """A tile's share: “2.3% of the total”."""
        return self.forms.of_total.format(share=self.speech.amount(share))

    def times(self, ratio: Amount, period: Period, *, deficit: bool) -> str:
        """A tile's multiple: “7 times that of 2005”; of a deficit it names it."""
        form = self.forms.times_deficit if deficit else self.forms.times
        times = self.speech.times(ratio)
        return self._at(form, period, times=times, Times=_capital(times))

    def age(self, years: int) -> str:
        """How old a figure is: “13 years old”."""
        return self._for(self.forms.age, years).format(years=years)

    def tile(self, label: str, value: told.Told, movement: told.Movement | None) -> told.Pieces:
        """“Trade turnover: US$2.8 billion in 2025, down 2.7% on 2024.”"""
        said = told.phrase(self.speech, value)
        if movement is None:
            return told.worded(self.forms.tile, label=label, value=said)
        change = told.going_on(self.changed(movement))
        return told.worded(self.forms.tile_moved, label=label, value=said, change=change)

    def course(
        self,
        label: str,
        ends: Sequence[told.Told],
        highest: told.Told | None,
        lowest: told.Told | None,
    ) -> told.Pieces:
        """“Imports: US$418 million in 2005, US$2.8 billion in 2025; highest …; lowest ….”"""
        parts = [told.joined(", ", (told.phrase(self.speech, end) for end in ends))]
        for form, extreme in ((self.forms.highest, highest), (self.forms.lowest, lowest)):
            if extreme is not None:
                parts.append(told.worded(form, value=told.phrase(self.speech, extreme)))
        return told.worded(
            self.forms.course, label=label, values=told.joined(self.forms.apart, parts)
        )

    def values(self, head: str, items: Sequence[tuple[str, told.Told]]) -> told.Pieces:
        """“2025: China US$4.7 billion, Russia US$2.8 billion.”"""
        said = (
            told.worded(self.forms.value, name=name, value=told.alone(self.speech, value))
            for name, value in items
        )
        return told.worded(
            self.forms.values, label=head, values=told.joined(self.forms.items, said)
        )

    def ranked(self, name: str, rank: told.Ranked) -> told.Pieces:
        """“Russia is the second largest of 14 listed.”"""
        form = self.forms.rank if rank.of is None else self.forms.rank_of
        place = form.format(
            rank=self.speech.rank(rank.place, rank.tied),
            largest=self.speech.largest(rank.place, rank.tied),
            of=rank.of,
        )
        return told.worded(self.forms.ranked, name=name, place=told.piece(place, rank.fact))

    def added(self, label: str, period: str) -> str:
        """A figure that is new, or the period that is new of it."""
        return f"{self.with_unit(label, period) if period else label}."

    def unchanged(self, label: str, count: told.Counted) -> told.Pieces:
        """That so many values of a figure are as they were."""
        form = self._for(self.forms.unchanged, count.count)
        return told.worded(form, label=label, count=count.pieces)

    def more(self, label: str, count: told.Counted) -> told.Pieces:
        """That so many more values of a figure were revised."""
        form = self._for(self.forms.more, count.count)
        return told.worded(form, label=label, count=count.pieces)

    def revised(
        self, label: str, unit: str, old: Number, new: Number, percent: Number | None
    ) -> told.Pieces:
        """A value that is another now, in pieces; `percent` is the change, None where it means
        nothing. The label has its period, the values are of one."""
        head = self.with_unit(label, unit) if unit else label
        change = (" (", percent, ")") if percent else ()
        return told.worded(self.forms.revised, label=head, old=(old,), new=(new,), change=change)

    def events(
        self, count: told.Counted, first: tuple[Period, str], last: tuple[Period, str]
    ) -> told.Pieces:
        """How many events, the first and the last, each by date and title."""
        one, other = (
            self._at(self.forms.dated, when, title=title) for when, title in (first, last)
        )
        if count.count == 1:
            return told.worded(self.forms.event, count=count.pieces, first=one)
        form = self._for(self.forms.events, count.count)
        return told.worded(form, count=count.pieces, first=one, last=other)

    def _for(self, forms: tuple[str, ...], count: int) -> str:
        return forms[min(self.forms.number(count), len(forms) - 1)]

    def _at(self, form: str, period: Period, **parts: str) -> str:
        return form.format(**parts, **self._whens(form, period))

    def _told_at(self, form: str, period: Period, **parts: told.Pieces) -> told.Pieces:
        return told.worded(form, **parts, **self._whens(form, period))

    def _whens(self, form: str, period: Period) -> dict[str, str]:
        return {
            name: say(period) for name, say in self.forms.whens.items() if f"{{{name}}}" in form
        }


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
