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
        "exports": "Exports {{ partner | to }}",
        "imports": "Imports {{ partner | from }}",
        "turnover": "Trade turnover",
        "balance": "Goods balance",
        "exports_to": "Exports, by destination",
        "imports_from": "Imports, by source",
        "export_share": "Share of exports, {{ partner.short }}",
        "export_rank": "Rank among markets, {{ partner.short }}",
        "students": "Students",
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
        "exports_to": "Exportations par destination",
        "imports_from": "Importations par origine",
        "export_share": "Part {{ partner | of }} dans les exportations",
        "export_rank": "Rang {{ partner | of }} parmi les marchés",
        "students": "Étudiants",
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
        "exports_to": "Экспорт, хүргэсэн улсаар",
        "imports_from": "Импорт, гаргасан улсаар",
        "export_share": "Экспортод {{ partner | of }} эзлэх хувь",
        "export_rank": "Зах зээлийн дотор {{ partner | of }} эзлэх байр",
        "students": "Оюутан",
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
        "exports_to": "Экспорт по странам назначения",
        "imports_from": "Импорт по странам происхождения",
        "export_share": "Доля {{ partner | of }} в экспорте",
        "export_rank": "Место {{ partner | of }} среди рынков",
        "students": "Студенты",
    },
}
# The gender of a label with which a verb of the starter's text agrees.
GENDERS: Mapping[str, Mapping[str, str]] = {
    "ru": {"exports": "m", "imports": "m", "turnover": "m", "balance": "n"},
}
