"""What is spoilt, by kind: a seed, a folder in; the exit code of each command that took it.

What a command can't take is a finding or a refusal: any other exception is a bug and is raised.
"""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import click
from click.testing import CliRunner

from briefing.cli.app import cli
from briefing.model.finding import BriefingError
from tests.pdf.chain import PASSPHRASE, chain
from tests.run.test_every_format import _HEAD, CASES, _book, _parquet
from tests.spoilt.spoil import (
    spoilt_archive,
    spoilt_bytes,
    spoilt_json,
    spoilt_pdf,
    spoilt_text,
)

ROOT = Path(__file__).parents[2]
PROJECTS = sorted((ROOT / "tests" / "projects").glob("*/project"))
SHARED = sorted((ROOT.parent / "shared" / "cases").glob("*"))
CASE = ROOT / "tests" / "projects" / "two-sections" / "project"


def told(*arguments: str | Path, **environment: str) -> int:
    """The exit code of a command; raises what the command line would call a bug."""
    env = {"BRIEFING_SIGN_PASSPHRASE": PASSPHRASE.decode(), **environment}
    result = CliRunner().invoke(cli, [*map(str, arguments)], standalone_mode=False, env=env)
    error = result.exception
    # The command line lets stdout escape what it can't encode; the runner's doesn't.
    if error is None or (isinstance(error, UnicodeEncodeError) and "surrogates" in str(error)):
        return result.return_value if isinstance(result.return_value, int) else 0
    if isinstance(error, BriefingError | click.ClickException):
        return int(error.exit_code)
    if isinstance(error, SystemExit) and isinstance(error.code, int):
        return error.code
    raise error


def _project(dice: random.Random, folder: Path) -> Path:
    # Every other one is small: many are tried of those.
    chosen = dice.choice(SHARED or PROJECTS if dice.random() < 0.5 else PROJECTS)
    return Path(shutil.copytree(chosen, folder / "p"))


def _used(dice: random.Random, project: Path) -> Iterator[int]:
    yield told("check", project)
    if dice.random() < 0.25:
        draft = ("--draft",) if dice.random() < 0.5 else ()
        yield told("build", project, "-o", project.parent / "out", *draft)


def manifest(dice: random.Random, folder: Path) -> Iterator[int]:
    project = _project(dice, folder)
    path = project / "briefing.yaml"
    if dice.random() < 0.2:
        path.write_bytes(spoilt_bytes(path.read_bytes(), dice))
    else:
        path.write_text(spoilt_text(path.read_text("utf-8"), dice), "utf-8", "surrogatepass")
    yield from _used(dice, project)


def prose(dice: random.Random, folder: Path) -> Iterator[int]:
    project = _project(dice, folder)
    path = dice.choice(sorted(project.rglob("*.md")))
    if dice.random() < 0.1:
        path.write_bytes(spoilt_bytes(path.read_bytes(), dice))
    else:
        path.write_text(spoilt_text(path.read_text("utf-8"), dice), "utf-8", "surrogatepass")
    yield from _used(dice, project)


def csv(dice: random.Random, folder: Path) -> Iterator[int]:
    project = _project(dice, folder)
    path = dice.choice(sorted(project.rglob("*.csv")) or [project / "briefing.yaml"])
    data = path.read_bytes()
    if dice.random() < 0.5:
        path.write_bytes(spoilt_bytes(data, dice))
    else:
        text = data.decode("utf-8", "replace")[:20_000]
        path.write_text(spoilt_text(text, dice), "utf-8", "surrogatepass")
    encoding = dice.choice(("", "", "utf-16", "utf-7", "cp1251", "punycode", "idna", "hex", "mbcs"))
    if encoding:
        text = (project / "briefing.yaml").read_text("utf-8", "replace")
        said = text.replace("{file:", f"{{encoding: {encoding}, file:")
        (project / "briefing.yaml").write_text(said, "utf-8")
    yield from _used(dice, project)
    if dice.random() < 0.3:
        yield told("inspect", path)


@cache
def _formats() -> tuple[tuple[str, str, bytes, dict[str, str]], ...]:
    made: dict[str, Callable[[], bytes]] = {"xlsx": _book, "parquet": _parquet}
    return tuple(
        (kind, file, made[kind]() if data is None else data, keys)
        for kind, file, data, keys, _ in CASES
    )


def formats(dice: random.Random, folder: Path) -> Iterator[int]:
    kind, file, data, keys = dice.choice(_formats())
    project = folder / "p"
    (project / "sections/en").mkdir(parents=True)
    how = dice.random()
    if file.endswith((".xlsx", ".zip")) and how < 0.7:
        data = spoilt_archive(data, dice)
    elif file.endswith(".json") and how < 0.7:
        data = spoilt_json(data, dice)
    else:
        data = spoilt_bytes(data, dice)
    (project / file).write_bytes(data)
    text = _HEAD.format(file=file, format=kind, **{"more": "codes: none", **keys})
    (project / "briefing.yaml").write_text(text, "utf-8")
    (project / "sections/en/a.md").write_text("# A\n\nIt was {{ x | exact }} in 2014.\n", "utf-8")
    yield told("check", project)
    yield told("inspect", project / file)
    if dice.random() < 0.2:
        yield told("init", folder / "q", "--data", project / file, "--lang", "en")


