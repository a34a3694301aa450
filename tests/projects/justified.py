"""A style whose running text is justified, and otherwise that of a ministry."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from briefing.workspace import assets

JUSTIFIED = "justified"
_KINDS = "lead body quote keypoint side.body footnote"


@contextmanager
def justified_style(folder: Path) -> Iterator[None]:
    """Within, `justified` is a style besides those of the product; all are in `folder`."""
    folder.mkdir()
    for file in Path(assets.styles()).glob("*.yaml"):
        (folder / file.name).write_bytes(file.read_bytes())
    text = (folder / "ministry.yaml").read_text(encoding="utf-8")
    text = text.replace("style: ministry", f"style: {JUSTIFIED}")
    for kind in _KINDS.split():
        text, count = re.subn(
            rf"(?m)^  {re.escape(kind)}: {{(?=face)", f"  {kind}: {{align: justified, ", text
        )
        assert count == 1, kind
    (folder / f"{JUSTIFIED}.yaml").write_text(text, encoding="utf-8")
    with patch.object(assets, "styles", lambda: str(folder)):
        yield
