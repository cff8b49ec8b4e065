"""What a sentence lays to somebody by "according to" or a cue: who says it, and from where to where."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.said.holders import Speakers
from secondsource.read.english.said.scopes import Scope
from secondsource.read.english.said.speakers import accorded_to, speaker_of
from secondsource.records import Holder

_CONTENT = frozenset({"ccomp", "parataxis", "xcomp"})
_SPEAKING = frozenset({"force", "source", "office", "person", "body", "name"})
# Words behind "told": "a news conference in the town on Thursday".
_LONGEST_TOLD = 10
# Verbs that report only with a content clause or quotation: "see", "find" and "post" mostly do other work.
_ONLY_WITH_CLAUSE = frozenset(
    {
        "see", "find", "post", "carry", "publish", "learn", "point", "think", "describe", "quote", "charge",
        "broadcast", "advise", "relate", "observe", "promise", "recall", "welcome", "condemn", "believe",
        "suspect", "attribute", "mention", "denounce", "speak", "read", "list", "put", "run",
    }
)  # fmt: skip


def accorded(sent: Sentence, speakers: Speakers) -> Iterator[Scope]:
    """ "According to X, ..." and "..., according to X": the clause it hangs on, or the sentence."""
    for token in sent:
        own = _by_own_account(token)
        holders = speakers.of(own) if own is not None else ()
        if holders:
            yield Scope(start=sent.start, end=sent.end, holders=holders, cue=token.i)
        if token.lower_ != "according":
            continue
        subject = accorded_to(token)
        if subject is None:
            continue
        if speakers.is_own_staff(subject):
            continue
        holders = speakers.of(subject) or _behind(subject, speakers)
        start, end = sent.start, sent.end
        if token.i > sent.start + 1:
            end = token.i
        else:
            start = min(subject.i + 1, sent.end)
        yield Scope(start=start, end=end, holders=holders, cue=token.i)


_ACCOUNTS = frozenset({"account", "count", "reckoning", "admission", "version", "telling"})


def _by_own_account(token: Token) -> Token | None:
    """Whose account it is in "by its own account"."""
    if token.lower_ not in _ACCOUNTS or token.head.lower_ not in {"by", "on", "in"}:
        return None
    if not any(c.lower_ == "own" for c in token.children):
        return None
    return next((c for c in token.children if c.dep_ == "poss"), None)


def _behind(subject: Token, speakers: Speakers) -> tuple[Holder, ...]:
    """ "details given by X", "a tweet by X", "X's account": the holder behind a noun that holds nothing itself."""
    for token in subject.subtree:
        if token.i > subject.i and token.dep_ == "pobj" and token.head.lower_ in {"by", "of", "from"}:
            holders = speakers.of(token)
            if holders:
                return holders
        if token.dep_ == "poss" and token.head.i == subject.i:
            return speakers.of(token)
    return ()


def cued(sent: Sentence, speakers: Speakers) -> Iterator[Scope]:
    verbs = lexicon.words_with("cues", "form", "verb")
    for token in sent:
        if token.lemma_.lower() not in verbs or token.pos_ not in {"VERB", "AUX", "NOUN"}:
            continue
        if token.pos_ == "NOUN" and token.lower_ != "reports":
            continue
        subject = speaker_at(token)
        if subject is None:
            subject = _beside(token, sent, speakers)
        if subject is None:
            continue
        holders = speakers.of(subject)
        if not holders:
            # "An explosion destroyed two masts, the mayor told reporters": the parse takes the first subject.
            subject = _beside(token, sent, speakers) or subject
            holders = speakers.of(subject)
        if not holders:
            continue
        cited = [h for h in _cited(token, speakers) if all(h.name != o.name for o in holders)]
        holders = (*holders, *cited)
        told = _told_outlet(token, speakers)
        if told and all(h.name != told.name for h in holders):
            holders = (told, *holders)
        speakers.last[:] = [(token.i, holders)]
        for start, end in _contents(token, subject, sent):
            yield Scope(start=start, end=end, holders=holders, cue=token.i)


def speaker_at(cue: Token) -> Token | None:
    """The speaker of a cue verb; "who said" and "which said" speak for the noun that they describe."""
    if cue.dep_ == "acl" and cue.tag_ == "VBN":
        return None  # "a truce announced by X": the sentence around it is not X's word
    found = speaker_of(cue)
    if found is not None and found.lower_ in {"who", "which", "that"} and cue.dep_ == "relcl":
        return cue.head
    # "Adding to its troubles, police ...": nobody adds anything there.
    is_shared = found is not None and found.i > cue.i and found.head.i != cue.i
    return None if is_shared and cue.dep_ == "advcl" else found


def _beside(cue: Token, sent: Sentence, speakers: Speakers) -> Token | None:
    """The speaker that the parse missed at a sentence's end: "... more police said"."""
    if cue.lemma_ not in {"say", "add", "tell", "claim", "confirm"} or cue.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    rest = [t for t in sent.doc[cue.i + 1 : sent.end] if not t.is_punct and not t.is_space]
    before = speakers.mention_at(cue.i - 1) if cue.i > sent.start else None
    has_clause = any(c.dep_ == "ccomp" and c.i > cue.i for c in cue.children)
    is_paper = before is not None and sent.doc[before.head].lower_ in {"agency", "newspaper", "paper"}
    if before and is_paper and "this" in {t.lower_ for t in sent.doc[max(before.start - 1, 0) : before.end]}:
        return None  # "a reporter of this agency said": the document's own voice
    if before and before.end == cue.i and before.role in _SPEAKING and (has_clause or _is_end(rest, 4)):
        return sent.doc[before.head]
    if cue.lemma_ == "tell" and cue.nbor(-1).text == "," and _is_end(rest, _LONGEST_TOLD):
        return _after_comma(cue, sent, speakers)
    return None


