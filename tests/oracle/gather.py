"""The figures of matplotlib's own image tests, each taken where the test would save and compare it.

The tests come with the wheel, their expected pictures don't: they run in a copy, and nothing is
compared but what tests/oracle/three_ways.py draws.
"""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.testing import decorators

from tests.oracle.three_ways import judge

Take = Callable[[str, Figure], None]

_MARKS = ("image_comparison", "check_figures_equal")
_FORMATS = ["png", "pdf", "svg", "eps"]


def copied(scratch: Path) -> list[str]:
    """Copy the installed matplotlib's tests to `scratch`; the names of those of images."""
    package = find_spec("matplotlib")
    assert package is not None
    assert package.origin is not None
    source = Path(package.origin).parent / "tests"
    shutil.copytree(source, scratch, ignore=shutil.ignore_patterns("__init__.py", "__pycache__"))
    files = sorted(scratch.glob("test_*.py"))
    return [f.stem for f in files if any(mark in f.read_text("utf-8") for mark in _MARKS)]


class Gatherer:
    """A pytest plugin that runs the image tests, in one format each, and takes their figures."""

    def __init__(self, take: Take) -> None:
        self._take = take

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave only image tests, and of their formats the first."""
        first: dict[str, pytest.Item] = {}
        for item in items:
            if name := test_name(item):
                first.setdefault(name, item)
        items[:] = first.values()

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """While the test runs: where it saves a figure to compare it, take the figure."""
        save, taken = Figure.savefig, [0]

        def save_or_take(figure: Figure, where: Any, *args: Any, **named: Any) -> None:
            if not (isinstance(where, Path) and "result_images" in where.parts):
                save(figure, where, *args, **named)
            elif not where.stem.endswith("-expected"):
                # Of check_figures_equal's two figures, which look alike, the one under test.
                taken[0] += 1
                number = f" {taken[0]}" if taken[0] > 1 else ""
                self._take(test_name(item) + number, figure)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Figure, "savefig", save_or_take)
            patch.setattr(decorators, "comparable_formats", lambda: _FORMATS)
            patch.setattr(decorators, "_raise_on_image_difference", lambda *_, **__: None)
            patch.setattr(decorators._ImageComparisonBase, "copy_baseline", lambda *_: "")
            yield


def test_name(item: pytest.Item) -> str:
    """`test_axes::test_bar[…]` without the format; empty for a test that compares no images."""
    spec = getattr(item, "callspec", None)
    key = next((k for k in ("extension", "ext") if spec and k in spec.params), None)
    if spec is None or key is None:
        return ""
    name = f"{item.path.stem}::{getattr(item, 'originalname', item.name)}"
    rest = "-".join(str(part) for part in spec._idlist if part != spec.params[key])
    return f"{name}[{rest}]" if rest else name


def main(output: str, tests: Iterable[str]) -> None:
    """Judge the figures of tests (files or pytest's node ids): a JSON line each in `output`."""
    with Path(output).open("w", encoding="utf-8") as file:

        def take(name: str, figure: Figure) -> None:
            judged = judge(name, figure)
            if judged is not None:
                file.write(f"{judged.line()}\n")
                file.flush()

        options = ["-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", "."]
        pytest.main([*options, *tests], plugins=[Gatherer(take)])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
