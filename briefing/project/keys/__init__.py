"""The keys of a manifest, each declared once."""
