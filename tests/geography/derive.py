"""How `world.json` is made of Natural Earth's countries at 1:110,000,000 (TopoJSON of world-atlas).

python -m tests.geography.derive COUNTRIES.json CODES.csv > briefing/geography/world.json
"""

import csv
import json
import sys
from pathlib import Path
from typing import Any

SOURCE = "Natural Earth, Admin 0 – Countries, 1:110m, by way of world-atlas 2.0.2"
LICENCE = "public domain"
# Land without a number of ISO's, and what maps here don't show.
OWN = {"Kosovo": "XKX"}
LEFT_OUT = {"ATA"}


def derived(topology: dict[str, Any], codes: dict[str, str]) -> str:
    """The file's text: the countries shown, and of the arcs those that they use."""
    kept = []
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes.get(str(int(shape["id"]))) if "id" in shape else None
        code = code or OWN.get(shape["properties"]["name"], "")
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        if code not in LEFT_OUT:
            kept.append((code, polygons))
    used = sorted({a if a >= 0 else ~a for _, p in kept for q in p for ring in q for a in ring})
    number = {arc: index for index, arc in enumerate(used)}
    world = {
        "source": SOURCE,
        "licence": LICENCE,
        "scale": [round(part, 9) for part in topology["transform"]["scale"]],
        "corner": [round(part, 6) for part in topology["transform"]["translate"]],
        "arcs": [[step for pair in topology["arcs"][arc] for step in pair] for arc in used],
        "countries": [
            [
                code,
                [[[_renumbered(a, number) for a in ring] for ring in q] for q in polygons],
            ]
            for code, polygons in sorted(kept, key=lambda one: one[0])
        ],
    }
    return json.dumps(world, separators=(",", ":"), ensure_ascii=False) + "\n"


def _renumbered(arc: int, number: dict[int, int]) -> int:
    return number[arc] if arc >= 0 else ~number[~arc]


def codes_of(path: Path) -> dict[str, str]:
    """Alpha-3 codes by ISO's number."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {
            str(int(row["ISO3166-1-numeric"])): row["ISO3166-1-Alpha-3"]
            for row in rows
            if row["ISO3166-1-numeric"].strip()
        }


if __name__ == "__main__":
    shapes = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stdout.write(derived(shapes, codes_of(Path(sys.argv[2]))))
