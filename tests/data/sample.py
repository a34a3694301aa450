"""The sample's figures as its files hold them, read without the product."""

import csv
import json
import re
from decimal import Decimal
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "data" / "mongolia-russia"
Rows = list[dict[str, str]]
# The tables of the National Statistics Office by country: their file and flow.
BY_COUNTRY = {"exports.json": "export", "imports.json": "import"}


def own(name: str) -> Rows:
    """The rows of one of its CSVs."""
    with (PROJECT / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stat(name: str) -> dict[tuple[str, ...], Decimal]:
    """A JSON-stat file's values by the labels of their members; what isn't there is left out."""
    content = json.loads((PROJECT / name).read_text(encoding="utf-8"), parse_float=Decimal)
    members = [content["dimension"][at]["category"]["label"].values() for at in content["id"]]
    values = content["value"]
    if isinstance(values, list):
        values = {str(place): value for place, value in enumerate(values)}
    return {
        labels: Decimal(values[str(place)])
        for place, labels in enumerate(product(*members))
        if values.get(str(place)) is not None
    }


def partner(label: str) -> str:
    """The code that the manifest gives a label of its source."""
    manifest = (PROJECT / "briefing.yaml").read_text(encoding="utf-8")
    (code,) = set(re.findall(rf"^          {re.escape(label)}: ([A-Z]{{3}})$", manifest, re.M))
    return code


def trade() -> list[tuple[str, str, str, Decimal]]:
    """Partner, year, flow and value in thousand dollars."""
    return [
        (partner(label), year, flow, value)
        for name, flow in BY_COUNTRY.items()
        for (label, year), value in stat(name).items()
    ]


def traded(code: str, flow: str) -> dict[int, Decimal]:
    """Trade with one partner by year, thousand dollars."""
    return {int(year): value for at, year, to, value in trade() if (at, to) == (code, flow)}


def investment() -> dict[str, Decimal]:
    """Net direct investment by month, as the source signs it, million dollars."""
    return {month: value for (_, month), value in stat("payments.json").items()}


def reported() -> dict[str, Decimal]:
    """Russia's exports by UN Comtrade, by year, million dollars."""
    content = json.loads((PROJECT / "comtrade.json").read_text(encoding="utf-8"))
    return {one["period"]: Decimal(one["primaryValue"]) / 10**6 for one in content["data"]}
