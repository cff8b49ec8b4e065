"""Second Source: count origins, not articles.

Reads reporting on armed groups and says who claims what, who is accused of it, who merely reports it, and
how well each claim is supported, with the words of the source under every answer.
"""

__version__ = "0.1.0"
