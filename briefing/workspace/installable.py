"""What another machine is told to install of this product, looked at before it is written down."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from briefing.model import BriefingError, ExitCode
from briefing.workspace.installed import PRODUCT, Direct, direct, version_here

_HINT = (
    f"Give one of: --requirement '{PRODUCT} @ git+https://…@COMMIT' (a commit), ./wheels/NAME.whl "
    f"(a wheel in the repository), {PRODUCT}==VERSION (a version that pip finds)."
)
_VERSION = re.compile(r"[=<>~!\s]*v?\d[\w.!+-]*")
_PINNED = re.compile(r"git\+(?:https|ssh)://\S+?@[\w./-]+(?:#\S*)?$")
_NAMED = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[\w, -]*\])?\s*(@|[=<>~!]|$)")
_WEB = re.compile(r"(?:https|ssh)://|git@")
_SECONDS = 60


def requirement(asked: str, root: str) -> tuple[str, dict[str, bytes]]:
    """What pip is told in the root of a repository, and the files to put there for it: what was
    asked for, else this very product as it was installed here.

    Raises BriefingError (exit 2) where that can't be installed on another machine: a path that
    isn't there, lies outside or is ignored by git, an address without a commit, a version without a
    name, one that pip doesn't find, another product.
    """
    return (_asked(asked.strip(), Path(root)), {}) if asked.strip() else _own(direct())


def repository(folder: str) -> str:
    """The root of the git repository that a folder lies in; the folder itself where it is in none.
    It need not be there yet."""
    start = Path(os.path.realpath(folder))
    return next(
        (str(one) for one in (start, *start.parents) if (one / ".git").exists()), str(start)
    )


def _asked(asked: str, root: Path) -> str:
    if _VERSION.fullmatch(asked):
        raise _refused(f"“{asked}” is a version without a name", _HINT)
    if asked.endswith(".whl") and "://" not in asked:
        return _wheel(asked, root)
    if asked.startswith((".", "/", "~")) or asked.startswith("file:") or "@ file:" in asked:
        raise _refused(f"“{asked}” is on no other machine", _HINT)
    address = asked.partition("@")[2].strip() if not asked.startswith("git+") else asked
    if "git+" in asked and not _PINNED.match(address):
        raise _refused(f"“{asked}” names no commit", _HINT)
    named = _NAMED.match(asked)
    if asked.startswith("git+"):
        return asked
    if named is None or re.sub(r"[-_.]+", "-", named[1]).lower() != PRODUCT:
        raise _refused(f"“{asked}” doesn’t install {PRODUCT}", _HINT)
    if not named[2]:
        raise _refused(f"“{asked}” says no version", _HINT)
    if named[2] != "@":
        _found(asked)
    return asked


def _wheel(asked: str, root: Path) -> str:
    """A wheel in the repository, by its path from the root."""
    for base in (root, Path.cwd()):
        file = Path(os.path.realpath(base / asked))
        if file.is_file():
            break
    else:
        raise _refused(f"there is no wheel {asked}", _HINT)
    if not file.is_relative_to(root):
        raise _refused(f"{asked} lies outside the repository {root}", _HINT)
    within = file.relative_to(root).as_posix()
    if _git(root, "check-ignore", "--quiet", within) == (0, ""):
        raise _refused(
            f"git ignores {within}: it would not be in a clone", "Take it out of .gitignore."
        )
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile):
        names = []
    if not any(re.fullmatch(r"country_briefing-[^/]+\.dist-info/METADATA", name) for name in names):
        raise _refused(f"{within} is no wheel of {PRODUCT}", _HINT)
    return f"./{within}"


def _own(came: Direct) -> tuple[str, dict[str, bytes]]:
    """This very product, as another machine gets it."""
    if came.commit:
        return f"{PRODUCT} @ {came.vcs}+{came.url}@{came.commit}", {}
    if came.url.startswith("https://"):
        return f"{PRODUCT} @ {came.url}", {}
    if not came.url:
        wanted = f"{PRODUCT}=={version_here()}"
        _found(wanted)
        return wanted, {}
    if came.path.endswith(".whl") and Path(came.path).is_file():
        name = Path(came.path).name
        return f"./wheels/{name}", {f"wheels/{name}": Path(came.path).read_bytes()}
    for address in _published(Path(came.path)):
        return f"{PRODUCT} @ {address}", {}
    message = f"what is installed here came from {came.path}, which no other machine has"
    raise _refused(message, _HINT)


def _published(checkout: Path) -> Iterator[str]:
    """The address of the commit that a checkout is at, where a remote on the web has it."""
    code, commit = _git(checkout, "rev-parse", "HEAD")
    _, remote = _git(checkout, "remote", "get-url", "origin")
    _, holding = _git(checkout, "branch", "--remotes", "--contains", "HEAD")
    if code == 0 and holding and _WEB.match(remote):
        web = re.sub(r"^git@([^:/]+):", r"ssh://git@\1/", remote)
        yield f"git+{web}@{commit}"


def _found(wanted: str) -> None:
    """Asks pip whether it finds a version. Raises BriefingError where it doesn't."""
    words = ("install", "--dry-run", "--no-deps", "--ignore-installed", "--quiet", "--retries", "0")
    quiet = ("--disable-pip-version-check", "--timeout", "10", wanted)
    done = _run([sys.executable, "-m", "pip", *words, *quiet], Path.cwd())
    if done is None or "No module named pip" in done[1]:
        raise _refused(f"whether {wanted} can be installed can’t be asked: pip isn’t here", _HINT)
    if done[0] != 0:
        raise _refused(f"pip finds no {wanted}", _HINT)


def _git(folder: Path, *words: str) -> tuple[int, str]:
    done = _run(["git", *words], folder)
    return (1, "") if done is None else (done[0], done[1].strip() if done[0] == 0 else "")


def _run(words: list[str], folder: Path) -> tuple[int, str] | None:
    """The exit code and what was said; None where it can't be started or takes too long."""
    try:
        done = subprocess.run(
            words, cwd=folder, capture_output=True, text=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.returncode, done.stdout or done.stderr


def _refused(message: str, hint: str) -> BriefingError:
    return BriefingError(f"{message}; nothing was written", hint, ExitCode.USAGE)
