"""What the tables hold and the manifest states to all that an edition may print."""

from collections.abc import Iterator
from decimal import localcontext
from graphlib import CycleError, TopologicalSorter

from msgspec.structs import replace

from briefing import model
from briefing.facts.derived import Derived
from briefing.facts.evaluate import Names, evaluate
from briefing.facts.stated import disagreement, state
from briefing.facts.template import lacking
from briefing.figures import BrokenError, NoValueError, Quantity, RefusedError
from briefing.figures.parse import parse
from briefing.figures.signatures import needs


def derive(
    spec: model.Spec, stored: model.Stored, before: Derived | None = None
) -> tuple[model.Facts, tuple[model.Finding, ...]]:
    """All names of an edition: stored, stated, and derived from them in order of need.

    A name that can't be made is in `Facts.broken`; the finding that says why stands where the
    fault is, those that build on it keep silent. What is as it was `before` is taken from there.
    """
    unheld = {lack.parameter: lack for lack in lacking(spec, stored)}
    with localcontext(model.EXACT):
        derivation = _Derivation(spec, stored, frozenset(unheld), before or Derived())
        derivation.findings += (lack.finding for lack in unheld.values())
        derivation.states()
        derivation.derives()
        derivation.compares()
    return derivation.facts(), tuple(derivation.findings)


