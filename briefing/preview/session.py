"""A project read again and again: what is costly to make and didn't change is kept."""

from collections import deque
from collections.abc import Callable

from msgspec.structs import replace

from briefing import narrative, project
from briefing.exhibits import Built
from briefing.layout import Pages, Seen
from briefing.model import Choices, Document, Finding, Quality, Spec, errors
from briefing.model.style import Style
from briefing.pdf import PROFILES
from briefing.preview.origins import excerpt, origins
from briefing.preview.raster import digest
from briefing.preview.snapshot import Paper, Snapshot
from briefing.preview.warm import Warm
from briefing.project.known_styles import EXTENDED, styles_of
from briefing.run.build import stops
from briefing.run.drawing import draw
from briefing.run.examine import Examined, Known, examine, know, outcome
from briefing.workspace import Unreadable, Workspace

Show = Callable[[Snapshot], None]
_Made = tuple[Paper | None, tuple[Finding, ...]]

# Papers that are kept for who goes back to a style, in each language.
_PAPERS = 12


class Session:
    """Makes snapshots of one project.

    Between them the faces stay loaded and their words shaped, the facts stay known while manifest
    and tables are as they were, charts stay drawn and papers made while they are the same. While
    errors stand, a draft is drawn: by the last manifest that could be read where this one can't,
    with the name of what can't be drawn in its place.
    """

    def __init__(self, folder: str, choices: Choices, *, strict: bool) -> None:
        self._folder = folder
        self._choices = choices
        self._strict = strict
        self._draft = False
        self._warm = Warm()
        self._papers: dict[str, Paper] = {}
        self._known: tuple[Spec, tuple[str, ...] | None, Known] | None = None
        self._made: deque[tuple[Document, Spec, Style, Paper]] = deque(maxlen=_PAPERS)
        self._quality: dict[str, Quality | None] = {}
        self._spec: Spec | None = None
        self._last: Snapshot | None = None
        self.built = Built()

    def start(self) -> Snapshot:
        """What is shown before anything was made."""
        return Snapshot(Workspace(self._folder).name, {})

    def refresh(
        self,
        show: Show,
        first: str = "",
        near: frozenset[int] = frozenset(),
        style: str = "",
        is_late: Callable[[], bool] = lambda: False,
    ) -> None:
        """Reads the project and shows its papers as they are made, the language `first` before the
        others, a sketch of its pages `near` as soon as it is composed; at the end with all
        findings. `style` is the one that is looked at, where one was chosen; where it `is_late`,
        for something was saved meanwhile, papers in other languages are left for the next time."""
        workspace = Workspace(self._folder)
        look = _Look(self, show, first, near, style, is_late)
        findings, whole = look.taken(workspace, draft=self._draft)
        if stops(findings, self._strict) != self._draft:
            self._draft = not self._draft
            findings, whole = look.taken(workspace, draft=self._draft)
        self._last = self.snapshot(workspace, findings, drawn=whole)
        show(self._last)

    def read(
        self, workspace: Workspace, choices: Choices
    ) -> tuple[Spec | None, tuple[Finding, ...]]:
        """The manifest; in a draft the last that could be read, where this one can't."""
        spec, findings = project.read(workspace, choices)
        if spec is not None and not errors(findings):
            self._spec = spec
        if spec is None and choices.draft and self._spec is not None:
            spec = replace(self._spec, draft=True)
        return spec, findings

    def know(self, workspace: Workspace, spec: Spec) -> Known:
        """What the edition may print; as before, where the manifest and the tables are so."""
        read = _tables(workspace, spec)
        if self._known is None or read is None or self._known[:2] != (spec, read):
            self._known = spec, read, know(workspace, spec)
        return self._known[2]

    def paper(
        self,
        workspace: Workspace,
        spec: Spec,
        document: Document,
        style: Style,
        sketched: frozenset[int] | None = None,
    ) -> _Made:
        """A document's paper, of a sketch these pages; None where it can't be printed, of a draft
        what can't be is left out."""
        for known in self._made if sketched is None else ():
            if known[:3] == (document, spec, style):
                return known[3], ()
        seen = None if sketched is None else self._seen(document.language, sketched)
        made, found = self._pages(spec, document, style, seen)
        if made is None and spec.draft:
            left = narrative.without(document, {finding.place for finding in errors(found)})
            made, _ = self._pages(spec, left, style, seen)
        if made is None or (stops(found, self._strict) and not spec.draft):
            return None, found
        paper = _paper(document, made, spec, workspace)
        if sketched is None and not found:
            self._made.append((document, spec, style, paper))
        return paper, found

    def put(self, spec: Spec, paper: Paper) -> None:
        """Shows a paper in the place of the last of its language."""
        papers = self._papers | {paper.language: paper}
        self._papers = {name: papers[name] for name in spec.languages if name in papers}

    def has(self, language: str) -> bool:
        """Whether there is a paper in the language."""
        return language in self._papers

    @property
    def choices(self) -> Choices:
        """What was chosen when the preview began."""
        return self._choices

    def stops(self, findings: tuple[Finding, ...]) -> bool:
        """Whether a draft has to do, for these findings."""
        return stops(findings, self._strict)

    def quality(self, document: Document) -> Document:
        """The document with the statement on quality that stood in the last one."""
        return replace(document, quality=self._quality.get(document.language))

    def noted(self, document: Document) -> None:
        """Keeps the document's statement on quality for the next sketch."""
        self._quality[document.language] = document.quality

    def _pages(
        self, spec: Spec, document: Document, style: Style, seen: Seen | None
    ) -> tuple[Pages | None, tuple[Finding, ...]]:
        return draw(
            document,
            spec,
            style,
            self._warm.faces(style),
            next(iter(PROFILES)),
            lambda _: None,
            chart_drawn=self._warm.chart,
            seen=seen,
        )

    def _seen(self, language: str, pages: frozenset[int]) -> Seen:
        """The pages of a sketch, beside the last paper."""
        last = self._papers[language].pages
        return Seen(pages, last.count, last.anchors, last.ended)

    def sketched(self, sketch: Paper) -> Snapshot:
        """The last snapshot with a sketch: what is wrong now isn't known yet."""
        last = self._last or self.start()
        return replace(last, papers={**self._papers, sketch.language: sketch})

    def snapshot(
        self,
        workspace: Workspace,
        findings: tuple[Finding, ...],
        *,
        drawn: bool = True,
    ) -> Snapshot:
        """What is shown: papers and findings; unless `drawn`, the papers are older than these."""
        ordered = outcome(workspace, findings).findings
        excerpts = {finding.place: excerpt(workspace, finding.place) for finding in ordered}
        return Snapshot(
            workspace.name,
            dict(self._papers),
            ordered,
            excerpts,
            held_back=not drawn,
            draft=self._draft and drawn,
            styles=styles_of(workspace),
            style=self._spec.style if self._spec else "",
        )


