import os
from collections.abc import Iterator

import pytest

from briefing.workspace import verapdf as product
from tests.conformance.verapdf import VeraPDF


@pytest.fixture(scope="session")
def verapdf() -> Iterator[VeraPDF]:
    """`verapdf(path_or_paths, "ua1" | "3a")` gives the failed checks; skips where it can't run.

    In CI it must run.
    """
    why_not = product.missing()
    if why_not and os.environ.get("CI"):
        pytest.fail(f"{why_not}: run .ci/install-verapdf")
    if why_not:
        pytest.skip(f"{why_not}: run .ci/install-verapdf")
    validator = VeraPDF()
    yield validator
    validator.close()
