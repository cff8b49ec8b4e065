"""score: annotated texts and what was read in them in; how much of it is right, and every error, out.

Also the other way: statements that a person judged right in; annotated texts out.
Must not know: how a text was read, incidents, verdicts, the store.
"""

from secondsource.score.accounts import Account, account_of
from secondsource.score.checked import READING_FIELD, CheckedDocument, UncheckedDocument, find_checked
from secondsource.score.counting import Count, FieldCount, Scored, TextToScore, score
from secondsource.score.differences import FALSE, MISSED, Error
from secondsource.score.gold import GoldText, find_gold, read_gold
from secondsource.score.gold_writing import gold_json, gold_name, write_gold
from secondsource.score.in_words import chain_in_words, in_words, told_in_words

__all__ = [
    "FALSE",
    "MISSED",
    "READING_FIELD",
    "Account",
    "CheckedDocument",
    "Count",
    "Error",
    "FieldCount",
    "GoldText",
    "Scored",
    "TextToScore",
    "UncheckedDocument",
    "account_of",
    "chain_in_words",
    "find_checked",
    "find_gold",
    "gold_json",
    "gold_name",
    "in_words",
    "read_gold",
    "score",
    "told_in_words",
    "write_gold",
]
