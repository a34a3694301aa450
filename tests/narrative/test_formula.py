import pytest
from msgspec.structs import replace

from briefing import language
from briefing.figures.parse import parse
from briefing.model.fact import Fact, Facts
from briefing.model.spec import SeriesSpec, Spec
from briefing.model.text import Phrase, Place
from briefing.model.unit import RATIO
from briefing.narrative.formula import Formulas, Sentences

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
    assert f"X = {formulas.formula(facts.expressions['x'])}" == written


def test_a_name_that_only_renames_is_left_out(spec: Spec, facts: Facts) -> None:
    facts = replace(facts, expressions={"x": parse("exports_to[$partner]")})
    sentences = Sentences(spec, facts, "en", language.words("en"))
    assert (
        sentences.derivations([Fact("x", None, RATIO, None), Fact("exports", None, RATIO, None)])
        == []
    )


@pytest.mark.parametrize(
    ("code", "expression", "written"),
    [
        ("en", "cover(exports, imports)", "X: exports as a percentage of imports."),
        ("en", "exports + imports", "X: exports plus imports."),
        ("en", "-yearly(exports)", "X: exports, added up by calendar year, with its sign turned."),
        ("en", "exports / (imports - exports)", "X: exports divided by (imports less exports)."),
        (
            "en",
            "mirror_gap(exports, imports)",
            "X: imports less exports, as a percentage of the mean of the two.",
        ),
        ("fr", "exports + imports", "X\u00a0: exportations plus importations."),
        (
            "fr",
            "share(exports, imports)",
            "X\u00a0: exportations en pourcentage de «\u00a0Importations\u00a0».",
        ),
        ("ru", "exports - imports", "X: экспорт минус импорт."),
        ("ru", "share(exports, imports)", "X: экспорт в процентах от показателя «Импорт»."),
        ("mn", "exports - imports", "X: экспорт, импорт хоёрын зөрүү."),
    ],
)
def test_a_method_is_a_sentence_of_its_language(
    spec: Spec, facts: Facts, code: str, expression: str, written: str
) -> None:
    labels = {
        "en": ("Exports", "Imports"),
        "fr": ("Exportations", "Importations"),
        "ru": ("Экспорт", "Импорт"),
        "mn": ("Экспорт", "Импорт"),
    }
    named = dict(zip(("exports", "imports"), labels[code], strict=True)) | {"x": "X"}
    series = {
        name: SeriesSpec(name, AT, label={code: Phrase(label, AT)}) for name, label in named.items()
    }
    spec = replace(spec, series={**spec.series, **series})
    facts = replace(facts, expressions={"x": parse(expression)})
    sentences = Sentences(spec, facts, code, language.words(code))
    assert sentences.derivations([Fact("x", None, RATIO, None)]) == [written]


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Russia’s imports", "Russia’s imports"),
        ("Russian exports", "Russian exports"),
        ("GDP", "GDP"),
        ("Trade turnover", "trade turnover"),
        ("e-trade", "e-trade"),
    ],
)
def test_a_name_keeps_its_capital_inside_a_sentence(
    spec: Spec, facts: Facts, label: str, inside: str
) -> None:
    series = {name: SeriesSpec(name, AT, label={"en": Phrase(label, AT)}) for name in ("y", "z")}
    x = SeriesSpec("x", AT, label={"en": Phrase("X", AT)})
    spec = replace(spec, series={**spec.series, **series, "x": x})
    facts = replace(facts, expressions={"x": parse("y + z")})
    sentences = Sentences(spec, facts, "en", language.words("en"))
    written = sentences.derivations([Fact("x", None, RATIO, None)])
    assert written == [f"X: {inside} plus {inside}."]


def test_a_name_without_a_label_makes_no_sentence(spec: Spec, facts: Facts) -> None:
    x = SeriesSpec("x", AT, label={"en": Phrase("X", AT)})
    spec = replace(spec, series={**spec.series, "x": x, "raw_name": SeriesSpec("raw_name", AT)})
    facts = replace(facts, expressions={"x": parse("raw_name * 2")})
    sentences = Sentences(spec, facts, "en", language.words("en"))
    assert sentences.derivations([Fact("x", None, RATIO, None)]) == []
