"""said: who says what: every attribution, the chain of holders around a word, and the stance."""
