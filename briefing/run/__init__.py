"""The pipeline: from a project folder to findings, and to an edition."""
