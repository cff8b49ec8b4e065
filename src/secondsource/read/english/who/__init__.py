"""who: who is spoken of: names, states, "the group", "they", each under its fullest name."""
