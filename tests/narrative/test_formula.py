import pytest
from msgspec.structs import replace

from briefing import language
from briefing.figures.parse import parse
from briefing.model.fact import Fact, Facts
from briefing.model.place import Place
from briefing.model.spec import SeriesSpec, Spec
from briefing.model.text import Phrase
from briefing.model.unit import RATIO
from briefing.narrative.formula import Formulas

AT = Place("briefing.yaml")


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        ("exports + imports", "X = Exports + Imports"),
        ("exports-imports", "X = Exports − Imports"),
        ("-exports", "X = −Exports"),
        ("2 * (exports + imports) / turnover", "X = 2 × (Exports + Imports) ÷ Trade turnover"),
        ("share(exports, imports)", "X = Exports as a percentage of Imports"),
        (
            "share(exports, exports_to[WLD])",
            "X = Exports as a percentage of exports to (published total)",
        ),
        (
            "share(exports, sum(stock_from))",
            "X = Exports as a percentage of the sum of all listed in stock from",
        ),
        (
            "intensity(exports, turnover, imports, imports - exports)",
            "X = (Exports ÷ Trade turnover) ÷ (Imports ÷ (Imports − Exports))",
        ),
        (
            "rank(exports_to, $partner)",
            "X = rank of the United States in exports to",
        ),
        ("-yearly(exports)", "X = −Exports, added up by calendar year"),
        ('cagr(exports, "2014..2025")', "X = average annual growth of Exports over 2014–2025"),
        ("unknown(exports, 2)", "X = unknown(Exports, 2)"),
        ("share(exports)", "X = share(Exports)"),
    ],
)
def test_a_derivation_in_words(spec: Spec, facts: Facts, expression: str, written: str) -> None:
    derived = SeriesSpec("x", AT, label={"en": Phrase("X", AT)})
    spec = replace(spec, series={**spec.series, "x": derived})
    facts = replace(facts, expressions={"x": parse(expression)})
    formulas = Formulas(spec, facts, "en", language.words("en"))
    fact = Fact("x", None, RATIO, None)
    assert formulas.derivations([fact, fact]) == [written]


def test_a_name_that_only_renames_is_left_out(spec: Spec, facts: Facts) -> None:
    facts = replace(facts, expressions={"x": parse("exports_to[$partner]")})
    formulas = Formulas(spec, facts, "en", language.words("en"))
    assert (
        formulas.derivations([Fact("x", None, RATIO, None), Fact("exports", None, RATIO, None)])
        == []
    )
