"""channels: through which channel a group speaks, whose it is, and whether that is sure."""
