"""B120: a series, fact or exhibit of the manifest that nothing uses."""

import re
from collections.abc import Collection, Iterator

from briefing.model.finding import Code, Finding, Severity
from briefing.model.place import Place
from briefing.model.spec import Spec

CODE = Code(
    "unused series, fact or exhibit",
    "The manifest defines a name that no section, exhibit or expression uses.",
    "It is often a misspelt twin of one that is used, or a figure that has silently left the text.",
    "series: {exprots: …} while the text prints {{ exports }}",
)
_NAME = re.compile(r"[^\W\d]\w*")


def unused(spec: Spec, mentioned: Collection[str]) -> tuple[Finding, ...]:
    """A warning for each name that is neither in `mentioned` (what the sections of any edition ask
    for, place or wait for) nor in what is used itself."""
    used = set(_NAME.findall(" ".join((*mentioned, *_checked(spec)))))
    while more := set(_needed(spec, used)) - used:
        used |= more
    kinds = (("series", spec.series), ("fact", spec.facts), ("exhibit", spec.exhibits))
    return tuple(
        _warning(kind, name, entry.place)
        for kind, entries in kinds
        for name, entry in entries.items()
        if name not in used
    )


def _checked(spec: Spec) -> Iterator[str]:
    """The names that `checks:` compares."""
    for declared in spec.checks.sums:
        yield from (declared.total, *declared.parts)
    for same in spec.checks.same:
        yield from same.names
    for mirror in spec.checks.mirror:
        yield from (mirror.own, mirror.partner)


def _needed(spec: Spec, used: Collection[str]) -> Iterator[str]:
    """The names in the expressions of used series and facts and in used exhibits."""
    for name in used:
        if name in spec.exhibits:
            for shown in spec.exhibits[name].show:
                yield from _NAME.findall(shown.text)
        if name in spec.series and (expression := spec.series[name].expression):
            yield from _NAME.findall(expression.text)
        if name in spec.facts and (equals := spec.facts[name].equals):
            yield from _NAME.findall(equals.text)


def _warning(kind: str, name: str, place: Place) -> Finding:
    return Finding(
        "B120",
        Severity.WARNING,
        place,
        f"{kind} “{name}” is not used",
        "use it in a section or an exhibit, or take it out",
    )
