"""A small briefing of real figures: Mongolia’s trade with Russia, by its statistics office."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from briefing.figures.parse import parse
from briefing.model.exhibit_spec import ExhibitSpec
from briefing.model.fact import Event, Fact, Facts
from briefing.model.period import Period
from briefing.model.series import Family, Kind, Observation, Series, Status
from briefing.model.spec import Spec
from briefing.model.table import CellRef
from briefing.model.text import Phrase, Place, Text
from briefing.model.unit import PERCENT, Unit

PLACE = Place("briefing.yaml", 40, 3)
THOUSAND = Unit.parse("USD thousand")
EXPORTS = {2020: "57274.8", 2021: "112783.9", 2022: "93365.8", 2024: "100712.12", 2025: "60651.8"}
IMPORTS = {
    2020: "1399962.3",
    2021: "1955192.92",
    2022: "2611464.97",
    2023: "2386277.22",
    2024: "2824789.12",
    2025: "2785488.96",
}
SUPPLIERS = {
    "CHN": "4655641.77",
    "RUS": "2785488.96",
    "JPN": "1094792.76",
    "KOR": "468318.35",
    "USA": "417673.83",
    "DEU": "273380.79",
}
STOCK = {"CHN": "3726.695", "NLD": "3364.013", "LUX": "1145.684", "RUS": "295.851"}
GOODS = {"HS05": "87.2", "HS14": "5.8", "HS11": "2.6"}


def text(words: str) -> Text:
    return {"en": Phrase(words, PLACE)}


def observed(
    values: Mapping[int, str], file: str, column: str, source: str, provisional: int = 0
) -> tuple[Observation, ...]:
    return tuple(
        Observation(
            Period.year(year),
            Decimal(value),
            Status.PROVISIONAL if year == provisional else Status.FINAL,
            cells=(CellRef(file, year - 1990, column),),
            sources=(source,),
            resolution=Decimal("0.1"),
        )
        for year, value in values.items()
    )


def traded(name: str, values: Mapping[int, str], label: str = "") -> Series:
    return Series(
        name,
        THOUSAND,
        Kind.FLOW,
        observed(values, "trade.csv", name, "nso", provisional=2025),
        label=text(label) if label else None,
    )


def joined(name: str, label: str, sign: int, first: Series, second: Series) -> Series:
    """`first ± second` on the periods that both have."""
    observations = []
    for one in first.observations:
        other = second.at(one.period)
        if other is not None and one.value is not None and other.value is not None:
            value = one.value + sign * other.value
            cells = (*one.cells, *other.cells)
            observations.append(replace(one, value=value, cells=cells))
    derivation = parse(f"{first.name} {'+' if sign > 0 else '-'} {second.name}")
    return Series(name, THOUSAND, Kind.FLOW, tuple(observations), derivation, text(label))


def event(row: int, when: str, kind: str, title: str, detail: str = "") -> Event:
    return Event(
        Period.parse(when), {"en": title}, {"en": detail}, {"kind": kind}, ("mfa",),
        CellRef("events.csv", row, "date"),
    )  # fmt: skip


@pytest.fixture
def facts() -> Facts:
    exports = traded("exports", EXPORTS, "Exports to {{ partner.short }}")
    imports = traded("imports", IMPORTS, "Imports from {{ partner.short }}")
    share = observed({2023: "0.7427", 2024: "0.6380"}, "trade.csv", "share", "nso")
    months = Period.parse("2025-01..2025-09")
    inflow = Observation(months, Decimal("1536.2"), sources=("bom",))
    stock = {
        code: Series(
            f"stock_from[{code}]",
            Unit.parse("USD million"),
            Kind.STOCK,
            observed({2011: "100", 2012: value}, "fdi.csv", "stock", "unctad"),
        )
        for code, value in STOCK.items()
    }
    suppliers = {c: traded(f"imports_from[{c}]", {2025: v}) for c, v in SUPPLIERS.items()}
    suppliers["WLD"] = traded("imports_from[WLD]", {2025: "11000000"})
    goods = {
        code: Series(
            f"goods[{code}]",
            PERCENT,
            Kind.RATIO,
            tuple(replace(o, resolution=None) for o in observed({2024: v}, "p.csv", "v", "nso")),
        )
        for code, v in GOODS.items()
    }
    return Facts(
        period=Period.year(2025),
        released=date(2026, 11, 24),
        parameters={"reporter": "MNG", "partner": "RUS"},
        sources={},
        series={
            "exports": exports,
            "imports": imports,
            "turnover": joined("turnover", "Trade turnover", 1, exports, imports),
            "balance": joined("balance", "Goods balance", -1, exports, imports),
            "export_share": Series(
                "export_share",
                PERCENT,
                Kind.RATIO,
                tuple(replace(o, resolution=None) for o in share),
                "share(exports, total)",
                text("{{ partner.short }}’s share of exports"),
            ),
            "inflow": Series(
                "inflow",
                Unit.parse("USD million"),
                Kind.FLOW,
                (*observed({2023: "2100.5", 2024: "2747.1"}, "b.csv", "net", "bom"), inflow),
                label=text("Net inflow"),
            ),
        },
        families={
            "imports_from": Family("imports_from", suppliers, frozenset({"WLD"})),
            "stock_from": Family("stock_from", stock),
            "goods": Family("goods", goods, countries=False),
        },
        stated={
            "students": Fact(
                "students",
                Decimal(2760),
                Unit.parse("persons"),
                Period.parse("2000..2013"),
                sources=("mfa",),
                label=text("Mongolian students in Russia"),
            ),
            "unknown_yet": Fact("unknown_yet", None, Unit.parse("persons"), None),
        },
        events={
            "events": (
                event(3, "2019-09-02..2019-09-03", "visit", "Official visit"),
                event(1, "1921-11-05", "treaty", "Agreement signed", "In Moscow."),
                event(2, "2014-09", "visit", "Working visit"),
            )
        },
        broken=frozenset({"halted"}),
    )


@pytest.fixture
def spec() -> Callable[..., Spec]:
    """A manifest with one exhibit, `it`, of these keys."""

    def make(kind: str, show: str | Iterable[str], period: int = 2025, **keys: object) -> Spec:
        names = [show] if isinstance(show, str) else show
        phrases = tuple(Phrase(name, PLACE) for name in names)
        exhibit = ExhibitSpec("it", PLACE, kind, phrases, **keys)  # type: ignore[arg-type]
        return Spec(
            name="mongolia-russia",
            file="briefing.yaml",
            title=text("Mongolia and {{ partner.name }}"),
            parameters={"reporter": "MNG", "partner": "RUS"},
            period=Period.year(period),
            released=date(2026, 11, 24),
            languages=("en",),
            style="ministry",
            sources={},
            tables={},
            series={},
            facts={},
            exhibits={"it": exhibit},
            sections=(),
            names={"HS05": text("Minerals"), "HS14": text("Gems"), "HS11": text("Textiles")},
            edition=str(period),
        )

    return make
