from collections.abc import Callable

from briefing.exhibits import build
from briefing.model.exhibit import Timeline
from briefing.model.exhibit_spec import Emphasis
from briefing.model.fact import Facts
from briefing.model.period import Period
from briefing.model.spec import Spec
from briefing.model.text import Phrase, Place
from tests.exhibits.words import notes, says

Maker = Callable[..., Spec]
LABEL = {"en": Phrase("treaty or declaration", Place("briefing.yaml"))}


def test_events_in_order_filled_as_the_manifest_says(spec: Maker, facts: Facts) -> None:
    filled = Emphasis({"kind": ("treaty",)}, LABEL)
    exhibits, findings = build(spec("timeline", "events", filled=filled), facts, ["it"], "en")
    assert findings == ()
    exhibit = exhibits["it"]
    assert isinstance(exhibit.content, Timeline)
    assert [(m.date, m.title, m.meaning) for m in exhibit.content.moments] == [
        ("5\u00a0Nov 1921", "Agreement signed", "treaty or declaration"),
        ("Sept 2014", "Working visit", ""),
        ("2–3\u00a0Sept 2019", "Official visit", ""),
    ]
    assert exhibit.content.moments[0].detail == "In Moscow."
    assert exhibit.content.moments[0].fact.cells[0].row == 1
    assert exhibit.subtitle == "Filled marker: treaty or declaration. Open marker: other event"
    assert notes(exhibit) == ("Spacing is not to scale.",)
    assert says(exhibit).replace("\u00a0", " ") == (
        "3 events, from 5 November 1921 (Agreement signed) to 2–3 September 2019 (Official visit)."
    )


def test_where_and_from_choose(spec: Maker, facts: Facts) -> None:
    chosen = spec("timeline", "events", where={"kind": ("visit",)}, start=Period.year(2015))
    exhibits, _ = build(chosen, facts, ["it"], "en")
    content = exhibits["it"].content
    assert isinstance(content, Timeline)
    assert [m.title for m in content.moments] == ["Official visit"]
    assert exhibits["it"].subtitle == "2019"
