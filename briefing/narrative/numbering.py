"""Numbers and anchors of headings and exhibits, in reading order."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct, structs

from briefing import model
from briefing.language import Words

ARROW = "→\u2009"


class Numbered(Struct, frozen=True):
    """A section with its number (empty for the opening), headings numbered, exhibits placed."""

    section: model.Section
    number: str


@dataclass(slots=True)
class Targets:
    """What `#name` may name: the anchor it leads to and what an empty link to it prints."""

    anchors: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, anchor: str, text: str) -> None:
        """Make a name known, unless it is."""
        if name not in self.anchors:
            self.anchors[name] = anchor
            self.texts[name] = text

    @property
    def numbers(self) -> dict[str, str]:
        """What an empty link prints, by the anchor to which it leads."""
        return {anchor: self.texts[name] for name, anchor in self.anchors.items()}

    def free(self, wanted: str) -> str:
        """The wanted anchor, with a number behind it when it is taken."""
        taken = set(self.anchors.values())
        number, anchor = 1, wanted
        while anchor in taken:
            number += 1
            anchor = f"{wanted}-{number}"
        return anchor


def number(
    sections: tuple[model.Section, ...],
    has_opening: bool,
    exhibits: Mapping[str, model.Exhibit],
    words: Words,
) -> tuple[tuple[Numbered, ...], Targets]:
    """The sections with all numbers and anchors given, and what links may lead to.

    A section's anchor is its name; so is an exhibit's, unless a section has that name, when it is
    `exhibit-trade`. Headings in `:::` roles stand apart: they have neither number nor anchor.
    """
    targets = Targets()
    first = 0 if has_opening else 1
    numbers = [str(n) if n else "" for n in range(first, first + len(sections))]
    for section, written in zip(sections, numbers, strict=True):
        targets.add(section.name, section.name, ARROW + written if written else "")
    placing = _Placing(exhibits, words, targets)
    numbered = tuple(
        Numbered(
            structs.replace(section, blocks=placing.place(_headed(section, written, targets))),
            written,
        )
        for section, written in zip(sections, numbers, strict=True)
    )
    return numbered, targets


def _headed(section: model.Section, number: str, targets: Targets) -> tuple[model.Block, ...]:
    """The blocks with the headings of running text numbered: 2.1, 2.1.1."""
    counts: list[int] = []
    found: list[model.Block] = []
    for block in section.blocks:
        if not isinstance(block, model.Heading):
            found.append(block)
            continue
        depth = min(block.level - 1, len(counts) + 1)
        del counts[depth:]
        counts.extend([0] * (depth - len(counts)))
        counts[-1] += 1
        below = ".".join(map(str, counts))
        written = f"{number}.{below}" if number else ""
        stem = f"section-{written}" if number else f"{section.name}-{below}"
        anchor = targets.free(stem.replace(".", "-"))
        targets.add(anchor, anchor, ARROW + written if written else "")
        found.append(structs.replace(block, level=depth + 1, number=written, anchor=anchor))
    return tuple(found)


@dataclass(slots=True)
class _Placing:
    """Places exhibits, counting figures and tables (typed ones with a caption too) through the
    document."""

    exhibits: Mapping[str, model.Exhibit]
    words: Words
    targets: Targets
    figures: int = 0
    tables: int = 0

    def place(self, blocks: tuple[model.Block, ...]) -> tuple[model.Block, ...]:
        return model.rebuilt(blocks, self._placed)

    def _placed(self, block: model.Block) -> tuple[model.Block, ...]:
        if isinstance(block, model.MarkdownTable) and block.caption:
            self.tables += 1
            return (structs.replace(block, label=f"{self.words.table} {self.tables}"),)
        if not isinstance(block, model.Placement) or block.exhibit not in self.exhibits:
            return (block,)
        exhibit = self.exhibits[block.exhibit]
        label = self._label(exhibit)
        name = exhibit.name
        anchor = self.targets.free(name)
        if anchor != name:
            anchor = self.targets.free(f"exhibit-{name}")
        text = label or exhibit.name
        self.targets.add(name, anchor, text)
        self.targets.add(anchor, anchor, text)
        return (model.Placed(exhibit, block.title, label, anchor, "", block.place),)

    def _label(self, exhibit: model.Exhibit) -> str:
        if isinstance(exhibit.content, model.Tiles | model.Changes):
            return ""
        if exhibit.is_table:
            self.tables += 1
            return f"{self.words.table} {self.tables}"
        self.figures += 1
        return f"{self.words.figure} {self.figures}"


def has_keypoints(section: model.Section) -> bool:
    """Whether the section holds the briefing's key points."""
    return any(
        isinstance(block, model.Container) and block.role is model.Role.KEYPOINTS
        for block in model.every_block(section.blocks)
    )
