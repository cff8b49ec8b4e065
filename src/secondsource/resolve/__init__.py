"""resolve: statements in; actors with their names, places and day ranges out.

Must not know: incidents, verdicts, the store.
"""
