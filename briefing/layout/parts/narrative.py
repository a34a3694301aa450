"""Blocks of narrative as items of the flow."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefing import model
from briefing.layout.box import Box, Column, Stack
from briefing.layout.box import Rule as RuleBox
from briefing.layout.boxes.code import code_block
from briefing.layout.boxes.footnotes import footnote
from briefing.layout.boxes.framed import ChartBox, Exhibits, Framed, column
from briefing.layout.boxes.picture import picture
from briefing.layout.boxes.table import Table
from briefing.layout.boxes.tinted import Tinted
from briefing.layout.boxes.typed import captioned
from briefing.layout.flow.places import Item
from briefing.layout.parts.abreast import both_columns
from briefing.layout.parts.asides import grouped, is_figure, unmarked
from briefing.layout.parts.headings import heading, side_heading
from briefing.layout.parts.inside import Inside
from briefing.layout.text.paragraph import Bar, Label
from briefing.layout.text.paragraph import Paragraph as ParagraphBox
from briefing.layout.text.setting import Setting
from briefing.layout.wide import runs
from briefing.model.style import TextStyle
from briefing.pdf import Element

# The level of a section's own heading, and what a heading is called in a finding.
_SECTION = 2
_HEADING = "this heading"


@dataclass
class Narrative:
    """Makes items of blocks; exhibits come from `exhibits`."""

    setting: Setting
    exhibits: Exhibits
    shown: int = 0
    level: int = _SECTION

    def items(self, blocks: tuple[model.Block, ...], parent: Element) -> list[Item]:
        """The blocks of a section, in order."""
        inside = self._inside(self.setting.text.body)
        return [item for block in blocks for item in self._block(block, parent, inside)]

    def chapter(self, blocks: tuple[model.Block, ...], parent: Element) -> list[Item]:
        """The blocks of a chapter; those that have none at their side are set wide, or go down both
        columns where the style has two of one width."""
        found: list[Item] = []
        self.level = _SECTION
        column = self.setting.look.style.column
        for run, alone in runs(blocks, self.setting.look.style):
            wide = alone and column.wide > column.main
            inside = self._inside(self.setting.text.wide if wide else self.setting.text.body)
            inside = replace(inside, wide=wide)
            made = [item for block in run for item in self._block(block, parent, inside)]
            if wide:
                made = [_widened(item) for item in made]
            elif column.side == column.main and not column.single:
                made = both_columns(self.setting.look, made)
            found += made
        return found

    def _heading(self, block: model.Heading, parent: Element, inside: Inside) -> Box:
        """A heading; one of an aside is a step below that of the text which it stands beside."""
        if inside.aside:
            return side_heading(self.setting, block, parent, self.level + 1)
        self.level = block.level + 1
        return heading(self.setting, block, parent)

    def _inside(self, kind: TextStyle) -> Inside:
        return Inside(kind, self.setting.text.quote)

    def _block(self, block: model.Block, parent: Element, inside: Inside) -> list[Item]:
        if isinstance(block, model.Paragraph):
            return [self._paragraph(block, parent, inside)]
        if isinstance(block, model.Heading):
            return [Item(self._heading(block, parent, inside), place=block.place, what=_HEADING)]
        if isinstance(block, model.Listing):
            return self._listing(block, parent, inside)
        if isinstance(block, model.Quote):
            return self._quote(block, parent, inside)
        if isinstance(block, model.Container):
            return self._container(block, parent, inside)
        if isinstance(block, model.Footnote):
            footnote(self.setting, block, parent)
            return []
        return [self._matter(block, parent, inside)]

    def _matter(self, block: model.Block, parent: Element, inside: Inside) -> Item:
        """What isn't text: exhibits, tables, pictures, code, rules."""
        setting, place = self.setting, getattr(block, "place", None)
        if isinstance(block, model.Placed):
            box = self.exhibits.box(block, parent, aside=inside.aside)
            what = f"exhibit {block.exhibit.name}"
            self.shown += bool(block.label)
            order = self.shown if block.label else 0
            where = column(block, setting)
            return Item(box, where, floats=True, what=what, place=place, order=order)
        if isinstance(block, model.MarkdownTable):
            table = captioned(setting, block, parent, self.exhibits.continued)
            body = table.boxes[-1] if block.caption and isinstance(table, Stack) else table
            room = setting.look.style.column.main
            wide = not isinstance(body, Table) or sum(body.least()) > room
            where = Column.FULL if wide else Column.MAIN
            return Item(table, where, what="a row of this table", place=place)
        if isinstance(block, model.Image):
            return Item(picture(setting, block, parent), what="this picture", place=place)
        if isinstance(block, model.CodeBlock):
            return Item(code_block(setting, block, parent, inside.indent), place=place)
        if isinstance(block, model.Rule):
            return Item(self._rule(inside))
        raise TypeError(f"a composed document holds no {type(block).__name__}")

    def _rule(self, inside: Inside) -> RuleBox:
        style = self.setting.look.style
        if inside.aside:
            return RuleBox(weight=style.side.line, colour=style.colours.rule)
        rule, colour = style.rule, style.colours.rule
        return RuleBox(before=rule.before, after=rule.after, weight=rule.line, colour=colour)

    def _paragraph(self, block: model.Paragraph, parent: Element, inside: Inside) -> Item:
        text, element = self.setting.text, parent.child("P")
        made = self._set(block, inside, element)
        narrow = None
        if inside.wide and inside.kind == text.wide != text.body:
            narrow = self._set(block, replace(inside, kind=text.body), element)
        return Item(made, place=block.place, narrow=narrow)

    def _set(self, block: model.Paragraph, inside: Inside, element: Element) -> ParagraphBox:
        return self.setting.paragraph(
            block.inlines,
            inside.kind,
            element,
            indent=inside.indent,
            bars=inside.bars,
            hyphenated=inside.hyphenated,
            page=inside.page,
        )

    def _container(self, block: model.Container, parent: Element, inside: Inside) -> list[Item]:
        if block.role is model.Role.ASIDE and not inside.aside:
            made: list[Item] = []
            for box in self._aside(block, parent.child("Aside")):
                order = self.shown if isinstance(box, Framed) else 0
                item = Item(box, Column.SIDE, what="this aside", place=block.place, order=order)
                made.append(item)
            return made
        within = inside
        if block.role is model.Role.KEYPOINTS and not inside.aside:
            return self.keypoints(block.blocks, parent)
        if block.role is model.Role.LINES:
            return [self._lines(block, parent, inside)]
        if block.role is model.Role.LEAD and not inside.aside:
            within = replace(inside, kind=self.setting.text.lead, hyphenated=False)
            made = [item for child in block.blocks for item in self._block(child, parent, within)]
            column = self.setting.look.style.column
            equal = column.side == column.main and not column.single
            return [_joined(item, Column.FULL if equal else item.column) for item in made]
        return [item for child in block.blocks for item in self._block(child, parent, within)]

    def _aside(self, block: model.Container, parent: Element) -> Iterator[Box]:
        look, body = self.setting.look, self.setting.text.side.body
        quote = look.marked(body, {model.Mark.EMPHASIS})
        inside = Inside(body, quote, aside=True)
        made = ((child, self._in_aside(child, parent, inside)) for child in block.blocks)
        return grouped(look, made)

    def _in_aside(self, block: model.Block, parent: Element, inside: Inside) -> list[Box]:
        if isinstance(block, model.Paragraph) and is_figure(block):
            kind, element = self.setting.text.side.figure, parent.child("P")
            plain = unmarked(block.inlines)
            return [self.setting.paragraph(plain, kind, element, keep=True, balanced=True)]
        return [item.box for item in self._block(block, parent, inside)]

    def keypoints(
        self, blocks: tuple[model.Block, ...], parent: Element, page: str = ""
    ) -> list[Item]:
        """Key points: a list, typed as one or as paragraphs, set without labels; cross-references
        say their `page` by that pattern."""
        inside = replace(self._inside(self.setting.text.keypoint), page=page)
        found: list[Item] = []
        listing = parent.child("L")
        for block in blocks:
            for item in block.items if isinstance(block, model.Listing) else ((block,),):
                body = listing.child("LI").child("LBody")
                found.extend(i for b in item for i in self._block(b, body, inside))
        return found

    def _quote(self, block: model.Quote, parent: Element, inside: Inside) -> list[Item]:
        look = self.setting.look
        bar = Bar(inside.indent, look.style.quote.bar, look.style.colours.accent)
        indent = inside.indented(look.style, look.style.quote.indent)
        has_room = indent - inside.indent > bar.weight
        bars = (*inside.bars, bar) if has_room else inside.bars
        within = replace(inside, kind=inside.quote, indent=indent, bars=bars, hyphenated=True)
        element = parent.child("BlockQuote")
        return [item for child in block.blocks for item in self._block(child, element, within)]

    def _lines(self, block: model.Container, parent: Element, inside: Inside) -> Item:
        """A line to take: a box of its own, its heads as those of boxes."""
        style, kinds = self.setting.look.style, self.setting.text.changes
        boxes = self._headed(block, parent.child("Aside"), inside, kinds.head)
        box = Tinted(
            Stack(tuple(boxes)), self.setting.look, style.exhibit.before, style.exhibit.after
        )
        return Item(box, what="this line to take", place=block.place)

    def _headed(
        self, block: model.Container, element: Element, inside: Inside, kind: TextStyle
    ) -> Iterator[Box]:
        head, *rest = block.blocks
        assert isinstance(head, model.Paragraph)
        yield self.setting.paragraph(head.inlines, kind, element.child("P"), keep=True)
        for child in rest:
            if isinstance(child, model.Container):
                yield from self._headed(child, element, inside, self.setting.text.changes.column)
            else:
                yield from (item.box for item in self._block(child, element, inside))

    def _listing(self, block: model.Listing, parent: Element, inside: Inside) -> list[Item]:
        numbering = "Decimal" if block.start is not None else "Disc"
        listing = parent.child("L", numbering=numbering)
        step = self._step(block, inside)
        within = replace(
            inside, indent=inside.indented(self.setting.look.style, step), depth=inside.depth + 1
        )
        found: list[Item] = []
        for number, blocks in enumerate(block.items):
            item = listing.child("LI")
            label = self._label(block, number, item, inside)
            body = item.child("LBody")
            made = [i for b in blocks for i in self._block(b, body, within)]
            found.extend(self._labelled(made, label, within, block.tight))
        if found and block.tight:
            after = inside.kind.after
            found[-1] = _with_after(found[-1], after)
        return found

    def _step(self, block: model.Listing, inside: Inside) -> float:
        look = self.setting.look
        step = look.style.lists.indent
        if block.start is None:
            return step
        last = f"{block.start + len(block.items) - 1}."
        wide = look.width(last, inside.kind) + look.style.lists.gap
        return max(step, wide)

    def _label(self, block: model.Listing, number: int, item: Element, inside: Inside) -> Label:
        setting = inside.kind
        if block.start is not None:
            return Label(f"{block.start + number}.", setting, item.child("Lbl"))
        bullet = "•" if inside.depth % 2 == 0 else "–"
        return Label(bullet, setting, item.child("Lbl"), self.setting.look.style.lists.indent)

    def _labelled(self, made: list[Item], label: Label, inside: Inside, tight: bool) -> list[Item]:
        """The item's first paragraph gets the label; an item without one gets an empty one."""
        first = made[0].box if made else None
        if isinstance(first, ParagraphBox) and first.label is None:
            made[0] = _changed(made[0], label=label)
        else:
            empty = self.setting.paragraph((), inside.kind, None, keep=bool(made))
            empty = replace(empty, label=label, indent=inside.indent)
            made.insert(0, Item(empty))
        if tight:
            gap = self.setting.look.style.lists.gap
            made = [_with_after(i, min(i.box.after, gap)) for i in made]
        return made


def _widened(item: Item) -> Item:
    """An item of wide text: exhibits go over the page, all else is as wide as the text."""
    if item.column is not Column.MAIN:
        return item
    over = isinstance(item.box, Framed) and isinstance(item.box.body, ChartBox)
    return replace(item, column=Column.FULL if over else Column.WIDE)


def _joined(item: Item, column: Column) -> Item:
    """A paragraph of a lead: it stands whole under its heading, over what follows."""
    if not isinstance(item.box, ParagraphBox):
        return item
    return replace(item, column=column, box=replace(item.box, keep=True), joined=True)


def _with_after(item: Item, after: float) -> Item:
    return _changed(item, after=after) if isinstance(item.box, ParagraphBox) else item


def _changed(item: Item, **values: Any) -> Item:
    """A paragraph with other values, wide and narrow."""
    box, narrow = (
        replace(one, **values) if isinstance(one, ParagraphBox) else one
        for one in (item.box, item.narrow)
    )
    return replace(item, box=box or item.box, narrow=narrow)
