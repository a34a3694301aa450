"""The rules that a briefing must pass before it is drawn (NUMBERS.md §3)."""

from briefing.checks.codes import CODES
from briefing.checks.examine import examine
from briefing.checks.rules import RULES
from briefing.checks.rules.unused import unused

__all__ = ["CODES", "RULES", "examine", "unused"]