def _is_end(rest: list[Token], longest: int) -> bool:
    return len(rest) <= longest and not any(t.pos_ == "VERB" for t in rest)


def _after_comma(cue: Token, sent: Sentence, speakers: Speakers) -> Token | None:
    """ "..., the director of the works, Ada Lund, told reporters": the office that follows the sentence's news."""
    doc = sent.doc
    for at in range(cue.i - 2, sent.start, -1):
        if doc[at].pos_ in {"VERB", "AUX"}:
            return None
        found = speakers.mention_at(at)
        if found is None or found.role not in {"office", "source", "force"}:
            continue
        start = found.start - 1 if doc[found.start - 1].lower_ in {"the", "a", "an"} else found.start
        if start > sent.start and doc[start - 1].text == ",":
            return doc[found.head]
    return None


_CITING = frozenset({"cite", "quote"})


def _cited(cue: Token, speakers: Speakers) -> Iterator[Holder]:
    """Whose words the speaker passes on: "A, citing B, said ...", "A quoted B as saying ..."."""
    above = cue.head.head
    is_quoted = cue.dep_ == "pcomp" and cue.head.lower_ == "as" and above.lemma_ in _CITING
    verbs = [c for c in cue.children if c.lemma_ in _CITING and c.tag_ == "VBG" and c.dep_ == "advcl"]
    for verb in (*verbs, above) if is_quoted else verbs:
        for child in verb.children:
            if child.dep_ == "dobj":
                yield from speakers.of(child)


def _told_outlet(cue: Token, speakers: Speakers) -> Holder | None:
    """ "told Harbour News": the outlet to which the words were said, if it is one by its looks."""
    if cue.lemma_ not in {"tell", "inform"}:
        return None
    for child in cue.children:
        if child.dep_ in {"dobj", "dative", "iobj"} and child.i > cue.i:
            return speakers.outlet_at(child)
    return None


def _contents(cue: Token, subject: Token, sent: Sentence) -> Iterator[tuple[int, int]]:
    """The token ranges that the cue's speaker says: what follows it, or what stands before it."""
    content = [
        c
        for c in cue.children
        if c.dep_ in _CONTENT or (c.dep_ == "advcl" and c.i < cue.i and subject.i < c.i)
    ]
    before = [c for c in content if c.i < min(cue.i, subject.i)]
    after = [c for c in content if c.i > cue.i]
    doc = cue.doc
    first = min(cue.i, subject.left_edge.i)
    if (before or (_is_tail(cue, subject, sent) and first > sent.start + 2)) and not _is_apart(cue, first):
        yield sent.start, first
        if after:
            yield min(c.left_edge.i for c in after), _end_of(cue, sent)
        return
    if after:
        # "denied on Friday that ...": the day is that of the denial.
        opening = min(c.left_edge.i for c in after)
        has_day = any(t.ent_type_ in {"DATE", "TIME"} for t in doc[cue.i + 1 : max(cue.i + 1, opening)])
        yield opening if has_day else cue.i + 1, _end_of(cue, sent)
        return
    if cue.lemma_ in _ONLY_WITH_CLAUSE:
        return
    if any(c.dep_ in {"dobj", "prep", "dative"} for c in cue.children) or (
        cue.i + 1 < sent.end and doc[cue.i + 1].text in {'"', ":", ","}
    ):
        yield cue.i + 1, _end_of(cue, sent)


_OWNING_UP = frozenset({"claim", "admit", "acknowledge", "accept", "confirm"})
_JOINING = frozenset({"and", "but", "while", "whereas", "though", "although", ";"})


def _is_apart(cue: Token, first: int) -> bool:
    """True if what stands before is not the speaker's word: "... and X said", "..., X claiming responsibility"."""
    before = cue.doc[first - 1].lower_
    if before in _JOINING and any(c.dep_ in _CONTENT and c.i > cue.i for c in cue.children):
        return True
    return cue.lemma_ in _OWNING_UP and any(c.dep_ == "dobj" and c.i > cue.i for c in cue.children)


def _is_tail(cue: Token, subject: Token, sent: Sentence) -> bool:
    """True if nothing but adjuncts follows cue and subject: "..., officials said on Monday."."""
    last = max(cue.i, subject.right_edge.i if subject.i > cue.i else cue.i)
    rest = [t for t in sent.doc[last + 1 : sent.end] if not t.is_punct and not t.is_space]
    return _is_end(rest, _LONGEST_TOLD if cue.lemma_ == "tell" else 4)


def _end_of(cue: Token, sent: Sentence) -> int:
    """Where what is said ends: at the sentence's end, unless the cue is itself inside something."""
    for child in cue.children:
        own = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in child.children)
        is_apart = any(c.lower_ in {"but", "while", "whereas"} for c in cue.children if c.dep_ == "cc")
        if child.dep_ == "conj" and child.i > cue.i and own and is_apart:
            # "X said that ..., but the attacks go on": the second clause is the document's own.
            return min(sent.end, child.left_edge.i)
    if cue.dep_ in {"ROOT", "conj", "ccomp", "parataxis", "advcl"}:
        return sent.end
    return min(sent.end, cue.right_edge.i + 1)