@cache
def _edition(signed: bool = False) -> tuple[bytes, bytes]:
    """A PDF and its record."""
    folder = Path(mkdtemp())
    key = folder / "key.p12"
    key.write_bytes(chain()[0])
    key.chmod(0o600)
    sign = ("--sign", key) if signed else ()
    assert told("build", CASE, "-o", folder / "out", *sign) == 0
    pdf = next((folder / "out").rglob("*.pdf")).read_bytes()
    record = next((folder / "out").rglob("record.json")).read_bytes()
    shutil.rmtree(folder)
    return pdf, record


def pdf(dice: random.Random, folder: Path) -> Iterator[int]:
    whole, record = _edition(dice.random() < 0.5)
    path, other = folder / "spoilt.pdf", folder / "record.json"
    path.write_bytes(spoilt_pdf(whole, dice))
    other.write_bytes(record)
    yield told("verify", path, "--judge", "briefing")
    yield told("trace", path, "exports")
    yield told("diff", path, other)
    yield told("diff", other, path)
    yield told("extract", path, "-o", folder / "out")


def record(dice: random.Random, folder: Path) -> Iterator[int]:
    whole, content = _edition()
    path, other = folder / "spoilt.json", folder / "whole.pdf"
    spoil = spoilt_json if dice.random() < 0.7 else spoilt_bytes
    path.write_bytes(spoil(content, dice))
    other.write_bytes(whole)
    yield told("trace", path, "exports")
    yield told("diff", path, other)
    yield told("diff", other, path, "--format", "markdown")


@cache
def _key() -> bytes:
    return chain()[0]


def key(dice: random.Random, folder: Path) -> Iterator[int]:
    path = folder / "key.p12"
    path.write_bytes(spoilt_bytes(_key(), dice))
    path.chmod(0o600)
    passphrase = dice.choice((PASSPHRASE.decode(), "", "no", "\udcff"))
    pdf = folder / "a.pdf"
    pdf.write_bytes(_edition()[0])
    yield told("build", CASE, "-o", folder / "out", "--sign", path,
               BRIEFING_SIGN_PASSPHRASE=passphrase)  # fmt: skip
    yield told("verify", pdf, "--judge", "briefing", "--trust", path)


def shelf(dice: random.Random, folder: Path) -> Iterator[int]:
    """What stands on the shelf of a project, and how its mail is sent."""
    project = Path(shutil.copytree(CASE, folder / "p"))
    text = (project / "briefing.yaml").read_text("utf-8")
    to = "send:\n  from: a@b.example\n  to: [{address: c@d.example, languages: [en]}]\n"
    (project / "briefing.yaml").write_text(text + to, "utf-8")
    out = folder / "out"
    place = out / "p" / "2014"
    place.mkdir(parents=True)
    whole, content = _edition()
    (place / "two-sections.en.pdf").write_bytes(whole)
    (place / "p.en.pdf").write_bytes(spoilt_pdf(whole, dice) if dice.random() < 0.3 else whole)
    (place / "record.json").write_bytes(spoilt_json(content, dice))
    (out / "p" / "sent.jsonl").write_bytes(
        spoilt_bytes(b'{"to": "c@d.example", "edition": "2014", "at": "2026-01-01"}\n', dice)
    )
    yield told("send", project, "-o", out, "--dry-run")
    yield told("send", project, "-o", out, "--if-changed", "--dry-run")
    yield told("build", project, "-o", out, "--if-changed")


def results(dice: random.Random, folder: Path) -> Iterator[int]:
    """Results of parts of a batch, which `merge` puts together."""
    path = folder / "1.json"
    path.write_bytes(spoilt_json(_parts(), dice) if dice.random() < 0.8 else b"[]")
    yield told("merge", path)
    yield told("merge", path, path, "--json")


@cache
def _parts() -> bytes:
    folder = Path(mkdtemp())
    arguments = (CASE, "-o", folder, "--each", "partner=RUS,CHN", "--shard", "1/1", "--json")
    args = ["build", *map(str, arguments)]
    text = CliRunner().invoke(cli, args, standalone_mode=False).stdout
    shutil.rmtree(folder)
    return json.dumps(json.loads(text)).encode()


KINDS: dict[str, Callable[[random.Random, Path], Iterator[int]]] = {
    "manifest": manifest, "prose": prose, "csv": csv, "formats": formats, "pdf": pdf,
    "record": record, "key": key, "shelf": shelf, "results": results,
}  # fmt: skip
