"""What French calls countries: article, elision and contraction by closed tables.

Gender and number of a country's name follow usage as the spelling rules of the Quai d'Orsay's list
and CLDR's names have it: those that end in -e are feminine but for six; islands and a few others
take no article.
"""

from collections.abc import Mapping

from briefing.language.told import Named, Role

NAMES = {
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "MMR": "Myanmar",
    "REU": "Réunion",
    "VAT": "Vatican",
    "WLD": "Monde",
}
SHORT_NAMES: Mapping[str, str] = {
    "CAF": "RCA",
    "COD": "RD Congo",
    "GBR": "Royaume-Uni",
    "USA": "États-Unis",
    "ARE": "EAU",
}
_PLURAL = frozenset(
    {
        *("États-Unis", "Pays-Bas", "Philippines", "Émirats arabes unis", "Maldives", "Comores"),
        *("Seychelles", "Bahamas", "Fidji", "Bermudes", "Palaos", "Tonga", "Pays-Bas caribéens"),
        *("Territoires palestiniens", "Terres australes françaises", "Samoa américaines"),
    }
)
_NO_ARTICLE = frozenset(
    {
        *("Cuba", "Haïti", "Malte", "Chypre", "Singapour", "Taïwan", "Madagascar", "Maurice"),
        *("Monaco", "Bahreïn", "Israël", "Oman", "Djibouti", "Sao Tomé-et-Principe"),
        *("Trinité-et-Tobago", "Antigua-et-Barbuda", "Saint-Marin", "Porto Rico", "Anguilla"),
        *("Nauru", "Kiribati", "Tuvalu", "Niue", "Tokelau", "Aruba", "Curaçao", "Guam", "Jersey"),
        *("Guernesey", "Mayotte", "Gibraltar", "Sainte-Lucie", "Saint-Christophe-et-Niévès"),
        *("Saint-Vincent-et-les Grenadines", "Hong Kong", "Macao", "Montserrat", "Saint-Martin"),
        *("Saint-Barthélemy", "Saint-Pierre-et-Miquelon", "Sainte-Hélène", "Wallis-et-Futuna"),
        *("Saint-Martin (partie néerlandaise)",),
    }
)
# Of those without an article, what “en” stands before.
_WITH_EN = frozenset({"Israël", "Haïti"})
# Islands that keep their article: “à la Réunion”, “de la Barbade”.
_WITH_ARTICLE = frozenset({"Réunion", "Barbade", "Grenade", "Dominique"})
# Those that end in -e and are masculine all the same.
_MASCULINE = frozenset(
    {"Mexique", "Cambodge", "Mozambique", "Zimbabwe", "Belize", "Suriname", "Royaume-Uni"}
    | {"Territoire britannique de l’océan Indien"}
)
_FEMININE = frozenset({"Sierra Leone", "Andorre", "Réunion"})
_VOWELS = "AEIOUYÀÂÉÈÊËÎÏÔÛÜŒH"
# A breathed h lets nothing elide.
_BREATHED = frozenset({"Honduras", "Hong Kong", "Hongrie"})


def named(name: Named, role: Role) -> str:
    """“l’Italie”, “du Japon”, “aux États-Unis”, “en Chine”, “à Cuba”."""
    if role.value in name.forms:
        return name.forms[role.value]
    text = _lowered(name.name)
    article = _article(name.name)
    if role is Role.SUBJECT:
        return f"{article}{text}"
    if role in (Role.OF, Role.FROM):
        return _of(article, text, role)
    if role in (Role.TO, Role.IN):
        return _to(article, text)
    return f"{'avec' if role is Role.WITH else 'sur'} {article}{text}"


def _lowered(name: str) -> str:
    return f"î{name[1:]}" if name.startswith("Île") else name


def _article(name: str) -> str:
    """“l’”, “la ”, “le ”, “les ” or nothing."""
    if name in _NO_ARTICLE:
        return ""
    if name in _PLURAL or name.startswith("Îles"):
        return "les "
    if name[0] in _VOWELS and name not in _BREATHED and not name.startswith("Y"):
        return "l’"
    return "la " if _is_feminine(name) else "le "


def _is_feminine(name: str) -> bool:
    if name in _MASCULINE:
        return False
    first = name.split()[0].split("-")[0]
    return name in _FEMININE or first.endswith("e") or name.split("-")[-1].endswith("ée")


def _of(article: str, text: str, role: Role) -> str:
    if article == "le ":
        return f"du {text}"
    if article == "les ":
        return f"des {text}"
    if not article:
        return f"d’{text}" if text[0] in _VOWELS and text not in _BREATHED else f"de {text}"
    # From a feminine country without the article: “importer de Chine”, “venu d’Italie”.
    if text.startswith("île") or text in _WITH_ARTICLE:
        return f"de {article}{text}"
    if role is Role.FROM and (article == "la " or _is_feminine(text)):
        return f"d’{text}" if article == "l’" else f"de {text}"
    return f"de {article}{text}"


def _to(article: str, text: str) -> str:
    if article == "les ":
        return f"aux {text}"
    if not article:
        return f"{'en' if text in _WITH_EN else 'à'} {text}"
    if text.startswith("île") or text in _WITH_ARTICLE:
        return f"à {article}{text}"
    return f"au {text}" if article == "le " else f"en {text}"
