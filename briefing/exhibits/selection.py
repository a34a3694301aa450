"""What `show` names (series, members of families, families, facts), and what is measured by it."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from briefing import model
from briefing.exhibits.frame import Frame, Unshowable
from briefing.figures import rests_on


class Shown(Struct, frozen=True):
    """A series with the name that facts of it bear, its label and, in a family, its key."""

    name: str
    label: str
    series: model.Series
    key: str = ""


def series_of(frame: Frame) -> tuple[Shown, ...]:
    """The series that `show` names, each family as its listed members."""
    return _series(frame, frame.asked.show)


def compared_of(frame: Frame, beside: Iterable[Shown]) -> tuple[Shown, ...]:
    """What `compare:` sets beside those shown: a series, or a key of their families."""
    found: list[Shown] = []
    families = dict.fromkeys(item.name.partition("[")[0] for item in beside if item.key)
    for entry in frame.asked.compare:
        own = [frame.facts.families[name] for name in families if name in frame.facts.families]
        held = [family for family in own if entry in family.members]
        if held:
            found.extend(item for family in held for item in members(frame, family, (entry,)))
        else:
            found.extend(_series(frame, (model.Phrase(entry, frame.asked.place),)))
    return tuple(found)


def levels_of(frame: Frame) -> tuple[Shown | model.Fact, ...]:
    """The series and facts that `reference:` names."""
    return figures_named(frame, frame.asked.reference)


def _series(frame: Frame, asked: Iterable[model.Phrase]) -> tuple[Shown, ...]:
    shown: list[Shown] = []
    problems: list[model.Refusal] = []
    for name, key in _asked(frame, problems, asked):
        family = frame.facts.families.get(name)
        if name in frame.facts.series:
            shown.append(Shown(name, _label(frame, name), frame.facts.series[name]))
        elif family is None:
            problems.append(_unfit(frame, name, "a series"))
        elif not key:
            shown.extend(members(frame, family, family.listed))
        elif key in family.members:
            shown.extend(members(frame, family, (key,)))
        else:
            problems.append(_no_member(name, key, family))
    _refuse(problems)
    return tuple(shown)


def families_of(frame: Frame) -> tuple[model.Family, ...]:
    """The families that `show` names; a series among them is a problem."""
    problems: list[model.Refusal] = []
    found = []
    for name, key in _asked(frame, problems, frame.asked.show):
        if name in frame.facts.families and not key:
            found.append(frame.facts.families[name])
        else:
            problems.append(_unfit(frame, name, "a family of series"))
    _refuse(problems)
    return tuple(found)


def figures_of(frame: Frame) -> tuple[Shown | model.Fact, ...]:
    """The series and facts that `show` names."""
    return figures_named(frame, frame.asked.show)


def figures_named(frame: Frame, asked: Iterable[model.Phrase]) -> tuple[Shown | model.Fact, ...]:
    """The series and facts of these names."""
    problems: list[model.Refusal] = []
    found: list[Shown | model.Fact] = []
    for name, key in _asked(frame, problems, asked):
        family = frame.facts.families.get(name)
        if name in frame.facts.series:
            found.append(Shown(name, _label(frame, name), frame.facts.series[name]))
        elif name in frame.facts.stated:
            found.append(frame.facts.stated[name])
        elif family is not None and key in family.members:
            found.extend(_measured(frame, family, item) for item in members(frame, family, (key,)))
        elif family is not None and key:
            problems.append(_no_member(name, key, family))
        else:
            problems.append(_unfit(frame, name, "a series or a fact"))
    _refuse(problems)
    return tuple(found)


def events_of(frame: Frame) -> tuple[model.Event, ...]:
    """The events that `show` names, in order of date."""
    problems: list[model.Refusal] = []
    found: list[model.Event] = []
    for name, _ in _asked(frame, problems, frame.asked.show):
        if name in frame.facts.events:
            found.extend(frame.facts.events[name])
        else:
            problems.append(_unfit(frame, name, "a table of events"))
    _refuse(problems)
    return tuple(sorted(found, key=lambda e: (e.period.start, e.period.end, e.origin)))


def members(frame: Frame, family: model.Family, keys: Iterable[str]) -> list[Shown]:
    """Members of a family, labelled by their names."""
    return [
        Shown(f"{family.name}[{key}]", frame.name(key), family.members[key], key) for key in keys
    ]


def _measured(frame: Frame, family: model.Family, item: Shown) -> Shown:
    """A member that says what is measured: “Exports, China”."""
    label = frame.text(family.label)
    return (
        structs.replace(item, label=frame.captions.with_unit(label, item.label)) if label else item
    )


def is_family(frame: Frame) -> bool:
    """Whether `show` names one family, whole."""
    return len(frame.asked.show) == 1 and frame.asked.show[0].text in frame.facts.families


def _asked(
    frame: Frame, problems: list[model.Refusal], phrases: Iterable[model.Phrase]
) -> list[tuple[str, str]]:
    """Names and keys as the manifest has them, parameters filled; those nobody knows are
    problems."""
    asked = []
    known = _known(frame)
    for phrase in phrases:
        named = model.reference(phrase.text.strip())
        name, key = named.name, named.key.strip()
        if key.startswith("$"):
            key = frame.spec.parameters.get(key[1:], key)
        if name in frame.facts.broken:
            raise Unshowable
        if name in known:
            asked.append((name, key))
            continue
        guess = model.did_you_mean(name, known)
        problems.append(
            model.Refusal(
                f"exhibit {frame.asked.name}: there is no series or fact “{name}”{guess}",
                "name a series, a fact or a table of events of this manifest",
                "B351",
            )
        )
    return asked


def _known(frame: Frame) -> list[str]:
    facts = frame.facts
    return [*facts.series, *facts.families, *facts.stated, *facts.events]


def _label(frame: Frame, name: str) -> str:
    series = frame.facts.series[name]
    return frame.text(series.label) or name.replace("_", " ").capitalize()


def _unfit(frame: Frame, name: str, wanted: str) -> model.Refusal:
    kind = frame.asked.kind
    return model.Refusal(
        f"exhibit {frame.asked.name}: “{name}” is not {wanted}, which {kind} shows",
        f"show {wanted}, or choose another kind than {kind}",
        "B352",
    )


def _no_member(name: str, key: str, family: model.Family) -> model.Refusal:
    guess = model.did_you_mean(key, family.members)
    return model.Refusal(
        f"“{name}” has no member “{key}”{guess}", "name a code that its table holds", "B351"
    )


def _refuse(problems: list[model.Refusal]) -> None:
    if problems:
        raise Unshowable(*problems)


# So many series are named in a subtitle, then how many more there are.
_NAMED = 3
_LONG = 60
# So much of a name's beginning stands in each of its cases.
_STEM = 4


def statistic(frame: Frame, shown: Sequence[Shown], gathered: int = 0) -> str:
    """What is measured: of members their family's label, of series their own, one by one."""
    families = {item.name.partition("[")[0] for item in shown if item.key}
    if families and all(item.key for item in shown if ":" not in item.name):
        named = [frame.text(frame.facts.families[name].label) for name in sorted(families)]
        if len(named) == 1:
            return named[0]
    labels = list(dict.fromkeys(item.label for item in shown if ":" not in item.name))
    named = labels[:1]
    for label in labels[1:]:
        if len(", ".join((*named, label))) > _LONG or len(named) == _NAMED:
            break
        named.append(label)
    if len(labels) == len(named) + 1 == _NAMED + 1 and not gathered:
        named = labels
    return frame.captions.listing(named, len(labels) - len(named) + gathered)


