"""Findings on what services send, documented."""

from briefing.model import Code

CODES: dict[str, Code] = {
    "B070": Code(
        "A service that can't be asked so, or doesn't answer",
        "The question lacks something, or the service refuses it, is down, slow, moved, or asks to "
        "wait longer than `briefing fetch` does.",
        "The table's last file stays, and may be stale.",
        "table gdp: the service answers HTTP 403: Out of call volume quota",
    ),
    "B071": Code(
        "A reply that is no data",
        "A web page, a note or a message of error came with success, or another format.",
        "Kept as data it would stand in the place of figures.",
        "table gdp: a web page came in place of data",
    ),
    "B072": Code(
        "A reply without rows",
        "Services answer wrong codes, unknown tables and years not reported alike: with nothing.",
        "An empty file would empty every series cut from it.",
        "table trade: the reply holds no rows",
    ),
    "B073": Code(
        "A reply that was cut",
        "It has just as many rows as are ever sent, or fewer than it says.",
        "The rest is missing without a word, and every total is too small.",
        "table trade: 500 rows are the most that this address sends: the rest is cut off",
    ),
    "B074": Code(
        "A reply to something else",
        "It has rows of members that weren't asked for, or two rows of one thing.",
        "Other units or sub-rows among the rows would be added up with them.",
        "table rates: the reply has rows of something else than “USD_EXC”, which was asked",
    ),
    "B076": Code(
        "A file that is not what was fetched",
        "Its bytes are others than briefing.lock.json says.",
        "Its figures carry the source's name and date, but are not what the source published.",
        "table gdp: gdp.json is not what was fetched on 2026-04-15",
    ),
}
