"""Where links of the page lead."""
