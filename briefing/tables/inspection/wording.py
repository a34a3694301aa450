"""What an entry says in each language of a project: of its source, and of what its series are."""

import re
from collections.abc import Mapping

from msgspec import Struct

from briefing.model import SeriesSpec


class Wording(Struct, frozen=True):
    """What stands in an entry until an author has filled it; `figures` names those of a file whose
    measure isn't known, `by_country` and `parted` a family of a measure, `of` what is one
    country's; `measures` are what files are called by."""

    publisher: str
    basis: str
    figures: str
    by_country: str
    parted: str
    of: str
    measures: Mapping[str, str]


_EN = Wording(
    publisher="The publisher",
    basis="As published",
    figures="Figures of {file}",
    by_country="{measure}, by country",
    parted="{measure}, by {column}",
    of="{measure}: {country}",
    measures={
        "exports": "Exports",
        "imports": "Imports",
        "turnover": "Trade turnover",
        "gdp": "GDP",
        "gdp_per_head": "GDP per head",
        "population": "Population",
        "inflation": "Inflation",
        "unemployment": "Unemployment",
        "investment": "Foreign direct investment",
        "visitors": "Visitors",
        "students": "Students",
    },
)
# A language that lacks its own has these.
_ENGLISH = "en"
_WORDINGS: Mapping[str, Wording] = {
    _ENGLISH: _EN,
    "fr": Wording(
        publisher="L’éditeur",
        basis="Telle que publiée",
        figures="Chiffres de {file}",
        by_country="{measure} par pays",
        parted="{measure}, ventilation",
        of="{measure} : {country}",
        measures={
            "exports": "Exportations",
            "imports": "Importations",
            "turnover": "Échanges",
            "gdp": "PIB",
            "gdp_per_head": "PIB par habitant",
            "population": "Population",
            "inflation": "Inflation",
            "unemployment": "Chômage",
            "investment": "Investissements directs étrangers",
            "visitors": "Visiteurs",
            "students": "Étudiants",
        },
    ),
    "mn": Wording(
        publisher="Нийтлэгч",
        basis="Нийтлэгдсэн хэвээр",
        figures="{file} файлын тоо",
        by_country="{measure}, улсаар",
        parted="{measure}, задаргаагаар",
        of="{measure}: {country}",
        measures={
            "exports": "Экспорт",
            "imports": "Импорт",
            "turnover": "Худалдааны эргэлт",
            "gdp": "ДНБ",
            "gdp_per_head": "Нэг хүнд ногдох ДНБ",
            "population": "Хүн ам",
            "inflation": "Инфляц",
            "unemployment": "Ажилгүйдэл",
            "investment": "Гадаадын шууд хөрөнгө оруулалт",
            "visitors": "Зочид",
            "students": "Оюутан",
        },
    ),
    "ru": Wording(
        publisher="Издатель",
        basis="Как опубликовано",
        figures="Данные файла {file}",
        by_country="{measure} по странам",
        parted="{measure} в разбивке",
        of="{measure}: {country}",
        measures={
            "exports": "Экспорт",
            "imports": "Импорт",
            "turnover": "Товарооборот",
            "gdp": "ВВП",
            "gdp_per_head": "ВВП на душу населения",
            "population": "Население",
            "inflation": "Инфляция",
            "unemployment": "Безработица",
            "investment": "Прямые иностранные инвестиции",
            "visitors": "Посетители",
            "students": "Студенты",
        },
    ),
}
# What else a file or a column is called that holds a measure, and nothing else.
_OTHERWISE: Mapping[str, str] = {
    "export": "exports",
    "import": "imports",
    "trade_turnover": "turnover",
    "gdp_per_capita": "gdp_per_head",
    "fdi": "investment",
    "tourists": "visitors",
    "arrivals": "visitors",
}
_APART = re.compile(r"_by_\w+$|(_\d+)+$")


def wording(language: str) -> Wording:
    """What an entry says in a language."""
    return _WORDINGS.get(language, _EN)


def titled(file: str, table: str, language: str) -> str:
    """A source, until its title is put: its file, with the measure where the name says it."""
    known = _known(table, wording(language))
    return f"{known} ({file})" if known else file


def labelled(
    cut: SeriesSpec, file: str, language: str, by_country: bool, several: bool = False
) -> str:
    """What a series is called: by its measure where its name says it, in English by its name, else
    by its file; where a file has `several`, its name tells them apart."""
    own = wording(language)
    name = _APART.sub("", cut.name) or cut.name
    words = name.replace("_", " ")
    measure = _known(name, own)
    if not measure and own is _EN:
        measure = f"{words[:1].upper()}{words[1:]}"
    if not measure:
        measure = own.figures.format(file=file) + (f" ({words})" if several else "")
    if not cut.by:
        return measure
    if by_country:
        return own.by_country.format(measure=measure)
    return own.parted.format(measure=measure, column=cut.by.casefold())


def measured(cut: SeriesSpec, file: str, language: str) -> str:
    """What a family's members are figures of."""
    return labelled(SeriesSpec(cut.name, cut.place), file, language, by_country=False)


def _known(name: str, own: Wording) -> str:
    plain = _APART.sub("", name)
    return own.measures.get(_OTHERWISE.get(plain, plain), "")
