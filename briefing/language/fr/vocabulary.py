"""The French words by which a figure is told from a date, a name or a rank."""

from briefing.language.vocabulary import YEAR, Vocabulary, calendar, words

_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "janv|févr|avr|juill|sept|oct|nov|déc"
)
_JOINS = "à|et|ou|au"
_S = "[ \u00a0\u202f]"

VOCABULARY = Vocabulary(
    months=frozenset(_MONTHS.split("|")),
    ordinals=frozenset({"er", "re", "e", "ème", "ère", "ᵉ"}),
    joins=frozenset(_JOINS.split("|")),
    eras=frozenset(),
    rank_words=words(
        "rang place position classé classée classement premier première fournisseur client marché "
        "sur parmi grand grande important importante"
    ),
    units=words(
        "million* milliard* billion* mille millier* cent* centaine* douzaine* pour point* fois km "
        "kilomètre* m mètre* tonne* t kg kilogramme* hectare* ha baril* litre* mw gwh kwh dollar* "
        "euro* rouble* tugrik* yuan* yen* livre* usd eur rub mnt cny jpy gbp"
    ),
    counted=words(
        "personne* étudiant* citoyen* visiteur* touriste* membre* travailleur* employé* soldat* "
        "habitant* ménage* famille* élève* bourse* diplômé* entreprise* société* véhicule* jour* "
        "semaine* mois an ans année* heure* accord* contrat*"
    ),
    singular=words("est pas plus puis depuis sous dans mais sans vers dès lors alors très les des"),
    year_before=words(
        "en depuis dès avant après fin début mi courant année années jusqu’en printemps été automne"
    ),
    year_near=words("de à du le la les et ou un une son sa ses pour que dans l d"),
    amounts=words("atteint environ près presque quelque exactement seulement comptait comptent"),
    numbered=words(
        "article articles chapitre section sections paragraphe annexe protocole résolution décret "
        "loi décision directive règlement règle partie titre tableau figure graphique encadré note "
        "no nº numéro page point phase étape route version volume édition option pilier objectif "
        "code zone lot"
    ),
    no_names=words(
        "le la les un une des de du en au aux par pour avec sans sous sur dans entre vers depuis "
        "avant après pendant environ près presque seulement aussi il elle ils elles ce cet cette "
        "ces son sa ses leur leurs deux trois quatre cinq six sept huit neuf dix tous toutes"
    ),
    currencies=words(
        "USD EUR GBP JPY CNY RMB RUB MNT CHF KRW INR KZT AUD CAD NZD SEK NOK DKK PLN CZK HUF TRY "
        "UAH BRL ZAR AOA SGD HKD TWD THB IDR MYR VND AED SAR"
    ),
    free=(
        *calendar(_MONTHS, "er", _JOINS),
        rf"(?<!\w)années{_S}(?:(?:19|20)\d0|\d0)(?!\d)",
        rf"(?<!\w)nº?{_S}\d+(?:[/-]\w+)*",
        rf"(?<![\d.,]){YEAR}-{YEAR}(?![\d.,]*\d)",
    ),
    unit_phrases=("pour cent",),
    plurals=("s", "x"),
    abbreviations=("env.", "cf.", "p. ex.", "c.-à-d.", "max.", "min."),
)
