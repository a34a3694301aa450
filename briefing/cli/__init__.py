"""The command line: one file a command; `app` is where an error meets the user."""
