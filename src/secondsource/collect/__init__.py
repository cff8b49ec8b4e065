"""collect: files, pages, feeds and chat exports in; documents and their bytes out.

Parses hostile bytes in a sandbox, finds the day and the outlet, recognises copies.
Must not know: groups, statements, the store.
"""
