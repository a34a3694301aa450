"""What the browser is shown at one moment: the last good pages and the findings of now."""

from collections.abc import Mapping

from msgspec import Struct, field

from briefing.layout import Pages
from briefing.model import CellRef, Finding, Place, Spec

# Lines of a file with their numbers.
Excerpt = tuple[tuple[int, str], ...]


class Paper(Struct, frozen=True):
    """The PDF of one language, by the digest of its bytes.

    `spec` is the manifest that it was made by, `rows` the lines on which its facts' cells stand,
    `written` the lines of what the author wrote at each place that stands on a page.
    """

    language: str
    title: str
    pages: Pages
    digest: str
    spec: Spec
    rows: Mapping[CellRef, str]
    written: Mapping[Place, Excerpt] = {}


class Snapshot(Struct, frozen=True):
    """`papers` by language, in the manifest's order.

    `draft` says that errors stand while these were drawn, `held_back` that newer ones can't be;
    `excerpts` are the lines around each place that a finding names, `styles` the names of those
    that can be looked at, `style` the manifest's or the one chosen; `trouble` says what else went
    wrong.
    """

    project: str
    papers: Mapping[str, Paper]
    findings: tuple[Finding, ...] = ()
    excerpts: Mapping[Place, Excerpt] = field(default_factory=dict)
    held_back: bool = False
    trouble: str = ""
    draft: bool = False
    styles: tuple[str, ...] = ()
    style: str = ""
