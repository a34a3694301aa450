"""Frozen values that the stages hand to each other; imports nothing of ours.

The door has what a briefing is made of; what few ask for is asked of its own module. What is behind
the door is loaded when it is first asked for: how a command ends is known without.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.attachment import *
    from briefing.model.block import *
    from briefing.model.cause import *
    from briefing.model.document import *
    from briefing.model.entry import *
    from briefing.model.examination import *
    from briefing.model.exchange import *
    from briefing.model.exhibit import *
    from briefing.model.exhibit_spec import *
    from briefing.model.expression import *
    from briefing.model.fact import *
    from briefing.model.finding import *
    from briefing.model.front import *
    from briefing.model.inline import *
    from briefing.model.link import *
    from briefing.model.lock import *
    from briefing.model.number import *
    from briefing.model.period import *
    from briefing.model.printed import *
    from briefing.model.quotient import *
    from briefing.model.record import *
    from briefing.model.series import *
    from briefing.model.severity import *
    from briefing.model.spec import *
    from briefing.model.table import *
    from briefing.model.table_spec import *
    from briefing.model.text import *
    from briefing.model.topic import *
    from briefing.model.unit import *
    from briefing.model.walk import *
    from briefing.model.wording import *

_BEHIND = (
    "attachment",
    "block",
    "cause",
    "document",
    "entry",
    "examination",
    "exchange",
    "exhibit",
    "exhibit_spec",
    "expression",
    "fact",
    "finding",
    "front",
    "inline",
    "link",
    "lock",
    "number",
    "period",
    "printed",
    "quotient",
    "record",
    "series",
    "severity",
    "spec",
    "table",
    "table_spec",
    "text",
    "topic",
    "unit",
    "walk",
    "wording",
)


def __getattr__(name: str) -> object:
    if not name.startswith("_"):
        for module in _BEHIND:
            found = vars(import_module(f"briefing.model.{module}"))
            known = found.get("__all__") or [n for n in found if not n.startswith("_")]
            globals().update({n: found[n] for n in known})
        if name in globals():
            return globals()[name]
    raise AttributeError(f"module 'briefing.model' has no attribute {name!r}")
