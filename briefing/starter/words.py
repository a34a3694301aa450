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
}
