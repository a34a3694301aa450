"""The findings of this room, for whoever meets one; each rule documents its own."""

from briefing.checks import waive
from briefing.checks.rules import RULES, unused
from briefing.model import Code

CODES: dict[str, Code] = {
    **{code: rule.code for code, rule in RULES.items()},
    "B120": unused.CODE,
    "B121": waive.CODE,
}
