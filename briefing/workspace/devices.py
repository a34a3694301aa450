"""Names that no file or folder can bear on Windows, whatever their case and ending: who works there
could neither open nor delete it."""

_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)))
)


def is_device(name: str) -> bool:
    """Whether a file or folder of that name would be a device: `nul`, `Con.md`."""
    return name.partition(".")[0].strip().casefold() in _DEVICES


def is_bearable(name: str) -> bool:
    """Whether every system can have a file of that name: no device, nor a dot or space at its
    end."""
    return not is_device(name) and name[-1:] not in (".", " ")
