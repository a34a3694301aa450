"""`briefing build`."""

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from briefing.cli import annotations, options, report, terminal
from briefing.cli.batch import Wanted, build_each
from briefing.cli.summary import sized, summarize
from briefing.run.find import find
from briefing.run.outcome import Outcome
from briefing.run.remembered import Asked, recall
from briefing.workspace.cache import Cache, cache

if TYPE_CHECKING:
    from briefing.run.signing import Signing


@click.command(
    short_help="Build a project's briefing as a PDF.",
    epilog="""\b
Examples:
  briefing build
  briefing build data/mongolia-russia --period 2014 -o editions
  briefing build data/mongolia-partners --each partner=all --jobs 2""",
)
@options.project_options
@options.format_option
@click.option(
    "-o", "--output", default="out", metavar="FOLDER", help="Where editions go; default out."
)
@click.option(
    "--profile",
    type=click.Choice(["ua1+3a", "4f"]),
    default="ua1+3a",
    show_default=True,
    help="Standards: PDF/UA-1 with PDF/A-3a, or PDF/UA-2 with PDF/A-4f and WTPDF.",
)
@click.option(
    "--if-changed",
    is_flag=True,
    help="Make no new edition where inputs, version and choices are those of the last.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Make everything anew: with --each also what didn't change, and charts that are kept.",
)
@click.option(
    "--draft",
    is_flag=True,
    help="Build in spite of errors, with DRAFT on every page, beside the last edition.",
)
@click.option(
    "--public",
    is_flag=True,
    help="The version without the line of the embargo; refused before its end.",
)
@click.option(
    "--sign",
    "key",
    default="",
    metavar="FILE",
    help="Sign with the key of a PKCS#12 file; passphrase from BRIEFING_SIGN_PASSPHRASE, or asked.",
)
@click.option(
    "--passphrase-file", default="", metavar="FILE", help="The passphrase is its first line."
)
@click.option("--invisible", is_flag=True, help="The first page says nothing of the signature.")
@click.option(
    "--timestamp", default="", metavar="URL", help="A server that proves when it was signed."
)
@click.option(
    "--summary",
    default="",
    metavar="FILE",
    help="Add headline figures and what changed, as Markdown, to a file.",
)
@options.each_option
@click.option(
    "-j",
    "--jobs",
    default=1,
    show_default=True,
    type=click.IntRange(1, 256),
    metavar="N",
    help="With --each: in so many processes.",
)
@click.option(
    "--shard",
    default="",
    metavar="I/N",
    help="With --each: only part I of N, the same briefings each time; see briefing merge.",
)
@click.option(
    "--cluster",
    default="",
    metavar="tls://HOST:PORT",
    help="With --each: on the workers of a Dask scheduler, by the certificates of its settings.",
)
@click.option(
    "--card", is_flag=True, help="A speaking card beside each PDF: what to say aloud, what not."
)
@click.option("--open", "opened", is_flag=True, help="Open the first PDF when it is done.")
@click.option("-q", "--quiet", is_flag=True, help="Only findings and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Each step with its seconds.")
def command(
    project: str,
    period: str,
    parameters: tuple[str, ...],
    languages: tuple[str, ...],
    style: str,
    strict: bool,
    as_json: bool,
    form: str,
    output: str,
    profile: str,
    if_changed: bool,
    force: bool,
    draft: bool,
    public: bool,
    key: str,
    passphrase_file: str,
    invisible: bool,
    timestamp: str,
    summary: str,
    each: str,
    jobs: int,
    shard: str,
    cluster: str,
    card: bool,
    opened: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Build PROJECT: a folder with a briefing.yaml, or the name of a sample; without it the current
    folder, else every project under data/. An edition is swapped in whole, in
    FOLDER/<project>/<edition>/.

    Exit code 0, or 1 with a finding of severity error (with --strict: with any): then the last
    edition stays; 4 where a cluster can't be reached. With --draft it is drawn all the same, to
    <edition>.draft/. Of signatures, batches,
    clusters and what is kept between builds .github/GUIDE.md says more.
    """
    _fit(each, jobs, shard, if_changed, force)
    _fit_rest(each, jobs, key, cluster, draft, public)
    sign = _signing(key, passphrase_file, invisible, timestamp)

    choices = replace(
        options.choices(period, parameters, languages, style, profile, public, draft), card=card
    )
    form = "json" if as_json else form
    if each:
        wanted = Wanted(each, jobs, shard, form, quiet, summary, force, cluster)
        return build_each(find(project), output, choices, wanted, strict, sign)
    progress = terminal.Progress(wanted=form == "text" and not (quiet or verbose))
    steps = _Steps(progress, verbose)
    outcomes = []
    folders = find(project)
    drawings = cache(reads=not force)
    for folder in folders:
        started = time.perf_counter()
        asked = Asked(folder, output, choices, strict)
        outcome = recall(drawings, asked) if if_changed and not (sign or draft or public) else None
        outcome = outcome or _built(asked, if_changed, steps, sign, drawings)
        progress.clear()
        outcomes.append(outcome)
        if form == "text":
            report.show(outcome, strict)
        if form != "json" and not quiet:
            for built in outcome.built:
                seconds = time.perf_counter() - started
                click.echo(f"{sized(built)}  {seconds:.1f} s")
            for path in outcome.standing:
                click.echo(f"{path}  unchanged since the last edition")
            for omitted in outcome.omitted:
                click.echo(str(omitted))
    if summary:
        summarize(summary, outcomes)
    if opened:
        _open(outcomes)
    if form == "json":
        report.show_json(outcomes)
    elif form == "github":
        annotations.show(zip(folders, outcomes, strict=True))
    return report.exit_code(outcomes, strict)


def _open(outcomes: Sequence[Outcome]) -> None:
    """Show the first PDF in what this machine shows PDFs with."""
    paths = [p for o in outcomes for p in (*(built.path for built in o.built), *o.standing)]
    if paths and click.launch(paths[0]):
        terminal.say(f"nothing here opens PDFs: look at {paths[0]} by hand")


def _built(
    asked: Asked, if_changed: bool, steps: "_Steps", sign: "Signing | None", drawings: Cache
) -> Outcome:
    # What reads and draws takes half of a short run to load: not where nothing has changed.
    from briefing.run.build import build
    from briefing.run.kept import Kept

    return build(
        asked.folder,
        asked.output,
        asked.choices,
        strict=asked.strict,
        if_changed=if_changed,
        progress=steps,
        sign=sign,
        kept=Kept(drawings),
    )


def _fit(each: str, jobs: int, shard: str, if_changed: bool, force: bool) -> None:
    """Raises click.UsageError for options that don't go together."""
    if not each and (jobs > 1 or shard):
        raise click.UsageError("--jobs and --shard go with --each")
    if if_changed and force:
        raise click.UsageError("either --if-changed or --force")


def _fit_rest(each: str, jobs: int, key: str, cluster: str, draft: bool, public: bool) -> None:
    if draft and (public or key):
        raise click.UsageError("a draft is neither made public nor signed")
    if cluster and (not each or jobs > 1 or key):
        raise click.UsageError("--cluster goes with --each, and with neither --jobs nor --sign")


def _signing(key: str, passphrase_file: str, invisible: bool, timestamp: str) -> "Signing | None":
    """How to sign, None where no key is given. Raises click.UsageError and BriefingError."""
    if not key:
        if passphrase_file or invisible or timestamp:
            raise click.UsageError("--passphrase-file, --invisible and --timestamp go with --sign")
        return None
    from briefing.run.signing import signing

    ask = _passphrase if sys.stdin.isatty() and sys.stderr.isatty() else None
    return signing(key, passphrase_file, not invisible, timestamp, ask)


def _passphrase() -> bytes:
    asked: str = click.prompt("Passphrase of the key", hide_input=True, err=True)
    return asked.encode()


class _Steps:
    """Says each step of a build, with its seconds where they are wanted."""

    def __init__(self, progress: terminal.Progress, verbose: bool) -> None:
        self._progress = progress
        self._verbose = verbose
        self._last = time.perf_counter()

    def __call__(self, step: str) -> None:
        self._progress(step)
        if self._verbose:
            now = time.perf_counter()
            terminal.say(f"{now - self._last:7.3f} s  {step}")
            self._last = now
