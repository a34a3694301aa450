"""Reads a PDF: its objects, tags, text and the files inside it."""