class _Look:
    """One look at the project: the language `first` is composed, sketched and drawn before the
    others."""

    def __init__(
        self,
        session: Session,
        show: Show,
        first: str,
        near: frozenset[int],
        style: str,
        is_late: Callable[[], bool],
    ) -> None:
        self._session, self._show = session, show
        self.built = session.built
        self._first, self._near, self._style = first, near, style
        self._is_late = is_late

    def taken(self, workspace: Workspace, *, draft: bool) -> tuple[tuple[Finding, ...], bool]:
        """The findings, and whether new papers were made in each language."""
        session = self._session
        chosen = replace(session.choices, draft=draft)
        if self._style:
            chosen = replace(chosen, style=self._style)
        examined = examine(workspace, chosen, knowing=session.know, seen=self)
        if examined.spec is None or (session.stops(examined.findings) and not draft):
            return examined.findings, False
        return self._make(workspace, examined, examined.spec)

    def reading(
        self, workspace: Workspace, choices: Choices
    ) -> tuple[Spec | None, tuple[Finding, ...]]:
        """The manifest."""
        return self._session.read(workspace, choices)

    def order(self, spec: Spec) -> tuple[str, ...]:
        """The language that is looked at comes first."""
        return tuple(sorted(spec.languages, key=lambda language: language != self._first))

    def composed(self, workspace: Workspace, spec: Spec, document: Document) -> None:
        """Shows a sketch of what is looked at."""
        session, language = self._session, document.language
        if language != self._first or not self._near or not session.has(language):
            return
        style, _ = _style(workspace, spec)
        if style is None:
            return
        sketch, _ = session.paper(workspace, spec, session.quality(document), style, self._near)
        if sketch is not None:
            self._show(session.sketched(sketch))

    def _make(
        self, workspace: Workspace, examined: Examined, spec: Spec
    ) -> tuple[tuple[Finding, ...], bool]:
        """New papers where they can be drawn; the findings, with those of the drawing."""
        session, findings = self._session, examined.findings
        style, found = _style(workspace, spec)
        findings += found
        if style is None:
            return findings, False
        made = 0
        for document in sorted(examined.documents, key=lambda d: d.language != self._first):
            if made and self._is_late():
                return findings, True
            session.noted(document)
            paper, found = session.paper(workspace, spec, document, style)
            findings += found
            if paper is None:
                continue
            made += 1
            session.put(spec, paper)
            if document.language == self._first:
                self._show(session.snapshot(workspace, findings))
        return findings, made == len(spec.languages)


def _style(workspace: Workspace, spec: Spec) -> tuple[Style | None, tuple[Finding, ...]]:
    look, found = project.style_of(workspace, spec)
    if look is None and spec.draft:
        look, _ = project.read_style(EXTENDED, spec.place)
    return look and look.annexed(spec.annex, spec.figures).on(spec.paper), found


def _tables(workspace: Workspace, spec: Spec) -> tuple[str, ...] | None:
    """The digest of each table's file; None where one can't be read."""
    try:
        return tuple(digest(workspace.read(table.file.text)) for table in spec.tables.values())
    except Unreadable:
        return None


def _paper(document: Document, pages: Pages, spec: Spec, workspace: Workspace) -> Paper:
    cells = {cell for printed in pages.printed for cell in printed.fact.cells}
    rows = {cell: workspace.line(cell.file, cell.row) for cell in cells}
    name, written = digest(pages.data), origins(workspace, pages.spots)
    return Paper(document.language, document.plain_title, pages, name, spec, rows, written)
