"""From the manifest's exhibits and an edition's facts to exhibits with their texts written."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from briefing.exhibits.calendar import calendar
from briefing.exhibits.changes import changes
from briefing.exhibits.chart_data import behind
from briefing.exhibits.dumbbell import dumbbell
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.grid import grid
from briefing.exhibits.map import world_map
from briefing.exhibits.mirror import mirror
from briefing.exhibits.over_time import over_time
from briefing.exhibits.panel import panel
from briefing.exhibits.people import people
from briefing.exhibits.ranking import ranking
from briefing.exhibits.share import share
from briefing.exhibits.slope import slope
from briefing.exhibits.tiles import tiles
from briefing.exhibits.timeline import timeline
from briefing.language import Unwritable
from briefing.model import Chart, Exhibit, ExhibitSpec, Facts, Finding, Spec, refused

KINDS: Mapping[str, Callable[[Frame], Exhibit]] = {
    "bars": over_time,
    "line": over_time,
    "area": over_time,
    "ranking": ranking,
    "share": share,
    "slope": slope,
    "dumbbell": dumbbell,
    "map": world_map,
    "grid": grid,
    "mirror": mirror,
    "changes": changes,
    "tiles": tiles,
    "timeline": timeline,
    "facts": panel,
    "people": people,
    "calendar": calendar,
}


class Built:
    """Exhibits that were built before, for who builds of the same manifest and facts again."""

    def __init__(self) -> None:
        self._made_from: tuple[Spec, Facts] | None = None
        self._exhibits: dict[tuple[str, str], Exhibit] = {}

    def of(self, spec: Spec, facts: Facts) -> dict[tuple[str, str], Exhibit]:
        """Those by name and language; none where the manifest or the facts are others."""
        known = self._made_from
        if known is None or known[1] is not facts or known[0] != spec:
            self._made_from, self._exhibits = (spec, facts), {}
        return self._exhibits


def build(
    spec: Spec,
    facts: Facts,
    names: Iterable[str],
    language: str,
    records: Mapping[str, bytes] = MappingProxyType({}),
    files: Mapping[str, str] = MappingProxyType({}),
    built: Built | None = None,
) -> tuple[Mapping[str, Exhibit], tuple[Finding, ...]]:
    """The exhibits of these names, each once, in a language.

    `records` has the bytes of the records that exhibits are set against, by path, `files` the
    digests of the files read now; an exhibit whose record is not there is left out. One that can't
    be shown is left out, with findings B351–B357 at its place in the manifest, or with none where a
    finding about its series says why. Names that the manifest lacks are left to those who placed
    them. What was `built` before isn't again, but for what is set against a record.
    """
    known = {} if built is None else built.of(spec, facts)
    exhibits: dict[str, Exhibit] = {}
    findings: list[Finding] = []
    for name in dict.fromkeys(names):
        asked = spec.exhibits.get(name)
        if asked is None:
            continue
        against = asked.against.text if asked.against else ""
        if against and against not in records:
            continue
        if not against and (name, language) in known:
            exhibits[name] = known[name, language]
            continue
        try:
            record = records.get(against, b"")
            exhibits[name] = _built(Frame(spec, asked, facts, language, record, files))
            known[name, language] = exhibits[name]
        except Unshowable as error:
            findings.extend(refused(reason, asked.place) for reason in error.reasons)
        except Unwritable as error:
            message = f"exhibit {name}: {error.message}"
            findings.append(_finding(asked, "B356", message, error.hint))
    return exhibits, tuple(findings)


def _built(frame: Frame) -> Exhibit:
    exhibit = KINDS[frame.asked.kind](frame)
    if isinstance(exhibit.content, Chart):
        return replace(exhibit, data=behind(frame, exhibit.content))
    return exhibit


def _finding(asked: ExhibitSpec, code: str, message: str, hint: str) -> Finding:
    return Finding(code, asked.place, message, hint)
