"""The flow of boxes down columns and pages."""
