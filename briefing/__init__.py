"""Country briefings whose every number is bound to data."""
