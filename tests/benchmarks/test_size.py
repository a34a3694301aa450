"""How large files may be."""

from pathlib import Path

import briefing
from briefing.model.spec import Choices
from briefing.workspace import assets
from tests.benchmarks.content import country
from tests.benchmarks.project import bench_style, write


def test_the_sample_is_small_with_its_data(tmp_path: Path) -> None:
    choices = Choices(languages=("en",))
    (built,) = briefing.build(f"{assets.samples()}/mongolia-russia", str(tmp_path), choices).built
    assert built.size <= 160_000


def test_the_work_item_of_the_benchmarks_is_small(tmp_path: Path) -> None:
    write(tmp_path / "project", country("MNG"))
    with bench_style(tmp_path / "styles"):
        outcome = briefing.build(str(tmp_path / "project"), str(tmp_path / "out"))
    assert outcome.findings == ()
    (built,) = outcome.built
    assert built.size <= 90_000
