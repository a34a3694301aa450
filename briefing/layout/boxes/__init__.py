"""Boxes: matter of known size that is placed whole or cut."""
