"""What a file is to a project's two countries: its figures are of what the reporter does with
others, or of each country by itself."""

import re

from msgspec import structs

from briefing.model import Phrase, SeriesSpec
from briefing.tables.inspection.inspect import Inspection
from briefing.tables.inspection.proposal import PLACE
from briefing.tables.inspection.wording import measured, wording

# What has partners: among these the reporter is none.
_RELATION = re.compile(
    r"export|import|trade|partner|market|destin|origin|counterpart|invest|fdi|touris|visit|arriv"
    r"|student|migra|remit|aid|экспорт|импорт|торг|партн|гадаад|худалдаа",
    re.I,
)


def compared(
    inspection: Inspection, reporter: str, partner: str, languages: tuple[str, ...]
) -> Inspection:
    """The inspection as a project of two countries wants it. Among partners the reporter is
    counted among the totals, so that no rank counts it; where each country's own figures are
    listed, it has a series of its own, and the partner too."""
    more: list[SeriesSpec] = []
    table = inspection.proposal.table
    for cut in inspection.proposal.series:
        codes = inspection.countries(cut.by)
        own = next((key for key, code in codes.items() if code == reporter), None)
        if own is None or table.codes == "none":
            continue
        if _RELATION.search(f"{table.name} {cut.name} {inspection.unit_said}"):
            among = table.totals.get(cut.by, ())
            listed = among if own in among else (*among, own)
            table = structs.replace(table, totals={**table.totals, cut.by: listed})
        else:
            name = cut.name.partition("_by_")[0]
            name = cut.name if any(one.name.startswith(f"{name}_of_") for one in more) else name
            more += (
                _own(cut, f"{name}_of_{who}", who, inspection.file, languages)
                for who, code in (("reporter", reporter), ("partner", partner))
                if code in codes.values()
            )
    series = (*inspection.proposal.series, *more)
    proposal = structs.replace(inspection.proposal, table=table, series=series)
    return structs.replace(inspection, proposal=proposal)


def _own(cut: SeriesSpec, name: str, who: str, file: str, languages: tuple[str, ...]) -> SeriesSpec:
    """The series of one of the two in a family."""
    label = {
        code: wording(code).of.format(
            measure=measured(cut, file, code), country=f"{{{{ {who}.name }}}}"
        )
        for code in languages
    }
    return SeriesSpec(
        name,
        PLACE,
        expression=Phrase(f"{cut.name}[${who}]", PLACE),
        label={code: Phrase(text, PLACE) for code, text in label.items()},
    )
