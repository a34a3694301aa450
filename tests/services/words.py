"""What a built PDF says."""

import subprocess
from pathlib import Path

import pypdfium2


def words(done: subprocess.CompletedProcess[str], folder: Path) -> str:
    """The text of the one PDF that was built, on one line."""
    assert done.returncode == 0, done.stderr
    (file,) = folder.rglob("*.pdf")
    pages = pypdfium2.PdfDocument(file)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    pages.close()
    return " ".join(text.replace("\u00a0", " ").split())
