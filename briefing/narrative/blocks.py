"""Markdown's block tokens as blocks."""

from collections.abc import Callable, Sequence

from markdown_it.token import Token
from msgspec import Struct, structs

from briefing import model
from briefing.narrative import masks, source_map
from briefing.narrative.colons import colon_block
from briefing.narrative.inlines import html, inlines, standing_alone
from briefing.narrative.parser import BLOCK
from briefing.narrative.script import Script


class Node(Struct, frozen=True):
    """A block: its (opening) token and what stands in it."""

    token: Token
    children: tuple["Node", ...]

    @property
    def kind(self) -> str:
        """The token's type without `_open`."""
        return self.token.type.removesuffix("_open")

    @property
    def line(self) -> int:
        """The line, from 0, on which it begins."""
        return self.token.map[0] if self.token.map else 0


def tree(tokens: Sequence[Token]) -> tuple[Node, ...]:
    """The tokens of a document, each block with its children."""
    stack: list[list[Node]] = [[]]
    opened: list[Token] = []
    for token in tokens:
        if token.nesting > 0:
            opened.append(token)
            stack.append([])
        elif token.nesting < 0:
            children = tuple(stack.pop())
            stack[-1].append(Node(opened.pop(), children))
        else:
            stack[-1].append(Node(token, ()))
    return tuple(stack[0])


_CAPTION = ": "
DEEPEST = 30
WIDEST = 25


class Inside(Struct, frozen=True):
    """What a block stands in: how many lists and quotes, and which `:::` block, if any."""

    depth: int = 0
    block: str = ""

    @property
    def nearest(self) -> str:
        """The block that it stands in, a list or quotation before any other."""
        return "list" if self.depth else self.block


def blocks(script: Script, nodes: Sequence[Node], inside: Inside) -> tuple[model.Block, ...]:
    """The blocks of a document or of a block; what can't be set is a finding."""
    found: list[model.Block] = []
    for node in nodes:
        if node.kind == BLOCK:
            found.extend(_colons(script, node, inside))
        elif _is_caption(node, found):
            found[-1] = _captioned(script, node, found[-1])
        elif node.kind == "html_block":
            text = masks.unmask(node.token.content, script.masked)
            html(script, text, script.place(node.line, "<"))
        else:
            found.append(_READERS[node.kind](script, node, inside))
    return tuple(found)


def _is_caption(node: Node, found: Sequence[model.Block]) -> bool:
    """Whether a paragraph is the caption of the table or picture before it: `: Treaties`."""
    if node.kind != "paragraph" or not node.children[0].token.content.startswith(_CAPTION):
        return False
    last = found[-1] if found else None
    return isinstance(last, model.MarkdownTable | model.Image) and not last.caption


def _captioned(script: Script, node: Node, block: model.Block) -> model.Block:
    token = node.children[0].token
    origin = source_map.of_lines(script, node.line, token.content)
    first, *rest = inlines(script, token.children or (), origin)
    assert isinstance(block, model.MarkdownTable | model.Image)
    assert isinstance(first, model.Words)
    place = structs.replace(first.place, column=first.place.column + len(_CAPTION))
    caption = (structs.replace(first, text=first.text.removeprefix(_CAPTION), place=place), *rest)
    return structs.replace(block, caption=tuple(i for i in caption if getattr(i, "text", True)))


def _colons(script: Script, node: Node, inside: Inside) -> tuple[model.Block, ...]:
    def content(block: str) -> tuple[model.Block, ...]:
        return blocks(script, node.children, structs.replace(inside, block=block or inside.block))

    return colon_block(script, node.token, inside.nearest, content)


def _deeper(script: Script, node: Node, inside: Inside) -> Inside:
    deeper = structs.replace(inside, depth=inside.depth + 1)
    if deeper.depth == DEEPEST + 1:
        hint = "write it with fewer levels"
        message = f"lists and quotations nested more than {DEEPEST} deep"
        script.find("B311", script.place(node.line), message, hint)
    return deeper


