"""The kinds of exhibits, and which keys of an exhibit's entry fit each."""

from collections.abc import Mapping

ALWAYS = frozenset({"kind", "show", "wide", "subtitle", "note", "needs"})
SPAN = frozenset({"from", "to"})
FIGURES = frozenset({"unit", "decimals", "periods"})
LABELS = frozenset({"highlight", "annotate"})
OVER_TIME = FIGURES | SPAN | LABELS | {"top", "compare", "reference", "index", "scale"}
# Each kind with the keys that it takes beside those of all.
EXHIBITS: Mapping[str, frozenset[str]] = {
    "bars": OVER_TIME | {"mode"},
    "line": OVER_TIME,
    "area": FIGURES | SPAN | LABELS | {"mode", "top", "reference"},
    "ranking": FIGURES | LABELS | {"top", "reference", "scale"},
    "share": LABELS | {"decimals", "top", "periods"},
    "slope": FIGURES | SPAN | LABELS | {"top", "mode"},
    "dumbbell": FIGURES | SPAN | LABELS | {"top", "scale", "mode"},
    "map": FIGURES | LABELS | {"mode"},
    "grid": FIGURES | SPAN | {"top", "transpose"},
    "mirror": frozenset({"periods", "unit"}) | SPAN,
    "changes": frozenset({"against", "mode"}),
    "tiles": frozenset({"top"}),
    "timeline": frozenset({"where", "filled"}) | SPAN,
    "facts": frozenset({"rows", "countries"}),
    "people": frozenset({"people"}),
    "calendar": frozenset({"occasions"}),
}
# What shows what the manifest says itself, with the key that it says it by; each is a block of its
# name in the text.
SAYING: Mapping[str, str] = {"facts": "rows", "people": "people", "calendar": ""}
REQUIRED: Mapping[str, str] = {kind: SAYING.get(kind, "show") for kind in EXHIBITS}


def taken(kind: str) -> frozenset[str]:
    """The keys that an entry of a kind takes."""
    return (ALWAYS | EXHIBITS[kind]) - ({"show"} if kind in SAYING else frozenset())
