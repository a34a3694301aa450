"""What French says around exhibits. A narrow space stands before a semicolon, a no-break space
before a colon and between a number and its noun."""

from briefing.language.forms import Forms
from briefing.language.fr import dates
from briefing.language.fr.words import WORDS

FORMS = Forms(
    headed="{head}\u00a0: {text}",
    marks=WORDS.marks,
    number=lambda count: int(count != 1),
    whens={
        "period": dates.period,
        "months": lambda period: dates.months(period, short=False),
        "at": dates.at,
        "at_end": lambda period: dates.at(period, stock=True),
        "of": dates.of,
        "to": dates.to,
        "than": dates.than,
    },
    apart="\u202f; ",
    items="\u202f; ",
    unless_stated="{unit} sauf indication contraire",
    has_status="{when} {mark}",
    partly="{when} en partie",
    instant="{at_end}",
    latest="dernières données disponibles",
    without="Hors {period}, échelle agrandie environ {times}",
    two="{first} et {last}",
    more_labels=("{names} et {more} autre", "{names} et {more} autres"),
    legend="Marque pleine\u00a0: {filled}. Marque vide\u00a0: autre événement",
    markers="Point plein\u00a0: {filled}. Cercle\u00a0: {ring}.",
    no_figure="Pas de chiffre",
    others="Autres",
    own="Données propres",
    partners="Données du partenaire",
    gap="Écart",
    part_year="{year}\u00a0: {months}.",
    listed=("Nombre recensé\u00a0: {count}",),
    largest_shown=(
        "\u202f; figure le premier.",
        "\u202f; figurent les {shown} premiers.",
    ),
    subject_shown=(
        "\u202f; figurent le premier, ainsi que {subject}.",
        "\u202f; figurent les {shown} premiers, ainsi que {subject}.",
    ),
    about="{label} – {text}",
    not_listed="{name}\u00a0: ne figure pas dans la liste.",
    not_to_scale="Les intervalles ne sont pas à l’échelle.",
    not_from_zero="L’axe ne commence pas à zéro.",
    own_scales="Chaque graphique a sa propre échelle.",
    off_map="Absents de la carte\u00a0: {names}.",
    boundaries=(
        "Le tracé des frontières n’exprime aucune position officielle. "
        "Contours\u00a0: Natural Earth."
    ),
    cumulative="Flux cumulés sur la période\u202f; il ne s’agit pas d’un stock.",
    of_the_listed="Parts dans la somme des {count} recensés.",
    # The definition and the standard reasons (NUMBERS.md §2).
    mirror_reasons=(
        "Écart\u00a0: chiffre de l’importateur moins celui de l’exportateur\u202f; en "
        "pourcentage de la moyenne des deux. Raisons habituelles\u00a0: évaluation (CAF ou "
        "FAB), origine ou dernière destination, décalage dans le temps, réexportations, "
        "seuils, confidentialité, taux de change."
    ),
    moved={
        "up": "En hausse de {by} par rapport {to}",
        "down": "En baisse de {by} par rapport {to}",
        "level": "Même niveau {than}",
        "after": "Après {value} {at}",
        "deficit up": "Déficit supérieur de {by} à celui {of}",
        "deficit down": "Déficit inférieur de {by} à celui {of}",
        "deficit level": "Déficit proche de celui {of}",
    },
    place=("{place}er\u00a0rang sur {of}", "{place}e\u00a0rang sur {of}"),
    place_tied=(
        "{place}er\u00a0rang\u00a0ex æquo sur {of}",
        "{place}e\u00a0rang\u00a0ex æquo sur {of}",
    ),
    of_total="{share} du total",
    times="{times} le niveau {of}",
    times_deficit="Déficit\u00a0: {times} le niveau {of}",
    age=("Chiffre vieux de {years}\u00a0an", "Chiffre vieux de {years}\u00a0ans"),
    tile="{label}\u00a0: {value}.",
    tile_moved="{label}\u00a0: {value}, {change}.",
    course="{label}\u00a0: {values}.",
    highest="maximum\u00a0: {value}",
    lowest="minimum\u00a0: {value}",
    values="{label}\u00a0: {values}.",
    value="{name}, {value}",
    ranked="{name}\u00a0: {place}.",
    rank="{rank}",
    rank_of="{rank} sur {of}",
    event="{count} événement\u00a0: {first}.",
    events=("{count} événements\u00a0: {first} – {last}.",),
    compared=("Chiffre", "Avant", "Maintenant", "Écart"),
    changes=("Ajoutés", "Révisés", "Corrigés", "Inchangés"),
    none="Aucun.",
    unchanged=("{label}\u00a0: {count} chiffre.", "{label}\u00a0: {count} chiffres."),
    more=("{label}\u00a0: encore {count} chiffre.", "{label}\u00a0: encore {count} chiffres."),
    revised="{label}\u00a0: {old}, désormais {new}{change}.",
)
