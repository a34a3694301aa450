"""Lines: words measured, broken and set."""
