"""Readers of the values that a manifest holds."""
