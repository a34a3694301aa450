"""The mail that carries an edition."""
