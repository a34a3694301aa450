"""The work item of the benchmarks: a country briefing as a project, with data of its own a country.

Cover, contents, four tiles, six sections of some 200 words with bullets, bold and a footnote, six
charts of 170 × 66 mm, three grids of 12 to 20 rows, running head and foot.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

COUNTRIES = ["MNG", "KAZ", "KGZ", "UZB", "GEO", "ARM", "AZE", "MDA", "UKR", "SRB", "MKD", "ALB"]
YEARS = range(2005, 2025)
PRODUCTS = {
    "copper": "Copper ores and concentrates",
    "coal": "Coal, briquettes and ovoids",
    "gold": "Gold, unwrought",
    "iron": "Iron ores",
    "oil": "Crude petroleum oils",
    "fluorspar": "Fluorspar and feldspar",
    "hair": "Fine animal hair",
    "zinc": "Zinc ores",
    "molybdenum": "Molybdenum ores",
    "meat": "Meat of horses and sheep",
    "petroleum": "Refined petroleum",
    "vehicles": "Motor vehicles",
    "tractors": "Tractors and dumpers",
    "transformers": "Electrical transformers",
    "telephones": "Telephones and parts",
    "tyres": "Tyres",
    "medicaments": "Medicaments",
    "steel": "Steel structures",
}
PARTNERS = ["CHN", "RUS", "CHE", "USA", "JPN", "KOR", "DEU", "SGP", "ITA", "GBR", "CAN", "NLD"]
PARTS = ("minerals", "agriculture", "manufactures", "other")


@dataclass(frozen=True, slots=True)
class Country:
    """Made-up figures in US$ billion: by year, by product and year, by partner and year."""

    code: str
    yearly: Mapping[str, Sequence[float]]
    products: Mapping[str, Sequence[float]]
    exports_to: Mapping[str, Sequence[float]]


def country(code: str) -> Country:
    """A country's figures; the same for the same code."""
    chance = random.Random(code)

    def walk(start: float, growth: float, spread: float, steps: int = len(YEARS)) -> list[float]:
        values = [start]
        for _ in range(steps - 1):
            values.append(max(0.2, values[-1] * (1 + chance.gauss(growth, spread))))
        return values

    def few(keys: Iterable[str], low: float, high: float) -> dict[str, list[float]]:
        return {key: walk(chance.uniform(low, high), 0.05, 0.12, 3) for key in keys}

    exports, imports = (walk(chance.uniform(2, 9), rise, 0.1) for rise in (0.07, 0.06))
    yearly = {
        "exports": exports,
        "imports": imports,
        "services": [value * chance.uniform(-0.12, 0.05) for value in exports],
        "income": [-value * chance.uniform(0.03, 0.14) for value in exports],
        "inward": walk(chance.uniform(3, 12), 0.08, 0.09),
        "outward": walk(chance.uniform(0.3, 2), 0.06, 0.12),
        "gdp": walk(chance.uniform(8, 40), 0.06, 0.05),
    } | {part: walk(chance.uniform(0.5, 3), 0.06, 0.07) for part in PARTS}
    return Country(code, yearly, few(PRODUCTS, 0.3, 3), few(PARTNERS, 0.3, 5))
