"""veraPDF, for what is judged from the command line."""

from tests.conformance.conftest import verapdf

__all__ = ["verapdf"]
