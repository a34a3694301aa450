"""B114 where only one side of a declared pair is printed."""

import shutil
from pathlib import Path

import briefing

CLEAN = Path(__file__).parents[1] / "clean"
GAP = '  gap: {is: "mirror_gap(exports, russia_reports)", label: {en: "Gap"}}\n'


def test_a_gap_is_told_where_the_partner_s_figure_is_not_printed(tmp_path: Path) -> None:
    project = Path(shutil.copytree(CLEAN, tmp_path / "clean"))
    for file, old, new in (
        ("briefing.yaml", "russia_reports, gap]", "russia_reports]"),
        ("briefing.yaml", GAP, ""),
        ("briefing.yaml", "turnover, balance, russia_reports]", "turnover, balance]"),
        (
            "briefing.yaml",
            "  same: [[exports, goods_sold]]",
            "  same: [[exports, goods_sold]]\n  mirror: [{own: exports, partner: russia_reports}]",
        ),
        ("sections/en/trade.md", " The gap was {{ gap 2024 }} in 2024.", ""),
        (
            "sections/en/trade.md",
            "Russia reports {{ russia_reports 2024 }}, for 2021 {{ russia_reports 2021 }}.",
            "Russia gives figures of its own.",
        ),
    ):
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        path.write_text(text.replace(old, new), encoding="utf-8")
    assert [f.code for f in briefing.check(str(project)).findings] == ["B114"]
