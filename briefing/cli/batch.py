"""A briefing for each of many values: what `briefing build --each` says and gives back."""

import json
import re
import shlex
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from briefing.cli import annotations, report, terminal
from briefing.cli.options import written_table
from briefing.model import BriefingError, Choices, ExitCode
from briefing.model import as_json as as_json

if TYPE_CHECKING:
    from briefing.run.batch import Briefed, Task
    from briefing.run.signing import Signing

# As many rows as a person reads; of more only what failed or left something out is listed.
_LISTED = 60


class Wanted(Struct, frozen=True):
    """What is wanted of a batch: for which values, in how many processes, which part of it, how it
    is told, whether all is made anew, and on which cluster, if on one."""

    each: str
    jobs: int
    shard: str
    form: str
    quiet: bool
    summary: str
    force: bool = False
    cluster: str = ""


def build_each(
    folders: Sequence[str],
    output: str,
    choices: Choices,
    wanted: Wanted,
    strict: bool,
    sign: "Signing | None" = None,
) -> int:
    """Build a briefing for each value, but for those that would come out as they are, and say what
    became of them; the exit code of the worst.

    Interrupted, it says so of those that were done before.
    """
    from briefing.run.batch import identity, shard

    tasks = tuple(_tasks(folders, output, choices, wanted, strict))
    whole, count = identity(tasks), len(tasks)
    tasks = shard(tasks, *_shard(wanted.shard)) if wanted.shard else tasks
    progress = _Progress(len(tasks), wanted.form == "text" and not wanted.quiet)
    done: list[Briefed] = []
    try:
        for briefed in _made(tasks, wanted, sign):
            progress.add(briefed)
            done.append(briefed)
            if wanted.form == "text":
                _tell(briefed, strict)
    except KeyboardInterrupt:
        progress.clear()
        terminal.say(f"{len(done)} of {len(tasks)} briefings were done, each is whole")
        raise
    order = {task: number for number, task in enumerate(tasks)}
    done.sort(key=lambda briefed: order[briefed.task])
    content = {"of": whole, "count": count, "shard": wanted.shard} | _content(done)
    _report(content, done, wanted, progress.seconds)
    return max((briefed.exit_code for briefed in done), default=0)


def _tasks(
    folders: Sequence[str], output: str, choices: Choices, wanted: Wanted, strict: bool
) -> "Iterator[Task]":
    """A briefing of each project for each value."""
    from briefing.run.batch import Task
    from briefing.run.each import each

    rows, anew = written_table(wanted.each), wanted.force
    for folder in folders:
        for one in each(folder, choices, wanted.each, rows):
            yield Task(folder, output, one, strict, if_changed=not anew, anew=anew)


def _report(
    content: dict[str, Any], done: "Sequence[Briefed]", wanted: Wanted, seconds: float
) -> None:
    """What became of the briefings, in the form that is wanted."""
    if wanted.summary:
        _write(wanted.summary, markdown(content))
    if wanted.form == "json":
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    elif wanted.form == "github":
        annotations.show((b.task.folder, b.outcome) for b in done if b.outcome is not None)
    if wanted.form != "json" and not wanted.quiet:
        lines = (*table(content), *_where_said(done), f"{told(content)}, in {seconds:.0f} s")
        click.echo("\n".join(lines))


def _where_said(done: "Sequence[Briefed]") -> Iterator[str]:
    """How to read the findings of those that stand, of which the table says only how many."""
    first = next((b for b in done if not b.exit_code and b.outcome and b.outcome.findings), None)
    if first is not None:
        values = [f"-p {name}={value}" for name, value in first.task.choices.parameters]
        command = f"briefing check {shlex.quote(first.task.folder)} {' '.join(values)}"
        yield f"findings: {terminal.safe(command)}; those of all: --json"


def _made(tasks: "Sequence[Task]", wanted: Wanted, sign: "Signing | None") -> "Iterator[Briefed]":
    if wanted.cluster:
        from briefing.run import cluster

        return cluster.results(tasks, wanted.cluster)
    from briefing.run.batch import batch

    return batch(tasks, wanted.jobs, sign)


