"""read: one document in; statements with spans out, through a reader for the document's language.

A reader never returns words that are not in the text.
Must not know: other documents, what a name refers to, the store.
"""
