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

_RUNS = {
    **{"deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6},
    **{"septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10},
}

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
    goes_on=("de", "à", "soit", "ou", "en", "passé", "passée", "passés", "passées", "contre"),
    by=("de",),
    to=("à",),
    reaches=("s’élève", "s’élevait", "s’est élevé", "se monte"),
    of=("de", "d’"),
    denies=("ne", "n’a", "pas", "aucun", "aucune", "jamais", "ni", "sans", "guère"),
    supposes=(
        *("si", "pourrait", "pourraient", "devrait", "devraient", "serait", "seraient", "prévu"),
        *("prévue", "prévision", "prévisions", "objectif", "sera", "seront"),
    ),
    balances=("solde", "soldes", "balance"),
    negatives=("négatif", "négative", "négatifs", "négatives"),
    positives=("positif", "positive", "positifs", "positives"),
    starts=("passé de", "passée de", "passés de", "passées de", "contre"),
    above=(
        *("dépassé", "dépasse", "dépassent", "supérieur à", "supérieure à", "supérieurs à"),
        *("supérieures à", "plus que"),
    ),
    below=("inférieur à", "inférieure à", "inférieurs à", "inférieures à", "moins que"),
    factors={"deux fois plus": 2, "trois fois plus": 3, "le double": 2, "le triple": 3},
    fractions={
        **{"un tiers": (1, 3), "deux tiers": (2, 3), "un quart": (1, 4), "trois quarts": (3, 4)},
        **{"la moitié": (1, 2), "un cinquième": (1, 5), "un dixième": (1, 10)},
    },
    not_fractions=("un quart d’heure", "un quart de siècle", "la moitié de l’année"),
    part_of=("de", "des", "du"),
    about=("environ", "à peu près"),
    peaks=("a culminé", "ont culminé", "atteint un sommet", "atteint leur sommet", "culminé"),
    troughs=("atteint un creux", "touché le fond"),
    records=("un record", "niveau record", "niveaux records", "plus haut historique"),
    record_lows=("plus bas historique",),
    highest=(
        "un plus haut",
        "plus haut niveau",
        "plus élevé",
        "plus élevée",
        "plus élevées",
        "plus hauts",
    ),
    lowest=("un plus bas", "plus bas niveau", "plus faible niveau", "plus faibles"),
    since=("depuis",),
    within=("en", "depuis", "de", "sur"),
    spans={
        **{"deux ans": 2, "trois ans": 3, "quatre ans": 4, "cinq ans": 5, "six ans": 6},
        **{"sept ans": 7, "huit ans": 8, "neuf ans": 9, "dix ans": 10, "vingt ans": 20},
        **{"une décennie": 10},
    },
    month_spans={"deux mois": 2, "trois mois": 3, "six mois": 6, "neuf mois": 9, "douze mois": 12},
    run_years={
        **{f"{word} année consécutive": number for word, number in _RUNS.items()},
        **{f"{word} année de suite": number for word, number in _RUNS.items()},
        **{"deux années consécutives": 2, "trois années consécutives": 3},
        **{"deux ans de suite": 2, "trois ans de suite": 3, "quatre ans de suite": 4},
    },
    run_months={f"{word} mois consécutif": number for word, number in _RUNS.items()},
    ranked=("fournisseur", "client", "marché", "partenaire", "investisseur", "acheteur"),
    stands=("est", "était", "sont", "étaient", "reste", "devient", "a été"),
    numerals={
        **{"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8},
        **{"neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14},
        **{"quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40},
        **{"cinquante": 50, "soixante": 60, "quatre-vingts": 80},
    },
    powers={"cent": 2, "cents": 2, "mille": 3, "million": 6, "millions": 6, "milliards": 9},
    determiners=(
        *("les", "ces", "ses", "leurs", "nos", "des", "aux", "tous", "toutes", "entre"),
        *("derniers", "dernières", "premiers", "premières", "autres", "mêmes"),
    ),
    no_count=(
        *("an", "ans", "années", "mois", "semaines", "heures", "fois", "décennies", "siècles"),
        *("points", "pays"),
    ),
    insertions=("selon", "d’après", "d'après"),
)
