"""A project read again and again: what is costly to make and didn't change is kept."""

from collections import deque
from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefing import project
from briefing.layout import Pages
from briefing.model import Chart, Choices, Document, Finding, Place, Spec
from briefing.model.style import Style
from briefing.pdf import PROFILES, Faces, load_faces
from briefing.pdf.drawing import Drawing
from briefing.preview.raster import digest
from briefing.preview.snapshot import Excerpt, Paper, Snapshot
from briefing.run.build import stops
from briefing.run.drawing import anew, draw
from briefing.run.examine import Examined, Known, examine, know, outcome
from briefing.workspace import Unreadable, Workspace

Show = Callable[[Snapshot], None]
_Asked = tuple[Chart, float, str, Style]

# Drawings of charts that are kept, the newest: each in its own height, and as it filled a page.
_CHARTS = 512

# Lines of source that are shown before and after that of a finding.
AROUND = 2


class Session:
    """Makes snapshots of one project.

    Between them the faces stay loaded and their words shaped, the facts stay known while manifest
    and tables are as they were, charts stay drawn while they are the same, and the last good papers
    stay.
    """

    def __init__(self, folder: str, choices: Choices, *, strict: bool) -> None:
        self._folder = folder
        self._choices = choices
        self._strict = strict
        self._faces: tuple[Style, Faces] | None = None
        self._papers: dict[str, Paper] = {}
        self._known: tuple[Spec, tuple[str, ...] | None, Known] | None = None
        self._drawn: deque[tuple[_Asked, Drawing]] = deque(maxlen=_CHARTS)

    def start(self) -> Snapshot:
        """What is shown before anything was made."""
        return Snapshot(Workspace(self._folder).name, {})

    def refresh(self, show: Show, first: str = "", near: frozenset[int] = frozenset()) -> None:
        """Reads the project and shows its papers as they are made, the language `first` before the
        others, a sketch of the pages `near` before that; at the end with all findings."""
        workspace = Workspace(self._folder)
        examined = examine(workspace, self._choices, knowing=self._know)
        findings = examined.findings
        if examined.spec is not None and not stops(findings, self._strict):
            findings = self._make(workspace, examined, examined.spec, show, first, near)
        show(self._snapshot(workspace, findings))

    def _know(self, workspace: Workspace, spec: Spec) -> Known:
        """What the edition may print; as before, where the manifest and the tables are so."""
        read = _tables(workspace, spec)
        if self._known is None or read is None or self._known[:2] != (spec, read):
            self._known = spec, read, know(workspace, spec)
        return self._known[2]

    def _make(
        self,
        workspace: Workspace,
        examined: Examined,
        spec: Spec,
        show: Show,
        first: str,
        near: frozenset[int],
    ) -> tuple[Finding, ...]:
        """New papers where they can be drawn; the findings, with those of the drawing."""
        look, found = project.style_of(workspace, spec)
        findings = examined.findings + found
        if look is None:
            return findings
        style = look.annexed(spec.annex, spec.figures).on(spec.paper)
        faces = self._load(style)

        def drawn(
            document: Document, pages: frozenset[int] | None = None
        ) -> tuple[Paper | None, tuple[Finding, ...]]:
            return self._paper(workspace, spec, document, style, faces, pages)

        for document in sorted(examined.documents, key=lambda d: d.language != first):
            language = document.language
            if language == first and near and language in self._papers:
                sketch, _ = drawn(document, near)
                if sketch is not None:
                    show(self._snapshot(workspace, findings, {language: sketch}))
            paper, found = drawn(document)
            findings += found
            if paper is not None:
                papers = self._papers | {language: paper}
                self._papers = {name: papers[name] for name in spec.languages if name in papers}
                if language == first:
                    show(self._snapshot(workspace, findings))
        return findings

    def _paper(
        self,
        workspace: Workspace,
        spec: Spec,
        document: Document,
        style: Style,
        faces: Faces,
        sketched: frozenset[int] | None,
    ) -> tuple[Paper | None, tuple[Finding, ...]]:
        """A document's paper, of a sketch these pages; None where it can't be printed."""
        profile = next(iter(PROFILES))
        made, found = draw(
            document,
            spec,
            style,
            faces,
            profile,
            lambda _: None,
            chart_drawn=self._chart,
            sketched=sketched,
        )
        good = made is not None and not stops(found, self._strict)
        return _paper(document, made, spec, workspace) if made and good else None, found

    def _chart(
        self, chart: Chart, width: float, style: Style, faces: Faces, language: str
    ) -> Drawing:
        """The chart's drawing: the one made before, where what is asked for is the same."""
        asked = chart, width, language, style
        for known, drawing in self._drawn:
            if known == asked:
                return drawing
        drawing = anew(chart, width, style, faces, language)
        self._drawn.append((asked, drawing))
        return drawing

    def _load(self, style: Style) -> Faces:
        if self._faces is None or self._faces[0] != style:
            self._faces = style, load_faces(style.faces, style.fallback)
        return self._faces[1]

    def _snapshot(
        self,
        workspace: Workspace,
        findings: tuple[Finding, ...],
        sketches: Mapping[str, Paper] = MappingProxyType({}),
    ) -> Snapshot:
        ordered = outcome(workspace, findings).findings
        excerpts = {finding.place: _excerpt(workspace, finding.place) for finding in ordered}
        held_back = stops(findings, self._strict)
        papers = {**self._papers, **sketches}
        return Snapshot(workspace.name, papers, ordered, excerpts, held_back)


def _tables(workspace: Workspace, spec: Spec) -> tuple[str, ...] | None:
    """The digest of each table's file; None where one can't be read."""
    try:
        return tuple(digest(workspace.read(table.file.text)) for table in spec.tables.values())
    except Unreadable:
        return None


def _excerpt(workspace: Workspace, place: Place) -> Excerpt:
    """The lines around a place; none where it is in no file that was read."""
    numbers = range(max(1, place.line - AROUND), place.line + AROUND + 1)
    lines = [(number, workspace.line(place.file, number)) for number in numbers]
    while lines and not lines[-1][1]:
        lines.pop()
    return tuple(lines)


def _paper(document: Document, pages: Pages, spec: Spec, workspace: Workspace) -> Paper:
    cells = {cell for printed in pages.printed for cell in printed.fact.cells}
    rows = {cell: workspace.line(cell.file, cell.row) for cell in cells}
    name = digest(pages.data)
    return Paper(document.language, document.plain_title, pages, name, spec, rows)
