"""veraPDF for the tests: as the product finds it, or where `.ci/install-verapdf` puts it."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.workspace import verapdf

ROOT = Path(__file__).parents[2]
os.environ.setdefault("VERAPDF_HOME", str(ROOT / ".cache" / "verapdf"))


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed check: the file, the clause and test number of the standard, what and where."""

    file: str
    rule: str
    message: str
    context: str

    def __str__(self) -> str:
        return f"{self.file}: {self.rule}: {self.message} ({self.context})"


class VeraPDF:
    """A running validator; call it with files and a flavour (`ua1`, `3a`, `ua2`, `4` …)."""

    def __init__(self) -> None:
        self._judge = verapdf.VeraPDF()

    @property
    def checks(self) -> int:
        """How many checks were made, so that a test can see that there were any."""
        return self._judge.checks

    def __call__(self, files: Path | Iterable[Path], flavour: str) -> tuple[Failure, ...]:
        """The failed checks of all the files; none means that they conform."""
        paths = (files,) if isinstance(files, Path) else tuple(files)
        return tuple(
            Failure(path.name, f.rule, f.message, f.context)
            for path in paths
            for f in self._judge.judge(path.read_bytes(), flavour)
        )

    def close(self) -> None:
        """Ends the JVM."""
        self._judge.close()
