"""What French says around exhibits."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.language.fr import dates
from briefing.language.fr.words import WORDS
from briefing.language.told import Movement, Ranked, Speech, Told, plain, told
from briefing.model import Number, Period, Status

_COLON = "\u00a0:"


class FrenchCaptions(Struct, frozen=True):
    """Subtitles, notes and alternative text in French."""

    speech: Speech

    def subtitle(self, parts: Sequence[str], remarks: Sequence[str]) -> str:
        """“Échanges, millions de dollars, 2005-2025 ; 2025 provisoire”."""
        return "\u202f; ".join((", ".join(filter(None, parts)), *remarks))

    def with_unit(self, label: str, unit: str) -> str:
        """“Couverture, %”."""
        return f"{label}, {unit}"

    def unless_stated(self, unit: str) -> str:
        """“millions de dollars sauf indication contraire”."""
        return f"{unit} sauf indication contraire"

    def has_status(self, when: str, status: Status) -> str:
        """“2025 provisoire”."""
        return f"{when} {WORDS.marks[status]}"

    def partly(self, when: str) -> str:
        """“2023–2025 en partie”."""
        return f"{when} en partie"

    def instant(self, period: Period) -> str:
        """“fin 2012”."""
        return dates.at(period, stock=True)

    def latest(self) -> str:
        """“dernières données disponibles”."""
        return "dernières données disponibles"

    def mark(self, mark: str, meaning: str) -> str:
        """“[p] provisoire.”"""
        return f"{mark} {meaning}."

    def part_year(self, period: Period) -> str:
        """“2025 : janvier-septembre.”"""
        return f"{period.end.year}{_COLON} {dates.months(period, short=False)}."

    def listed(self, count: int, shown: int, subject: str) -> str:
        """“Nombre recensé : 14 ; sont montrés les 6 premiers et la Russie.”"""
        head = f"Nombre recensé{_COLON} {count}"
        if shown >= count:
            return f"{head}."
        largest = "le premier" if shown == 1 else f"les {shown} premiers"
        also = f", ainsi que {subject}" if subject else ""
        return f"{head}\u202f; figurent {largest}{also}."

    def about(self, label: str, text: str) -> str:
        """“Importations – nombre recensé : 14.”"""
        return f"{label} – {text[:1].lower()}{text[1:]}"

    def not_listed(self, name: str) -> str:
        """“Russie : ne figure pas dans la liste.”"""
        return f"{name}{_COLON} ne figure pas dans la liste."

    def placed(self, name: str, rank: Ranked) -> str:
        """“Russie, 12e”."""
        return f"{name}, {self.speech.rank(rank.place, rank.tied)}"

    def legend(self, filled: str) -> str:
        """“Marque pleine : traité ou déclaration. Marque vide : autre événement”."""
        return f"Marque pleine{_COLON} {filled}. Marque vide{_COLON} autre événement"

    def not_to_scale(self) -> str:
        """“Les intervalles ne sont pas à l’échelle.”"""
        return "Les intervalles ne sont pas à l’échelle."

    def others(self) -> str:
        """“Autres”."""
        return "Autres"

    def cumulative(self) -> str:
        """“Flux cumulés sur la période ; il ne s’agit pas d’un stock.”"""
        return "Flux cumulés sur la période\u202f; il ne s’agit pas d’un stock."

    def of_the_listed(self, count: int) -> str:
        """“Parts dans la somme des 14 recensés.”"""
        return f"Parts dans la somme des {count} recensés."

    def changed(self, movement: Movement) -> str:
        """“En baisse de 2,7 % par rapport à 2024”, “Au même niveau que 2024”."""
        since = dates.period(movement.since)
        if movement.earlier is not None:
            return f"Après {self.speech.amount(movement.earlier)} {dates.at(movement.since)}"
        if movement.rise is None or movement.by is None:
            return f"Même niveau que {since}"
        word = "hausse" if movement.rise else "baisse"
        return f"En {word} de {self.speech.amount(movement.by)} par rapport à {since}"

    def tile(self, label: str, value: Told, movement: Movement | None) -> str:
        """“Échanges : 2,8 milliards de dollars en 2025, en baisse de 2,7 % par rapport à 2024.”"""
        change = self.changed(movement) if movement is not None else ""
        more = f", {change[:1].lower()}{change[1:]}" if change else ""
        return f"{label}{_COLON} {told(self.speech, value)}{more}."

    def course(
        self, label: str, ends: Sequence[Told], highest: Told | None, lowest: Told | None
    ) -> str:
        """“Importations : 418 millions de dollars en 2005, … ; maximum : … ; minimum : ….”"""
        parts = [", ".join(told(self.speech, end) for end in ends)]
        if highest is not None:
            parts.append(f"maximum{_COLON} {told(self.speech, highest)}")
        if lowest is not None:
            parts.append(f"minimum{_COLON} {told(self.speech, lowest)}")
        joined = "\u202f; ".join(parts)
        return f"{label}{_COLON} {joined}."

    def values(self, head: str, items: Sequence[tuple[str, Told]]) -> str:
        """“2025 : Chine, 4,7 milliards de dollars ; Russie, 2,8 milliards de dollars.”"""
        listed = (f"{name}, {plain(self.speech, value.value)}" for name, value in items)
        joined = "\u202f; ".join(listed)
        return f"{head}{_COLON} {joined}."

    def ranked(self, name: str, rank: Ranked) -> str:
        """“Russie : 2e sur 14.”"""
        place = self.speech.rank(rank.place, rank.tied)
        return f"{name}{_COLON} {place}{f' sur {rank.of}' if rank.of is not None else ''}."

    def own(self) -> str:
        """“Données propres”."""
        return "Données propres"

    def partners(self) -> str:
        """“Données du partenaire”."""
        return "Données du partenaire"

    def gap(self) -> str:
        """“Écart”."""
        return "Écart"

    def mirror_reasons(self) -> str:
        """The definition and the standard reasons (NUMBERS.md §2)."""
        return (
            f"Écart{_COLON} chiffre de l’importateur moins celui de l’exportateur\u202f; en "
            f"pourcentage de la moyenne des deux. Raisons habituelles{_COLON} évaluation (CAF ou "
            "FAB), origine ou dernière destination, décalage dans le temps, réexportations, "
            "seuils, confidentialité, taux de change."
        )

    def changes(self) -> tuple[str, str, str, str]:
        """The columns' heads."""
        return "Ajoutés", "Révisés", "Corrigés", "Inchangés"

    def none(self) -> str:
        """“Aucun.”"""
        return "Aucun."

    def added(self, label: str, period: str) -> str:
        """“Échanges, 2025.”"""
        return f"{self.with_unit(label, period) if period else label}."

    def unchanged(self, label: str, count: int) -> str:
        """“Échanges : 12 chiffres.”"""
        return f"{label}{_COLON} {count} {'chiffre' if count == 1 else 'chiffres'}."

    def more(self, label: str, count: int) -> str:
        """“Échanges : encore 4 chiffres.”"""
        return f"{label}{_COLON} encore {count} {'chiffre' if count == 1 else 'chiffres'}."

    def revised(
        self, label: str, unit: str, old: Number, new: Number, percent: Number | None
    ) -> tuple[str | Number, ...]:
        """“Importations 2024, millions de dollars : 2 824,8, désormais 2 831,0 (+0,2 %).”"""
        head = self.with_unit(label, unit) if unit else label
        change = (" (", percent, ")") if percent else ()
        return (f"{head}{_COLON} ", old, ", désormais ", new, *change, ".")

    def events(self, count: int, first: tuple[Period, str], last: tuple[Period, str]) -> str:
        """“8 événements, du 5 novembre 1921 (…) au 3 septembre 2019 (…).”"""
        ends = [f"{dates.period(when)} ({title})" for when, title in (first, last)]
        if count == 1:
            return f"1 événement{_COLON} {ends[0]}."
        return f"{count} événements{_COLON} {ends[0]} – {ends[1]}."
