"""The pipeline: from a project folder to an edition on the shelf."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from briefing import editions, model, narrative, project
from briefing.editions import Names
from briefing.figures import Cells, cells
from briefing.pdf import PROFILES
from briefing.run import embargo, shelf
from briefing.run.examine import PRODUCT, Examined, examine
from briefing.run.examine import outcome as told
from briefing.run.inputs import font_paths as fonts_of
from briefing.run.kept import Kept
from briefing.run.outcome import Built, Outcome
from briefing.run.remembered import Asked, remember
from briefing.workspace import Workspace, clock, environment, folders

if TYPE_CHECKING:
    from briefing.layout import Attach, Pages
    from briefing.run.signing import Signing


Shelve = Callable[[Names, str, Mapping[str, bytes]], None]


class _Order(Struct, frozen=True):
    """What is asked for and by what means: the choices as given and with the profile's whole name,
    the folders of project and output, the clock, what other briefings of the project have read and
    made."""

    folder: str
    workspace: Workspace
    output: str
    chosen: model.Choices
    choices: model.Choices
    strict: bool
    progress: Callable[[str], None]
    sign: "Signing | None"
    now: Callable[[], datetime]
    kept: Kept
    shelve: Shelve

    def refuses(self, findings: tuple[model.Finding, ...]) -> bool:
        """Whether no edition may come of these findings; a draft comes of any."""
        return stops(findings, self.strict) and not self.choices.draft

    def outcome(self, examined: Examined, findings: tuple[model.Finding, ...]) -> Outcome:
        """What there is to tell."""
        found = told(self.workspace, findings, examined.examination.waived)
        return structs.replace(found, omitted=examined.omitted, parameters=self.choices.parameters)


class _Drawn(Struct, frozen=True):
    """The pages of each language, those of its card, and the findings with those of style and
    layout."""

    pages: dict[str, "Pages"]
    findings: tuple[model.Finding, ...]
    cards: Mapping[str, "Pages"] = {}


def build(
    folder: str,
    output: str,
    choices: model.Choices,
    *,
    strict: bool = False,
    if_changed: bool = False,
    progress: Callable[[str], None] = lambda _: None,
    sign: "Signing | None" = None,
    now: Callable[[], datetime] = clock.now,
    kept: Kept | None = None,
    shelve: Shelve = shelf.keep,
) -> Outcome:
    """Make an edition of the project in a folder, below `output`: prepare, draw, shelve.

    With a finding of severity error (with `strict`: with any) nothing is shelved and the last
    edition stays; a draft is shelved all the same, in a place of its own. With `if_changed` the
    edition stays as well where product, inputs and choices are those of its record. The clock is
    read for the public version of an embargoed briefing only, which is refused before that time,
    and for a signature, which makes files that differ each time. `kept` is what other briefings of
    the project have read and made; `shelve` gets the files. Raises BriefingError when the edition
    can't be written, or no profile has the name that was chosen.
    """
    environment.without_plotting_settings()
    environment.source_date_epoch()  # ReportLab reads it too, and stops at what is no number
    signed = sign.key.fingerprint if sign else ""
    whole = structs.replace(choices, profile=_profile(choices.profile), signed=signed)
    kept = kept or Kept()
    workspace = kept.workspace(folder)
    order = _Order(
        folder, workspace, output, choices, whole, strict, progress, sign, now, kept, shelve
    )
    examined, findings = _prepare(order)
    if examined.spec is None or order.refuses(findings):
        return order.outcome(examined, findings)
    return _edition(order, examined, examined.spec, findings, if_changed)


def _edition(
    order: _Order,
    examined: Examined,
    spec: model.Spec,
    findings: tuple[model.Finding, ...],
    if_changed: bool,
) -> Outcome:
    """The edition of what was examined: the one that stands, or else drawn and shelved."""
    names = editions.name(spec, order.choices)
    if if_changed and not order.choices.card:
        standing = shelf.standing(names, order.output, PRODUCT, examined.inputs, order.choices)
        if standing:
            outcome = structs.replace(order.outcome(examined, findings), standing=standing)
            return _remembered(order, examined, names, outcome)
    drawn = _draw(order, examined, spec, findings)
    if not drawn.pages or order.refuses(drawn.findings):
        return order.outcome(examined, drawn.findings)
    return _remembered(order, examined, names, _shelve(order, examined, names, drawn))


def _remembered(order: _Order, examined: Examined, names: Names, outcome: Outcome) -> Outcome:
    """The outcome, which the cache keeps for the next build of the same, unless a clock or a key
    had its part in it."""
    choices, cache = order.choices, order.kept.cache
    if cache is not None and examined.spec and not (order.sign or choices.draft or choices.public):
        asked = Asked(order.folder, order.output, order.chosen, order.strict)
        made, fonts = shelf.paths(names, order.output), fonts_of(order.workspace, examined.spec)
        remember(cache, asked, outcome, examined.inputs, made, fonts)
    return outcome


def _prepare(order: _Order) -> tuple[Examined, tuple[model.Finding, ...]]:
    """All that is known before anything is drawn, and what is wrong with it."""
    examined = examine(order.workspace, order.choices, order.progress, order.kept.know)
    spec, findings = examined.spec, examined.findings
    if spec is not None and spec.public and spec.embargo:
        findings += tuple(embargo.public_too_early(spec, order.now()))
    return examined, findings


def _draw(
    order: _Order, examined: Examined, spec: model.Spec, findings: tuple[model.Finding, ...]
) -> _Drawn:
    # What draws takes half of a short run to load: not where nothing is drawn.
    from briefing.run.drawing import draw
    from briefing.run.signing import announced, signed

    kept, sign, progress = order.kept, order.sign, order.progress
    style, style_findings = kept.style(order.workspace, spec)
    findings += style_findings
    pages: dict[str, Pages] = {}
    if style is None:
        return _Drawn(pages, findings)
    faces, profile = kept.faces(style), order.choices.profile
    when = order.now() if sign else None
    for document in examined.documents:
        if sign and when:
            document = announced(document, sign, when)
        attach = _enclosing(order, examined, document, findings)
        made, found = draw(document, spec, style, faces, profile, progress, attach, kept.draw)
        findings += found
        if made is not None and sign and when and not stops(findings, order.strict):
            progress(f"signing, {document.language}")
            made = signed(made, sign, when)
        if made is not None:
            pages[document.language] = made
    cards, found = _cards(order, examined, spec)
    return _Drawn(pages, findings + found, cards)


def _cards(
    order: _Order, examined: Examined, spec: model.Spec
) -> tuple[dict[str, "Pages"], tuple[model.Finding, ...]]:
    """The speaking cards, where they are asked for: in a style of their own."""
    from briefing.run.drawing import draw

    cards: dict[str, Pages] = {}
    documents = [document for document in examined.documents if document.card]
    if not documents:
        return cards, ()
    style, findings = project.read_style("card", spec.place, order.workspace)
    for document in documents if style is not None else ():
        assert style is not None
        whole, profile = narrative.carded(document), order.choices.profile
        faces = order.kept.faces(style)
        made, found = draw(whole, spec, style, faces, profile, order.progress)
        findings += found
        if made is not None:
            cards[document.language] = made
    return cards, findings


def _shelve(order: _Order, examined: Examined, names: Names, drawn: _Drawn) -> Outcome:
    """Swaps the edition in whole."""
    order.progress("shelving the edition")
    last = shelf.last(names, order.output)
    printed = {language: pages.printed for language, pages in drawn.pages.items()}
    record = _record(order, examined, printed, drawn.findings, examined.documents)
    files = {names.pdfs[language]: pages.data for language, pages in drawn.pages.items()}
    files |= {names.card(language): pages.data for language, pages in drawn.cards.items()}
    files[names.record] = record
    assert examined.spec is not None
    files[names.linked] = editions.linked(examined.spec, examined.documents, files)
    order.shelve(names, order.output, files)
    folder = folders.join(order.output, names.folder)
    built = tuple(
        Built(folders.join(folder, names.pdfs[language]), language, pages.count, len(pages.data))
        for language, pages in drawn.pages.items()
    )
    outcome = order.outcome(examined, drawn.findings)
    return structs.replace(outcome, built=built, record=record, last=last)


def _profile(chosen: str) -> str:
    name = chosen or next(iter(PROFILES))
    if name not in PROFILES:
        raise model.BriefingError(
            f"no profile is called “{name}”{model.did_you_mean(name, PROFILES)}",
            f"Profiles are {', '.join(PROFILES)}.",
            model.ExitCode.USAGE,
        )
    return name


def stops(findings: tuple[model.Finding, ...], strict: bool) -> bool:
    """Whether no edition may come of these findings."""
    return bool(findings if strict else model.errors(findings))


def _enclosing(
    order: _Order, examined: Examined, document: model.Document, findings: tuple[model.Finding, ...]
) -> "Attach":
    """What goes into the document's PDF once its pages are drawn: the data of its exhibits and
    its own part of the record."""

    def attach(
        printed: tuple[model.Printed, ...], found: tuple[model.Finding, ...]
    ) -> tuple[model.Attachment, ...]:
        printings = {document.language: printed}
        own = _record(order, examined, printings, findings + found, (document,))
        return editions.enclosed(document, own)

    return attach


def _record(
    order: _Order,
    examined: Examined,
    printed: Mapping[str, Sequence[model.Printed]],
    findings: tuple[model.Finding, ...],
    documents: Sequence[model.Document],
) -> bytes:
    return editions.record(
        PRODUCT,
        examined.inputs,
        printed,
        told(order.workspace, findings).findings,
        order.choices,
        examined.examination,
        documents,
        cells(examined.facts) if examined.facts else Cells(),
    )
