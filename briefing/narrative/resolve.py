"""What stands in the document for what the text asks: numbers, names, links that lead somewhere."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from briefing import language, model
from briefing.language import Unwritable
from briefing.narrative.counted import names_nothing
from briefing.narrative.missing import gap
from briefing.narrative.numbering import Targets
from briefing.narrative.reference import is_country, role

_STOPS = re.compile(r"[.!?…][”»“\"’)]*\s")
_ENDS = re.compile(r"[.!?…][”»“\"’)]*\s+$|\n$")


@dataclass(slots=True)
class Resolver:
    """Writes inlines in one language; `whole` says that every reference has been written: one that
    could not be leaves its name in brackets.

    `amiss` are sections and exhibits that another finding keeps from the document: to a link that
    leads there nothing is to be said.
    """

    spec: model.Spec
    language: str
    readings: Mapping[model.Reference, model.Reading]
    targets: Targets
    amiss: frozenset[str]
    findings: list[model.Finding] = field(default_factory=list)
    whole: bool = True
    before: tuple[model.Inline, ...] = ()
    after: tuple[model.Inline, ...] = ()

    def block(self, block: model.Block) -> tuple[model.Block, ...]:
        """The block with its own inlines written."""
        if isinstance(block, model.Heading):
            return (replace(block, inlines=self.inlines(block.inlines)),)
        if isinstance(block, model.Paragraph):
            return (replace(block, inlines=self.inlines(block.inlines)),)
        if isinstance(block, model.Placed):
            return (replace(block, title=self.inlines(block.title)),)
        if isinstance(block, model.Image):
            words, caption = self.inlines(block.words), self.inlines(block.caption)
            return (replace(block, words=words, caption=caption),)
        if isinstance(block, model.MarkdownTable):
            rows = tuple(self._cells(row) for row in block.rows)
            head, caption = self._cells(block.head), self.inlines(block.caption)
            return (replace(block, head=head, rows=rows, caption=caption),)
        return (block,)

    def inlines(self, inlines: tuple[model.Inline, ...]) -> tuple[model.Inline, ...]:
        """The inlines with references written and links led to anchors."""
        written: list[model.Inline] = []
        for number, inline in enumerate(inlines):
            self.before, self.after = (
                _around(inlines, number) if isinstance(inline, model.Asked) else ((), ())
            )
            found = self._inline(inline)
            if isinstance(inline, model.Asked) and self._begins(written):
                found = tuple(_capital(one) for one in found)
            written.extend(found)
        return tuple(written)

    def _cells(
        self, row: tuple[tuple[model.Inline, ...], ...]
    ) -> tuple[tuple[model.Inline, ...], ...]:
        return tuple(self.inlines(cell) for cell in row)

    def _inline(self, inline: model.Inline) -> tuple[model.Inline, ...]:
        if isinstance(inline, model.Asked):
            return self._asked(inline)
        if isinstance(inline, model.Words) and inline.link is not None:
            target = inline.link.target
            text = inline.text
            if not text and isinstance(target, model.Anchor):
                text = self.targets.texts.get(target.anchor, "")
            return (replace(inline, text=text, link=self._link(inline.link)),)
        return (inline,)

    def _asked(self, asked: model.Asked) -> tuple[model.Inline, ...]:
        reference = asked.reference
        link = self._link(asked.link) if asked.link else None
        if is_country(reference) or (role(reference) and reference.name in self.spec.parameters):
            name = self._country(reference)
            return (model.Words(name, reference.place, asked.marks, link),) if name else ()
        reading = self.readings.get(reference)
        if reading is None:
            self.whole = False
            return (gap(reference.name, reference.place),)
        latest = reference.period == "latest" and reference.filter("period") is None
        dated = latest and not self._says(reference, reading)
        try:
            counted = names_nothing(self.before, self.after, reading.fact.unit, self.language)
            text = language.write(reading, reference.filters, self.language, dated, counted)
        except Unwritable as problem:
            self._error("B317", reference.place, problem.message, problem.hint)
            return (gap(reference.name, reference.place),)
        written = model.Number(text, reading.fact, reference.place, asked.marks, link)
        return (replace(written, reference=reference, comparison=reading.comparison),)

    def _says(self, reference: model.Reference, reading: model.Reading) -> bool:
        """Whether the sentence names the period of the latest value by itself."""
        period = reading.fact.period
        named = language.period(period, self.language) if period is not None else ""
        for one in (*self.before, *self.after):
            if isinstance(one, model.Words) and named and named in one.text:
                return True
            if isinstance(one, model.Asked) and one.reference.filter("period"):
                asked = one.reference
                if (asked.name, asked.key, asked.period) == (
                    reference.name,
                    reference.key,
                    reference.period,
                ):
                    return True
        return False

    def _begins(self, written: Sequence[model.Inline]) -> bool:
        """Whether a sentence begins behind what is written."""
        text = "".join(
            one.text if isinstance(one, model.Words | model.Number) else "\n"
            for one in written[-2:]
        )
        abbreviated = language.grammar(self.language).vocabulary.abbreviations
        word = text.rstrip().rpartition(" ")[2].lstrip("(“«\u00a0").rpartition("\u00a0")[2]
        return not written or (_ENDS.search(text) is not None and word not in abbreviated)

    def _country(self, reference: model.Reference) -> str:
        parameter, _, _ = reference.name.partition(".")
        if parameter not in self.spec.parameters:
            guess = model.did_you_mean(parameter, self.spec.parameters)
            known = ", ".join(self.spec.parameters)
            hint = f"the parameters of the manifest are {known}" if known else "it has none"
            message = f"there is no parameter “{parameter}”{guess}"
            self._error("B319", reference.place, message, hint)
            return ""
        try:
            part = role(reference)
            arguments = ", ".join(reference.filters[0].arguments) if part else ""
            asked = f"{reference.name} | {part}: {arguments}" if part else reference.name
            return language.fill(f"{{{{ {asked} }}}}", self.spec, self.language)
        except Unwritable as problem:
            self._error("B319", reference.place, problem.message, problem.hint)
            return ""

    def _link(self, link: model.Link) -> model.Link:
        if not isinstance(link.target, model.Anchor):
            return link
        name = link.target.anchor
        if name in self.targets.anchors:
            return replace(link, target=model.Anchor(self.targets.anchors[name]))
        if name in self.amiss:
            self.whole = False
            return link
        guess = model.did_you_mean(name, self.targets.anchors)
        hint = "a link leads to a section or to an exhibit that a section places"
        self._error("B316", link.place, f"nothing here is called “#{name}”{guess}", hint)
        return link

    def _error(self, code: str, place: model.Place, message: str, hint: str) -> None:
        self.whole = False
        finding = model.Finding(code, place, message, hint)
        if finding not in self.findings:
            self.findings.append(finding)


def _around(
    inlines: Sequence[model.Inline], number: int
) -> tuple[tuple[model.Inline, ...], tuple[model.Inline, ...]]:
    """What stands in the sentence of an inline, before and after it."""
    before: list[model.Inline] = []
    for one in reversed(inlines[:number]):
        ends = list(_STOPS.finditer(one.text)) if isinstance(one, model.Words) else []
        if ends and isinstance(one, model.Words):
            before.append(replace(one, text=one.text[ends[-1].end() :]))
            break
        before.append(one)
    after: list[model.Inline] = []
    for one in inlines[number + 1 :]:
        end = _STOPS.search(f"{one.text} ") if isinstance(one, model.Words) else None
        if end and isinstance(one, model.Words):
            after.append(replace(one, text=one.text[: end.start()]))
            break
        after.append(one)
    return tuple(reversed(before)), tuple(after)


def _capital(inline: model.Inline) -> model.Inline:
    if not isinstance(inline, model.Words | model.Number):
        return inline
    return replace(inline, text=inline.text[:1].upper() + inline.text[1:])
