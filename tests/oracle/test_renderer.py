"""The vector renderer against matplotlib's own image tests: a fixed sample of them.

Each figure is drawn by Agg, by matplotlib's PDF backend and by us; ours must be hardly less like
Agg's picture than the PDF backend's. All of them: `python -m tests.oracle`, ten minutes and more.
"""

from pathlib import Path

from tests.oracle.figures import exceptions, faults, gathered, sample
from tests.oracle.gather import copied


def test_a_sample_of_matplotlibs_figures_looks_as_agg_draws_it(tmp_path: Path) -> None:
    copied(tmp_path / "tests")
    names = [name.replace("::", ".py::") for name in sample()]
    judged = gathered(tmp_path / "tests", names)
    assert len(judged) >= len(names)
    assert faults(judged, {}, whole=False) == []


def test_every_exception_has_a_reason() -> None:
    assert all(exceptions().values())
    assert not {name.split(" ")[0] for name in exceptions()} & set(sample())
