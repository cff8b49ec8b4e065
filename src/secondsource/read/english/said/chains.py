"""Who says what: for each token the chain of holders around it, outermost first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from secondsource.read.english import lexicon
from secondsource.read.english.said.holders import Speakers
from secondsource.read.english.said.speakers import accorded_to, speaker_of
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import Holder

_CONTENT = frozenset({"ccomp", "parataxis", "xcomp"})
_RESUMING = frozenset(
    {
        "add",
        "say",
        "state",
        "claim",
        "note",
        "allege",
        "warn",
        "accuse",
        "stress",
        "confirm",
        "reveal",
        "insist",
        "declare",
        "announce",
        "deny",
        "report",
        "urge",
        "explain",
        "blame",
    }
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Tokens `[start, end)` that these holders say. `is_relay`: an outlet that carries the whole sentence."""

    start: int
    end: int
    holders: tuple[Holder, ...]
    cue: int
    is_relay: bool = False


@dataclass(slots=True)
class Scopes:
    """All scopes of a text; the chain of a token is that of every scope around it, widest first."""

    scopes: list[Scope] = field(default_factory=list)
    _by_token: dict[int, list[Scope]] = field(default_factory=dict)

    def add(self, scope: Scope) -> None:
        """Keeps a scope that holds at least one token."""
        if scope.start < scope.end and scope.holders:
            self.scopes.append(scope)
            for token in range(scope.start, scope.end):
                self._by_token.setdefault(token, []).append(scope)

    def around(self, token: int) -> list[Scope]:
        """The scopes around a token, outermost first: relays, then by width."""
        return sorted(self._by_token.get(token, []), key=lambda s: (not s.is_relay, s.start - s.end, s.cue))

    def chain_at(self, token: int) -> tuple[Holder, ...]:
        """The holders around the token, outermost first, each name once (where it stands last)."""
        chain: list[Holder] = []
        for scope in self.around(token):
            for holder in scope.holders:
                if any(bare(h.name) == bare(holder.name) for h in chain):
                    continue
                chain.append(holder)
        return tuple(chain)


def bare(name: str) -> str:
    """The name without its article, in lower case: what makes two holders one.

    >>> bare("The Harbour Times") == bare("Harbour Times")
    True
    """
    return name.lower().removeprefix("the ")


@dataclass(slots=True)
class _Speech:
    """What runs on from sentence to sentence: the last speakers, and whether their quotation is still open."""

    holders: tuple[Holder, ...] = ()
    is_open: bool = False
    to_end: bool = False


def find_scopes(doc: Doc, speakers: Speakers) -> Scopes:
    """The scopes of all attributions in the text, in one walk over its sentences."""
    found = Scopes()
    speech = _Speech()
    for sent in doc.sents:
        relays = list(_relays(sent, speakers))
        scopes = [*relays, *_behind_relays(relays, [*_according(sent, speakers), *_cued(sent, speakers)])]
        scopes = _apart(sent, scopes)
        for scope in scopes:
            found.add(scope)
        _run_on(sent, scopes, speech, found, speakers)
    return found


# --- the three forms within a sentence --------------------------------------------------------------------


def _relays(sent: Sentence, speakers: Speakers) -> Iterator[Scope]:
    """ "..., reports The Harbour Times", at a sentence's end or where the text lost its full stop."""
    cues = lexicon.words_with("cues", "form", "outlet")
    tokens = [t for t in sent if not t.is_space]
    start = sent.start
    for k, cue in enumerate(tokens):
        if k < 3 or (cue.lower_ not in {"reports", "adds"} and cue.lemma_.lower() not in cues):
            continue
        end = k + 1
        while (
            end < len(tokens)
            and _is_name_part(tokens[end])
            and not (end > k + 1 and _starts_anew(tokens[end]))
        ):
            end += 1
        name = tokens[k + 1 : end]
        outlet = next((i for i, t in enumerate(name) if t.lower_ in _outlet_words() and i), None)
        if outlet is not None and not (
            outlet + 1 < len(name) and (name[outlet + 1].lower_ == "of" or name[outlet + 1].text.isdigit())
        ):
            # What follows "Harbour Times" starts the next sentence.
            end = k + 2 + outlet
            name = name[: outlet + 1]
        while name and name[0].lower_ in {"the", "."}:
            name = name[1:]
        while name and name[-1].lower_ in {"the", "and", "of", "."}:
            name = name[:-1]
        if not name or not name[0].text[0].isupper() or len(name) > 6:
            continue
        rest = [t for t in tokens[end:] if not t.is_punct]
        is_last = not rest or (len(rest) <= 4 and rest[0].lower_ in {"on", "in", "online", "live"})
        if cue.lower_ in {"reports", "adds"}:
            if not is_last and outlet is None and tokens[k - 1].text != "," and not rest[0].text[0].isupper():
                continue
        elif not is_last or not any(t.lower_ in _outlet_words() for t in name):
            continue
        if rest and rest[0].lower_ in {"online", "live"}:
            name = tokens[k + 1 : end + 1]
        if not is_last and any(t.pos_ == "VERB" for t in rest[:1]):
            continue
        yield Scope(
            start=start,
            end=cue.i,
            holders=(speakers.outlet(name[0].i, name[-1].i + 1),),
            cue=cue.i,
            is_relay=True,
        )
        start = name[-1].i + 1


