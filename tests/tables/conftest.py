from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from briefing import tables
from briefing.model import SeriesSpec, Spec, TableSpec
from briefing.model.fact import Stored
from briefing.model.finding import Finding
from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.table import Source, Table
from briefing.model.text import Phrase, Place
from briefing.model.unit import Unit

_MANIFEST = Place("briefing.yaml", 7, 3)


def _table_spec(**keys: Any) -> TableSpec:
    """A table of trade by partner, year and flow, with the manifest's keys put in its place."""
    usual = TableSpec(
        name="trade",
        place=_MANIFEST,
        file=Phrase("trade.csv", _MANIFEST),
        period="year",
        source="nso",
        value="value",
        unit=Unit.parse("USD thousand"),
        kind=Kind.FLOW,
    )
    return replace(usual, **keys)


def _series_spec(name: str, **keys: Any) -> SeriesSpec:
    return replace(SeriesSpec(name, Place("briefing.yaml", 20, 3), table="trade"), **keys)


def _spec(period: str, table: TableSpec, series: tuple[SeriesSpec, ...]) -> Spec:
    return Spec(
        name="sample",
        file="briefing.yaml",
        title={},
        parameters={"reporter": "MNG", "partner": "RUS"},
        period=Period.parse(period),
        released=date(2026, 11, 24),
        languages=("en",),
        style="ministry",
        sources={name: Source(name, {}, {}, _MANIFEST) for name in ("nso", "cow")},
        tables={table.name: table},
        series={cut.name: cut for cut in series},
        facts={},
        exhibits={},
        sections=(),
        names={"EU27": {"en": Phrase("European Union", _MANIFEST)}},
        edition=period,
    )


def _load(text: str | bytes, /, **keys: Any) -> tuple[Table | None, tuple[Finding, ...]]:
    data = text.encode() if isinstance(text, str) else text
    return tables.load(_table_spec(**keys), data)


def _query(
    text: str | None, /, *series: SeriesSpec, edition: str = "2025", **keys: Any
) -> tuple[Stored, tuple[Finding, ...]]:
    table_spec = _table_spec(**keys)
    loaded: dict[str, Table] = {}
    findings: tuple[Finding, ...] = ()
    if text is not None:
        table, findings = tables.load(table_spec, text.encode())
        assert table is not None, findings
        loaded[table_spec.name] = table
    stored, found = tables.query(_spec(edition, table_spec, series), loaded)
    return stored, findings + found


Loading = Callable[..., tuple[Table | None, tuple[Finding, ...]]]
Querying = Callable[..., tuple[Stored, tuple[Finding, ...]]]


@pytest.fixture
def load() -> Loading:
    """`load(text, **keys of the table)`."""
    return _load


@pytest.fixture
def query() -> Querying:
    """`query(text, *series, edition=…, **keys of the table)`; no text: the table isn’t loaded."""
    return _query


@pytest.fixture
def cut() -> Callable[..., SeriesSpec]:
    """`cut(name, where=…, by=…)`."""
    return _series_spec
