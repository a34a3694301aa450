"""What words claim of figures, a file a kind of claim: sign, direction, rank, multiple, extreme."""
