"""Schema revisions of a case, run by `store.schema` when a case is opened."""
