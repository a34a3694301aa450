"""What is installed of what the product needs."""

import json
import os
import sys
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution, metadata, requires, version
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from briefing.model import BriefingError, ExitCode
from briefing.workspace import assets

if TYPE_CHECKING:
    from packaging.requirements import Requirement

PRODUCT = "country-briefing"
_DEVELOPMENT = "dev"


class Package(Struct, frozen=True):
    """A package that is needed, the versions that will do, and the one that is there, if any."""

    name: str
    wanted: str
    version: str
    fits: bool


def core() -> tuple[Package, ...]:
    """The packages that every command may need."""
    return tuple(_package(r) for r in _requirements() if r.marker is None or r.marker.evaluate())


def extras() -> Mapping[str, tuple[Package, ...]]:
    """The packages of each extra; those for development left out."""
    names = metadata(PRODUCT).get_all("Provides-Extra") or []
    return {name: tuple(_of_extra(name)) for name in sorted(names) if name != _DEVELOPMENT}


class Direct(Struct, frozen=True):
    """Where this product came from, if not from an index of packages: address, path where that is
    of this machine, kind and commit of a repository (PEP 610)."""

    url: str = ""
    path: str = ""
    vcs: str = ""
    commit: str = ""


def direct() -> Direct:
    """Where this product came from."""
    # Loaded late: it brings what speaks to the network, which few runs do.
    from urllib.request import url2pathname

    told = json.loads(distribution(PRODUCT).read_text("direct_url.json") or "{}")
    url, vcs = str(told.get("url", "")), told.get("vcs_info") or {}
    path = url2pathname(urlsplit(url).path) if url.startswith("file:") else ""
    return Direct(url, path, str(vcs.get("vcs", "")), str(vcs.get("commit_id", "")))


def version_here() -> str:
    """The version of this product."""
    return version(PRODUCT)


def _of_extra(extra: str) -> Iterator[Package]:
    for requirement in _requirements():
        marker = requirement.marker
        if marker is not None and not marker.evaluate() and marker.evaluate({"extra": extra}):
            yield _package(requirement)


def _requirements() -> "Iterator[Requirement]":
    # Only who lists packages needs its grammar of versions: it takes 20 ms to load.
    from packaging.requirements import Requirement

    return (Requirement(text) for text in requires(PRODUCT) or ())


def _package(requirement: "Requirement") -> Package:
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        found = ""
    fits = bool(found) and requirement.specifier.contains(found, prereleases=True)
    return Package(requirement.name, str(requirement.specifier), found, fits)


def extra(module: str, name: str, purpose: str) -> ModuleType:
    """A module of an extra. Raises BriefingError (exit 2) that names the extra where it lacks."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise
        raise BriefingError(
            f"{module} is not installed, which {purpose} need",
            f"Install the extra: pip install '{PRODUCT}[{name}]'",
            ExitCode.USAGE,
        ) from None


@cache
def versions() -> Mapping[str, str]:
    """What makes the bytes of a file: this product to its last letter, Python, zlib and packages,
    those of the fonts too."""
    return {
        "briefing": f"{version(PRODUCT)} ({_digest()})",
        "python": ".".join(map(str, sys.version_info[:3])),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **{package.name: package.version for package in core()},
    }


def _digest() -> str:
    """Of the product's own files, its styles among them."""
    package = Path(__file__).resolve().parents[1]
    found = sha256()
    for root in (package, Path(assets.styles())):
        for folder, below, names in sorted(os.walk(root)):
            below.sort()
            for name in sorted(names):
                if not name.endswith(".pyc"):
                    within = Path(folder, name).relative_to(root).as_posix()
                    found.update(f"{within}\n".encode() + Path(folder, name).read_bytes())
    return found.hexdigest()[:12]
