"""Expressions, indicators and what the references of the text read."""

from briefing.facts.codes import CODES
from briefing.facts.derive import derive
from briefing.facts.derived import Derived
from briefing.facts.indicators import INDICATORS
from briefing.facts.read import held, read
from briefing.facts.template import members

__all__ = ["CODES", "INDICATORS", "Derived", "derive", "held", "members", "read"]
