"""Words set apart as Pandoc's spans are written: of another language, `[Монгол Улс]{lang=mn}`, or
kept only where something has a value, `[, its largest investor]{if=stock}`."""

import re

from markdown_it.rules_inline import StateInline

SPAN = "span"
LANGUAGE, IF = "lang", "if"
_TAG = re.compile(r"\{(?:(lang)=([^}\s]*)|(if)=([^}\n]*))\}")


def span(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: brackets with `{lang=…}` or `{if=…}` behind them; anything else
    is left alone.

    Both tokens have the braces as `markup`; both have what follows the sign in
    `meta`, under `lang` or `if`.
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
    token.meta = {match[1] or match[3]: match[2] or match[4] or ""}
    state.md.inline.tokenize(state)
    closing = state.push(f"{SPAN}_close", SPAN, -1)
    closing.markup, closing.meta = match[0], token.meta
    state.pos, state.posMax = match.end(), last
    return True
