"""The `:::` blocks: lead, aside, keypoints, and the condition `if`."""

import re
from collections.abc import Callable

from markdown_it.token import Token

from briefing.model import Block, Condition, Container, Place, Reference, Role, did_you_mean
from briefing.narrative import masks
from briefing.narrative.condition import condition
from briefing.narrative.script import Script

IF = "if"
_NAMES = (*(role.value for role in Role), IF)
_KNOWN = "there are ::: lead, ::: aside, ::: keypoints and ::: if NAME"


def colon_block(
    script: Script, token: Token, enclosed: bool, content: Callable[[bool], tuple[Block, ...]]
) -> tuple[Block, ...]:
    """The block that a `:::` line opens; of one that can't be used, what stands in it.

    `enclosed`: it stands in a list, a quotation or a role; `content` reads what stands in it,
    told whether the block is a role.
    """
    line = token.map[0] if token.map else 0
    place = script.place(line, token.markup)
    name, _, rest = masks.unmask(token.info, script.masked).strip().partition(" ")
    rest = rest.strip()
    _closed(script, token, place, name)
    if name == IF:
        asked = _condition(script, line, rest)
        inner = content(False)
        return inner if asked is None else (Condition(asked, inner, place),)
    if name not in _NAMES:
        _unknown(script, place, name)
        return content(False)
    if rest:
        script.error("B304", place, f"“::: {name}” takes nothing more; found “{rest}”", _KNOWN)
    if enclosed:
        hint = "close the block before it, or take it out of the list or quotation"
        script.error("B306", place, f"“::: {name}” stands inside another block", hint)
    return (Container(Role(name), content(True), place),)


def _unknown(script: Script, place: Place, name: str) -> None:
    if not name:
        hint = "remove it, or write what it opens: ::: aside"
        script.error("B305", place, "“:::” closes nothing", hint)
        return
    message = f"no block is called “{name}”{did_you_mean(name, _NAMES)}"
    script.error("B304", place, message, _KNOWN)


def _closed(script: Script, token: Token, place: Place, name: str) -> None:
    """A finding unless the line behind the block is its closing line."""
    end = token.map[1] if token.map else 0
    closing = re.compile(rf"(?:^|[^:]):{{{len(token.markup)},}}[ \t]*$")
    if name and not (end < len(script.lines) and closing.search(script.lines[end])):
        hint = f"write {token.markup} on a line of its own where it ends"
        script.error("B305", place, f"“{token.markup} {name}” is not closed", hint)


def _condition(script: Script, line: int, text: str) -> Reference | None:
    """The reference whose value decides; None, with a finding, when it is none."""
    source = script.source[line]
    column = source.index(IF, source.index(":")) + len(IF) + 1
    column += len(source[column:]) - len(source[column:].lstrip())
    place = Place(script.file, line + 1, column + 1)
    return condition(script, text, place if text else script.place(line, ":::"), "::: if name")
