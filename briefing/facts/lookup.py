"""References of the text to facts."""

from msgspec.structs import replace

from briefing.facts.at_period import latest, over
from briefing.facts.evaluate import no_member
from briefing.figures import BrokenError, NoValueError, RefusedError
from briefing.figures.standing import is_like
from briefing.model import DATE, Fact, Facts, Name, Period, Reference, Series, did_you_mean
from briefing.workspace import shown

_SPOKEN = ("period", "period.previous")
_LATEST = "latest"
_PERIODS = "a period is 2014, 2014-Q3, 2014-09, 2000..2013, `latest` or `period.previous`"


def look(facts: Facts, reference: Reference) -> Fact:
    """The fact that a reference asks for, which has a value.

    Raises RefusedError for a name, key or period that isn't there, NoValueError where there is no
    value in this edition, BrokenError for a name that couldn't be made.
    """
    spoken = _spoken(facts, reference)
    if spoken is not None:
        return spoken
    subject = find(facts, reference)
    if reference.over:
        return _extreme(facts, reference, subject)
    if isinstance(subject, Fact):
        return _stated(facts, subject, reference.period)
    if reference.period == _LATEST:
        return latest(subject, subject.name)
    period = moment(facts, reference.period) if reference.period else facts.period
    return at(facts, subject, period)


def _extreme(facts: Facts, reference: Reference, subject: Series | Fact) -> Fact:
    """The highest or lowest value of a series, by the name that the reference writes."""
    if isinstance(subject, Fact):
        message = f"{subject.name} is one value: it has no {reference.over}"
        raise RefusedError("B271", message, f"write {{{{ {subject.name} }}}}")
    within = moment(facts, reference.period) if reference.period else None
    found = extreme(subject, reference.over, facts.period, within)
    name = f"{reference.over}({subject.name})"
    return replace(found, name=name, derivation=name)


def at(facts: Facts, series: Series, period: Period) -> Fact:
    """A series at a period. Raises as `over` does, also for a period after the edition's."""
    if period.end > facts.period.end:
        message = f"{series.name} {period} is after this edition’s period, {facts.period}"
        raise NoValueError(message, f"put it in `::: if {series.name} {period}`")
    return over(series, period, series.name)


def find(facts: Facts, reference: Reference) -> Series | Fact:
    """The series, member of a family or stated fact of that name; `key` chooses the member."""
    name = reference.name
    if name in facts.broken:
        raise BrokenError
    if name in facts.families:
        return _member(facts, reference)
    found = facts.series.get(name) or facts.stated.get(name)
    if found is None:
        raise _unknown(facts, name)
    if reference.key:
        message = f"{name} is one series or value and has no keys"
        raise RefusedError("B271", message, f"write {name} alone")
    return found


def moment(facts: Facts, written: str) -> Period:
    """A period as a reference writes it, but for `latest`."""
    if written == "period":
        return facts.period
    if written == "period.previous":
        return facts.period.previous()
    try:
        return Period.parse(written).beginning(_begins(facts))
    except ValueError:
        near = did_you_mean(written, (*_SPOKEN, _LATEST))
        words = written.split(maxsplit=1)
        hint = _PERIODS
        if len(words) == 2 and words[0][0].isdigit() and words[1].isalpha():
            hint = f"arguments are parted by commas: {shown(', '.join(words))}"
        raise RefusedError("B272", f"“{shown(written)}” is no period{near}", hint) from None


def _begins(facts: Facts) -> int:
    """The month in which fiscal years begin: the edition's, else those of its series."""
    families = (series for family in facts.families.values() for series in family.members.values())
    known = (o.period for s in (*facts.series.values(), *families) for o in s.observations[:1])
    months = (period.begins for period in (facts.period, *known) if period.is_fiscal)
    return next(months, 1)


def _spoken(facts: Facts, reference: Reference) -> Fact | None:
    """The edition's own period and date, which are facts too."""
    name = reference.name
    if name not in (*_SPOKEN, "released") or reference.name in facts.series:
        return None
    if reference.key or reference.period:
        message = f"{name} is one date and has neither keys nor periods"
        raise RefusedError("B271", message, f"write {{{{ {name} }}}}")
    if name != "released":
        period = moment(facts, name)
        return Fact(name, period, DATE, None, derivation=Name(name))
    if facts.released is None:
        raise NoValueError("the edition has no date of release", "add `released:` to the manifest")
    return Fact(name, Period.day(facts.released), DATE, None, derivation=Name(name))


def _member(facts: Facts, reference: Reference) -> Series:
    family = facts.families[reference.name]
    key = reference.key
    if not key:
        message = f"{family.name} has a series for each key"
        raise RefusedError("B271", message, f"write {family.name}[$partner] or {family.name}[CHN]")
    if key.startswith("$"):
        name = key[1:]
        if name not in facts.parameters:
            message = f"there is no parameter “{shown(name)}”{did_you_mean(name, facts.parameters)}"
            raise RefusedError("B271", message, "name it under `parameters:`")
        if name in facts.unheld:
            raise BrokenError
        key = facts.parameters[name]
        if key not in family.members:
            message = f"{family.name} has no rows of {key}"
            raise NoValueError(message, f"put it in `::: if {family.name}[{reference.key}]`")
    if key not in family.members:
        refused = no_member(family, key, 0)
        raise RefusedError("B271", refused.message, refused.hint)
    return family.members[key]


def _stated(facts: Facts, fact: Fact, written: str) -> Fact:
    if fact.value is None:
        hint = f"put it in `::: if {fact.name}`"
        raise NoValueError(f"{fact.name} has no value in this edition: {fact.reason}", hint)
    if not written or written == _LATEST:
        return fact
    period = moment(facts, written)
    if period != fact.period:
        for_period = f"for {fact.period} only" if fact.period else "without a period"
        message = f"{fact.name} is one value, {for_period}, not for {period}"
        raise NoValueError(message, f"write {{{{ {fact.name} }}}}")
    return fact


def _unknown(facts: Facts, name: str) -> RefusedError:
    if name in facts.events:
        message = f"{name} is a table of events, no value"
        return RefusedError("B270", message, "show it with an exhibit of kind timeline")
    known = [*facts.series, *facts.families, *facts.stated, *_SPOKEN, "released"]
    message = f"there is no fact “{shown(name)}”{did_you_mean(name, known)}"
    return RefusedError("B270", message, "name it under `series:` or `facts:` in the manifest")


def extreme(series: Series, which: str, edition: Period, within: Period | None) -> Fact:
    """The highest or lowest value up to the edition's period, or within a range of periods; of
    several the latest. Raises NoValueError where there is none."""
    known = [o for o in series.known if o.period.end <= edition.end]
    alike = [o for o in known if is_like(o.period, edition)] or known
    if within is not None:
        alike = [o for o in known if within.covers(o.period) and o.period != within]
    if not alike:
        span = f" within {within}" if within else ""
        message = f"{series.name} has no value{span} to take the {which} of"
        raise NoValueError(message, f"name a range of periods: {which}({series.name}) 2010..2024")
    sign = 1 if which == "max" else -1
    best = max(alike, key=lambda o: (sign * (o.value or 0), o.period))
    return over(series, best.period, series.name)
