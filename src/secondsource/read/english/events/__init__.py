"""events: what happened: attacks, arrests, seizures, who did it, to whom, with what toll."""
