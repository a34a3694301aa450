"""What an exhibit measures, and where: the first parts of its subtitle."""

from collections.abc import Sequence

from briefing.exhibits.frame import Frame
from briefing.exhibits.selection import Shown
from briefing.figures import rests_on
from briefing.model import Text

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


def _says_where(frame: Frame, label: Text | None) -> bool:
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
