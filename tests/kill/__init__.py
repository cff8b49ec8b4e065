"""A real process, killed at a random moment, run again, and held against the run that nobody killed."""
