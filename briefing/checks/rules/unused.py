"""B120: a table, series, fact or exhibit of the manifest that nothing uses."""

from collections.abc import Collection, Iterator, Mapping

from briefing.figures import RefusedError, rests_on
from briefing.figures.parse import parse
from briefing.model import Code, Finding, Place, Spec, reference

CODE = Code(
    "unused table, series, fact or exhibit",
    "The manifest defines a name that no section, exhibit or expression uses. What only such a "
    "name needs is told with it.",
    "It is often a misspelt twin of one that is used, or a figure that has silently left the text.",
    "series: {exprots: …} while the text prints {{ exports }}",
)
# Tables and exhibits may share a name: among what is used a table is called so.
_TABLE = "table "
# So many names of what goes with an unused one are listed.
_MOST = 5


def unused(
    spec: Spec, mentioned: Collection[str], broken: Collection[str] = ()
) -> tuple[Finding, ...]:
    """A warning for each name that is neither in `mentioned` (what the sections of any edition ask
    for, place or wait for) nor in what is used itself, nor is needed by another that is told; but
    for `broken` names, of which another finding speaks."""
    asked = {*mentioned, *(reference(name).name for name in _checked(spec))}
    asked |= {_TABLE + name for name in asked}
    used = _reached(spec, asked)
    idle = {name: entry for name, entry in _entries(spec).items() if name not in used}
    found: list[Finding] = []
    told: set[str] = set()
    needed = {other for name in idle for other in _needed(spec, name) if other != name}
    roots = [name for name in idle if name not in needed]
    # Of names that need each other in a circle the first is told.
    for name in (*roots, *idle):
        if name in told:
            continue
        reached = _reached(spec, {name}) - used - {name}
        told |= {name, *reached}
        along = reached - _reached(spec, {root for root in roots if root != name})
        plain = name.removeprefix(_TABLE)
        if plain not in broken:
            kind, place = idle[name]
            with_it = [n.removeprefix(_TABLE) for n in idle if n in along]
            found.append(_warning(kind, plain, place, with_it))
    return tuple(found)


def _entries(spec: Spec) -> Mapping[str, tuple[str, Place]]:
    """What kind of thing each name of the manifest is, and where it stands."""
    kinds = (
        ("exhibit", spec.exhibits),
        ("series", spec.series),
        ("fact", spec.facts),
        ("table", spec.tables),
    )
    found: dict[str, tuple[str, Place]] = {}
    for kind, entries in kinds:
        for name, entry in entries.items():
            called = _TABLE + name if kind == "table" else name
            found.setdefault(called, (kind, entry.place))
    return found


def _reached(spec: Spec, names: Collection[str]) -> set[str]:
    """The names, and all that they need."""
    reached = set(names)
    while more := {n for name in reached for n in _needed(spec, name)} - reached:
        reached |= more
    return reached


def _checked(spec: Spec) -> Iterator[str]:
    """The names that `checks:` compares."""
    for declared in spec.checks.sums:
        yield from (declared.total, *declared.parts)
    for same in spec.checks.same:
        yield from same.names
    for mirror in spec.checks.mirror:
        yield from (mirror.own, mirror.partner)


def _needed(spec: Spec, name: str) -> Iterator[str]:
    """The names in a name's expression, the table that it is cut from, what an exhibit shows; of a
    table that is one series, or has a name for each of its values, that table."""
    if name in spec.exhibits:
        asked = spec.exhibits[name]
        rows = (phrase for row in asked.rows for phrase in row.show.values())
        named = (*(p.text for p in (*asked.show, *asked.reference, *rows)), *asked.compare)
        for shown in named:
            yield from _either(reference(shown.strip()).name)
    if name in spec.series:
        series = spec.series[name]
        if series.expression is not None:
            yield from _named(series.expression.text)
        if series.table:
            yield _TABLE + series.table
    if name in spec.facts and (equals := spec.facts[name].equals):
        yield from _named(equals.text)
    tables = spec.tables.values()
    yield from (_TABLE + t.name for t in tables if any(v.name == name for v in t.values))


def _named(text: str) -> Iterator[str]:
    """The names in an expression, each perhaps a table's; of what is none another finding tells."""
    try:
        names = rests_on(parse(text))
    except RefusedError:
        return
    for name in names:
        yield from _either(name)


def _either(name: str) -> Iterator[str]:
    yield name
    yield _TABLE + name


def _warning(kind: str, name: str, place: Place, along: list[str]) -> Finding:
    hint = f"use “{name}” in a section or an exhibit, or take it out"
    if along:
        listed = ", ".join(along[:_MOST]) + (" and others" if len(along) > _MOST else "")
        hint += f", and with it what nothing else needs: {listed}"
    return Finding("B120", place, f"{kind} “{name}” is not used", hint)
