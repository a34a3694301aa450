import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest

from briefing import facts
from briefing.model.fact import Facts, Reading, Stored
from briefing.model.finding import Finding
from briefing.model.number import resolution
from briefing.model.period import Period
from briefing.model.series import Family, Kind, Observation, Series, Status
from briefing.model.spec import FactSpec, SeriesSpec, Spec
from briefing.model.table import CellRef, Source
from briefing.model.text import Filter, Phrase, Place, Reference
from briefing.model.unit import Unit

_TEXT = Place("sections/en/trade.md", 3, 5)
_REFERENCE = re.compile(r"(?P<name>[\w.]+)(?:\[(?P<key>[^\]]+)\])?(?: (?P<period>\S+))?")


def reference(text: str) -> Reference:
    """`name[key] period | filter: argument, argument`."""
    head, *filters = (part.strip() for part in text.split("|"))
    match = _REFERENCE.fullmatch(head)
    assert match is not None
    made = []
    for written in filters:
        name, _, arguments = written.partition(":")
        given = tuple(a.strip() for a in arguments.split(",") if a.strip())
        made.append(Filter(name.strip(), given, _TEXT))
    key, period = match["key"] or "", match["period"] or ""
    return Reference(match["name"], _TEXT, key, period, tuple(made))


@dataclass
class Edition:
    """A small edition: what is stored, derived and stated, and what it reads."""

    period: str = "2025"
    released: date | None = date(2026, 11, 24)
    series: dict[str, Series] = field(default_factory=dict)
    families: dict[str, Family] = field(default_factory=dict)
    stated: dict[str, FactSpec] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()

    def store(
        self,
        name: str,
        values: Mapping[str, str | None],
        unit: str = "USD million",
        kind: Kind = Kind.FLOW,
        statuses: Mapping[str, Status] | None = None,
    ) -> Series:
        """Store a series; `name[KEY]` a member of a family. None is a missing value."""
        marks = statuses or {}
        observations = []
        for row, (period, value) in enumerate(values.items(), start=2):
            number = None if value is None else Decimal(value)
            status = Status.MISSING if number is None else Status.FINAL
            observations.append(
                Observation(
                    period=Period.parse(period),
                    value=number,
                    status=marks.get(period, status),
                    reason="not published" if number is None else "",
                    cells=(CellRef(f"{name}.csv", row, "value"),),
                    sources=("nso",),
                    resolution=None if number is None else resolution(number),
                )
            )
        series = Series(name, Unit.parse(unit), kind, tuple(observations))
        family, bracket, key = name.partition("[")
        if not bracket:
            self.series[name] = series
            return series
        members = dict(self.families[family].members) if family in self.families else {}
        members[key.rstrip("]")] = series
        self.families[family] = Family(family, members, frozenset({"WLD"}) & members.keys())
        return series

    def state(self, name: str, value: str, unit: str, equals: str = "", **keys: object) -> None:
        """State a fact as the manifest does."""
        place = Place("briefing.yaml", 40 + len(self.stated), 12)
        period = keys.get("period")
        self.stated[name] = FactSpec(
            name=name,
            place=place,
            value=Phrase(value, place),
            unit=Unit.parse(unit),
            source="mfa",
            period=Period.parse(str(period)) if period else None,
            kind=Kind(str(keys["kind"])) if "kind" in keys else None,
            as_of=date.fromisoformat(str(keys["as_of"])) if "as_of" in keys else None,
            equals=Phrase(equals, place) if equals else None,
        )

    def derive(self, **expressions: str) -> tuple[Facts, tuple[Finding, ...]]:
        """The facts with these derived series; each expression begins at line 30, column 9."""
        place = Place("briefing.yaml", 30, 9)
        spec = Spec(
            name="sample",
            file="briefing.yaml",
            title={},
            parameters={"reporter": "MNG", "partner": "RUS"},
            period=Period.parse(self.period),
            released=self.released,
            languages=("en",),
            style="ministry",
            sources={name: Source(name, {}, {}, place) for name in ("nso", "mfa")},
            tables={},
            series={
                name: SeriesSpec(name, place, expression=Phrase(text, place))
                for name, text in expressions.items()
            },
            facts=self.stated,
            exhibits={},
            sections=(),
            names={},
            edition=self.period,
        )
        return facts.derive(spec, Stored(self.series, self.families, {}, self.broken))

    def value(self, expression: str) -> Series:
        """The series that an expression gives, which has no fault."""
        known, findings = self.derive(result=expression)
        assert not findings
        return known.series["result"]

    def values(self, expression: str) -> dict[str, Decimal | None]:
        """Its values by period."""
        return {str(o.period): o.value for o in self.value(expression).observations}

    def refusal(self, expression: str) -> Finding:
        """The one finding that an expression gives."""
        known, findings = self.derive(result=expression)
        assert len(findings) == 1, findings
        assert known.broken == {"result"} | self.broken
        return findings[0]

    def read(self, text: str, **expressions: str) -> Reading:
        """What a reference reads without a fault."""
        known, findings = self.derive(**expressions)
        asked = reference(text)
        readings, found = facts.read(known, [asked])
        assert not findings + found
        return readings[asked]

    def unread(self, text: str, **expressions: str) -> Finding:
        """The finding that a reference gives."""
        known, findings = self.derive(**expressions)
        readings, found = facts.read(known, [reference(text)])
        assert not findings
        assert not readings
        assert len(found) == 1
        return found[0]

    def held(self, *conditions: str) -> tuple[set[str], tuple[Finding, ...]]:
        """The names of the conditions that hold, as written."""
        known, _ = self.derive()
        asked = {reference(text): text for text in conditions}
        holding, findings = facts.held(known, asked)
        return {asked[r] for r in holding}, findings


def _trade() -> Edition:
    made = Edition(period="2015")
    made.store("exports", {"2013": "61.773", "2014": "61.607", "2015": "76.872"})
    made.store("imports", {"2013": "1561.852", "2014": "1549.318", "2015": "1020.986"})
    partners = {"CHN": "5073.399", "RUS": "61.607", "JPN": "24.451", "WLD": "5774.331"}
    for key, value in partners.items():
        made.store(f"exports_to[{key}]", {"2014": value})
    return made


@pytest.fixture
def edition() -> Edition:
    """An empty edition of 2025."""
    return Edition()


@pytest.fixture
def trade() -> Edition:
    """Mongolia's trade with Russia, USD million, and some partners of 2014; edition of 2015."""
    return _trade()


@pytest.fixture(scope="session")
def new_edition() -> Callable[..., Edition]:
    """`Edition(...)`, for tests that make many."""
    return Edition
