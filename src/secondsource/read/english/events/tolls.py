"""Numbers of people killed, injured and abducted, as the text counts them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import Span, Toll, TollPart

_UNITS = {
    w: n
    for n, w in enumerate(
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
    )
}  # fmt: skip
_TENS = {
    w: 10 * n
    for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_MULTIPLES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3}
_SINGULARS = frozenset({"a", "an", "another", "one", "the", "his", "her", "its", "their"})


# Numbers inside these entities count no people, unless the noun they count stands outside.
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number read off tokens `[start, end)`."""

    low: int
    high: int | None
    start: int
    end: int


def toll_of(
    heads: list[Token], span: Callable[[int, int], Span], words: Callable[[int, int], str]
) -> Toll | None:
    """The toll that these noun phrase heads add up to, with a part for each; None where none can be counted."""
    sides = {head.i: _by_side(head) for head in heads}
    within = {number.i + 1 for listed in sides.values() for number in listed}
    heads = [head for head in heads if head.i not in within or sides[head.i]]
    counted = [found for head in heads for found in _counts(head, sides[head.i])]
    if not counted:
        return None
    counts = [count for count, _ in counted]
    start, end = min(c.start for c in counts), max(c.end for c in counts)
    highs = [c.high for c in counts]
    parts = tuple(TollPart(who=words(*who), n=count.low) for count, who in counted if who)
    return Toll(
        span=span(start, end),
        low=sum(c.low for c in counts),
        high=None if None in highs else sum(h for h in highs if h is not None),
        of=parts if len(parts) > 1 else (),
    )


def _counts(head: Token, sides: list[Token]) -> list[tuple[Count, tuple[int, int] | None]]:
    """What the phrase counts, one number or one a side, each with the tokens that say of whom."""
    if not sides:
        who = (head.i, head.i + 1) if head.pos_ in {"NOUN", "ADJ"} else None
        return [(count, who)] if (count := count_of(head)) else []
    found: list[tuple[Count, tuple[int, int] | None]] = []
    for number in sides:
        end = head.i + 1 if number is sides[-1] else number.i + 2
        found.append((replace(_read(head.doc, number, number), end=end), (number.i + 1, end)))
    return found


_BEFORE_NUMBERS = frozenset({"and", ",", "at", "least", "more", "than", "over", "some", "about"})


def _by_side(head: Token) -> list[Token]:
    """The numbers of "two Danish and one Dutch soldier", where each counts men of another side; else none."""
    at, numbers, has_word = head.i - 1, list[Token](), False
    opening = sentence_of(head).start
    while at >= opening:
        token = head.doc[at]
        if _value(token) is not None and has_word:
            numbers.append(token)
            has_word = False
        elif token.lower_ in _BEFORE_NUMBERS and numbers and not has_word:
            pass
        elif (token.ent_type_ == "NORP" or token.pos_ in {"ADJ", "PROPN"}) and not token.is_punct:
            has_word = True
        elif not (token.pos_ == "NOUN" and not numbers and not has_word):  # "aid" of "Polish aid worker"
            break
        at -= 1
    return numbers[::-1] if len(numbers) > 1 else []


def count_of(head: Token) -> Count | None:
    """How many the noun phrase with this head counts: digits, words, "at least", ranges, or one by its article."""
    doc = head.doc
    numbers = [
        c
        for c in head.children
        if c.dep_ in {"nummod", "quantmod", "amod", "det", "predet", "compound"}
        and c.i < head.i
        and _value(c) is not None
    ]
    if _value(head) is not None and (
        head.dep_ in {"nsubjpass", "nsubj", "dobj", "conj", "pobj", "attr", "appos"}
    ):
        numbers.append(head)
    for child in head.children:
        # "dozens of soldiers": the number is the head of the phrase.
        if child.dep_ == "prep" and child.lower_ == "of" and head.lower_ == "minimum":
            return next((count_of(p) for p in child.children if p.dep_ == "pobj"), None)
        if child.dep_ == "prep" and child.lower_ == "of" and head.lower_ in {*_VAGUE, "total", "number"}:
            numbers = [head] if head.lower_ in _VAGUE else numbers
    if numbers:
        number = numbers[-1] if numbers[-1] is not head or len(numbers) == 1 else numbers[0]
        return _read(doc, number, head)
    if head.lower_ in {"none", "nobody"} or any(c.lower_ == "no" and c.dep_ == "det" for c in head.children):
        return Count(low=0, high=0, start=head.left_edge.i, end=head.i + 1)
    is_word = head.lower_ not in {"number", "toll", "count", "total"}
    singular = is_word and head.tag_ in {"NN", "NNP"} and head.pos_ in {"NOUN", "PROPN"}
    if singular and (
        any(c.dep_ in {"det", "poss"} and c.lower_ in _SINGULARS for c in head.children)
        or head.ent_type_ == "PERSON"
    ):
        return Count(low=1, high=1, start=max(head.left_edge.i, head.i - 6), end=head.i + 1)
    return None


_KILLED_WORDS = frozenset(
    {
        "killed",
        "dead",
        "died",
        "slain",
        "murdered",
        "massacred",
        "executed",
        "deaths",
        "lives",
        "fatalities",
        "perished",
    }
)
_INJURED_WORDS = frozenset({"injured", "wounded", "hurt", "maimed", "injuries"})
_KILLING_WORDS = frozenset({"killing", "claiming", "murdering"})
_INJURING_WORDS = frozenset({"wounding", "injuring", "hurting"})
_NONE_WORDS = frozenset({"casualties", "casualty"})
_CROSSED = frozenset({"NOUN", "PROPN", "ADJ", "AUX", "ADV", "ADP", "DET", "PART", "NUM", "PRON"})


