"""store: one case in one database: what came in and what people decided, append-only.

All else is derived by the stages and can be thrown away. Must not know: any stage.
"""
