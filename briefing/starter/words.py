"""What a new project's manifest says in each language that one can be begun in.

A language has its words here and its sections in `files/sections/<language>/`.
"""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "{{ reporter.name }} and {{ partner.name }}",
        "marking": "EXAMPLE FIGURES",
        "source_title": "Made up by briefing init: put your own data here",
        "publisher": "Example figures, not real",
        "basis": "current prices; exports f.o.b., imports c.i.f.",
        "exports": "Exports to {{ partner.short }}",
        "imports": "Imports from {{ partner.short }}",
        "turnover": "Trade turnover",
        "balance": "Goods balance",
    },
    "fr": {
        "title": "{{ reporter.name }} et {{ partner.name }}",
        "marking": "CHIFFRES D’EXEMPLE",
        "source_title": "Inventé par briefing init : mettez ici vos propres données",
        "publisher": "Chiffres d’exemple, pas réels",
        "basis": "prix courants ; exportations FAB, importations CAF",
        "exports": "Exportations vers {{ partner.the }}",
        "imports": "Importations {{ partner | from }}",
        "turnover": "Échanges",
        "balance": "Solde des biens",
    },
    "mn": {
        "title": "{{ reporter | subject }}, {{ partner | subject }}",
        "marking": "ЖИШЭЭ ТОО",
        "source_title": "briefing init зохиосон: оронд нь өөрийн өгөгдлөө оруулна уу",
        "publisher": "Жишээ тоо, бодит бус",
        "basis": "тухайн үеийн үнээр; экспорт ФОБ, импорт СИФ",
        "exports": "{{ partner | in }} гаргасан экспорт",
        "imports": "{{ partner | from }} оруулсан импорт",
        "turnover": "Худалдааны эргэлт",
        "balance": "Барааны худалдааны тэнцэл",
    },
    "ru": {
        "title": "{{ reporter.name }} и {{ partner.name }}",
        "marking": "УСЛОВНЫЕ ДАННЫЕ",
        "source_title": "Придумано командой briefing init: поместите сюда свои данные",
        "publisher": "Условные данные, не настоящие",
        "basis": "текущие цены; экспорт ФОБ, импорт СИФ",
        "exports": "Экспорт {{ partner | to }}",
        "imports": "Импорт {{ partner | from }}",
        "turnover": "Товарооборот",
        "balance": "Сальдо торговли товарами",
    },
}
# The gender of a label with which a verb of the starter's text agrees.
GENDERS: Mapping[str, Mapping[str, str]] = {
    "ru": {"exports": "m", "imports": "m", "turnover": "m", "balance": "n"},
}
