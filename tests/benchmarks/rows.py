"""`briefing check` of a project with a CSV of 10,000 rows, by this checkout and by another.

`python -m tests.benchmarks.rows CHECKOUT` (a worktree of an earlier commit, such as 58c69ec, the
last before tables had formats): CPU seconds of whole processes, in turns, the least of several.
Leaves with 1 where this one takes more than a tenth longer.
"""

import argparse
import os
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.core import get_global

from briefing.language import is_country
from tests.benchmarks.commands import cpu
from tests.benchmarks.pairs import ROOT, Result

_ROUNDS = 8
_PARTNERS, _YEARS = 100, range(1976, 2026)
_RUN = (
    "import sys; from briefing.cli.app import main; sys.argv = ['briefing', *sys.argv[1:]]; main()"
)
_MANIFEST = """briefing: 1
title: {en: Many rows}
parameters: {reporter: MNG, partner: RUS}
period: 2025
released: 2026-11-24
languages: [en]
sources:
  nso:
    title: {en: Trade}
    publisher: {en: The office}
    retrieved: 2026-04-15
    basis: {en: current US dollars}
tables:
  trade: {file: trade.csv, source: nso, period: year, value: value, unit: USD thousand, kind: flow,
    status: status}
series:
  exports_to: {table: trade, where: {flow: export}, by: partner, label: {en: Exports}}
  imports_from: {table: trade, where: {flow: import}, by: partner, label: {en: Imports}}
  exports: {is: "exports_to[$partner]", label: {en: Exports to Russia}}
  imports: {is: "imports_from[$partner]", label: {en: Imports from Russia}}
  turnover: {is: exports + imports, label: {en: Turnover}}
exhibits:
  partners: {kind: ranking, show: [imports_from, exports_to], top: 6}
sections: [trade]
"""
_SECTION = """# Trade

Turnover was {{ turnover }} in 2025, exports were {{ exports }} and imports {{ imports }}.

![The largest partners](exhibit:partners)
"""


def write(folder: Path, rows: int = 10_000) -> None:
    """A project with so many rows, whose values are made up."""
    codes = sorted(code for code in get_global("territory_aliases") if is_country(code))
    partners = ["RUS", *(code for code in codes if code not in ("RUS", "MNG"))][:_PARTNERS]
    lines = ["partner,year,flow,value,status"]
    made = product(partners, _YEARS, ("export", "import"))
    for number, (partner, year, flow) in enumerate(made):
        if number == rows:
            break
        status = "p" if year == _YEARS[-1] else ""
        lines.append(
            f"{partner},{year},{flow},{1000 + number * 7919 % 99991}.{number % 10},{status}"
        )
    (folder / "sections" / "en").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(_MANIFEST, encoding="utf-8")
    (folder / "sections" / "en" / "trade.md").write_text(_SECTION, encoding="utf-8")
    (folder / "trade.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _compiled(folder: Path) -> dict[str, str]:
    """Modules are compiled in the first round, whatever the machine says of that."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def measured(other: Path, folder: Path) -> tuple[float, float]:
    """The least CPU seconds of this checkout and of the other."""
    write(folder / "project")
    taken: dict[Path, list[float]] = {ROOT: [], other.resolve(): []}
    for turn in range(_ROUNDS + 1):
        for checkout, found in taken.items():
            command = [sys.executable, "-c", _RUN, "check", "project"]
            own = {"PYTHONPATH": str(checkout), **_compiled(folder)}
            seconds = cpu(command, folder, {**os.environ, **own})
            if turn:
                found.append(seconds)
    here, there = (min(found) for found in taken.values())
    return here, there


def main() -> int:
    """Run the command; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkout", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        here, there = measured(options.checkout, Path(scratch))
    detail = f"{here:.3f} s against {there:.3f} s"
    result = Result("check of 10,000 rows : that of the other checkout", here / there, 1.1, detail)
    print(result)
    return int(not result.good)


if __name__ == "__main__":
    sys.exit(main())
