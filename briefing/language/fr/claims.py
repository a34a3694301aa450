"""The French words that claim something of a figure; `*` stands for any ending."""

from briefing.language.claims import Claims

_UP = (
    *("augmenté", "augmente", "augmentent", "augmentation", "hausse", "progressé", "progression"),
    *("crû", "croissance", "accru", "accrue", "accrus", "accrues", "bondi", "grimpé", "monté"),
    *("s’est creusé", "s’est creusée", "élargi", "élargie"),
)
_DOWN = (
    *("diminué", "diminue", "diminuent", "diminution", "baisse", "baissé", "reculé", "recul"),
    *("chuté", "chute", "réduit", "réduite", "régressé", "fléchi", "tombé", "tombée", "tombées"),
)

CLAIMS = Claims(
    deficits=("déficit", "déficits", "déficitaire", "déficitaires"),
    surpluses=("excédent", "excédents", "excédentaire", "excédentaires"),
    rises=_UP,
    falls=_DOWN,
    steady=(
        *("inchangé", "inchangée", "inchangés", "inchangées", "sans changement", "n’a pas changé"),
        *("n’ont pas changé", "n’a pas varié", "stable", "stables"),
    ),
    largest=("plus grand", "plus grande", "plus gros", "plus grosse", "plus important"),
    ordinals={
        **{"premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3},
        **{"quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8},
        **{"neuvième": 9, "dixième": 10},
    },
    ranking=(),
    places=("rang", "place", "position", "fournisseur", "client", "marché", "partenaire"),
    among=("l’un des", "l’une des", "parmi les", "un des", "une des"),
    ratios={
        **{"doublé": 100, "doublement": 100, "triplé": 200, "triplement": 200},
        **{"quadruplé": 300, "réduit de moitié": -50, "diminué de moitié": -50},
    },
    over=("plus que", "plus de"),
    under=("presque", "près de", "quasiment"),
    parts=("part", "parts", "proportion", "taux", "ratio", "couverture", "pourcentage"),
    points=("points de pourcentage", "point de pourcentage", "points"),
    percents=("pour cent",),
    stocks=("stock", "stocks", "encours"),
    not_stocks=("stock de marchandises", "en stock", "stocks de marchandises"),
    flows=("flux", "entrées nettes", "sorties nettes"),
    averages=("par an", "chaque année", "en moyenne", "annuellement", "moyenne annuelle"),
    not_averages=("un an plus tôt", "un an auparavant", "un an après"),
    compares=("rapport", "comparé", "comparée", "contre", "doublé", "triplé", *_UP, *_DOWN),
    against=("contre", "que", "de", "après"),
    joins=(
        *("et", "mais", "tandis que", "alors que", "qui", "où", "quand", "que", "bien que"),
        *("parce que", "car", "puis", "ensuite", "dont", "donc"),
    ),
    goes_on=("de", "à", "soit", "ou", "en"),
    by=("de",),
    to=("à",),
    reaches=("s’élève", "s’élevait", "s’est élevé", "se monte"),
    of=("de", "d’"),
    denies=("ne", "n’a", "pas", "aucun", "aucune", "jamais", "ni", "sans", "guère"),
    supposes=(
        *("si", "pourrait", "pourraient", "devrait", "devraient", "serait", "seraient", "prévu"),
        *("prévue", "prévision", "prévisions", "objectif", "sera", "seront"),
    ),
)
