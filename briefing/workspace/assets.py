"""What comes with the product: styles and sample projects, in a wheel or in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def styles() -> str:
    """The folder of the style files."""
    return _folder("styles")


def samples() -> str:
    """The folder of the sample projects."""
    return _folder("data")


def _folder(name: str) -> str:
    packed = _PACKAGE / "_assets" / name
    return str(packed if packed.is_dir() else _PACKAGE.parent / name)
