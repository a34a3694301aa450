"""Which project folders a command line means."""

from briefing.model import BriefingError, ExitCode, did_you_mean
from briefing.workspace import assets, folders

_MANIFEST = "briefing.yaml"


def find(argument: str) -> tuple[str, ...]:
    """The project folders for the command's argument.

    A folder or manifest path is that project; another name is a sample that came with the product.
    Without an argument: the current folder, else every project under `data/`. Raises BriefingError
    (exit 3) when there is none.
    """
    if not argument:
        return _around()
    path = argument.removesuffix(_MANIFEST).rstrip("/") or "."
    if folders.holds(path, _MANIFEST):
        return (path,)
    sample = folders.join(assets.samples(), argument)
    if "/" not in argument and folders.holds(sample, _MANIFEST):
        return (sample,)
    samples = folders.with_file(assets.samples(), _MANIFEST)
    raise BriefingError(
        f"no project at {argument}: it has no {_MANIFEST}{did_you_mean(argument, samples)}",
        f"Give a folder that holds a {_MANIFEST}, or a sample that comes with briefing: "
        f"{', '.join(samples)}.",
        ExitCode.NO_PROJECT,
    )


def _around() -> tuple[str, ...]:
    if folders.holds(".", _MANIFEST):
        return (".",)
    found = tuple(folders.join("data", n) for n in folders.with_file("data", _MANIFEST))
    if found:
        return found
    raise BriefingError(
        f"no project: no {_MANIFEST} here and none in a folder of data/",
        "Go to a project's folder, name one, begin one (briefing init DIR), or try the sample: "
        "briefing build mongolia-russia.",
        ExitCode.NO_PROJECT,
    )
