"""Which words of a text name a state: those of the list, and those whose rule the text names before them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon

_KEY = "secondsource.states"
# Forms of rule that stand before "of" in a state's full name. "Islamic Emirate" and "Islamic State" name groups.
RULES = frozenset(
    {"republic", "kingdom", "khanate", "sultanate", "dominion", "principality", "duchy", "emirate"}
)
_NO_RULES = frozenset({"islamic", "people's", "democratic", "socialist", "united", "arab", "federal"})
_LONGEST = 5


def is_state(doc: Doc, text: str) -> bool:
    """True for lower-case words that name a state, by the list or by what this text says of them."""
    return text in lexicon.lines("states") or text in _told(doc)


def listed_states(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges of states of the list, the longest first, whatever their case."""
    names, at = lexicon.lines("states"), 0
    while at < len(doc):
        end = next(
            (
                e
                for e in range(min(len(doc), at + _LONGEST), at, -1)
                if " ".join(t.lower_ for t in doc[at:e]) in names
            ),
            at,
        )
        if end > at and doc[at].pos_ != "PRON":
            yield at, end
        at = max(end, at + 1)


def _told(doc: Doc) -> frozenset[str]:
    found = doc.user_data.get(_KEY)
    if found is None:
        found = frozenset(name for token in doc for name in _called_state(token))
        doc.user_data[_KEY] = found
    names: frozenset[str] = found
    return names


def _called_state(token: Token) -> Iterator[str]:
    """The lower-case name, if the token stands where only a state's name stands."""
    doc, at = token.doc, token.i
    low = token.lower_
    following = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    if following in {"republic", "kingdom"} and _is_rule_of(token):
        yield low
        yield f"{low} {following}"
    if following == "of" and at + 2 < len(doc) and _may_name(doc[at + 2]):
        before = doc[at - 1].lower_ if at else ""
        name = doc[at + 2].lower_
        if low in RULES and before not in _NO_RULES and token.text[0].isupper():
            yield name
            yield f"{low} of {name}"
        elif low in {"state", "country"} and before in {"neighbouring", "neighboring", "foreign"}:
            yield name


def _is_rule_of(token: Token) -> bool:
    """ "the Turan Republic", of which the list knows nothing."""
    doc, at = token.doc, token.i
    goes_on = at + 2 < len(doc) and doc[at + 2].text[0].isupper()
    return (
        at > 0
        and doc[at - 1].lower_ == "the"
        and doc[at + 1].text[0].isupper()
        and not goes_on
        and _may_name(token)
        and token.ent_type_ in {"GPE", "LOC", "ORG", ""}
        and token.lower_ not in _NO_RULES
    )


def _may_name(token: Token) -> bool:
    """One capitalised word that is no abbreviation and no common word."""
    return (
        token.text[0].isupper() and not token.text.isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ", "X"}
    )
