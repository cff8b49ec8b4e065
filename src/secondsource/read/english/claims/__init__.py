"""claims: who owns up to what, and in which words."""
