"""English multiples: doubled, tenfold, to a third."""

from briefing.language.told import Multiple, Near

_VERBS = {2: "doubled", 3: "tripled", 4: "quadrupled"}
_FOLDS = ("five", "six", "seven", "eight", "nine", "ten")
_PARTS = ("third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NEAR = {Near.NEARLY: "nearly ", Near.JUST: "", Near.OVER: "more than "}


def multiple(told: Multiple) -> str:
    """“nearly doubled”, “rose more than tenfold”, “rose 12-fold”; “halved”, “fell to a third”."""
    near, times = _NEAR[told.near], told.times
    if told.rise:
        if times in _VERBS:
            return f"{near}{_VERBS[times]}"
        fold = f"{_FOLDS[times - 5]}fold" if times <= 10 else f"{times}-fold"
        return f"rose {near}{fold}"
    if times == 2:
        return f"{near}halved"
    part = f"a {_PARTS[times - 3]}" if times <= 10 else f"one part in {times}"
    part = part.replace("a eighth", "an eighth")
    less = {Near.NEARLY: "just over ", Near.JUST: "", Near.OVER: "less than "}[told.near]
    return f"fell to {less}{part}"
