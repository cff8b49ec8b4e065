"""text: text made fit for the parser, the parse, its sentences."""
