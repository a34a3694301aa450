"""What a shell may complete an argument or option with while it is being typed."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click


def projects(_ctx: "click.Context", _param: "click.Parameter", incomplete: str) -> list[str]:
    """Folders that begin so, and the samples that come with the product."""
    from briefing.workspace import assets, folders

    head, slash, tail = incomplete.rpartition("/")
    base = Path(head + slash or ".")
    found = []
    if base.is_dir():
        names = sorted(p.name for p in base.iterdir() if p.is_dir() and not p.name.startswith("."))
        found = [f"{head}{slash}{name}/" for name in names if name.startswith(tail)]
    samples = () if slash else folders.with_file(assets.samples(), "briefing.yaml")
    return [*found, *(name for name in samples if name.startswith(tail))]


def styles(_ctx: "click.Context", _param: "click.Parameter", incomplete: str) -> list[str]:
    """The styles that begin so."""
    from briefing.workspace import assets

    names = sorted(path.stem for path in Path(assets.styles()).glob("*.yaml"))
    return [name for name in names if name.startswith(incomplete)]


def languages(_ctx: "click.Context", _param: "click.Parameter", incomplete: str) -> list[str]:
    """The languages that begin so."""
    from briefing.language import GRAMMARS

    return [name for name in sorted(GRAMMARS) if name.startswith(incomplete)]


def codes(_ctx: "click.Context", _param: "click.Parameter", incomplete: str) -> list[str]:
    """The codes of findings that begin so."""
    from briefing.cli.printed import codes

    return [name for name in sorted(codes()) if name.startswith(incomplete.upper())]
