"""match: resolved statements in; incidents and origin families out.

Must not know: verdicts, the store.
"""
