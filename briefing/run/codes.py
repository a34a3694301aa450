"""Every finding code of the product, documented by the room that finds it."""

from collections.abc import Mapping

from briefing import (
    checks,
    exhibits,
    facts,
    language,
    layout,
    narrative,
    project,
    services,
    tables,
    verify,
)
from briefing.model import Code
from briefing.workspace.codes import CODES as WORKSPACE

ROOMS: Mapping[str, Mapping[str, Code]] = {
    "The manifest": {**WORKSPACE, **project.CODES},
    "The rules that a briefing must pass": checks.CODES,
    "Tables": tables.CODES,
    "Services": services.CODES,
    "Facts and expressions": facts.CODES,
    "The narrative": narrative.CODES,
    "Exhibits": exhibits.CODES,
    "The page": layout.CODES,
    "A finished PDF": verify.CODES,
}


def words(code: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """The published lists of words that a rule knows, by language and list; none for others."""
    rule = checks.RULES.get(code)
    lists = rule.words if rule else ()
    return {
        name: {entry: tuple(getattr(grammar.claims, entry)) for entry in lists}
        for name, grammar in language.GRAMMARS.items()
        if lists
    }
