"""The parts of a document, each made into boxes."""
