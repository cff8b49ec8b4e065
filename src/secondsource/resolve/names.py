"""Comparable forms of organisations' names: keys for an index, acronyms, and how alike two names are.

Names with the same key are candidates, `is_same_name` decides. Translations are never joined here: only
evidence (a naming, the starter list, a judgement) joins "Ashab al-Kahf" and "Cave Companions".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz import fuzz

from secondsource.resolve.countries import is_country
from secondsource.resolve.name_words import load_name_words
from secondsource.resolve.transliteration import (
    clean_name,
    consonants,
    fold_name,
    has_arabic,
    has_mixed_word,
    romanise,
)

# The least likeness for names with equal consonants, and how many consonants make a name telling enough;
# set on tests/resolve/test_names.py (Taliban is not Talabani, 0.80; Peshmerga is Peshmarga, 0.88).
LEAST_LIKENESS = 0.85
LEAST_CONSONANTS = 4
LEAST_CONSONANTS_ACROSS_SCRIPTS = 5
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&/-]{0,9}[A-Z0-9]|[A-Z]{2,}-[A-Za-z]+|[A-Z](?:\.[A-Z]){1,6}\.?")
_COMPOUNDS = ("-backed", "-led", "-aligned", "-linked", "-sponsored")
_BRACKETED = re.compile(r"^(?P<name>.{3,}?)\s*[(\[](?P<inside>[^()\[\]]{2,60})[)\]]\s*(?P<rest>.*)$")


def plain_name(name: str) -> str:
    """The name without what merely stands around it: "suspected Red Reed League fighters" → "Red Reed League".

    >>> plain_name("the outlawed Red Reed League"), plain_name("armed men")
    ('Red Reed League', 'armed men')
    """
    words, lists = clean_name(name).strip(" ,.;:").split(), load_name_words()
    words = words[1:] if len(words) > 1 and words[0].casefold() in ("the", "a", "an") else words
    text = " ".join(words)
    for phrase in lists.leading:
        if text.casefold().startswith(phrase + " ") and not is_generic(text[len(phrase) :]):
            return plain_name(text[len(phrase) + 1 :])
    rest = " ".join(words[:-1])
    if len(words) > 1 and words[-1] in lists.trailing and not is_generic(rest) and not is_country(rest):
        return plain_name(rest)
    return re.sub(r"['’]s?$", "", text)


def is_generic(name: str) -> bool:
    """True if the name says what kind of actor it is and not which ("the Army", "several new groups").

    Capitals make a name of some: qualities without a noun ("New Arab"), or a quality and a noun that names
    bear ("Islamic Front").
    """
    lists = load_name_words()
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", clean_name(name))
    tokens = [w.casefold() for w in words]
    known = lists.generic | lists.modifiers | lists.small
    if len(words) > 1 and all(w[:1].isupper() or w in lists.small for w in words):
        is_title = not lists.title_qualities.isdisjoint(tokens) and not lists.title_nouns.isdisjoint(tokens)
        if is_title or lists.generic.isdisjoint(tokens):
            return False
    return all(t in known or t.isdigit() or t.endswith(_COMPOUNDS) for t in tokens)


def split_bracket(name: str) -> tuple[str, str | None]:
    """ "Islamic State (ISIS)" → ("Islamic State", "ISIS"); a name without brackets stays whole."""
    found = _BRACKETED.match(clean_name(name))
    if not found:
        return clean_name(name), None
    return f"{found['name']} {found['rest']}".strip(), found["inside"].strip()


def name_tokens(name: str) -> tuple[str, ...]:
    """Folded words of a name that tell which it is: no articles, one form for variants ("Brigades")."""
    lists = load_name_words()
    tokens = fold_name(re.sub(r"['’]s\b", "", name)).split()
    kept = [_without_article(lists.variants.get(t, t)) for t in tokens if t not in lists.small]
    kept = [_without_joined_article(t) for t in kept[:-1]] + kept[-1:]
    return tuple(lists.variants.get(t, t) for t in kept or tokens)


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The consonants of a name's telling words, run together: equal for all spellings of one name.

    >>> name_key("Asa'ib Ahl al-Haq") == name_key("Asaib Ahl ul Haqq") == name_key("عصائب أهل الحق")
    True
    """
    return _joined(name_tokens(split_bracket(name)[0]), consonants)


