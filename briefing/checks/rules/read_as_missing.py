"""B117: a marker for missing values that is also a code of the table."""

from collections.abc import Iterator, Mapping

from briefing.checks.rule import Material, Rule
from briefing.model import Code, Family, Finding, TableSpec

CODE = Code(
    "NA read as missing",
    "A table declares a marker for missing values that is also one of its codes: `NA` beside the "
    "alpha-2 code of Namibia, a product or region called as the marker.",
    "Programs that read NA as missing drop Namibia from whole statistics, and nobody misses it.",
    'missing: [NA] on a table with `codes: alpha2` and rows of "NA"',
    "write another marker into the values, such as an empty cell or “..”, and declare that one",
)
_NAMIBIA = ("NA", "NAM")


def _examine(material: Material) -> Iterator[Finding]:
    for table, family in _families(material).values():
        for marker in table.missing:
            key = _key(table, family, marker.strip())
            if key is None:
                continue
            message = (
                f"table {table.name}: “{marker.strip()}” is declared as missing, and is the code "
                f"of {key} in {family.name}"
            )
            hint = "declare another marker, so that no program takes the one for the other"
            about = (table.name, family.name, f"{family.name}[{key}]")
            yield Finding("B117", table.place, message, hint, about)


def _families(material: Material) -> Mapping[str, tuple[TableSpec, Family]]:
    """The families cut from a table that declares markers."""
    spec = material.spec
    return {
        name: (spec.tables[cut.table], material.facts.families[name])
        for name, cut in spec.series.items()
        if cut.table and name in material.facts.families and spec.tables[cut.table].missing
    }


def _key(table: TableSpec, family: Family, marker: str) -> str | None:
    """The key of the member whose rows bear the marker's text as their code."""
    if not marker:
        return None
    written, code = _NAMIBIA
    if table.codes == "alpha2" and marker.upper() == written:
        return code if code in family.members else None
    return marker if marker in family.members else None


def _idle(material: Material) -> str:
    return "" if _families(material) else "no table by key declares a marker for missing values"


RULE = Rule(CODE, _examine, _idle, looks="tables")
