"""Markdown-it's flat block tokens as a tree."""

from collections.abc import Sequence

from markdown_it.token import Token
from msgspec import Struct


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
