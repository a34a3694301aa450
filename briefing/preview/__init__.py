"""The browser's door: a project's pages, findings and traces, as last saved."""

from collections.abc import Callable
from importlib import import_module

from briefing.model import BriefingError, Choices, ExitCode

_NEEDED = ("pypdfium2", "watchfiles")


def serve(
    folder: str,
    choices: Choices,
    *,
    port: int,
    strict: bool,
    ready: Callable[[str], None],
    bug: Callable[[Exception], None],
) -> None:
    """Shows the project in a folder to browsers on this machine until it is interrupted.

    Port 0 is one that is free. `ready` gets the address as soon as it answers, `bug` what went
    wrong within briefing while the preview goes on. Raises BriefingError when what the preview
    needs isn't installed or the port is taken.
    """
    missing = [name for name in _NEEDED if not _is_there(name)]
    if missing:
        raise BriefingError(
            f"the preview needs {' and '.join(missing)}",
            "Install it with briefing: pip install 'country-briefing[preview]'.",
            ExitCode.USAGE,
        )
    from briefing.preview.show import show

    show(folder, choices, port=port, strict=strict, ready=ready, bug=bug)


def _is_there(package: str) -> bool:
    try:
        import_module(package)
    except ImportError:
        return False
    return True


__all__ = ["serve"]
