import re
import subprocess
import sys
from itertools import combinations

import numpy as np
import pytest

from briefing.charts import KINDS, draw
from tests.charts import sample
from tests.charts.sample import FULL, MAIN, MARGIN, SIDE


@pytest.mark.parametrize("width", [SIDE, MAIN, FULL])
@pytest.mark.parametrize("name", sample.CHARTS)
def test_labels_stand_apart_and_all_ink_is_in_the_box(name: str, width: float) -> None:
    page = sample.page(sample.CHARTS[name](), width)
    for (one, box), (other, beside) in combinations(page.texts, 2):
        # Tight boxes of letters may touch by a rounding.
        assert not box.grown(-0.2).meets(beside.grown(-0.2)), f"{one!r} and {other!r} overlap"
    inked = np.argwhere((page.pixels < 250).any(axis=2))
    # The heading of the test page stands in the corner.
    body = inked[inked[:, 0] / page.scale < page.drawing.height + 1.5 * MARGIN]
    low, high = body.min(axis=0) / page.scale, (body.max(axis=0) + 1) / page.scale
    slack = 0.7
    assert low[1] >= MARGIN - slack
    assert high[1] <= MARGIN + width + slack
    assert low[0] >= MARGIN - slack
    assert high[0] <= MARGIN + page.drawing.height + slack


@pytest.mark.parametrize("name", sample.CHARTS)
def test_no_year_is_a_fraction_and_no_value_has_a_hyphen_for_a_minus(name: str) -> None:
    page = sample.page(sample.CHARTS[name](), MAIN)
    words = " ".join(page.words)
    assert not re.search(r"(19|20)\d\d\.\d", words)
    assert not re.search(r"(?<!\w)-\d", words)


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_with_a_single_point_can_be_drawn(kind: str) -> None:
    line = sample.over("Exports", {"2025": 3})
    label = sample.point(3, label="China", key="CHN")
    points = (label,) if kind in ("ranking", "map") else line.points
    chart = sample.Chart(kind, (sample.Line("x", "Exports", points),), "US$ million")
    assert "3" in sample.page(chart, SIDE).words


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [0, "0.0004", -7, "123456789.5"])
def test_any_size_of_value_can_be_drawn(kind: str, value: object) -> None:
    points = (
        [sample.point(value, label="China", key="CHN"), sample.point(0, label="Japan", key="JPN")]
        if kind in ("ranking", "map")
        else [sample.point(v, str(year)) for v, year in ((value, 2023), (0, 2024), (value, 2025))]
    )
    chart = sample.Chart(kind, (sample.Line("x", "Exports", tuple(points)),), "US$ million")
    assert sample.page(chart, SIDE).words


def test_the_same_chart_is_the_same_bytes_in_any_process() -> None:
    code = (
        "from tests.charts import sample; from hashlib import sha256;"
        "files = [sample.page(make(), 313.7, 1).data for make in sample.CHARTS.values()];"
        "print(sha256(b''.join(files)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=sample.ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ".", "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ulaanbaatar"))
    }
    assert len(digests) == 1


def test_drawing_changes_no_setting_of_matplotlib() -> None:
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    draw(sample.shares(), MAIN, sample.style(), sample.faces(), "en")
    assert dict(mpl.rcParams) == before


def test_drawing_needs_no_pyplot() -> None:
    code = (
        "from tests.charts import sample; sample.page(sample.stacked(), 313.7, 1);"
        "import sys; print('matplotlib.pyplot' in sys.modules)"
    )
    asked = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=sample.ROOT, text=True
    )
    assert asked.stdout.strip() == "False"
