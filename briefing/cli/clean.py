"""`briefing clean`."""

import json

import click

from briefing.cli import options


@click.command(
    short_help="Take away what builds keep for the next one.",
    epilog="""\b
Examples:
  briefing clean
  briefing clean --json""",
)
@options.json_option
def command(as_json: bool) -> int:
    """Empty the cache: charts as they were drawn, below the user's cache folder or that of
    BRIEFING_CACHE_DIR. No edition is touched, and nothing else that stands there.

    It is never needed: what is kept is found only by all that it was made from, and 256 MiB are
    kept at most.

    Exit code 0.
    """
    from briefing.workspace.cache import cache

    kept = cache()
    count, size = kept.clean()
    if as_json:
        content = {"folder": kept.folder, "entries": count, "size": size}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        entries = "entry" if count == 1 else "entries"
        click.echo(f"{count} {entries} taken away, {size / 1_000_000:.1f} MB, from {kept.folder}")
    return 0
