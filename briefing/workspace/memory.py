"""Memory of a process that makes one briefing after the other."""

import ctypes
import gc
from contextlib import suppress

from briefing.model.memory import forget


def give_back() -> None:
    """Forget what is remembered of texts, and give back to the system what is no longer used:
    values that only hold each other, and what is free between values that live, which glibc keeps
    until it is asked. Other libraries of C can't be asked."""
    forget()
    gc.collect()
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
