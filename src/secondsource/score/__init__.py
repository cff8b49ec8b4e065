"""score: annotated texts and what was read in them in; how much of it is right, and every error, out.

Must not know: how a text was read, the store.
"""

from secondsource.score.accounts import Account, account_of
from secondsource.score.counting import Count, FieldCount, Scored, TextToScore, score
from secondsource.score.differences import FALSE, MISSED, Error
from secondsource.score.gold import GoldText, find_gold, read_gold
from secondsource.score.in_words import chain_in_words, in_words, told_in_words

__all__ = [
    "FALSE",
    "MISSED",
    "Account",
    "Count",
    "Error",
    "FieldCount",
    "GoldText",
    "Scored",
    "TextToScore",
    "account_of",
    "chain_in_words",
    "find_gold",
    "in_words",
    "read_gold",
    "score",
    "told_in_words",
]
