"""The pipeline: from a project folder to an edition on the shelf."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing import editions
from briefing.editions import Names
from briefing.model.attachment import Attachment
from briefing.model.document import Document
from briefing.model.finding import BriefingError, Finding, did_you_mean, errors
from briefing.model.printed import Printed
from briefing.model.spec import Choices, Spec
from briefing.pdf import PROFILES
from briefing.run import embargo, shelf
from briefing.run.examine import PRODUCT, Examined, examine
from briefing.run.examine import outcome as told
from briefing.run.kept import Kept
from briefing.run.outcome import Built, Outcome
from briefing.workspace import Workspace, clock, folders

if TYPE_CHECKING:
    from briefing.layout import Attach, Pages
    from briefing.run.signing import Signing

Shelve = Callable[[Names, str, Mapping[str, bytes]], None]


def build(
    folder: str,
    output: str,
    choices: Choices,
    *,
    strict: bool = False,
    if_changed: bool = False,
    progress: Callable[[str], None] = lambda _: None,
    sign: "Signing | None" = None,
    now: Callable[[], datetime] = clock.now,
    kept: Kept | None = None,
    shelve: Shelve = shelf.keep,
) -> Outcome:
    """Make an edition of the project in a folder, below `output`.

    With a finding of severity error (with `strict`: with any) nothing is shelved and the last
    edition stays; a draft is shelved all the same, in a place of its own. With `if_changed` the
    edition stays as well where product, inputs and choices are those of its record. The clock is
    read for the public version of an embargoed briefing only, which is refused before that time,
    and for a signature, which makes files that differ each time. `kept` is what other briefings of
    the project have read and made; `shelve` gets the files. Raises BriefingError when the edition
    can't be written, or no profile has the name that was chosen.
    """
    kept = kept or Kept()
    choices = replace(
        choices,
        profile=_profile(choices.profile),
        signed=sign.key.fingerprint if sign else "",
    )
    workspace = Workspace(folder)
    examined = examine(workspace, choices, progress, kept.know)
    spec, findings = examined.spec, examined.findings

    def outcome(findings: tuple[Finding, ...]) -> Outcome:
        found = told(workspace, findings, examined.examination.waived)
        return replace(found, omitted=examined.omitted, parameters=choices.parameters)

    if spec is not None and spec.public and spec.embargo:
        findings += tuple(embargo.public_too_early(spec, now()))
    if spec is None or (stops(findings, strict) and not choices.draft):
        return outcome(findings)
    names = editions.name(spec, choices)
    if if_changed:
        standing = shelf.standing(names, output, PRODUCT, examined.inputs, choices)
        if standing:
            return replace(outcome(findings), standing=standing)
    paginated, findings = _pages(
        workspace, examined, spec, choices, findings, strict, progress, sign, now, kept
    )
    if not paginated or (stops(findings, strict) and not choices.draft):
        return outcome(findings)
    progress("shelving the edition")
    last = shelf.last(names, output)
    printed = {language: pages.printed for language, pages in paginated.items()}
    record = _record(workspace, choices, printed, findings, examined, examined.documents)
    built = _built(names, output, paginated, record, shelve)
    return replace(outcome(findings), built=built, record=record, last=last)


def _pages(
    workspace: Workspace,
    examined: Examined,
    spec: Spec,
    choices: Choices,
    findings: tuple[Finding, ...],
    strict: bool,
    progress: Callable[[str], None],
    sign: "Signing | None",
    now: Callable[[], datetime],
    kept: Kept,
) -> tuple[dict[str, "Pages"], tuple[Finding, ...]]:
    """The pages of each language, and the findings with those of style and layout."""
    # What draws takes half of a short run to load: not where nothing is drawn.
    from briefing.run.drawing import draw
    from briefing.run.signing import announced, signed

    style, style_findings = kept.style(workspace, spec)
    findings += style_findings
    paginated: dict[str, Pages] = {}
    if style is None:
        return paginated, findings
    faces = kept.faces(style)
    when = now() if sign else None
    for document in examined.documents:
        if sign and when:
            document = announced(document, sign, when)
        attach = _enclosing(workspace, choices, document, findings, examined)
        pages, page_findings = draw(
            document, spec, style, faces, choices.profile, progress, attach, kept.draw
        )
        findings += page_findings
        if pages is not None and sign and when and not stops(findings, strict):
            progress(f"signing, {document.language}")
            pages = signed(pages, sign, when)
        if pages is not None:
            paginated[document.language] = pages
    return paginated, findings


def _profile(chosen: str) -> str:
    name = chosen or next(iter(PROFILES))
    if name not in PROFILES:
        raise BriefingError(
            f"no profile is called “{name}”{did_you_mean(name, PROFILES)}",
            f"Profiles are {', '.join(PROFILES)}.",
            exit_code=2,
        )
    return name


def stops(findings: tuple[Finding, ...], strict: bool) -> bool:
    """Whether no edition may come of these findings."""
    return bool(findings if strict else errors(findings))


def _enclosing(
    workspace: Workspace,
    choices: Choices,
    document: Document,
    findings: tuple[Finding, ...],
    examined: Examined,
) -> "Attach":
    """What goes into the document's PDF once its pages are drawn: the data of its exhibits and
    its own part of the record."""

    def attach(printed: tuple[Printed, ...], found: tuple[Finding, ...]) -> tuple[Attachment, ...]:
        printings = {document.language: printed}
        own = _record(workspace, choices, printings, findings + found, examined, (document,))
        return editions.enclosed(document, own)

    return attach


def _record(
    workspace: Workspace,
    choices: Choices,
    printed: Mapping[str, Sequence[Printed]],
    findings: tuple[Finding, ...],
    examined: Examined,
    documents: Sequence[Document],
) -> bytes:
    return editions.record(
        PRODUCT,
        examined.inputs,
        printed,
        told(workspace, findings).findings,
        choices,
        examined.examination,
        documents,
    )


def _built(
    names: Names, output: str, paginated: dict[str, "Pages"], record: bytes, shelve: Shelve
) -> tuple[Built, ...]:
    files = {names.pdfs[language]: pages.data for language, pages in paginated.items()}
    shelve(names, output, files | {names.record: record})
    folder = folders.join(output, names.folder)
    return tuple(
        Built(folders.join(folder, names.pdfs[language]), language, pages.count, len(pages.data))
        for language, pages in paginated.items()
    )