def _behind_relays(relays: list[Scope], scopes: list[Scope]) -> list[Scope]:
    """The scopes, cut where a relay in mid-sentence shows that the text lost a full stop."""
    out = []
    for scope in scopes:
        start = max(
            (r.cue + 1 for r in relays if r.cue < scope.cue and r.start <= scope.start), default=scope.start
        )
        out.append(replace(scope, start=max(scope.start, start)))
    return out


def _apart(sent: Sentence, scopes: list[Scope]) -> list[Scope]:
    """The scopes, each on its own side of a semicolon: "A said that ...; B stated that ..."."""
    marks = 0
    for token in sent:
        marks += token.text == '"'
        if token.text != ";" or marks % 2:
            continue
        cues = [s.cue for s in scopes if not s.is_relay]
        if not any(c < token.i for c in cues) or not any(c > token.i for c in cues):
            continue
        scopes = [
            s
            if s.is_relay
            else replace(s, end=min(s.end, token.i))
            if s.cue < token.i
            else replace(s, start=max(s.start, token.i + 1))
            for s in scopes
        ]
    return scopes


def _is_name_part(token: Token) -> bool:
    return (
        token.text[0].isupper() or token.lower_ in {"of", "the", "and", "&", "-", "."} or token.text.isdigit()
    )


def _starts_anew(token: Token) -> bool:
    """A capital function word inside a run of names: the next sentence, whose full stop the text lost."""
    return token.text[0].isupper() and (
        token.lower_ == "the" or token.pos_ in {"ADP", "SCONJ", "PRON", "ADV", "DET"}
    )


def _outlet_words() -> frozenset[str]:
    return lexicon.words_with("actor_heads", "role", "outlet")


def _according(sent: Sentence, speakers: Speakers) -> Iterator[Scope]:
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


def _cued(sent: Sentence, speakers: Speakers) -> Iterator[Scope]:
    verbs = lexicon.words_with("cues", "form", "verb")
    for token in sent:
        if token.lemma_.lower() not in verbs or token.pos_ not in {"VERB", "AUX", "NOUN"}:
            continue
        if token.pos_ == "NOUN" and token.lower_ != "reports":
            continue
        subject = _speaker(token)
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
        told = _told_outlet(token, speakers)
        if told and all(h.name != told.name for h in holders):
            holders = (told, *holders)
        speakers.last[:] = [(token.i, holders)]
        for start, end in _contents(token, subject, sent):
            yield Scope(start=start, end=end, holders=holders, cue=token.i)


def _speaker(cue: Token) -> Token | None:
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


# --- across sentences -------------------------------------------------------------------------------------


def _run_on(sent: Sentence, scopes: list[Scope], speech: _Speech, found: Scopes, speakers: Speakers) -> None:
    """Carries the speaker into sentences that continue a quotation, or that follow "X said:"."""
    quotes = sum(t.text == '"' for t in sent)
    text = [t for t in sent if not t.is_space]
    spoken = [s for s in scopes if not s.is_relay]
    if speech.to_end and speech.holders:
        found.add(Scope(start=sent.start, end=sent.end, holders=speech.holders, cue=sent.start))
    elif not spoken and speech.holders and speech.is_open:
        last = max((t.i for t in sent if t.text == '"'), default=sent.end)
        end = last if quotes % 2 == 1 else sent.end
        found.add(Scope(start=sent.start, end=end, holders=speech.holders, cue=sent.start))
    elif not spoken and quotes and text and text[0].text == '"' and speech.holders:
        found.add(Scope(start=sent.start, end=sent.end, holders=speech.holders, cue=sent.start))
    if spoken and not speech.to_end:
        # The speaker of the last cue goes on.
        speech.holders = max(spoken, key=lambda s: s.cue).holders
    if quotes % 2 == 1:
        speech.is_open = not speech.is_open
    if text and text[-1].text == ":":
        cue = next((t for t in reversed(text[:-1]) if t.lemma_ in _RESUMING and t.pos_ == "VERB"), None)
        if cue is not None:
            subject = _speaker(cue)
            if subject is not None:
                holders = speakers.of(subject)
                if holders:
                    speech.holders, speech.to_end = holders, True


# --- clauses ----------------------------------------------------------------------------------------------

_CLAUSAL = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj"})


def clause(doc: Doc, token: int) -> tuple[int, int]:
    """The clause around the token: the subtree of its nearest clausal verb, without clauses joined to it."""
    head = doc[token]
    while (
        head.dep_ not in _CLAUSAL
        or head.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"}
        or (head.dep_ == "conj" and head.pos_ not in {"VERB", "AUX"})
    ):
        if head.head.i == head.i:
            break
        head = head.head
    sent = sentence_of(head)
    start, end = head.left_edge.i, head.right_edge.i + 1
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and child.i > max(head.i, token):
            end = min(end, child.left_edge.i)
    if head.dep_ == "ccomp" or head.dep_ == "ROOT":
        for child in head.children:
            if child.dep_ in {"ccomp", "parataxis"} and child.left_edge.i <= token <= child.right_edge.i:
                start, end = child.left_edge.i, child.right_edge.i + 1
    start, end = max(start, sent.start), min(end, sent.end)
    while end > start + 1 and (
        doc[end - 1].is_space or doc[end - 1].text in {",", ";"} or doc[end - 1].dep_ == "cc"
    ):
        end -= 1
    while start < end - 1 and (
        doc[start].is_space or doc[start].text in {",", ";"} or doc[start].dep_ in {"cc", "mark"}
    ):
        start += 1
    return (start, end) if start <= token < end else (sent.start, sent.end)
