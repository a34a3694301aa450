"""The real veraPDF as a judge: one JVM answers for many files.

`.ci/install-verapdf` puts it in place. Where Java, JAXB or the jar is missing, `unavailable` says
which.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
JAR = Path(os.environ.get("VERAPDF_HOME") or ROOT / ".cache" / "verapdf") / "verapdf.jar"
JAVA_LIBRARIES = Path("/usr/share/java")
# JAXB left Java with version 11; veraPDF reads its rules by it.
_JAXB = (
    "jaxb-api jaxb-runtime jaxb-core jaxb-impl istack-commons-runtime javax.activation "
    "stax-ex txw2 FastInfoset"
)
JAXB = _JAXB.split()


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed check: the file, the clause and test number of the standard, what and where."""

    file: str
    rule: str
    message: str
    context: str

    def __str__(self) -> str:
        return f"{self.file}: {self.rule}: {self.message} ({self.context})"


def unavailable() -> str:
    """What is missing for veraPDF to run; empty when nothing is."""
    if shutil.which("java") is None:
        return "Java is not installed"
    missing = [name for name in JAXB if not (JAVA_LIBRARIES / f"{name}.jar").exists()]
    if missing:
        return f"JAXB is not installed ({', '.join(missing)})"
    return "" if JAR.exists() else f"veraPDF's jar is not at {JAR}"


class VeraPDF:
    """A running validator; call it with files and a flavour (`ua1`, `3a`)."""

    def __init__(self) -> None:
        classpath = os.pathsep.join(
            map(str, (JAR, *(JAVA_LIBRARIES / f"{name}.jar" for name in JAXB)))
        )
        program = Path(__file__).with_name("Validate.java")
        self._process = subprocess.Popen(
            ["java", "-cp", classpath, "-Xmx512m", str(program)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._asking: IO[str] = self._process.stdin
        self._answers: IO[str] = self._process.stdout
        self.checks = 0

    def __call__(self, files: Path | Iterable[Path], flavour: str) -> tuple[Failure, ...]:
        """The failed checks of all the files; none means that they conform.

        `checks` counts the checks that were made, so that a test can see that there were any.
        """
        paths = (files,) if isinstance(files, Path) else tuple(files)
        return tuple(failure for path in paths for failure in self._judge(path, flavour))

    def _judge(self, path: Path, flavour: str) -> list[Failure]:
        self._asking.write(f"{flavour}\t{path.absolute()}\n")
        self._asking.flush()
        failures: list[Failure] = []
        for line in self._answers:
            match line.rstrip("\n").split("\t"):
                case ["verapdf", "failed", rule, message, context]:
                    failures.append(Failure(path.name, rule, message, context))
                case ["verapdf", "done", checks]:
                    self.checks += int(checks)
                    return failures
        raise RuntimeError(f"veraPDF ended with code {self._process.wait()} at {path}")

    def close(self) -> None:
        """Ends the JVM."""
        self._asking.close()
        self._process.wait(timeout=30)
        self._answers.close()
