import json

import pytest
import yaml

from briefing.model.spec import Choices
from briefing.run.examine import check

ODD = [
    None,
    "",
    "x",
    "$x",
    "[",
    [],
    [[]],
    {},
    {"x": "y"},
    {"en": {"en": []}},
    ["x", None, {}],
    {"": ""},
]


def paths(node, stem=()):
    yield stem
    children = node.items() if isinstance(node, dict) else ()
    if isinstance(node, list):
        children = enumerate(node)
    for key, child in children:
        yield from paths(child, (*stem, key))


def replaced(node, path, value):
    if not path:
        return value
    copy = node.copy()
    copy[path[0]] = replaced(node[path[0]], path[1:], value)
    return copy


@pytest.mark.parametrize("odd", ODD, ids=json.dumps)
def test_an_odd_value_anywhere_never_raises(project, odd):
    """Every value of the sound manifest in turn; a place in the file and a hint each time."""
    manifest = yaml.load((project.root / "briefing.yaml").read_text(), yaml.BaseLoader)
    for path in paths(manifest):
        project.write("briefing.yaml", json.dumps(replaced(manifest, path, odd)))
        spec, findings = project.read()
        assert spec is not None or findings
        assert all(f.hint and f.place.line == 1 and f.place.column >= 1 for f in findings)
        check(str(project.root), Choices())


def test_two_faults_of_one_table_are_both_found(project):
    project.replace(
        {"unit: USD thousand, kind: flow": "unit: x y, kind: z, values: {v: {colum: w}}"}
    )
    assert project.found() == [
        "11:75 B017 table trade, unit: “x y” is no unit",
        "11:86 B015 table trade, kind: unknown kind “z”",
        "11:89 B029 table trade: “value” and “values” exclude each other",
        "11:102 B008 table trade, values, v: unknown key “colum”; did you mean “column”?",
    ]
