"""What French says around exhibits."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.language.amount import Amount
from briefing.language.captions import listed
from briefing.language.fr import dates
from briefing.language.fr.words import WORDS
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

_COLON = "\u00a0:"
_NBSP = "\u00a0"


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

    def listed(self, count: Counted, shown: int, subject: str) -> Pieces:
        """“Nombre recensé : 14 ; sont montrés les 6 premiers et la Russie.”"""
        head = worded(f"Nombre recensé{_COLON} {{0}}", count.pieces)
        if shown >= count.count:
            return (*head, ".")
        largest = "le premier" if shown == 1 else f"les {shown} premiers"
        verb = "figure" if shown == 1 and not subject else "figurent"
        also = f", ainsi que {subject}" if subject else ""
        return (*head, f"\u202f; {verb} {largest}{also}.")

    def about(self, label: str, text: Pieces) -> Pieces:
        """“Importations – nombre recensé : 14.”"""
        return (f"{label} – ", *going_on(text))

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

    def not_from_zero(self) -> str:
        """“L’axe ne commence pas à zéro.”"""
        return "L’axe ne commence pas à zéro."

    def own_scales(self) -> str:
        """“Chaque graphique a sa propre échelle.”"""
        return "Chaque graphique a sa propre échelle."

    def without(self, period: Period, times: str) -> str:
        """“Hors 2016, échelle agrandie environ 700 fois”."""
        return f"Hors {dates.period(period)}, échelle agrandie environ {times}"

    def listing(self, labels: Sequence[str], more: int) -> str:
        """“Laine, Cachemire et 3 autres”."""
        named = listed(labels, "\u202f;")
        return f"{named} et {more} {'autre' if more == 1 else 'autres'}" if more else named

    def markers(self, filled: str, ring: str) -> str:
        """“Point plein : Mongolie. Cercle : Russie.”"""
        return f"Point plein{_COLON} {filled}. Cercle{_COLON} {ring}."

    def compared(self) -> tuple[str, str, str, str]:
        """“Chiffre”, “Avant”, “Maintenant”, “Écart”."""
        return "Chiffre", "Avant", "Maintenant", "Écart"

    def no_figure(self) -> str:
        """“Pas de chiffre”."""
        return "Pas de chiffre"

    def two(self, first: str, last: str) -> str:
        """“2014 et 2024”."""
        return f"{first} et {last}"

    def off_map(self, names: Sequence[str]) -> str:
        """“Absents de la carte : Singapour, Malte.”"""
        return f"Absents de la carte{_COLON} {', '.join(names)}."

    def boundaries(self) -> str:
        """“Le tracé des frontières n’exprime aucune position officielle. Contours : …”"""
        text = "Le tracé des frontières n’exprime aucune position officielle."
        return f"{text} Contours{_COLON} Natural Earth."

    def others(self) -> str:
        """“Autres”."""
        return "Autres"

    def cumulative(self) -> str:
        """“Flux cumulés sur la période ; il ne s’agit pas d’un stock.”"""
        return "Flux cumulés sur la période\u202f; il ne s’agit pas d’un stock."

    def of_the_listed(self, count: Counted) -> Pieces:
        """“Parts dans la somme des 14 recensés.”"""
        return worded("Parts dans la somme des {0} recensés.", count.pieces)

    def changed(self, movement: Movement) -> Pieces:
        """“En baisse de 2,7 % par rapport à 2024”, “Même niveau qu’en 2024”."""
        if movement.earlier is not None:
            earlier = piece(self.speech.amount(movement.earlier), movement.fact)
            return worded("Après {0} {1}", earlier, dates.at(movement.since))
        if movement.deficit and (movement.rise is None or movement.by is None):
            return (f"Déficit proche de celui {dates.of(movement.since)}",)
        if movement.deficit and movement.by is not None:
            by = piece(self.speech.amount(movement.by), movement.fact)
            how = "supérieur" if movement.rise else "inférieur"
            return worded("Déficit {0} de {1} à celui {2}", how, by, dates.of(movement.since))
        if movement.rise is None or movement.by is None:
            return (f"Même niveau {dates.than(movement.since)}",)
        word = "hausse" if movement.rise else "baisse"
        by = piece(self.speech.amount(movement.by), movement.fact)
        return worded("En {0} de {1} par rapport {2}", word, by, dates.to(movement.since))

    def place(self, rank: Ranked) -> str:
        """“2e rang sur 14”."""
        joint = f"{_NBSP}ex æquo" if rank.tied else ""
        return f"{rank.place}{'er' if rank.place == 1 else 'e'}{_NBSP}rang{joint} sur {rank.of}"

    def of_total(self, share: Amount) -> str:
        """“2,3 % du total”."""
        return f"{self.speech.amount(share)} du total"

    def times(self, ratio: Amount, period: Period, *, deficit: bool) -> str:
        """“7 fois le niveau de 2005”."""
        size = f"{self.speech.times(ratio)} le niveau {dates.of(period)}"
        return f"Déficit{_COLON} {size}" if deficit else size

    def age(self, years: int) -> str:
        """“Chiffre vieux de 13 ans”."""
        return f"Chiffre vieux de {years}{_NBSP}{'an' if years == 1 else 'ans'}"

    def tile(self, label: str, value: Told, movement: Movement | None) -> Pieces:
        """“Échanges : 2,8 milliards de dollars en 2025, en baisse de 2,7 % par rapport à 2024.”"""
        change = going_on(self.changed(movement)) if movement is not None else ()
        parts = joined(", ", (phrase(self.speech, value), change))
        return worded(f"{{0}}{_COLON} {{1}}.", label, parts)

    def course(
        self, label: str, ends: Sequence[Told], highest: Told | None, lowest: Told | None
    ) -> Pieces:
        """“Importations : 418 millions de dollars en 2005, … ; maximum : … ; minimum : ….”"""
        parts = [joined(", ", (phrase(self.speech, end) for end in ends))]
        if highest is not None:
            parts.append((f"maximum{_COLON} ", *phrase(self.speech, highest)))
        if lowest is not None:
            parts.append((f"minimum{_COLON} ", *phrase(self.speech, lowest)))
        return worded(f"{{0}}{_COLON} {{1}}.", label, joined("\u202f; ", parts))

    def values(self, head: str, items: Sequence[tuple[str, Told]]) -> Pieces:
        """“2025 : Chine, 4,7 milliards de dollars ; Russie, 2,8 milliards de dollars.”"""
        listed = ((f"{name}, ", *alone(self.speech, value)) for name, value in items)
        return worded(f"{{0}}{_COLON} {{1}}.", head, joined("\u202f; ", listed))

    def ranked(self, name: str, rank: Ranked) -> Pieces:
        """“Russie : 2e sur 14.”"""
        of = f" sur {rank.of}" if rank.of is not None else ""
        place = self.speech.rank(rank.place, rank.tied)
        return worded(f"{{0}}{_COLON} {{1}}.", name, piece(f"{place}{of}", rank.fact))

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

    def unchanged(self, label: str, count: Counted) -> Pieces:
        """“Échanges : 12 chiffres.”"""
        word = "chiffre" if count.count == 1 else "chiffres"
        return worded(f"{{0}}{_COLON} {{1}} {{2}}.", label, count.pieces, word)

    def more(self, label: str, count: Counted) -> Pieces:
        """“Échanges : encore 4 chiffres.”"""
        word = "chiffre" if count.count == 1 else "chiffres"
        return worded(f"{{0}}{_COLON} encore {{1}} {{2}}.", label, count.pieces, word)

    def revised(
        self, label: str, unit: str, old: Number, new: Number, percent: Number | None
    ) -> Pieces:
        """“Importations 2024, millions de dollars : 2 824,8, désormais 2 831,0 (+0,2 %).”"""
        head = self.with_unit(label, unit) if unit else label
        change = (" (", percent, ")") if percent else ()
        return (f"{head}{_COLON} ", old, ", désormais ", new, *change, ".")

    def events(self, count: Counted, first: tuple[Period, str], last: tuple[Period, str]) -> Pieces:
        """“8 événements, du 5 novembre 1921 (…) au 3 septembre 2019 (…).”"""
        ends = [f"{dates.period(when)} ({title})" for when, title in (first, last)]
        if count.count == 1:
            return worded(f"{{0}} événement{_COLON} {{1}}.", count.pieces, ends[0])
        return worded(f"{{0}} événements{_COLON} {{1}} – {{2}}.", count.pieces, *ends)
