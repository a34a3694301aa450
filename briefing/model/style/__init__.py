"""The look of a briefing, read from a style file."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from msgspec import Struct, structs

from briefing.model.style.charts import ChartMeasures
from briefing.model.style.colours import Colours, Role
from briefing.model.style.exhibits import GridMeasures
from briefing.model.style.measures import Measures
from briefing.model.style.text import ChartText, Texts, TextStyle
from briefing.model.text import Phrase, Text

# Width and height in points.
A4 = (210 * 72 / 25.4, 297 * 72 / 25.4)
LETTER = (612.0, 792.0)


# White gives way faster than type, between lines down to so many times the size.
_WHITE, _LINES, _TIGHTEST = 5, 2.4, 1.18

_Kinds = TypeVar("_Kinds", bound=Struct)


class FaceSpec(Struct, frozen=True):
    """A font face: file name in its package, and axis values pinned for a variable one; or a file
    of the project, whose bytes are `data`."""

    package: str
    file: str
    axes: Mapping[str, float]
    postscript: str
    data: bytes = b""


class OwnLogo(Struct, frozen=True):
    """The logo that a style brings: its file in the project, and what it is, by language; under
    `""` what is said in all of them."""

    picture: Phrase
    text: Text


class Style(Measures, frozen=True, kw_only=True):
    """A look: faces by name, colours by role, kinds of text, and every measure.

    `extends` is the style of the product that it was made from, itself for one of these; `sections`
    are those that it prints, all where it names none.
    """

    name: str
    extends: str
    faces: Mapping[str, FaceSpec]
    fallback: tuple[str, ...]
    colours: Colours
    text: Texts
    own_logo: OwnLogo | None = None
    sections: tuple[Phrase, ...] = ()

    @property
    def width(self) -> float:
        """The page between its margins."""
        return self.page.width - self.page.left - self.page.right

    def annexed(self, annex: str, figures: str = "") -> "Style":
        """The style that prints the annexes which a manifest asks for: `full` (data, register of
        figures, statement on quality), `short` (sources and methods, the first page's figures, the
        statement in sentences) or `none` (sources and methods); its own where it asks for none.

        `figures` are `linked` to their rows in the register, or `quiet`."""
        if figures:
            return structs.replace(self.annexed(annex), register_linked=figures == "linked")
        if not annex:
            return self
        full, short = annex == "full", annex == "short"
        return structs.replace(
            self,
            data=structs.replace(self.data, printed=full),
            register_printed=full,
            quality_printed=full,
            brief_printed=short,
        )

    def on(self, paper: str) -> "Style":
        """The style on that paper: columns stay as wide, margins and heights give way."""
        if paper != "letter":
            return self
        wide, high = (LETTER[0] - A4[0]) / 2, LETTER[1] - A4[1]
        page = structs.replace(
            self.page,
            width=self.page.width + 2 * wide,
            height=self.page.height + high,
            left=self.page.left + wide,
            right=self.page.right + wide,
            bottom=self.page.bottom + high,
        )
        marking = structs.replace(self.marking, bottom=self.marking.bottom + high)
        running = structs.replace(self.running, foot=self.running.foot + high)
        return structs.replace(self, page=page, marking=marking, running=running)

    def stretched(self, factor: float) -> "Style":
        """The style in which charts of the text are so much higher."""
        return structs.replace(self, chart=self.chart.stretched(factor))

    def tightened(self, white: float, size: float) -> "Style":
        """The style whose tables have that share of their white between columns and of their size
        of type, which never gets below the least."""
        grid = structs.replace(
            self.grid, right=self.grid.right * white, slot=self.grid.slot * white
        )

        def smaller(kind: TextStyle) -> TextStyle:
            return structs.replace(kind, size=max(kind.size * size, min(kind.size, grid.least)))

        return structs.replace(
            self, grid=grid, text=structs.replace(self.text, grid=_each(self.text.grid, smaller))
        )

    def closer(self, factor: float) -> "Style":
        """The style whose annexes are set in type of that size, on lines closer still; none gets
        smaller than the least of a table."""
        least, text = self.grid.least, self.text

        def smaller(kind: TextStyle) -> TextStyle:
            size = max(kind.size * factor, min(kind.size, least))
            white = factor**_WHITE
            return structs.replace(
                kind,
                size=size,
                leading=max(kind.leading * factor**_LINES, size * _TIGHTEST),
                before=kind.before * white,
                after=kind.after * white,
            )

        return structs.replace(
            self,
            source_slot=self.source_slot * min(factor, 1.0) ** _LINES,
            text=structs.replace(
                text,
                h2=structs.replace(text.h2, after=text.h2.after * factor**_WHITE),
                annex=_each(text.annex, smaller),
                source=_each(text.source, smaller),
                symbol=_each(text.symbol, smaller),
                data=structs.replace(text.data, grid=_each(text.data.grid, smaller)),
            ),
        )

    def dense(self) -> "Style":
        """The style in which tables are set as those of data."""
        text = structs.replace(self.text, grid=self.text.data.grid)
        return structs.replace(self, text=text, grid=self.data.grid)


def _each(kinds: _Kinds, change: Callable[[TextStyle], TextStyle]) -> _Kinds:
    """A group of kinds of text, each changed."""
    return structs.replace(
        kinds, **{name: change(getattr(kinds, name)) for name in kinds.__struct_fields__}
    )


__all__ = [
    "ChartMeasures",
    "ChartText",
    "Colours",
    "FaceSpec",
    "GridMeasures",
    "Measures",
    "OwnLogo",
    "Role",
    "Style",
    "TextStyle",
    "Texts",
]
