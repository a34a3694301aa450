import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write what the projects of the tests give now; read the difference",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-expected") and os.environ.get("CI"):
        raise pytest.UsageError("--update-expected is refused in CI")


@pytest.fixture(autouse=True, scope="session")
def cache() -> Iterator[Path]:
    """What builds keep goes to a folder of the tests, not to that of who runs them."""
    with TemporaryDirectory() as folder:
        before = os.environ.get("BRIEFING_CACHE_DIR")
        os.environ["BRIEFING_CACHE_DIR"] = folder
        yield Path(folder)
        if before is None:
            del os.environ["BRIEFING_CACHE_DIR"]
        else:
            os.environ["BRIEFING_CACHE_DIR"] = before