def _paragraph(script: Script, node: Node, inside: Inside) -> model.Block:
    token = node.children[0].token
    origin = source_map.of_lines(script, node.line, token.content)
    alone = standing_alone(script, token.children or (), origin)
    if alone is not None:
        if inside.depth:
            hint = "put it outside the list or quotation"
            message = "a picture or exhibit inside a list or quotation"
            script.find("B310", origin.place(0), message, hint)
        return alone
    return model.Paragraph(inlines(script, token.children or (), origin), origin.place(0))


def _heading(script: Script, node: Node, inside: Inside) -> model.Block:
    token = node.children[0].token
    if node.token.markup.startswith("#"):
        origin = source_map.of_heading(script, node.line, node.token.markup, token.content)
    else:
        origin = source_map.of_lines(script, node.line, token.content)
    if inside.depth:
        hint = "put it outside, or write it as strong text"
        message = "a heading inside a list or quotation"
        script.find("B302", origin.place(0), message, hint)
    level = int(node.token.tag[1:])
    return model.Heading(level, inlines(script, token.children or (), origin), origin.place(0))


def _listing(script: Script, node: Node, inside: Inside) -> model.Block:
    deeper = _deeper(script, node, inside)
    items = tuple(blocks(script, item.children, deeper) for item in node.children)
    start = int(node.token.attrs.get("start", 1)) if node.kind == "ordered_list" else None
    return model.Listing(items, start, _is_tight(node), script.place(node.line))


def _is_tight(node: Node) -> bool:
    paragraphs = (c for item in node.children for c in item.children if c.kind == "paragraph")
    return all(paragraph.token.hidden for paragraph in paragraphs)


def _quote(script: Script, node: Node, inside: Inside) -> model.Block:
    deeper = _deeper(script, node, inside)
    return model.Quote(blocks(script, node.children, deeper), script.place(node.line))


def _footnote(script: Script, node: Node, inside: Inside) -> model.Block:
    content = blocks(script, node.children, inside)
    return model.Footnote(str(node.token.meta["label"]), content, script.place(node.line, "[^"))


def _code(script: Script, node: Node, _inside: Inside) -> model.Block:
    text = masks.unmask(node.token.content, script.masked)
    return model.CodeBlock(text.removesuffix("\n").replace("\ufffd", ""), script.place(node.line))


def _rule(script: Script, node: Node, _inside: Inside) -> model.Block:
    return model.Rule(script.place(node.line))


def _table(script: Script, node: Node, _inside: Inside) -> model.Block:
    rows = {part.kind: part.children for part in node.children}
    head = rows["thead"][0]
    width = len(head.children)
    if width > WIDEST:
        hint = "split it, or make a grid of a table of the manifest"
        message = f"a table with {width} columns; it may have {WIDEST}"
        script.find("B312", script.place(node.line), message, hint)
    return model.MarkdownTable(
        tuple(_alignment(cell) for cell in head.children),
        _cells(script, head),
        tuple(_cells(script, row) for row in rows.get("tbody", ())),
        script.place(node.line),
    )


def _alignment(cell: Node) -> str:
    return str(cell.token.attrs.get("style", "text-align:left")).removeprefix("text-align:")


def _cells(script: Script, row: Node) -> tuple[tuple[model.Inline, ...], ...]:
    tokens = [cell.children[0].token for cell in row.children]
    line = script.lines[row.line]
    indent = _row_start(line, tokens[0].content)
    surplus = source_map.split_cells(line, indent)[len(tokens) :]
    if surplus:
        place = structs.replace(script.place(row.line), column=surplus[0][0] + 1)
        message = f"a row of the table has more cells than its head, which has {len(tokens)}"
        script.find("B312", place, message, "give the head a cell more, or write \\| for a bar")
    cells = source_map.of_cells(script, row.line, indent, [token.content for token in tokens])
    return tuple(
        inlines(script, token.children or (), cell)
        for token, cell in zip(tokens, cells, strict=True)
    )


def _row_start(line: str, first: str) -> int:
    """Where a row begins in its line: at its first bar or at its first cell's text."""
    bar = line.find("|")
    text = line.find(first) if first else -1
    return min(position for position in (bar, text) if position >= 0)


_READERS: dict[str, Callable[[Script, Node, Inside], model.Block]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _listing,
    "ordered_list": _listing,
    "blockquote": _quote,
    "footnote_reference": _footnote,
    "code_block": _code,
    "fence": _code,
    "hr": _rule,
    "table": _table,
}