def scan_toll(tokens: list[Token], which: str, span: Callable[[int, int], Span]) -> Toll | None:
    """The toll that the bare words give where the parse hides it: "31 dead, 50 hurt", "killing two"."""
    after = _KILLED_WORDS if which == "killed" else _INJURED_WORDS
    before = _KILLING_WORDS if which == "killed" else _INJURING_WORDS
    for k, token in enumerate(tokens):
        word = token.lower_
        if word in after | _NONE_WORDS and k and tokens[k - 1].lower_ in {"no", "without"}:
            return Toll(span=span(tokens[k - 1].i, token.i + 1), low=0, high=0)
        found: Count | None = None
        if word in after:
            found = _number_put_at(tokens, k) or _number_before(tokens, k)
        elif word in before:
            found = _number_after(tokens, k)
        if found:
            return Toll(span=span(found.start, found.end), low=found.low, high=found.high)
    return None


def _number_put_at(tokens: list[Token], at: int) -> Count | None:
    """ "the number of men killed at nine", "the death toll at 12": the number behind "at" where one is put."""
    before = {t.lower_ for t in tokens[max(0, at - 6) : at]}
    if (
        not before & {"number", "toll", "count"}
        or at + 2 >= len(tokens)
        or tokens[at + 1].lower_ not in {"at", "as"}
    ):
        return None
    number = tokens[at + 2]
    return _read(number.doc, number, number) if _value(number) is not None else None


def _number_before(tokens: list[Token], at: int) -> Count | None:
    """The number within eight words before a word of harm, with no verb or comma between."""
    for back in range(at - 1, max(-1, at - 9), -1):
        token = tokens[back]
        if _value(token) is not None and token.lower_ not in {"one"} | set(_MULTIPLES):
            return _read(token.doc, token, tokens[at])
        if token.lower_ == "one" and back + 1 < at and tokens[back + 1].pos_ in {"NOUN", "ADJ"}:
            return _read(token.doc, token, tokens[at])
        if token.pos_ not in _CROSSED or token.lower_ in {"in", "after", "by", "when", "and"}:
            return None
    return None


def _number_after(tokens: list[Token], at: int) -> Count | None:
    """The number within four words after "killing" or "wounding"."""
    for token in tokens[at + 1 : at + 5]:
        if _value(token) is not None:
            return _read(token.doc, token, token)
        if token.pos_ in {"VERB", "PUNCT"}:
            return None
    return None


def _read(doc: Doc, number: Token, head: Token) -> Count:
    low = _value(number) or 0
    start, end = number.i, number.i + 1
    # "twenty five", "2 thousand", "one hundred and ten"
    for child in [*number.children]:
        if child.i < number.i and child.dep_ in {"compound", "nummod"} and (more := _value(child)):
            low = more * low if number.lower_ in _MULTIPLES else more + low
            start = min(start, child.i)
    if (
        end + 1 < len(doc)
        and doc[end].text in {"-", "–"}
        and (top := _number(doc[end + 1].lower_) or 0) > low
    ):
        return Count(low=low, high=top, start=start, end=max(end + 2, head.i + 1))  # "20-25"
    further = next(
        (c for c in number.children if c.dep_ == "conj" and c.i > number.i and _number(c.lower_)), None
    )
    if further is not None and any(c.lower_ in {"between", "and", "to", "or"} for c in number.children):
        top = _number(further.lower_) or low
        if top > low:
            return Count(low=low, high=top, start=start, end=max(further.i + 1, head.i + 1))
    open_ended = number.lower_ in _VAGUE
    before = [t.lower_ for t in doc[max(sentence_of(number).start, start - 4) : start]]
    high: int | None = low
    if before[-2:] == ["minimum", "of"] or before[-3:] in (["no", "fewer", "than"], ["no", "less", "than"]):
        start -= 2
        high = None
    elif before and before[-1] in {"least", "over", "than"} and (before[-1] != "than" or "more" in before):
        start -= 2 if before[-1] != "over" else 1
        high = None
    elif len(before) > 1 and before[-2:] == ["up", "to"]:
        start -= 2
        return Count(low=0, high=low, start=start, end=max(end, head.i + 1))
    elif (
        before
        and before[-1] in {"to", "and", "-", "or"}
        and len(before) > 1
        and (first := _number(before[-2])) is not None
        and first < low
        and (before[-1] != "and" or "between" in before)
    ):
        return Count(low=first, high=low, start=start - 2, end=max(end, head.i + 1))
    if open_ended:
        high = None
    return Count(low=low, high=high, start=max(start, 0), end=max(end, head.i + 1))


def _value(token: Token) -> int | None:
    if token.ent_type_ in _MEASURES and (token.head.ent_type_ in _MEASURES or token.head.i == token.i):
        return None
    return _number(token.lower_)


def _number(word: str) -> int | None:
    """The number that a word writes, or None.

    >>> [_number(w) for w in ("12", "1,200", "twenty-two", "dozens", "soldier")]
    [12, 1200, 22, 24, None]
    """
    plain = word.replace(",", "")
    if plain.isdigit() and len(plain) < 8:
        return int(plain)
    if word in _UNITS:
        return _UNITS[word]
    if word in _TENS:
        return _TENS[word]
    if "-" in word:
        tens, _, unit = word.partition("-")
        if tens in _TENS and unit in _UNITS:
            return _TENS[tens] + _UNITS[unit]
    return _MULTIPLES.get(word) or _VAGUE.get(word)