class _Derivation:
    """Gathers the names of one edition."""

    def __init__(
        self,
        spec: model.Spec,
        stored: model.Stored,
        unheld: frozenset[str],
        before: Derived,
    ) -> None:
        self.findings: list[model.Finding] = []
        self._before = before
        self._spec, self._stored = spec, stored
        self._quantities: dict[str, Quantity] = {**stored.series, **stored.families}
        self._unheld = unheld
        self._broken = {*spec.broken, *stored.broken}
        values = {spec.parameters[name] for name in unheld}
        self._broken |= {
            name
            for name, cut in spec.series.items()
            if name in stored.series and values & {v for vs in cut.where.values() for v in vs}
        }
        self._trees: dict[str, model.Node] = {}

    def states(self) -> None:
        """The stated facts."""
        for name, stated in self._spec.facts.items():
            try:
                self._quantities[name] = state(self._spec, stated)
            except RefusedError as refused:
                self._refuse(name, refused, stated.value)

    def derives(self) -> None:
        """The series with an expression, each after those that it builds on."""
        self._parse()
        for name in self._order():
            derived = self._spec.series[name]
            phrase = _expression(derived)
            try:
                self._quantities[name] = self._derived(derived, self._trees[name])
            except BrokenError:
                self._broken.add(name)
            except RefusedError as refused:
                self._refuse(name, refused, phrase, f"series {name}: ")

    def _derived(self, derived: model.SeriesSpec, tree: model.Node) -> Quantity:
        """The series, evaluated unless it is as before. Raises BrokenError and RefusedError."""
        # What is broken, or asks for what no table holds, has no value to take.
        sound = not self._broken.intersection(needs(tree)) and not self._unheld
        parameters = self._spec.parameters
        known = self._before.take(derived, tree, self._quantities, parameters) if sound else None
        if known is not None:
            return known
        quantity = _named(evaluate(tree, self._names()), derived, tree)
        self._before.keep(derived, tree, self._quantities, parameters, quantity)
        return quantity

    def compares(self) -> None:
        """Stated facts against what they should equal."""
        for name, stated in self._spec.facts.items():
            fact = self._quantities.get(name)
            if stated.equals is None or not isinstance(fact, model.Fact) or fact.value is None:
                continue
            self.findings += self._compared(stated, stated.equals, fact)

    def facts(self) -> model.Facts:
        """All that was made."""
        made = {n: q for n, q in self._quantities.items() if n not in self._broken}
        return model.Facts(
            period=self._spec.period,
            released=self._spec.released,
            parameters=self._spec.parameters,
            sources=self._spec.sources,
            series={n: q for n, q in made.items() if isinstance(q, model.Series)},
            families={n: q for n, q in made.items() if isinstance(q, model.Family)},
            stated={n: q for n, q in made.items() if isinstance(q, model.Fact)},
            events=self._stored.events,
            broken=frozenset(self._broken),
            unheld=self._unheld,
            expressions={n: tree for n, tree in self._trees.items() if n in made},
        )

    def _names(self) -> Names:
        return Names(
            self._quantities,
            frozenset(self._broken),
            self._spec.parameters,
            frozenset(self._stored.events),
            self._unheld,
        )

    def _parse(self) -> None:
        for name, derived in self._spec.series.items():
            if derived.expression is None:
                continue
            try:
                self._trees[name] = parse(derived.expression.text)
            except RefusedError as refused:
                self._refuse(name, refused, derived.expression, f"series {name}: ")

    def _order(self) -> list[str]:
        """The names of the trees, each after those it is built on; cycles are findings."""
        trees = self._trees
        graph = {n: [m for m in needs(tree) if m in trees] for n, tree in trees.items()}
        while True:
            try:
                return list(TopologicalSorter(graph).static_order())
            except CycleError as error:
                cycle: list[str] = error.args[1]
            self.findings.append(self._cycle(cycle))
            self._broken.update(cycle)
            graph = {
                name: [m for m in needed if m not in cycle]
                for name, needed in graph.items()
                if name not in cycle
            }

    def _cycle(self, cycle: list[str]) -> model.Finding:
        # graphlib lists what is needed before what needs it, and the first again at the end.
        needing = cycle[:0:-1]
        order = list(self._spec.series)
        start = needing.index(min(needing, key=order.index))
        ring = [*needing[start:], *needing[:start], needing[start]]
        message = f"series {ring[0]} builds on itself: {' → '.join(ring)}"
        place = _expression(self._spec.series[ring[0]]).place
        hint = "a series may only build on others that don't build on it"
        return model.Finding("B258", place, message, hint)

    def _refuse(
        self, name: str, refused: RefusedError, phrase: model.Phrase, about: str = ""
    ) -> None:
        self._broken.add(name)
        self.findings.append(_finding(refused, phrase, about))

    def _compared(
        self, stated: model.FactSpec, equals: model.Phrase, fact: model.Fact
    ) -> Iterator[model.Finding]:
        try:
            apart = disagreement(fact, evaluate(parse(equals.text), self._names()))
        except BrokenError:
            return
        except NoValueError as missing:
            message = f"fact {stated.name}: nothing to compare with: {missing.message}"
            hint = "let `equals:` name something that has a value at the fact's period"
            yield model.Finding("B262", equals.place, message, hint)
        except RefusedError as refused:
            yield _finding(refused, equals, f"fact {stated.name}, equals: ")
        else:
            if apart:
                message = f"fact {stated.name}: {apart} ({equals.text})"
                hint = "correct the value, its unit or its period, or say that the sources differ"
                yield model.Finding("B261", stated.value.place, message, hint)


def _expression(derived: model.SeriesSpec) -> model.Phrase:
    return derived.expression or model.Phrase("", derived.place)


def _finding(refused: RefusedError, phrase: model.Phrase, about: str) -> model.Finding:
    place = phrase.place
    if "\n" not in phrase.text:
        place = model.Place(place.file, place.line, place.column + refused.offset)
    message = refused.message if refused.message.startswith(about) else about + refused.message
    return model.Finding(refused.code, place, message, refused.hint)


def _named(quantity: Quantity, derived: model.SeriesSpec, expression: model.Node) -> Quantity:
    """The quantity under the name and label that the manifest gives it."""
    name, label = derived.name, derived.label
    if isinstance(quantity, model.Series):
        return replace(quantity, name=name, derivation=expression, label=label)
    if isinstance(quantity, model.Family):
        members = {
            key: replace(member, name=f"{name}[{key}]", derivation=expression, label=None)
            for key, member in quantity.members.items()
        }
        return replace(quantity, name=name, members=members, label=label)
    return replace(quantity, name=name, derivation=expression, label=label)
