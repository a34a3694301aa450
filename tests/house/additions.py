"""One more of each: a rule, an indicator, a kind of chart, a format, a language, as one adds it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_GERMAN = Path(__file__).parents[1] / "language" / "german.py"


class Addition(NamedTuple):
    """New files by path, and for each file that is there the lines to add, each before an anchor;
    both below the package."""

    new: Mapping[str, str]
    lines: Mapping[str, tuple[tuple[str, str], ...]]

    @property
    def cost(self) -> tuple[int, int, int]:
        """New files, files changed, lines added to these."""
        return len(self.new), len(self.lines), sum(map(len, self.lines.values()))

    def put_into(self, package: Path) -> None:
        """Writes the files and adds the lines."""
        for name, text in self.new.items():
            (package / name).parent.mkdir(parents=True, exist_ok=True)
            (package / name).write_text(text, encoding="utf-8")
        for name, lines in self.lines.items():
            text = (package / name).read_text(encoding="utf-8")
            for anchor, line in lines:
                assert text.count(anchor) == 1, (name, anchor)
                text = text.replace(anchor, f"{line}\n{anchor}")
            (package / name).write_text(text, encoding="utf-8")


RULE = Addition(
    {
        "checks/rules/shouted.py": '''"""B199: words that shout."""

from collections.abc import Iterator

from briefing.checks.rule import Material, Rule
from briefing.model.finding import Code, Finding

CODE = Code("shouting", "A sentence ends in “!”.", "Facts speak.", "Growth!", "write a full stop")


def _examine(material: Material) -> Iterator[Finding]:
    for sentence in material.told:
        passage = sentence.whole.passage
        if "!" in passage.text:
            place = passage.place(passage.text.index("!"))
            yield Finding("B199", place, "this shouts", CODE.hint)


RULE = Rule(CODE, _examine)
'''
    },
    {
        "checks/rules/__init__.py": (
            ("    stale,\n", "    shouted,"),
            ("}\n", '    "B199": shouted.RULE,'),
        )
    },
)
# What the statement on quality says of it, once a language.
RULE_IN_WORDS = {
    "language/en/annexes.py": (('        "B112":', '        "B199": "Nobody shouts",'),)
}

INDICATOR = Addition(
    {
        "facts/indicators/doubled.py": '''"""doubled(x): twice the value."""

from briefing.figures.arithmetic import Quantity, apply
from briefing.figures.operators import add


def doubled(value: Quantity) -> Quantity:
    """x + x."""
    return apply(add, value, value)
'''
    },
    {
        "facts/indicators/__init__.py": (
            (
                "from briefing.facts.indicators.growth",
                "from briefing.facts.indicators.doubled import doubled",
            ),
            ('    "fdi_share"', '    "doubled": doubled,'),
        ),
        "figures/signatures.py": (
            ('    "fdi_share"', '    "doubled": Signature("doubled(x)", Measures.SUM),'),
        ),
    },
)
INDICATOR_IN_WORDS = {
    "language/en/words.py": (('        "turnover":', '        "doubled": "twice {0}",'),)
}

KIND = Addition(
    {
        "exhibits/dots.py": '''"""Dots over periods."""

from briefing.exhibits.frame import Frame
from briefing.exhibits.over_time import over_time
from briefing.model.exhibit import Exhibit


def dots(frame: Frame) -> Exhibit:
    """Series over their periods."""
    return over_time(frame)
''',
        "charts/dots.py": '''"""Dots over periods."""

from briefing.charts.sheet import Sheet
from briefing.model.exhibit import Chart


def draw_dots(chart: Chart, sheet: Sheet) -> None:
    """A dot a value, from left to right."""
    sheet.height = sheet.measures.line.height
    known = [p for line in chart.lines for p in line.points if p.value is not None]
    most = max(float(p.value or 0) for p in known)
    for number, point in enumerate(known, 1):
        across = number * sheet.width / (len(known) + 1)
        high = float(point.value or 0) / most * sheet.height * 0.9
        sheet.dot(across, high, sheet.measures.dot, "main")
''',
    },
    {
        "exhibits/build.py": (
            ("from briefing.exhibits.frame", "from briefing.exhibits.dots import dots"),
            ('    "ranking": ranking,', '    "dots": dots,'),
        ),
        "charts/__init__.py": (
            ("from briefing.charts.line", "from briefing.charts.dots import draw_dots"),
            ('    "line": draw_line,', '    "dots": draw_dots,'),
        ),
        "project/keys/exhibits.py": (
            ('    "ranking":', '    "dots": frozenset({"periods"}) | SPAN,'),
        ),
    },
)

FORMAT = Addition(
    {
        "tables/formats/pairs.py": '''"""Lines of `key=value`, a blank line between records."""

from briefing.tables.formats.content import Content, Given, gathered


def read(given: Given) -> Content:
    """A record a row."""
    records = [
        (number, dict(pair.split("=", 1) for pair in record.split()))
        for number, record in enumerate(given.data.decode().split("\\n\\n"), 1)
    ]
    return gathered(given, "", records)
'''
    },
    {
        "tables/formats/__init__.py": (('    "px":', '    "pairs": "pairs",'),),
        "project/keys/entry.py": (('    "px",\n', '    "pairs",'),),
    },
)

LANGUAGE = Addition(
    {"language/de/__init__.py": _GERMAN.read_text(encoding="utf-8")},
    {"language/grammars.py": (('    "en": "English",', '    "de": "German",'),)},
)

ADDITIONS = {
    "rule": RULE,
    "indicator": INDICATOR,
    "kind of chart": KIND,
    "format": FORMAT,
    "language": LANGUAGE,
}
