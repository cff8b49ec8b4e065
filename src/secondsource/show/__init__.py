"""show: what was derived in; briefs, pages, tables and exchange formats out.

Must not know: the store, or how a verdict came about beyond its reasons.
"""
