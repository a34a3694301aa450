"""The kinds of exhibits, and which keys of an exhibit's entry fit each."""

from collections.abc import Mapping

ALWAYS = frozenset({"kind", "show", "wide", "subtitle", "note", "needs"})
SPAN = frozenset({"from", "to"})
# Each kind with the keys that it takes beside those of all.
EXHIBITS: Mapping[str, frozenset[str]] = {
    "bars": frozenset({"mode", "unit", "decimals", "periods", "top"}) | SPAN,
    "line": frozenset({"unit", "decimals", "periods", "top"}) | SPAN,
    "ranking": frozenset({"top", "unit", "decimals", "periods"}),
    "share": frozenset({"top", "periods"}),
    "grid": frozenset({"periods", "unit", "decimals", "top"}) | SPAN,
    "mirror": frozenset({"periods", "unit"}) | SPAN,
    "changes": frozenset({"against"}),
    "tiles": frozenset(),
    "timeline": frozenset({"where", "filled"}) | SPAN,
}
