"""findings: what somebody checked, and what came of it."""
