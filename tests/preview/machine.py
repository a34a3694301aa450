"""What of a wait was this machine's other work: from the kernel's account of each thread."""

from pathlib import Path

_PROCESSES = Path("/proc")


def family(process: int) -> set[int]:
    """The process and all below it."""
    parents: dict[int, int] = {}
    for stat in _PROCESSES.glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        parents[int(stat.parent.name)] = int(words[1])
    found = {process}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def accounts(processes: set[int]) -> tuple[float, float]:
    """Seconds that their threads ran, and that they could have run but had no processor, up to now;
    0 where the kernel doesn't say."""
    ran = stood = 0.0
    for process in processes:
        for account in _PROCESSES.glob(f"{process}/task/*/schedstat"):
            try:
                own, waited, _ = account.read_text().split()
            except (OSError, ValueError):
                continue
            ran += int(own) / 1e9
            stood += int(waited) / 1e9
    return ran, stood
