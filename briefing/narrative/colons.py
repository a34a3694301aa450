"""The `:::` blocks: roles of text, exhibits that the manifest says itself, and the condition."""

import re
from collections.abc import Callable

from markdown_it.token import Token

from briefing import model
from briefing.narrative import masks
from briefing.narrative.condition import condition
from briefing.narrative.script import Script

IF = "if"
# What shows an exhibit of its name, or of the name behind it, under the title that stands in it.
SHOWING = ("facts", "people", "calendar")
# What stands in lines to take, and nowhere else.
_PARTS = (model.Role.ASKED, model.Role.UNSAID)
_NAMES = (*(role.value for role in model.Role), *SHOWING, IF)
_KNOWN = f"there are {', '.join(f'::: {name}' for name in _NAMES)} NAME"


def colon_block(
    script: Script, token: Token, stands_in: str, content: Callable[[str], tuple[model.Block, ...]]
) -> tuple[model.Block, ...]:
    """The block that a `:::` line opens; of one that can't be used, what stands in it.

    `stands_in` is the block around it: a role, or a list or quotation by any other word; `content`
    reads what stands in it, told which role it is.
    """
    line = token.map[0] if token.map else 0
    place = script.place(line, token.markup)
    name, _, rest = masks.unmask(token.info, script.masked).strip().partition(" ")
    rest = rest.strip()
    _closed(script, token, place, name)
    if name == IF:
        asked = _condition(script, line, rest)
        inner = content(stands_in)
        return inner if asked is None else (model.Condition(asked, inner, place),)
    if name not in _NAMES:
        _unknown(script, place, name, stands_in)
        return content(stands_in)
    _enclosed(script, place, name, stands_in)
    if name in SHOWING:
        return _showing(script, place, name, rest, content(name))
    if rest:
        script.find("B304", place, f"“::: {name}” takes nothing more; found “{rest}”", _KNOWN)
    return (model.Container(model.Role(name), content(name), place),)


def _enclosed(script: Script, place: model.Place, name: str, stands_in: str) -> None:
    """A finding unless the block stands where it may."""
    if name in _PARTS:
        if stands_in != model.Role.LINES:
            hint = "put it into ::: lines, whose own colons are then one more: :::: lines"
            script.find("B306", place, f"“::: {name}” stands outside ::: lines", hint)
    elif stands_in:
        hint = "close the block before it, or take it out of the list or quotation"
        script.find("B306", place, f"“::: {name}” stands inside another block", hint)


def _showing(
    script: Script, place: model.Place, name: str, rest: str, inner: tuple[model.Block, ...]
) -> tuple[model.Block, ...]:
    """The exhibit that the block shows."""
    title = inner[0] if len(inner) == 1 else None
    if not isinstance(title, model.Paragraph):
        message = f"“::: {name}” holds its title, one paragraph"
        script.find("B304", place, message, f"write ::: {name}, a title, and :::")
        return inner
    return (model.Placement(rest or name, title.inlines, place, kind=name),)


def _unknown(script: Script, place: model.Place, name: str, stands_in: str) -> None:
    if not name:
        hint = "remove it, or write what it opens: ::: aside"
        script.find("B305", place, "“:::” closes nothing", hint)
        return
    inside = stands_in == model.Role.LINES
    fitting = [known for known in _NAMES if (known in _PARTS) is inside]
    message = f"no block is called “{name}”{model.did_you_mean(name, fitting)}"
    script.find("B304", place, message, _KNOWN)


def _closed(script: Script, token: Token, place: model.Place, name: str) -> None:
    """A finding unless the line behind the block is its closing line."""
    end = token.map[1] if token.map else 0
    closing = re.compile(rf"(?:^|[^:]):{{{len(token.markup)},}}[ \t]*$")
    if name and not (end < len(script.lines) and closing.search(script.lines[end])):
        hint = f"write {token.markup} on a line of its own where it ends"
        script.find("B305", place, f"“{token.markup} {name}” is not closed", hint)


def _condition(script: Script, line: int, text: str) -> model.Reference | None:
    """The reference whose value decides; None, with a finding, when it is none."""
    source = script.source[line]
    column = source.index(IF, source.index(":")) + len(IF) + 1
    column += len(source[column:]) - len(source[column:].lstrip())
    place = model.Place(script.file, line + 1, column + 1)
    return condition(script, text, place if text else script.place(line, ":::"), "::: if name")
