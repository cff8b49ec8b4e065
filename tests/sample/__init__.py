"""The sample corpus: templates, casts, and the renderer that turns both into files with their truth."""
