"""The files that build a project every week, on three kinds of machine."""

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from briefing.starter.template import filled

REQUIREMENTS = "briefing-requirements.txt"
FIGURES = "briefing-figures.sh"
# The kind that runs on the machine where the project lies: with the briefing that is installed.
LOCAL = "systemd"
# What a folder may have already, of another schedule.
SHARED = (REQUIREMENTS, FIGURES)
_REQUIRED = f"--requirement {REQUIREMENTS}"
_STRICT = " --strict"
# A briefing is built also where a service failed, of the figures that are there.
_AFTER = "    needs: figures\n    if: ${{ !cancelled() }}\n"
_BEFORE = f"code=0; sh {FIGURES} out/figures.md || code=$$?; "
_EXTRA = "[fetch]"
# What an extra is written behind: the product's name, or the path of a wheel.
_NAMED = re.compile(r"^(country-briefing|\S+\.whl)(?=$|[\s=@;<>~!])")


class Site(Struct, frozen=True):
    """Where a schedule is to run: the project's folder (absolute) and name, what pip is told to
    install there, the `briefing` of this machine (absolute).

    `each` says for which values a briefing is made, empty where there is one; `parts` how many
    machines of GitHub share them; `fetches` whether figures are fetched before; `within` is the
    project's path in its repository, empty where it is the root; with `strict` a warning stops an
    edition too; `files` are put into the repository for what is installed.
    """

    folder: str
    name: str
    requirement: str
    command: str
    each: str = ""
    parts: int = 4
    fetches: bool = False
    within: str = ""
    strict: bool = False
    files: Mapping[str, bytes] = {}

    @property
    def project(self) -> str:
        """What a command in the repository's root names the project by."""
        return f" {self.within}" if self.within else ""

    @property
    def apart(self) -> str:
        """What tells its files and artifacts from those of the repository's other projects."""
        return f"-{self.name}" if self.within else ""


def schedule(kind: str, site: Site) -> dict[str, bytes]:
    """The files by path, below the repository's root, systemd's below the project. `kind` is one of
    SCHEDULES."""
    files = {path: text.encode() for path, text in SCHEDULES[kind](site).items()}
    return files if kind == LOCAL else {**site.files, **files}


def workflow(site: Site, install: str = _REQUIRED, dependencies: str = REQUIREMENTS) -> str:
    """The GitHub workflow; `install` is what pip is told, `dependencies` the file that the cache
    of the installation depends on. A batch is built in so many parts, a machine each."""
    slots = {
        "install": install,
        "dependencies": dependencies,
        "each": site.each,
        "project": site.project,
        "apart": site.apart,
        "strict": _STRICT * site.strict,
        "needs": _AFTER if site.fetches else "",
    }
    slots["figures"] = filled("github-figures.yml", slots) if site.fetches else ""
    if not site.each:
        return filled("github.yml", slots)
    numbers = ", ".join(str(part + 1) for part in range(site.parts))
    return filled("github-each.yml", slots | {"shards": numbers, "count": str(site.parts)})


def _each(wanted: str) -> str:
    return f" --each {wanted} --jobs 2" if wanted else ""


def _github(site: Site) -> dict[str, str]:
    path = f".github/workflows/briefing{site.apart}.yml"
    return {path: workflow(site), REQUIREMENTS: _requirements(site)} | _figures(site)


def _gitlab(site: Site) -> dict[str, str]:
    slots = {
        "install": _REQUIRED,
        "dependencies": REQUIREMENTS,
        "each": _each(site.each),
        "project": site.project,
        "strict": _STRICT * site.strict,
    }
    slots["figures"] = filled("gitlab-figures.yml", slots) if site.fetches else ""
    return {".gitlab-ci.yml": filled("gitlab.yml", slots), REQUIREMENTS: _requirements(site)} | (
        _figures(site)
    )


def _systemd(site: Site) -> dict[str, str]:
    slots = {
        "name": site.name,
        "folder": site.folder,
        "working": site.folder.replace("%", "%%"),
        "command": _quoted(site.command),
        "each": _each(site.each),
        "strict": _STRICT * site.strict,
        "fetch": _BEFORE if site.fetches else "",
        "exec": "" if site.fetches else "exec ",
        "told": ' && exit "$$code"' if site.fetches else "",
    }
    return {
        f"systemd/briefing-{site.name}.service": filled("briefing.service", slots),
        f"systemd/briefing-{site.name}.timer": filled("briefing.timer", slots),
    } | _figures(site)


def _figures(site: Site) -> dict[str, str]:
    """The script that fetches, where figures are fetched."""
    return {FIGURES: filled(FIGURES, {})} if site.fetches else {}


def _requirements(site: Site) -> str:
    required = site.requirement
    if site.fetches:
        required = _NAMED.sub(rf"\g<0>{_EXTRA}", required, count=1)
    return filled(REQUIREMENTS, {"requirement": required})


def _quoted(text: str) -> str:
    """Text inside the double quotes of a unit file."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")


SCHEDULES: Mapping[str, Callable[[Site], dict[str, str]]] = {
    "github": _github,
    "gitlab": _gitlab,
    LOCAL: _systemd,
}
