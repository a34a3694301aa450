from datetime import date

import pytest

from briefing.model.cause import by_cause
from briefing.model.finding import errors
from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.spec import Choices
from briefing.model.unit import Unit
from briefing.run.examine import check

# What is changed in the sound manifest, and the findings: line:column, code, message.
BROKEN: dict[str, tuple[dict[str, str], list[str]]] = {
    "unknown key": (
        {"period: 2025": "period: 2025\nperoid: 2024"},
        ["5:1 B008 unknown key “peroid”; did you mean “period”?"],
    ),
    "key that no version has": (
        {"sections: [trade]": "sections: [trade]\nvolumes: {}"},
        ["22:1 B008 unknown key “volumes”"],
    ),
    "check of nothing": (
        {"sections: [trade]": "sections: [trade]\nchecks: {same: [[exports, exprots]]}"},
        ["22:27 B034 checks, same: there is no “exprots”; did you mean “exports”?"],
    ),
    "check of one part": (
        {
            "sections: [trade]": "sections: [trade]\n"
            "checks: {sums: [{total: exports, parts: exports}]}"
        },
        ["22:34 B007 checks, sums, parts: needs 2 or more"],
    ),
    "check of a parameter that isn't there": (
        {"sections: [trade]": "sections: [trade]\nchecks: {same: [[exports, 'exports_to[$x]']]}"},
        ["22:28 B021 checks, same: there is no parameter “x”"],
    ),
    "allowance without a reason": (
        {"sections: [trade]": "sections: [trade]\nchecks: {allow: [{rule: B101, at: trade}]}"},
        ["22:18 B009 checks, allow: key “because” is missing"],
    ),
    "allowance of no rule": (
        {
            "sections: [trade]": "sections: [trade]\n"
            "checks: {allow: [{rule: B201, at: trade, because: old}]}"
        },
        ["22:25 B015 checks, allow, rule: there is no rule “B201”"],
    ),
    "unknown key of a table": (
        {"value: value": "vlaue: value"},
        ["11:55 B008 table trade: unknown key “vlaue”; did you mean “value”?"],
    ),
    "misspelt key that must be there": (
        {"title: {en": "titel: {en"},
        ["2:1 B008 unknown key “titel”; did you mean “title”?"],
    ),
    "misspelt unit": (
        {"unit: USD thousand": "units: USD thousand"},
        ["11:69 B008 table trade: unknown key “units”; did you mean “unit”?"],
    ),
    "missing keys": (
        {"period: 2025\n": "", "title: {en: Mongolia and Russia}\n": ""},
        ["1:1 B009 key “period” is missing", "1:1 B009 key “title” is missing"],
    ),
    "missing key of an entry": (
        {"file: trade.csv, ": ""},
        ["11:3 B009 table trade: key “file” is missing"],
    ),
    "duplicate key": (
        {"style: ministry": "style: ministry\nstyle: other"},
        ["8:1 B003 key “style” stands twice, first on line 7"],
    ),
    "format of another day": (
        {"briefing: 1": "briefing: 2"},
        ["1:11 B015 briefing: unknown format version “2”"],
    ),
    "bad period": (
        {"period: 2025": "period: 2025Q3"},
        ["4:9 B018 period: “2025Q3” is no period"],
    ),
    "no such month": (
        {"from: 2005": "from: 2005-13"},
        ["19:44 B018 exhibit chart, from: “2005-13” has no such month"],
    ),
    "range the wrong way": (
        {"2000..2013": "2013..2000"},
        ["17:50 B018 fact students, period: “2013..2000” ends before it begins"],
    ),
    "endless list of periods": (
        {"from: 2005": "periods: [0001-01..9998-12]"},
        ["19:48 B005 exhibit chart, periods: “0001-01..9998-12” stands for 119,976 months"],
    ),
    "bad date": (
        {"2026-11-24": "24.11.2026"},
        ["5:11 B019 released: “24.11.2026” is no date"],
    ),
    "no such day": (
        {"2026-04-15": "2026-02-30"},
        ["9:74 B019 source nso, retrieved: “2026-02-30” is no day of the calendar"],
    ),
    "bad unit": (
        {"USD thousand": "USD tousand"},
        ["11:75 B017 table trade, unit: “USD tousand” is no unit; did you mean “USD thousand”?"],
    ),
    "bad currency and scale": (
        {"USD thousand": "USDD thousnd"},
        ["11:75 B017 table trade, unit: “USDD thousnd” is no unit; did you mean “USD thousand”?"],
    ),
    "unit in the plural": (
        {"unit: persons": "unit: tonnes"},
        ["17:33 B017 fact students, unit: “tonnes” is no unit; did you mean “tonne”?"],
    ),
    "money by its name": (
        {"USD thousand": "thousand dollars"},
        [
            "11:75 B017 table trade, unit: “thousand dollars” is no unit; "
            "did you mean “thousand USD”?"
        ],
    ),
    "sign of percent": (
        {"unit: persons": 'unit: "%"'},
        ["17:34 B017 fact students, unit: “%” is no unit; did you mean “percent”?"],
    ),
    "unknown currency": (
        {"USD thousand": "USB thousand"},
        ["11:75 B017 table trade, unit: “USB” is no currency; did you mean “USD”?"],
    ),
    "rate of an unknown currency": (
        {"USD thousand": "USD per EUX"},
        ["11:75 B017 table trade, unit: “EUX” is no currency; did you mean “EUR”?"],
    ),
    "noun without its plural": (
        {"unit: persons": "unit: {one: person}"},
        ["17:27 B017 fact students, unit: a count's noun lacks its form “other”"],
    ),
    "unknown country": (
        {"partner: RUS": "partner: RU"},
        ["3:38 B020 parameters, partner: “RU” is no country; did you mean “RUS”?"],
    ),
    "unknown source": (
        {"period: 2000..2013, source: nso": "period: 2000..2013, source: nos"},
        ["17:70 B013 fact students, source: there is no source “nos”; did you mean “nso”?"],
    ),
    "unknown table": (
        {"table: trade": "table: trad"},
        ["14:23 B014 series exports_to, table: there is no table “trad”; did you mean “trade”?"],
    ),
    "unknown parameter": (
        {"flow: export": "partner: $partnr"},
        [
            "14:47 B021 series exports_to, where, partner: there is no parameter “partnr”; "
            "did you mean “partner”?"
        ],
    ),
    "exhibit of an unknown series": (
        {"show: exports": "show: [exports, export]"},
        [
            "19:39 B016 exhibit chart, show: there is no “export”; did you mean “exports”?",
        ],
    ),
    "exhibit of an expression": (
        {"show: exports": "show: exports + 1"},
        ["19:29 B016 exhibit chart, show: “exports + 1” is no name"],
    ),
    "unknown kind of exhibit": (
        {"kind: bars": "kind: bar"},
        ["19:17 B015 exhibit chart, kind: unknown kind of exhibit “bar”; did you mean “bars”?"],
    ),
    "option of another kind": (
        {"show: events}": "show: events, top: 5}"},
        ["20:43 B028 exhibit history: “top” doesn't fit timeline"],
    ),
    "events in a chart": (
        {"show: exports": "show: events"},
        [
            "19:29 B028 exhibit chart, show: “events” holds events, which only a timeline shows",
        ],
    ),
    "figures in a timeline": (
        {"show: events": "show: exports"},
        [
            "20:35 B028 exhibit history, show: “exports” is no table of events, "
            "which a timeline shows",
        ],
    ),
    "keys that exclude each other": (
        {'exports: "exports_to[$partner]"': "exports: {is: exports_to, table: trade}"},
        ["15:29 B029 series exports: “is” and “table” exclude each other"],
    ),
    "figures without unit and kind": (
        {"unit: USD thousand, kind: flow": "status: s"},
        [
            "11:3 B009 table trade: key “kind” is missing",
            "11:3 B009 table trade: key “unit” is missing",
        ],
    ),
    "unit of events": (
        {"text: {en: event}": "text: {en: event}, unit: persons"},
        ["12:76 B029 table events: “unit” is for tables of figures"],
    ),
    "name that is no name": (
        {'exports: "exports_to[$partner]"': "exports: exports_to\n  net-fdi: exports"},
        ["16:3 B011 “net-fdi” is no name for a series"],
    ),
    "name of a path": (
        {"sections: [trade]": "sections: [trade, ../trade, .trade]"},
        [
            "21:19 B011 sections, name: “../trade” is no name",
            "21:29 B011 sections, name: “.trade” is no name",
        ],
    ),
    "clash of names": (
        {"  students:": "  trade:"},
        ["17:3 B012 “trade” is already a table, on line 11"],
    ),
    "reserved name": (
        {"  students:": "  latest:"},
        ["17:3 B012 a fact can't be called “latest”: the word has its own meaning in texts"],
    ),
    "address of another kind": (
        {"https://1212.mn": "ftp://1212.mn"},
        ["9:45 B033 source nso, url: “ftp://1212.mn” is no web address"],
    ),
    "comma in a text of a map": (
        {"{en: Mongolia and Russia}": "{en: Mongolia, and Russia}"},
        ["2:23 B007 title: “and Russia” is cut off from its text"],
    ),
    "nothing": (
        {"style: ministry": "style:"},
        ["7:7 B007 style: has no value"],
    ),
    "wrong shape": (
        {"sections: [trade]": "sections: {trade: 1}", "period: 2025": "period: [2025]"},
        [
            "4:9 B007 period: must be text, not a list",
            "21:11 B007 sections: must be a list, not a map",
        ],
    ),
    "number that is none": (
        {"kind: bars, show: exports, from: 2005": "kind: bars, show: exports_to, top: ten"},
        ["19:46 B032 exhibit chart, top: “ten” is no whole number"],
    ),
    "unknown style": (
        {"style: ministry": "style: minstry"},
        ["7:8 B040 there is no style “minstry”; did you mean “ministry”?"],
    ),
    "style as a path": (
        {"style: ministry": "style: ../ministry"},
        [
            "7:8 B011 style: “../ministry” is no name",
        ],
    ),
    "retrieved after the edition": (
        {"2026-04-15": "2026-12-01"},
        ["9:74 B031 source nso, retrieved: 2026-12-01 is after the edition, 2026-11-24"],
    ),
    "missing file": (
        {"file: trade.csv": "file: trades.csv"},
        ["11:17 B050 table trade, file: no file trades.csv; did you mean “trade.csv”?"],
    ),
    "path out of the project": (
        {"file: trade.csv": "file: ../trade.csv"},
        ["11:17 B051 table trade, file: “../trade.csv” leads out of the project"],
    ),
    "missing section": (
        {"sections: [trade]": "sections: [trade, trad]"},
        [
            "21:19 B024 section “trad” has no text in en: no file sections/en/trad.md; "
            "did you mean “trade”?"
        ],
    ),
    "section named twice": (
        {"sections: [trade]": "sections: [trade, trade]"},
        ["21:19 B012 section “trade” stands twice, first on line 21"],
    ),
    "unknown encoding and delimiter": (
        {"file: trade.csv": 'file: trade.csv, encoding: utf9, delimiter: ""'},
        [
            "11:38 B015 table trade, encoding: unknown encoding “utf9”",
            "11:56 B015 table trade, delimiter: “” is not one character",
        ],
    ),
    "direction override in a name": (
        {"publisher: NSO": 'publisher: "NSO\\u202e"'},
        ["9:34 B006 the character U+202E can't be seen and isn't allowed here"],
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_manifest(project, case):
    changes, expected = BROKEN[case]
    project.replace(changes)
    _, findings = project.read()
    assert project.found() == expected
    assert all(f.hint for f in findings)


@pytest.mark.parametrize("case", BROKEN)
def test_nothing_is_told_that_only_follows_from_a_broken_manifest(project, case):
    changes, _ = BROKEN[case]
    project.replace(changes)
    _, findings = project.read()
    if errors(findings):
        assert check(str(project.root), Choices()).findings == by_cause(findings)


def test_faults_of_manifest_data_and_text_are_told_together(project):
    project.replace({"kind: bars": "kind: barz"})
    project.write("trade.csv", "year,flow,partner,value\n2024,export,RUS,1a\n2025,export,RUS,1\n")
    project.write("sections/en/trade.md", "# Trade\n\n{{ studens }}\n\n![Chart](exhibit:chart)\n")
    findings = check(str(project.root), Choices()).findings
    assert [f"{f.place} {f.code}" for f in findings] == [
        "briefing.yaml:19:17 B015",
        "sections/en/trade.md:3:4 B270",
        "trade.csv:2:17 B207",
    ]


def test_all_findings_at_once_in_order(project):
    project.replace(
        {"period: 2025": "period: x", "kind: flow": "kind: flo", "table: trade": "table: trad"}
    )
    assert [line.split()[:2] for line in project.found()] == [
        ["4:9", "B018"],
        ["11:95", "B015"],
        ["14:23", "B014"],
    ]


def test_sound_manifest(project):
    spec, findings = project.read()
    assert findings == ()
    assert spec is not None
    assert (spec.name, spec.edition, spec.released) == (
        "mongolia-russia",
        "2025",
        date(2026, 11, 24),
    )
    assert spec.title["en"].text == "Mongolia and Russia"
    assert (spec.title["en"].place.line, spec.title["en"].place.column) == (2, 13)
    assert spec.tables["trade"].unit == Unit.parse("USD thousand")
    assert spec.tables["trade"].kind is Kind.FLOW
    assert spec.tables["events"].text == {"en": "event"}
    assert spec.series["exports_to"].where == {"flow": ("export",)}
    assert spec.series["exports"].expression.text == "exports_to[$partner]"
    assert spec.facts["students"].period == Period.parse("2000..2013")
    assert [p.text for p in spec.exhibits["chart"].show] == ["exports"]
    assert spec.exhibits["chart"].start == Period.year(2005)
    assert spec.sections[0].files == {"en": "sections/en/trade.md"}
    assert spec.sources["nso"].retrieved == date(2026, 4, 15)
