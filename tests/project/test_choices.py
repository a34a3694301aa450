import pytest

from briefing.model.finding import BriefingError
from briefing.model.period import Period
from briefing.model.spec import Choices
from briefing.model.text import Place

COMMAND_LINE = Place("<command line>")


def test_choices_take_the_manifests_place(project):
    project.write("sections/en/trade.CHN.md", "# Trade with China\n")
    spec, findings = project.read(
        Choices(
            period="2014", parameters=(("partner", "CHN"),), languages=("en",), style="ministry"
        )
    )
    assert findings == ()
    assert spec.period == Period.year(2014)
    assert spec.edition == "2014"
    assert spec.parameters == {"reporter": "MNG", "partner": "CHN"}
    assert spec.sections[0].files == {"en": "sections/en/trade.CHN.md"}


def test_edition_named_by_the_manifest_stays(project):
    project.replace({"period: 2025": "period: 2025\nedition: spring-2026"})
    spec, _ = project.read(Choices(period="2014"))
    assert spec.edition == "spring-2026"


def test_parameter_in_where_is_the_edition_s(project):
    project.replace({"where: {flow: export}, by: partner": "where: {partner: [$partner, WLD]}"})
    spec, _ = project.read(Choices(parameters=(("partner", "CHN"),)))
    assert spec.series["exports_to"].where == {"partner": ("CHN", "WLD")}


@pytest.mark.parametrize(
    ("choices", "code", "message"),
    [
        (Choices(period="2025-13"), "B018", "--period: “2025-13” has no such month"),
        (
            Choices(parameters=(("partnr", "CHN"),)),
            "B021",
            "-p: the project has no parameter “partnr”; did you mean “partner”?",
        ),
        (
            Choices(parameters=(("partner", "CN"),)),
            "B020",
            "-p partner: “CN” is no country; did you mean “CHN”?",
        ),
        (
            Choices(parameters=(("partner", "../x"),)),
            "B011",
            "-p partner: “../x” can't be part of a file's name",
        ),
        (Choices(languages=("fr",)), "B023", "--lang: the project has no language “fr”"),
        (
            Choices(style="minstry"),
            "B040",
            "--style: there is no style “minstry”; did you mean “ministry”?",
        ),
        (
            Choices(style="../ministry"),
            "B040",
            "--style: there is no style “../ministry”; did you mean “ministry”?",
        ),
    ],
)
def test_bad_choice_is_a_finding_of_the_command_line(project, choices, code, message):
    spec, findings = project.read(choices)
    assert spec is None
    assert [(f.place, f.code, f.message) for f in findings] == [(COMMAND_LINE, code, message)]


def test_code_with_a_name_of_its_own_may_be_partner(project):
    project.replace({"exhibits:": "names: {EU27: {en: European Union}}\nexhibits:"})
    spec, findings = project.read(Choices(parameters=(("partner", "EU27"),)))
    assert findings == ()
    assert spec.names["EU27"]["en"].text == "European Union"


def test_one_language_chosen_of_two(project):
    project.replace({"languages: [en]": "languages: [en, kk]"})
    assert any("B023" in line for line in project.found())


def test_date_from_the_environment(project, monkeypatch):
    project.replace({"released: 2026-11-24\n": ""})
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert project.found() == ["1:1 B030 the edition has no date"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    spec, findings = project.read()
    assert findings == ()
    assert str(spec.released) == "2026-11-24"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(BriefingError) as caught:
        project.read()
    assert caught.value.exit_code == 2
