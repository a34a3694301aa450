"""The files that build a project every week, on three kinds of machine."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from briefing.starter.template import filled

REQUIREMENTS = "briefing-requirements.txt"
_REQUIRED = f"--requirement {REQUIREMENTS}"


class Site(Struct, frozen=True):
    """Where a schedule is to run: the repository's or project's folder (absolute) and name, what
    pip is told to install there, the `briefing` of this machine (absolute); `each` says for which
    values a briefing is made, empty where there is one; `parts` how many machines of GitHub share
    them."""

    folder: str
    name: str
    requirement: str
    command: str
    each: str = ""
    parts: int = 4


def schedule(kind: str, site: Site) -> dict[str, bytes]:
    """The files by path, below the site's folder. `kind` is one of SCHEDULES."""
    return {path: text.encode() for path, text in SCHEDULES[kind](site).items()}


def workflow(install: str, dependencies: str, each: str = "", parts: int = 1) -> str:
    """The GitHub workflow; `install` is what pip is told, `dependencies` the file that the cache
    of the installation depends on. A batch is built in so many parts, a machine each."""
    slots = {"install": install, "dependencies": dependencies, "each": each}
    if not each:
        return filled("github.yml", slots)
    numbers = ", ".join(str(part + 1) for part in range(parts))
    return filled("github-each.yml", slots | {"shards": numbers, "count": str(parts)})


def _each(wanted: str) -> str:
    return f" --each {wanted} --jobs 2" if wanted else ""


def _github(site: Site) -> dict[str, str]:
    return {
        ".github/workflows/briefing.yml": workflow(_REQUIRED, REQUIREMENTS, site.each, site.parts),
        REQUIREMENTS: _requirements(site),
    }


def _gitlab(site: Site) -> dict[str, str]:
    slots = {"install": _REQUIRED, "dependencies": REQUIREMENTS, "each": _each(site.each)}
    return {".gitlab-ci.yml": filled("gitlab.yml", slots), REQUIREMENTS: _requirements(site)}


def _systemd(site: Site) -> dict[str, str]:
    slots = {
        "name": site.name,
        "folder": site.folder,
        "working": site.folder.replace("%", "%%"),
        "command": _quoted(site.command),
        "each": _each(site.each),
    }
    return {
        f"systemd/briefing-{site.name}.service": filled("briefing.service", slots),
        f"systemd/briefing-{site.name}.timer": filled("briefing.timer", slots),
    }


def _requirements(site: Site) -> str:
    return filled(REQUIREMENTS, {"requirement": site.requirement})


def _quoted(text: str) -> str:
    """Text inside the double quotes of a unit file."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")


SCHEDULES: Mapping[str, Callable[[Site], dict[str, str]]] = {
    "github": _github,
    "gitlab": _gitlab,
    "systemd": _systemd,
}
