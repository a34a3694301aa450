"""The files that build a project every week, on three kinds of machine."""

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from briefing.starter.template import filled

REQUIREMENTS = "briefing-requirements.txt"
FIGURES = "briefing-figures.sh"
# What a folder may have already, of another schedule.
SHARED = (REQUIREMENTS, FIGURES)
_REQUIRED = f"--requirement {REQUIREMENTS}"
# A briefing is built also where a service failed, of the figures that are there.
_AFTER = "    needs: figures\n    if: ${{ !cancelled() }}\n"
_BEFORE = f"code=0; sh {FIGURES} out/figures.md || code=$$?; "
_EXTRA = "[fetch]"
# What an extra is written behind: the product's name, or the path of a wheel.
_NAMED = re.compile(r"^(country-briefing|\S+\.whl)(?=$|[\s=@;<>~!])")


class Site(Struct, frozen=True):
    """Where a schedule is to run: the repository's or project's folder (absolute) and name, what
    pip is told to install there, the `briefing` of this machine (absolute); `each` says for which
    values a briefing is made, empty where there is one; `parts` how many machines of GitHub share
    them; `fetches` whether figures are fetched before."""

    folder: str
    name: str
    requirement: str
    command: str
    each: str = ""
    parts: int = 4
    fetches: bool = False


def schedule(kind: str, site: Site) -> dict[str, bytes]:
    """The files by path, below the site's folder. `kind` is one of SCHEDULES."""
    return {path: text.encode() for path, text in SCHEDULES[kind](site).items()}


def workflow(
    install: str, dependencies: str, each: str = "", parts: int = 1, *, fetches: bool = False
) -> str:
    """The GitHub workflow; `install` is what pip is told, `dependencies` the file that the cache
    of the installation depends on. A batch is built in so many parts, a machine each."""
    slots = {
        "install": install,
        "dependencies": dependencies,
        "each": each,
        "figures": filled("github-figures.yml", {"install": install}) if fetches else "",
        "needs": _AFTER if fetches else "",
    }
    if not each:
        return filled("github.yml", slots)
    numbers = ", ".join(str(part + 1) for part in range(parts))
    return filled("github-each.yml", slots | {"shards": numbers, "count": str(parts)})


def _each(wanted: str) -> str:
    return f" --each {wanted} --jobs 2" if wanted else ""


def _github(site: Site) -> dict[str, str]:
    written = workflow(_REQUIRED, REQUIREMENTS, site.each, site.parts, fetches=site.fetches)
    return {".github/workflows/briefing.yml": written, REQUIREMENTS: _requirements(site)} | (
        _figures(site)
    )


def _gitlab(site: Site) -> dict[str, str]:
    slots = {"install": _REQUIRED, "dependencies": REQUIREMENTS, "each": _each(site.each)}
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
    "systemd": _systemd,
}
