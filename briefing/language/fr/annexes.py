"""The register of figures and the statement on quality in French."""

from briefing.language.annexes import QualityWords, RegisterWords

REGISTER = RegisterWords(
    title="Registre des chiffres",
    number="Nº",
    figure="Chiffre",
    value="Valeur",
    printed="Tel qu’imprimé",
    made="Source et calcul",
    note=(
        "Tous les chiffres du texte et les chiffres clés, dans l’ordre de première impression"
        "\u202f; le numéro y conduit. Les valeurs ne sont pas arrondies\u202f; les résultats d’une "
        "division sont donnés à huit chiffres et figurent en entier dans la fiche jointe à ce "
        "fichier. Le fichier et la ligne indiquent où une valeur a été lue."
    ),
    columns="Colonnes\u00a0: {columns}.",
    to_row="{text}\u00a0: nº {number} du registre des chiffres",
    to_first="Nº {number}\u00a0: première impression",
)

QUALITY = QualityWords(
    title="Déclaration de qualité",
    checks="Contrôles",
    check="Contrôle",
    result="Résultat",
    nothing="rien trouvé dans {what}",
    looked={
        "exhibits": ("1 graphique ou tableau", "{count} graphiques et tableaux"),
        "figures": ("1 chiffre", "{count} chiffres"),
        "languages": ("1 langue", "{count} langues"),
        "sentences": ("1 phrase avec chiffres", "{count} phrases avec chiffres"),
        "series": ("1 série", "{count} séries et faits"),
        "sets": ("1 ensemble", "{count} ensembles"),
        "tables": ("1 table de données", "{count} tables de données"),
        "text": ("1 phrase", "{count} phrases"),
    },
    found="constats\u00a0: {count}",
    found_one="constats\u00a0: 1",
    waived="dérogations\u00a0: {count}",
    waived_one="dérogations\u00a0: 1",
    not_run="non effectué\u00a0: {why}",
    because="{code}\u00a0: dérogation, {place}\u00a0: {reason}",
    rules={
        "B101": "Les chiffres du texte sont liés aux données",
        "B102": "Les totaux sont la somme de leurs parties",
        "B103": "Biens et services forment leur total",
        "B104": "Les parts tiennent dans leur tout",
        "B105": "Les mots s’accordent avec les chiffres",
        "B106": "Un chiffre est dit d’une seule façon",
        "B107": "Les parts varient en points de pourcentage",
        "B108": "Les années partielles sont comparées aux mêmes mois",
        "B109": "Stocks et flux sont appelés par leur nom",
        "B110": "Aucun saut de mille entre périodes",
        "B111": "Les séries atteignent la période de l’édition",
        "B112": "Les chiffres ont des sources, et celles-ci des dates",
        "B113": "Rangs et parts excluent totaux et régions",
        "B114": "Les écarts avec le partenaire sont dits",
        "B115": "Graphiques, tableaux et texte concordent",
        "B116": "La croissance moyenne se recalcule",
        "B117": "Aucun code de pays n’est lu comme manquant",
        "B118": "Les langues impriment les mêmes chiffres",
        "B119": "Monnaie et prix sont indiqués",
        "B122": "Ce que disent les mots repose sur des chiffres",
        "B123": "Unités et monnaies ne sont imprimées qu’une fois",
    },
    lacking={
        "B102": "aucune somme n’est déclarée",
        "B103": "pas de biens avec services",
        "B113": "rien n’est classé ni réparti",
        "B114": "aucun chiffre miroir n’est déclaré",
        "B117": "pas de marque dans les tableaux par clé",
        "B118": "une seule langue",
    },
    edition="Cette édition",
    released="Publication",
    product="Établi par",
    inputs="Données d’entrée",
    set_in="Composé en",
    digest="SHA-256 de leurs empreintes",
    files="{count} fichiers",
    file="1 fichier",
    cite="Citation",
    cite_released="publié le {date}",
)
