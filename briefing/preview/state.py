"""A snapshot as the browser gets it."""

from typing import Any

from msgspec.structs import asdict

from briefing.model import Finding, as_json
from briefing.preview.raster import Raster
from briefing.preview.snapshot import Paper, Snapshot


def state(version: int, snapshot: Snapshot, raster: Raster) -> dict[str, Any]:
    """All but what stands on the pages, which is asked for by digest."""
    return {
        "version": version,
        "project": snapshot.project,
        "heldBack": snapshot.held_back,
        "draft": snapshot.draft,
        "trouble": snapshot.trouble,
        "styles": snapshot.styles,
        "style": snapshot.style,
        "findings": [_finding(finding, snapshot) for finding in snapshot.findings],
        "papers": [_paper(paper, raster) for paper in snapshot.papers.values()],
    }


def _finding(finding: Finding, snapshot: Snapshot) -> dict[str, Any]:
    lines = [{"number": n, "text": text} for n, text in snapshot.excerpts[finding.place]]
    return as_json(finding) | {"lines": lines}


def drawn(paper: Paper) -> dict[str, Any]:
    """Its digest, and the pages that it has so far: null for all."""
    pages = paper.pages.drawn
    return {"digest": paper.digest, "drawn": None if pages is None else sorted(pages)}


def _paper(paper: Paper, raster: Raster) -> dict[str, Any]:
    sizes = raster.sizes(paper.digest, paper.pages.data)
    whole = paper.pages.drawn is None
    outline = raster.outline(paper.digest, paper.pages.data) if whole else None
    return {
        "language": paper.language,
        "title": paper.title,
        **drawn(paper),
        "outline": None if outline is None else [asdict(one) for one in outline],
        "pages": [{"width": width, "height": height} for width, height in sizes],
    }