def is_acronym(name: str) -> bool:
    """True for "TTP", "PIJ", "AQ-IM", "U.N.": capitals in one word; not for a word of any length in capitals."""
    return bool(_ACRONYM.fullmatch(clean_name(name))) and sum(c.isupper() or c.isdigit() for c in name) >= 2


def acronyms_of(name: str) -> frozenset[str]:
    """The acronyms that a name can have: initials with and without small words, parts of hyphenated words too.

    >>> sorted(acronyms_of("Tehreek-e-Taliban Pakistan"))
    ['TETP', 'TP', 'TTP']
    """
    small = load_name_words().small
    words = clean_name(split_bracket(name)[0]).split()
    parts = [p for w in words for p in re.split(r"[-–/]", w) if p]
    made = set()
    for tokens in (words, parts):
        made.add("".join(t[0] for t in tokens if t[0].isalnum()))
        made.add("".join(t[0] for t in tokens if t[0].isalnum() and t.casefold() not in small))
    return frozenset(m.upper() for m in made if 2 <= len(m) <= 9)


@lru_cache(maxsize=65536)
def similarity(a: str, b: str) -> float:
    """How alike two names sound, 0 to 1: 1 for spellings that differ only in what transliteration leaves open.

    Where one is in Arabic script, whose short vowels are not written, consonants alone are compared.
    """
    form = consonants if has_arabic(a) or has_arabic(b) else romanise
    tokens_a, tokens_b = name_tokens(split_bracket(a)[0]), name_tokens(split_bracket(b)[0])
    return fuzz.ratio(_joined(tokens_a, form), _joined(tokens_b, form)) / 100


def is_same_name(a: str, b: str) -> bool:
    """True if two names are spellings of one; symmetric. Generic names and bare acronyms never are."""
    if fold_name(a) == fold_name(b):
        return True
    if is_acronym(a) or is_acronym(b) or is_generic(a) or is_generic(b):
        return False
    if has_mixed_word(a) or has_mixed_word(
        b
    ):  # a look-alike, by mistake or to deceive: for a person to decide
        return False
    key = name_key(a)
    if key != name_key(b):
        return False
    if has_arabic(a) != has_arabic(b):
        return len(key) >= LEAST_CONSONANTS_ACROSS_SCRIPTS
    if not _begin_alike(a, b):
        return False
    likeness = similarity(a, b)
    return likeness >= (LEAST_LIKENESS if len(key) >= LEAST_CONSONANTS else 0.97)


def _joined(tokens: tuple[str, ...], form: Callable[[str, bool], str]) -> str:
    return "".join(form(t, n == len(tokens) - 1) for n, t in enumerate(tokens))


def _begin_alike(a: str, b: str) -> bool:
    """Words that begin with a vowel in one name and not in the other are others: Salam is not Islam."""
    tokens_a, tokens_b = name_tokens(split_bracket(a)[0]), name_tokens(split_bracket(b)[0])
    if len(tokens_a) != len(tokens_b):
        return True
    return all(
        (romanise(x)[:1] in "aeiou") == (romanise(y)[:1] in "aeiou")
        for x, y in zip(tokens_a, tokens_b, strict=True)
    )


def _without_article(token: str) -> str:
    """ "الحق" → "حق", "والحق" → "حق"; short words keep theirs."""
    for article in ("وال", "بال", "ال", "لل"):
        if token.startswith(article) and len(token) >= len(article) + 2:
            return token[len(article) :]
    return token


def _without_joined_article(token: str) -> str:
    """ "hizbul" before another word → "hizb"."""
    return token[:-2] if len(token) >= 6 and token.endswith("ul") else token
