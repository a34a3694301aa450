"""B107: percent where percentage points are meant, and the other way round."""

import re
from collections.abc import Iterator

from briefing import model
from briefing.checks.bearing import claims_nothing, form, moved
from briefing.checks.digits import OBJECT
from briefing.checks.parts import exhibits, numbers
from briefing.checks.rule import Material, Rule
from briefing.checks.sentences import Clause, any_of, found
from briefing.figures import is_difference, is_percent, terms

CODE = model.Code(
    "percent where percentage points are meant",
    "A change of a share, a rate or a ratio is written in percent; a percentage is called "
    "percentage points, or points percent; or a series is the difference of two percentages and "
    "printed as one.",
    "A share that falls from 4.5 to 0.6 percent falls by 3.9 percentage points, or by 87 percent: "
    "“3.9 percent” is wrong by a factor of twenty.",
    "Its share fell by {{ share_fall }}, where share_fall is {value: 3.9, unit: percent}",
    "print the change of the share itself: {{ export_share | points: since 2005 }}",
)


def _examine(material: Material) -> Iterator[model.Finding]:
    for sentence in material.sentences:
        for clause in sentence.clauses:
            yield from _named(clause)
            if not claims_nothing(clause):
                yield from _changed(clause)
    yield from _differences(material)


def _named(clause: Clause) -> Iterator[model.Finding]:
    """A unit typed behind a number that has the other one."""
    claims = clause.claims
    for offset, number in clause.numbers:
        if _is_points(number):
            words, is_what = (*claims.percents, "%"), "percentage points"
        elif number.fact.unit.dimension is model.Dimension.PERCENT and form(number) != "period":
            words, is_what = claims.points, "a percentage"
        else:
            continue
        after = re.match(rf"\s*({any_of(words)})(?!\w)", clause.text[offset + 1 :], re.IGNORECASE)
        if after is not None:
            message = f"“{after[1]}” stands behind “{number.fact.name}”, which prints {is_what}"
            at = clause.place(offset + 1 + after.start(1))
            yield _finding(at, message, "delete the word: the number brings its unit", number.fact)


def _changed(clause: Clause) -> Iterator[model.Finding]:
    """“Its share fell by 3.9%”."""
    claims = clause.claims
    if not any(found(claims.parts, clause.text)):
        return
    changes = any_of((*claims.rises, *claims.falls))
    between = any_of((*claims.by, *claims.of))
    part = any_of(claims.parts)
    moved_by = rf"(?<!\w)(?:{changes})\s+(?:{between})\s+(?P<number>{OBJECT})"
    if claims.verb_last:
        moved_by = rf"(?P<number>{OBJECT})\S*\s+(?:{changes})(?!\w)"
    pattern = re.compile(rf"(?<!\w)(?:{part})(?!\w).*?{moved_by}", re.IGNORECASE)
    numbers = dict(clause.numbers)
    for match in pattern.finditer(clause.text):
        number = numbers[match.start("number")]
        if number.fact.unit.dimension is not model.Dimension.PERCENT or _is_points(number):
            continue
        if moved(number) is None:
            message = f"a share changes by percentage points, “{number.fact.name}” prints percent"
            hint = "print the change of the share itself: {{ name | points: since 2005 }}"
            yield _finding(number.place, message, hint, number.fact)


def _is_points(number: model.Number) -> bool:
    return number.fact.unit.dimension is model.Dimension.POINTS or form(number) == "points"


def _differences(material: Material) -> Iterator[model.Finding]:
    """A difference of two percentages that is printed as one; each name once."""
    seen: set[str] = set()
    for document in material.documents:
        printed = [(n.fact, n.place) for n in numbers(document)]
        for placed in exhibits(document):
            printed += [(fact, placed.place) for fact in model.facts_shown(placed.exhibit)]
        for fact, place in printed:
            if fact.name not in seen and _is_difference(fact, material.facts):
                seen.add(fact.name)
                message = f"“{fact.name}” is the difference of two percentages, printed as one"
                hint = "a difference of shares is in percentage points: print it with `points`"
                yield _finding(place, message, hint, fact)


def _is_difference(fact: model.Fact, facts: model.Facts) -> bool:
    """Whether all that the expression names is in percent and it takes one from another."""
    if fact.unit != model.PERCENT or fact.derivation is None or not is_difference(fact.derivation):
        return False
    return all(_is_percent(term.of, facts) for term in terms(fact.derivation) or ())


def _is_percent(part: model.Name | model.Call, facts: model.Facts) -> bool:
    if isinstance(part, model.Call):
        return is_percent(part)
    name = part.name
    found_there = facts.series.get(name) or facts.stated.get(name)
    if found_there is not None:
        return found_there.unit == model.PERCENT
    family = facts.families.get(name)
    return family is not None and all(m.unit == model.PERCENT for m in family.members.values())


def _finding(place: model.Place, message: str, hint: str, fact: model.Fact) -> model.Finding:
    return model.Finding("B107", place, message, hint, (fact.name,))


RULE = Rule(CODE, _examine, words=("parts", "points", "percents", "rises", "falls"))
