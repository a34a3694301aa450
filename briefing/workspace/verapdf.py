"""The real veraPDF as a judge, where Java and its jars are: one JVM answers for many files.

The jars are looked for in the folder that VERAPDF_HOME names, else in the user's cache folder of
`briefing` (`verapdf/`): one that holds the greenfield validator, and JAXB, which left Java with
version 11, unless the system's Java libraries have it.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from msgspec import Struct
from platformdirs import user_cache_dir

_JAVA_LIBRARIES = Path("/usr/share/java")
_JAXB = (
    "jaxb-api jaxb-runtime jaxb-core jaxb-impl istack-commons-runtime javax.activation "
    "stax-ex txw2 FastInfoset"
)
_PROGRAM = Path(__file__).with_name("Validate.java")


class Failure(Struct, frozen=True):
    """A failed check: the clause and test number of the standard (`7.3-1`), what, and where in the
    file as veraPDF describes it."""

    rule: str
    message: str
    context: str


def missing() -> str:
    """What is missing for veraPDF to run; empty when nothing is."""
    if shutil.which("java") is None:
        return "Java is not installed"
    home = _home()
    jars = _jars(home)
    if not jars:
        return f"veraPDF’s jar is not in {home}"
    if (_JAVA_LIBRARIES / "jaxb-api.jar").exists() or any(map(_has_jaxb, jars)):
        return ""
    return f"JAXB is neither in {_JAVA_LIBRARIES} nor in {home}"


def _has_jaxb(jar: Path) -> bool:
    try:
        with ZipFile(jar) as archive:
            return "javax/xml/bind/JAXBContext.class" in archive.namelist()
    except BadZipFile:
        return False


def _home() -> Path:
    named = os.environ.get("VERAPDF_HOME")
    return Path(named) if named else Path(user_cache_dir("briefing")) / "verapdf"


def _jars(home: Path) -> list[Path]:
    return sorted((*home.glob("*.jar"), *home.glob("bin/*.jar")))


class VeraPDF:
    """A running validator; close it, or use it in a `with`."""

    def __init__(self) -> None:
        libraries = (_JAVA_LIBRARIES / f"{name}.jar" for name in _JAXB.split())
        classpath = os.pathsep.join(map(str, (*_jars(_home()), *libraries)))
        self._process = subprocess.Popen(
            ["java", "-cp", classpath, "-Xmx512m", str(_PROGRAM)],
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

    def __enter__(self) -> "VeraPDF":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def judge(self, data: bytes, flavour: str) -> tuple[Failure, ...]:
        """The failed checks of a file's bytes by veraPDF's name of a standard (`ua1`, `3a`, `ua2`,
        `4f`, `4`, `wt1a`, `wt1r`).

        `checks` counts those that were made. Raises RuntimeError when the validator ends.
        """
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(data)
            file.flush()
            return self._answer(file.name, flavour)

    def _answer(self, path: str, flavour: str) -> tuple[Failure, ...]:
        try:
            self._asking.write(f"{flavour}\t{path}\n")
            self._asking.flush()
        except BrokenPipeError:
            raise RuntimeError("veraPDF doesn’t run") from None
        failures: list[Failure] = []
        for line in self._answers:
            match line.rstrip("\n").split("\t"):
                case ["verapdf", "failed", rule, message, context]:
                    failures.append(Failure(rule, message, context))
                case ["verapdf", "done", checks]:
                    self.checks += int(checks)
                    return tuple(failures)
        raise RuntimeError(f"veraPDF ended with code {self._process.wait()}")

    def close(self) -> None:
        """Ends the JVM."""
        self._asking.close()
        self._process.wait(timeout=30)
        self._answers.close()
