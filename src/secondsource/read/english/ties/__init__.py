"""ties: who stands behind, in, beside or against whom; who denies or confirms it."""