def _shard(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", text)
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        raise click.UsageError(f"--shard wants I/N such as 1/4, not “{text}”")
    return int(match[1]), int(match[2])


def _tell(briefed: "Briefed", strict: bool) -> None:
    """The findings of a briefing that has errors; of the others the table says how many."""
    outcome = briefed.outcome
    if outcome is not None and briefed.exit_code:
        terminal.say(f"{terminal.safe(briefed.task.name)}:")
        report.show(outcome, strict)
    if briefed.problem:
        name = terminal.safe(briefed.task.name)
        terminal.say(f"{name}: {terminal.red('error')}: {briefed.problem}\n  hint: {briefed.hint}")


def _content(done: Iterable["Briefed"]) -> dict[str, Any]:
    entries = [_entry(briefed) for briefed in done]
    editions = [{"project": e["project"]} | part for e in entries for part in e["editions"]]
    return {"briefings": entries, "editions": editions}


def _entry(briefed: "Briefed") -> dict[str, Any]:
    outcome = briefed.outcome
    return {
        "name": briefed.task.name,
        "project": outcome.project if outcome else Path(briefed.task.folder).resolve().name,
        "parameters": dict(briefed.task.choices.parameters),
        "state": briefed.state.value,
        "editions": [
            {"path": b.path, "language": b.language, "pages": b.pages, "size": b.size}
            for b in (outcome.built if outcome else ())
        ],
        "unchanged": list(outcome.standing) if outcome else [],
        "findings": [as_json(f) for f in outcome.findings] if outcome else [],
        "omitted": [
            {"name": o.name, "is_section": o.is_section, "lacks": list(o.lacks)}
            for o in (outcome.omitted if outcome else ())
        ],
        "problem": briefed.problem,
        "exit_code": briefed.exit_code,
    }


def table(content: Mapping[str, Any]) -> list[str]:
    """A line a briefing: its name, what became of it, pages and size, warnings, what is left
    out."""
    entries = content["briefings"]
    if len(entries) > _LISTED:
        entries = [e for e in entries if e["state"] == "failed" or e["omitted"]]
    width = max((len(e["name"]) for e in entries), default=0)
    return [f"{terminal.safe(e['name']):<{width}}  {'  '.join(_cells(e))}" for e in entries]


def _cells(entry: Mapping[str, Any]) -> Iterable[str]:
    yield f"{entry['state']:<9}"
    pages = sum(edition["pages"] for edition in entry["editions"])
    if pages:
        size = sum(edition["size"] for edition in entry["editions"]) / 1000
        yield f"{pages} pages  {size:.0f} kB"
    found = len(entry["findings"])
    if found:
        yield f"{found} finding{'s' if found > 1 else ''}"
    left_out = _left_out(entry)
    if left_out:
        yield f"without {left_out}"


def _left_out(entry: Mapping[str, Any]) -> str:
    """The sections that are left out; where there are none, the exhibits: those of a section that
    is left out are no loss of their own."""
    sections = [o["name"] for o in entry["omitted"] if o["is_section"]]
    names = sections or [o["name"] for o in entry["omitted"]]
    kind = "section" if sections else "exhibit"
    return f"{kind}{'s' if len(names) > 1 else ''} {', '.join(names)}" if names else ""


def told(content: Mapping[str, Any]) -> str:
    """`23 built, 1 unchanged, 1 failed`."""
    states = [entry["state"] for entry in content["briefings"]]
    counts = {state: states.count(state) for state in ("built", "unchanged", "failed")}
    return ", ".join(f"{count} {state}" for state, count in counts.items() if count) or "nothing"


def markdown(content: Mapping[str, Any]) -> str:
    """The same for the page of a job."""
    lines = [f"## {told(content)}", "", "| Briefing | State | Pages | Findings | Left out |"]
    lines.append("|---|---|---|---|---|")
    for entry in content["briefings"]:
        pages = sum(edition["pages"] for edition in entry["editions"]) or ""
        cells = (entry["name"], entry["state"], pages, len(entry["findings"]) or "")
        lines.append(f"| {' | '.join(map(str, (*cells, _left_out(entry))))} |")
    return "\n".join([*lines, ""])


def _write(path: str, text: str) -> None:
    try:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise BriefingError(
            f"{path} can't be written: {error.strerror or error}",
            "The editions stand as they were made; choose another file with --summary.",
            ExitCode.FAILED,
        ) from error


class _Progress:
    """How many are done, how fast, and how long the others take; only where somebody watches."""

    def __init__(self, total: int, wanted: bool) -> None:
        self._line = terminal.Progress(wanted)
        self._total = total
        self._done = 0
        self._started = time.perf_counter()
        self._line(f"0/{total}")

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.perf_counter() - self._started

    def clear(self) -> None:
        """Take the line away."""
        self._line.clear()

    def add(self, briefed: "Briefed") -> None:
        """One more is done; nothing stays on the line when all are."""
        self._done += 1
        self.clear()
        if self._done == self._total:
            return
        rate = self._done / self.seconds
        left = (self._total - self._done) / rate
        name = terminal.safe(briefed.task.name)
        self._line(f"{self._done}/{self._total}  {name}  {rate:.1f} a second, {left:.0f} s left")
