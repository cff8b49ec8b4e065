"""emergences: which groups are said to be new, and since when."""
