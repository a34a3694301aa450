"""Words of another language in the text: `[Монгол Улс]{lang=mn}`, as Pandoc's spans are written."""

import re

from markdown_it.rules_inline import StateInline

SPAN = "span"
_TAG = re.compile(r"\{lang=([^}\s]*)\}")


def span(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: brackets with `{lang=…}` behind them; anything else is left alone.

    Both tokens have the braces as `markup`; the opening one has the tag as `meta["lang"]`.
    """
    # Looking ahead, a link takes the brackets within its text for such, not for another link.
    if silent or state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos, False)
    match = _TAG.match(state.src, end + 1) if end >= 0 else None
    if match is None:
        return False
    last, state.posMax = state.posMax, end
    state.pos += 1
    token = state.push(f"{SPAN}_open", SPAN, 1)
    token.markup = match[0]
    token.meta = {"lang": match[1]}
    state.md.inline.tokenize(state)
    state.push(f"{SPAN}_close", SPAN, -1).markup = match[0]
    state.pos, state.posMax = match.end(), last
    return True
