"""Styles that are spoilt leaf by leaf: each is refused at its line, or can be laid out."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.model.finding import BriefingError, errors
from briefing.model.text import Place
from briefing.pdf import load_faces
from briefing.project import read_style
from briefing.project.style.leaves import MEASURES
from briefing.workspace import Workspace, assets
from tests.layout.conftest import Press
from tests.layout.documents import everything

_MANY = 200
_WORDS = (None, [], {}, "", "x", True, "#FFFFFF", ["x"], {"x": 1}, "12 parsecs", "../x", "1e9")
_NUMBERS = (-1, 0, 0.001, 1, 1.5, 3, 40, 1000, 100000, "12 mm", "0 mm", "-3 mm")


def leaves(node: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, below in node.items():
        if isinstance(below, dict):
            yield from leaves(below, (*path, key))
        else:
            yield (*path, key)


def spoilt(ministry: str) -> Iterator[tuple[str, str]]:
    """Own styles that give one leaf another value, and what each does."""
    tree = yaml.safe_load(ministry)
    paths = sorted(leaves(tree))
    assert {".".join(p[1:]) for p in paths if p[0] == "measures"} <= MEASURES.keys()
    chance = random.Random(9)
    for _ in range(_MANY):
        *stem, last = path = chance.choice(paths)
        old: Any = tree
        for key in path:
            old = old[key]
        values: list[Any] = [*_WORDS, *_NUMBERS]
        if isinstance(old, int | float):
            values += [old / 2, old * 2, old * 2.9, old / 2.9, old * 4, -old] * 4
        value = chance.choice(values)
        inner: dict[str, Any] = {last: value}
        for key in reversed(stem):
            inner = {key: inner}
        own = {"style": "house", "extends": "ministry", **inner}
        yield yaml.safe_dump(own, sort_keys=False), f"{'.'.join(path)}: {value!r}"


def test_no_spoilt_style_is_a_bug(tmp_path: Path, picture: bytes) -> None:
    ministry = (Path(assets.styles()) / "ministry.yaml").read_text(encoding="utf-8")
    (tmp_path / "styles").mkdir()
    document, drawn, bugs = everything(picture, 300, 120), 0, []
    for text, what in spoilt(ministry):
        (tmp_path / "styles" / "house.yaml").write_text(text, encoding="utf-8")
        style, findings = read_style("house", Place("briefing.yaml"), Workspace(str(tmp_path)))
        assert (style is None) == bool(errors(findings)), what
        assert all(f.place.file == "styles/house.yaml" and f.place.line for f in findings), what
        if style is None:
            continue
        drawn += 1
        try:
            Press(style, load_faces(style.faces, style.fallback)).print(document)
        except BriefingError:
            continue
        except Exception as bug:
            bugs.append(f"{what}: {bug!r}")
    assert bugs == []
    # Not all may be refused: the test is of what is drawn too.
    assert drawn > _MANY / 10


@pytest.mark.parametrize("printed", ["true", "false"])
def test_annexes_may_be_left_out(tmp_path: Path, picture: bytes, printed: str) -> None:
    (tmp_path / "styles").mkdir()
    own = f"style: house\nmeasures:\n  data.printed: {printed}\n  quality.printed: {printed}\n"
    (tmp_path / "styles" / "house.yaml").write_text(own)
    style, findings = read_style("house", Place("briefing.yaml"), Workspace(str(tmp_path)))
    assert style is not None
    assert findings == ()
    assert (style.data.printed, style.quality_printed) == (printed == "true", printed == "true")
