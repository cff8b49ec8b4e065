"""weigh: incidents and families in; verdicts with reasons and the case for and against each tie out.

Never by counting articles. Must not know: how anything is shown or stored.
"""
