"""Editions of figures, as tests of facts make them."""

from tests.facts.conftest import edition, new_edition, trade

__all__ = ["edition", "new_edition", "trade"]
