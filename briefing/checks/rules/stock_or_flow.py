"""B109: a stock called a flow, or a flow called a stock."""

import re
from collections.abc import Iterator, Mapping

from briefing import language, model
from briefing.checks.bearing import AMOUNTS, amount, claims_nothing, one
from briefing.checks.parts import exhibits
from briefing.checks.rule import Material, Rule
from briefing.checks.sentences import Clause, any_of, found, found_but
from briefing.language.claims import Claims

CODE = model.Code(
    "stock called a flow, or flow called a stock",
    "The text, a label or an exhibit's title calls a figure a stock that is a flow or a "
    "cumulative flow by its `kind`, or a flow that is a stock.",
    "What came in over twenty years, added up, is not what is there today: part of it has left, "
    "grown or been written off. Ministries print the one under the other's name.",
    "Russia’s investment stock is {{ fdi_total }}, where fdi_total is a cumulative flow",
    "use the word of its kind (“cumulative inflow”), or correct `kind:`",
)
_CALLED: Mapping[model.Kind, str] = {
    model.Kind.FLOW: "a flow",
    model.Kind.CUMULATIVE_FLOW: "a cumulative flow",
    model.Kind.STOCK: "a stock",
}


def _examine(material: Material) -> Iterator[model.Finding]:
    for sentence in material.sentences:
        for clause in sentence.clauses:
            if not claims_nothing(clause):
                yield from _clause(clause)
    for code in material.spec.languages:
        yield from _labels(material.spec, material.facts, code)
    for document in material.documents:
        claims = language.grammar(document.language).claims
        for placed in exhibits(document):
            yield from _exhibit(placed, claims)


def _clause(clause: Clause) -> Iterator[model.Finding]:
    amounts = ((n, amount(n)) for _, n in clause.numbers if n.fact.kind in _CALLED)
    bearing = one((n, value) for n, value in amounts if value is not None)
    if bearing is None:
        return
    fact = bearing[0].fact
    wrong = _wrong(clause.text, fact.kind, clause.claims)
    at = next(offset for offset, number in clause.numbers if number is bearing[0])
    if wrong is not None and _bears(clause, *wrong, at):
        word, offset = wrong
        message = f"“{word}” is said of “{fact.name}”, which is {_called(fact.kind)}"
        hint = "use the word of its kind, or correct `kind:` in the manifest"
        about = (fact.name,)
        yield model.Finding("B109", clause.place(offset), message, hint, about)


def _bears(clause: Clause, word: str, offset: int, at: int) -> bool:
    """Whether a noun is the figure's own: before it, but not where another noun is (“the stock rose
    by new investment of X”); behind it only as “X in inflows” (not “X was added to the stock”)."""
    of = any_of(clause.claims.of)
    if offset > at:
        before = rf"(?:(?:{of})\s+)?" if of else ""
        return re.match(rf"\s+{before}(?:\w+\s+)?$", clause.text[at + 1 : offset]) is not None
    between = clause.text[offset + len(word) : at]
    other = of and re.search(rf"(?P<noun>\w+)\s+(?:{of})\s+$", between, re.IGNORECASE)
    if not other:
        return True
    moved = any_of((*clause.claims.rises, *clause.claims.falls, *clause.claims.by))
    return re.search(rf"(?<!\w)(?:{moved})(?!\w)", between, re.IGNORECASE) is None


def _labels(spec: model.Spec, facts: model.Facts, code: str) -> Iterator[model.Finding]:
    """Labels of series and facts."""
    claims = language.grammar(code).claims
    for name, kind, label in _labelled(spec, facts):
        phrase = label.get(code)
        wrong = _wrong(phrase.text, kind, claims) if phrase else None
        if phrase is not None and wrong is not None:
            message = f"the label of {name} says “{wrong[0]}”, but it is {_called(kind)}"
            hint = "correct the label, or `kind:`"
            yield model.Finding("B109", phrase.place, message, hint, (name,))


def _labelled(
    spec: model.Spec, facts: model.Facts
) -> Iterator[tuple[str, model.Kind | None, model.Text]]:
    for name, series in facts.series.items():
        if series.label and series.unit.dimension in AMOUNTS:
            yield name, series.kind, series.label
    for name, family in facts.families.items():
        kinds = {m.kind for m in family.members.values() if m.unit.dimension in AMOUNTS}
        if family.label and len(kinds) == 1:
            yield name, kinds.pop(), family.label
    for name, fact in spec.facts.items():
        if fact.label and fact.unit.dimension in AMOUNTS:
            yield name, fact.kind, fact.label


def _exhibit(placed: model.Placed, claims: Claims) -> Iterator[model.Finding]:
    """Title and subtitle of an exhibit whose figures are all of one kind."""
    facts = [f for f in model.facts_shown(placed.exhibit) if f.unit.dimension in AMOUNTS]
    kinds = {f.kind for f in facts}
    if len(kinds) != 1:
        return
    kind = kinds.pop()
    title = "".join(i.text for i in placed.title if isinstance(i, model.Words))
    for text in (title, placed.exhibit.subtitle):
        wrong = _wrong(text, kind, claims)
        if wrong is not None:
            name = placed.exhibit.name
            message = f"exhibit {name} says “{wrong[0]}”, but shows {_called(kind)}"
            hint = "use the word of its kind, or correct `kind:` in the manifest"
            about = (name, *dict.fromkeys(f.name for f in facts))
            yield model.Finding("B109", placed.place, message, hint, about)
            return


def _wrong(text: str, kind: model.Kind | None, claims: Claims) -> tuple[str, int] | None:
    """The word for another kind, and where it stands; None where both kinds are spoken of."""
    stocks = list(found_but(claims.stocks, claims.not_stocks, text))
    flows = list(found(claims.flows, text))
    if bool(stocks) == bool(flows) or kind not in _CALLED:
        return None
    if (kind is model.Kind.STOCK) == bool(stocks):
        return None
    word = (stocks or flows)[0]
    return word[0], word.start()


def _called(kind: model.Kind | None) -> str:
    return _CALLED[kind] if kind is not None else "of no kind"


RULE = Rule(CODE, _examine, words=("stocks", "not_stocks", "flows"))
