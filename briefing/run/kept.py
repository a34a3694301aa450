"""What briefings of one project share: read, parsed and loaded once for all of them.

A thing is kept under all that it is made from, and taken only where all of that is the same. So
nothing of one briefing comes into another.
"""

from typing import TYPE_CHECKING

from briefing import facts, project, tables
from briefing.model import Finding, SeriesSpec, Spec, Table, TableSpec
from briefing.model.style import Style
from briefing.run.examine import Known, load
from briefing.workspace import Workspace, large
from briefing.workspace.cache import Cache
from briefing.workspace.files import Counted

if TYPE_CHECKING:
    from briefing.model import Chart
    from briefing.pdf import Faces
    from briefing.pdf.drawing import Drawing

_Loaded = tuple[Table | None, tuple[Finding, ...]]


class Kept:
    """Tables, families, a style and its faces, of the briefing before; and the cache of drawings,
    if one is used."""

    def __init__(self, cache: Cache | None = None) -> None:
        self.cache = cache
        self._tables: dict[str, tuple[object, _Loaded]] = {}
        self._queried = tables.Queried()
        self._derived = facts.Derived()
        self._counted: dict[str, Counted] = {}
        self._style: tuple[object, tuple[Style | None, tuple[Finding, ...]]] | None = None
        self._faces: tuple[Style, Faces] | None = None

    def workspace(self, folder: str) -> Workspace:
        """The files of the project, of which the large ones are read through once."""
        return Workspace(folder, self._counted)

    def know(self, workspace: Workspace, spec: Spec) -> Known:
        """Everything that the edition may print; only what depends on its parameters is new."""
        loaded, load_findings = load(workspace, spec, self._load)
        stored, query_findings = tables.query(spec, loaded, self._queried)
        known, derive_findings = facts.derive(spec, stored, self._derived)
        return known, load_findings + query_findings + derive_findings

    def style(self, workspace: Workspace, spec: Spec) -> tuple[Style | None, tuple[Finding, ...]]:
        """The style of an edition, and what is wrong with it.

        One of the project is read by each briefing, which has it among its inputs."""
        style, findings = self._look(workspace, spec)
        return style and style.annexed(spec.annex, spec.figures).on(spec.paper), findings

    def _look(self, workspace: Workspace, spec: Spec) -> tuple[Style | None, tuple[Finding, ...]]:
        if spec.look is not None or workspace.holds(f"styles/{spec.style}.yaml"):
            return project.style_of(workspace, spec)
        asked = spec.style, spec.place
        if self._style is None or self._style[0] != asked:
            self._style = asked, project.read_style(spec.style, spec.place)
        return self._style[1]

    def faces(self, style: Style) -> "Faces":
        """The style's faces."""
        from briefing.pdf import load_faces

        if self._faces is None or self._faces[0] != style:
            self._faces = style, load_faces(style.faces, style.fallback)
        return self._faces[1]

    def draw(
        self, chart: "Chart", width: float, style: Style, faces: "Faces", language: str
    ) -> "Drawing":
        """A chart's drawing."""
        from briefing.run import drawn

        return drawn.draw(chart, width, style, faces, language, self.cache)

    def _load(
        self, table: TableSpec, data: bytes | large.Stored, cuts: tuple[SeriesSpec, ...]
    ) -> _Loaded:
        known = self._tables.get(table.name)
        # Only of what is stored do rows depend on the cuts, which a parameter changes.
        asked = table, data, cuts if isinstance(data, large.Stored) else ()
        if known is None or known[0] != asked:
            known = asked, tables.load(table, data, cuts)
            self._tables[table.name] = known
        return known[1]
