from briefing.model.table import CellRef
from briefing.model.text import Place

_EVENTS = """date,kind,event_en,detail_en,source
2019-09-03,treaty,Comprehensive partnership,,nso
1922,representation,Embassies opened,In both capitals,
1921-11-05,treaty,Agreement on friendly relations,,cow
"""
_KEYS = {
    "period": "date",
    "value": "",
    "sources": "source",
    "text": {"en": "event_en"},
    "detail": {"en": "detail_en"},
}


def test_events_in_order_with_their_cells(query):
    stored, findings = query(_EVENTS, **_KEYS)
    assert not findings
    events = stored.events["trade"]
    assert [str(e.period) for e in events] == ["1921-11-05", "1922", "2019-09-03"]
    embassies = events[1]
    assert embassies.title == {"en": "Embassies opened"}
    assert embassies.detail == {"en": "In both capitals"}
    assert embassies.cells["kind"] == "representation"
    assert embassies.origin == CellRef("trade.csv", 3, "date")
    assert [e.sources for e in events] == [("cow",), ("nso",), ("nso",)]


def test_an_edition_does_not_know_later_events(query):
    stored, findings = query(_EVENTS, edition="2014", **_KEYS)
    assert not findings
    assert [str(e.period) for e in stored.events["trade"]] == ["1921-11-05", "1922"]


def test_bad_cells_of_an_event(query):
    text = "date,event_en,detail_en,source\nthen,Something,,nos\n2014, ,,nso\n"
    _, findings = query(text, **_KEYS)
    assert [(f.code, f.place) for f in findings] == [
        ("B208", Place("trade.csv", 2, 1)),
        ("B210", Place("trade.csv", 2, 17)),
        ("B216", Place("trade.csv", 3, 6)),
    ]
