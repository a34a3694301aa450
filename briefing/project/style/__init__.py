"""The look of a briefing: style files of the product, of a project, and what a manifest says."""
