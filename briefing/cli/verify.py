"""`briefing verify`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli import terminal

if TYPE_CHECKING:
    from briefing.run.verify import Verdict
    from briefing.verify import Signature

_FAILED = 5
_LATER = {
    "nothing": "nothing came after it",
    "permitted": "what came after it is permitted by it",
    "filled": "fields were filled in or signed after it, which it permits: look at them",
    "forbidden": "what came after it isn’t permitted",
}


@click.command(
    short_help="Judge PDFs by the standards that they claim.",
    epilog="""\b
Examples:
  briefing verify out/mongolia-russia/2025/mongolia-russia.en.pdf
  briefing verify *.pdf --judge briefing --json
  briefing verify signed.pdf --trust roots.pem""",
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, readable=True)
)
@click.option(
    "--judge",
    type=click.Choice(["veraPDF", "briefing"], case_sensitive=False),
    help="Who judges; default: veraPDF where it can run, else briefing.",
)
@click.option(
    "--trust",
    type=click.Path(exists=True, dir_okay=False, readable=True),
    metavar="FILE",
    help="Root certificates (PEM); each signature must lead to one of them.",
)
@click.option("--json", "as_json", is_flag=True, help="Findings and verdicts as JSON on stdout.")
def command(files: tuple[str, ...], judge: str | None, trust: str | None, as_json: bool) -> int:
    """Judge each PDF, whoever made it, by the parts of PDF/UA and PDF/A that it claims; one that
    claims none by PDF/UA-1 and PDF/A-3a.

    The judge is veraPDF where Java is installed and VERAPDF_HOME, or the cache folder of briefing,
    holds its jar; else briefing checks the clauses that it knows. The tags are looked at by
    briefing in any case, for what no validator sees.

    Of a signature (pip install 'country-briefing[sign]') it says who signed, whether file and
    signature hold, what came after, and with --trust whether a root of yours vouches for the
    signer; without, nobody is trusted and that is said. Nothing is fetched.

    Exit code 0, or 5 when a file fails or a signature doesn't hold.
    """
    from briefing.run.verify import verify
    from briefing.verify import roots

    if judge == "veraPDF":
        _require()
    trusted = roots(Path(trust).read_bytes()) if trust else ()
    verdicts = []
    contents = ((file, Path(file).read_bytes()) for file in files)
    for verdict in verify(contents, judge or "", trusted):
        verdicts.append(verdict)
        if not as_json:
            _show(verdict)
    if as_json:
        click.echo(json.dumps(_content(verdicts), ensure_ascii=False, indent=2))
    return _FAILED if any(verdict.faults for verdict in verdicts) else 0


def _require() -> None:
    from briefing.workspace import verapdf

    why_not = verapdf.missing()
    if why_not:
        raise click.UsageError(f"veraPDF can't judge: {why_not}")


def _show(verdict: "Verdict") -> None:
    for fault in verdict.faults:
        place = f"{verdict.path}:{fault.page}" if fault.page else verdict.path
        label = f"{terminal.red('error')}[{fault.code}]"
        terminal.say(f"{place}: {label} {terminal.safe(fault.message)}\n    hint: {fault.hint}")
    by = f"{', '.join(verdict.standards)}; judged by {verdict.judge}".removeprefix("; ")
    if verdict.reason:
        by += f" ({verdict.reason})"
    count = len(verdict.faults)
    failed = f"fails, {count} finding{'s' if count > 1 else ''}"
    click.echo(f"{verdict.path}: {failed if count else 'conforms'} ({by})")
    for signature in verdict.signatures:
        click.echo(_told(signature))
    if verdict.unread:
        click.echo(f"    signed, but {verdict.unread}")


def _told(signature: "Signature") -> str:
    at = f"{signature.at:%Y-%m-%d %H:%M} UTC" if signature.at else "no date"
    by = "the signer’s own clock"
    if signature.stamped:
        known = "" if signature.stamp_trusted else ", which isn’t trusted here"
        by = f"the timestamp of {signature.stamped}{known}"
    integrity = "holds" if signature.holds else terminal.red("doesn’t hold")
    trust = {
        "trusted": "a root that you trust vouches for it",
        "untrusted": f"no root that you trust vouches for it: {signature.distrust}",
        "unasked": "its chain isn’t trusted here (--trust FILE names roots)",
        "moot": "whoever vouches for it doesn’t vouch for this file",
    }[signature.trust]
    valid = f"{signature.valid_from:%Y-%m-%d} to {signature.valid_to:%Y-%m-%d}"
    return (
        f"    signed by {terminal.safe(signature.signer)}: {at}, by {terminal.safe(by)}\n"
        f"        signature:    {integrity}; {_LATER[signature.later]}\n"
        f"        certificate:  issued by {terminal.safe(signature.issuer)}, valid {valid}; {trust}"
    )


def _content(verdicts: list["Verdict"]) -> dict[str, object]:
    return {
        "findings": [
            {
                "code": fault.code,
                "severity": "error",
                "file": verdict.path,
                "page": fault.page or None,
                "message": fault.message,
                "hint": fault.hint,
            }
            for verdict in verdicts
            for fault in verdict.faults
        ],
        "files": [
            {
                "file": verdict.path,
                "conforms": not verdict.faults,
                "judge": verdict.judge,
                "standards": list(verdict.standards),
                "signatures": [_signature(one) for one in verdict.signatures],
                "signatures_unread": verdict.unread or None,
            }
            for verdict in verdicts
        ],
    }


def _signature(signature: "Signature") -> dict[str, object]:
    return {
        "signer": signature.name,
        "organisation": signature.organisation,
        "certificate_sha256": signature.fingerprint,
        "issuer": signature.issuer,
        "valid_from": signature.valid_from.isoformat(),
        "valid_to": signature.valid_to.isoformat(),
        "at": signature.at.isoformat() if signature.at else None,
        "timestamp": signature.stamped or None,
        "timestamp_trusted": signature.stamp_trusted,
        "holds": signature.holds,
        "valid_then": signature.in_time,
        "came_after": signature.later.value,
        "restated": list(signature.restated),
        "trust": signature.trust.value,
        "distrust": signature.distrust or None,
    }
