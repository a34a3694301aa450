"""What the browser is shown at one moment: the last good pages and the findings of now."""

from collections.abc import Mapping

from msgspec import Struct, field

from briefing.layout import Pages
from briefing.model import CellRef, Finding, Place, Spec

# Lines of a file with their numbers.
Excerpt = tuple[tuple[int, str], ...]


class Paper(Struct, frozen=True):
    """The PDF of one language, by the digest of its bytes.

    `spec` is the manifest that it was made by, `rows` the lines on which its facts' cells stand.
    """

    language: str
    title: str
    pages: Pages
    digest: str
    spec: Spec
    rows: Mapping[CellRef, str]


class Snapshot(Struct, frozen=True):
    """`papers` by language, in the manifest's order: the last good ones.

    `held_back` says that the findings keep newer ones from being made; `excerpts` are the lines
    around each place that a finding names; `trouble` says what else
    went wrong.
    """

    project: str
    papers: Mapping[str, Paper]
    findings: tuple[Finding, ...] = ()
    excerpts: Mapping[Place, Excerpt] = field(default_factory=dict)
    held_back: bool = False
    trouble: str = ""