def place(frame: Frame, shown: Sequence[Shown]) -> str:
    """Where it is measured: the reporter, of what is cut for the partner both countries; nothing
    where a label says whose figures they are."""
    reporter = frame.spec.parameters.get("reporter", "")
    if not reporter:
        return ""
    labels = [item.series.label for item in shown]
    names = {item.name.partition("[")[0] for item in shown if item.key}
    labels += [frame.facts.families[n].label for n in names if n in frame.facts.families]
    if any(_says_where(frame, label) for label in labels):
        return ""
    code = frame.subject(set(frame.spec.parameters.values()) - {reporter})
    if code and any(not item.key and _is_partners(frame, item.name, code) for item in shown):
        return frame.captions.two(frame.name(reporter), frame.name(code))
    return frame.name(reporter)


def _is_partners(frame: Frame, name: str, code: str) -> bool:
    """Whether a series is cut for the partner, or made of one that is."""
    expressions = frame.facts.expressions
    for each in (name, *rests_on(expressions.get(name), expressions)):
        spec = frame.spec.series.get(each.partition("[")[0])
        where = spec.where.values() if spec else ()
        asked = str(expressions.get(each, ""))
        if "$" in asked or f"[{code}]" in asked or any(code in values for values in where):
            return True
    return False


def _says_where(frame: Frame, label: model.Text | None) -> bool:
    """Whether a label names a country of the briefing, by a reference or by the stem of its
    name."""
    phrase = (label or {}).get(frame.language)
    if phrase is None:
        return False
    if "{{" in phrase.text:
        return True
    codes = frame.spec.parameters.values()
    stems = (frame.name(code)[:_STEM] for code in codes if len(frame.name(code)) >= _STEM)
    return any(stem in phrase.text for stem in stems)
