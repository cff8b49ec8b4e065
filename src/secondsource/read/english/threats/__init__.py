"""threats: who threatens whom, with what, until when."""
