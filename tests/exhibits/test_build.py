from collections.abc import Callable

import pytest
from msgspec.structs import replace

from briefing.exhibits import CODES, KINDS, build
from briefing.model.fact import Facts
from briefing.model.spec import Spec
from briefing.model.text import Phrase, Place
from briefing.project.keys.exhibits import EXHIBITS

Maker = Callable[..., Spec]


@pytest.mark.parametrize(
    ("kind", "show", "code", "message"),
    [
        ("bars", "exprots", "B351",
         "exhibit it: there is no series or fact “exprots”; did you mean “exports”?"),
        ("tiles", "stock_from[RUZ]", "B351",
         "“stock_from” has no member “RUZ”; did you mean “RUS”?"),
        ("ranking", "imports", "B352",
         "exhibit it: “imports” is not a family of series, which ranking shows"),
        ("bars", "students", "B352", "exhibit it: “students” is not a series, which bars shows"),
        ("timeline", "imports", "B352",
         "exhibit it: “imports” is not a table of events, which timeline shows"),
        ("tiles", "events", "B352",
         "exhibit it: “events” is not a series or a fact, which tiles shows"),
    ],
)  # fmt: skip
def test_an_author_is_told(
    spec: Maker, facts: Facts, kind: str, show: str, code: str, message: str
) -> None:
    exhibits, findings = build(spec(kind, show), facts, ["it"], "en")
    assert exhibits == {}
    assert [(f.code, f.message) for f in findings] == [(code, message)]
    assert findings[0].place == Place("briefing.yaml", 40, 3)
    assert findings[0].hint
    assert code in CODES


def test_units_that_do_not_go_together(spec: Maker, facts: Facts) -> None:
    _, findings = build(spec("bars", ["imports", "export_share"]), facts, ["it"], "en")
    assert [f.code for f in findings] == ["B353"]


@pytest.mark.parametrize("kind", ["bars", "line", "grid", "tiles"])
def test_an_empty_exhibit_is_told_to_be_wrapped(spec: Maker, facts: Facts, kind: str) -> None:
    _, findings = build(spec(kind, "imports", period=2019), facts, ["it"], "en")
    assert [f.code for f in findings] == ["B354"]
    assert "::: if imports latest …" in findings[0].hint


def test_all_unknown_names_are_told_at_once(spec: Maker, facts: Facts) -> None:
    _, findings = build(spec("grid", ["nothing", "imports", "nowhere"]), facts, ["it"], "en")
    assert [f.code for f in findings] == ["B351", "B351"]


def test_what_another_finding_broke_keeps_silent(spec: Maker, facts: Facts) -> None:
    assert build(spec("bars", "halted"), facts, ["it"], "en") == ({}, ())


def test_a_label_that_can_not_be_filled(spec: Maker, facts: Facts) -> None:
    label = {"en": Phrase("Exports to {{ partner.nmae }}", Place("briefing.yaml", 20, 9))}
    series = {**facts.series, "exports": replace(facts.series["exports"], label=label)}
    _, findings = build(spec("bars", "exports"), replace(facts, series=series), ["it"], "en")
    assert [f.code for f in findings] == ["B356"]
    assert "did you mean “partner.name”?" in findings[0].message


def test_only_what_is_asked_for_is_built(spec: Maker, facts: Facts) -> None:
    made = spec("bars", "imports")
    assert build(made, facts, [], "en") == ({}, ())
    assert build(made, facts, ["elsewhere"], "en") == ({}, ())
    assert list(build(made, facts, ["it", "it"], "en")[0]) == ["it"]


def test_the_manifest_knows_these_kinds() -> None:
    assert sorted(KINDS) == sorted(EXHIBITS)
