"""Speakers as holders: a spokesman before his organisation, an office with its bearer, sources without a name."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import FoundMention
from secondsource.read.english.who.names import bodies, with_role
from secondsource.records import ActorKind, Holder, HolderKind, Span

_SPOKES = frozenset(
    {"spokesman", "spokesperson", "spokeswoman", "spokesmen", "spokespersons", "spokespeople"}
)
_SPEAKING = frozenset(
    {
        ("press", "secretary"),
        ("publicity", "secretary"),
        ("publicity", "officer"),
        ("information", "secretary"),
        ("press", "officer"),
        ("media", "officer"),
    }
)
_CALLERS = frozenset({"caller", "man", "voice", "person", "individual", "men"})
_VEHICLES = frozenset(
    {
        "poster",
        "posters",
        "pamphlet",
        "pamphlets",
        "leaflet",
        "leaflets",
        "statement",
        "message",
        "communique",
        "letter",
        "video",
        "post",
        "handle",
        "banner",
        "note",
        "email",
        "recording",
        "tape",
        "clip",
        "account",
        "channel",
        "page",
        "magazine",
        "bulletin",
        "text",
        "sheet",
        "audio",
    }
)
# Before what only carried or got a writing: "the message shown on Kanal Two".
_SEEN = frozenset({"on", "to", "via", "at"})
# A state's foes, whose station speaks for them.
_FOES = frozenset({"rebel", "guerrilla", "guerilla", "insurgent", "militant", "clandestine", "jihadist"})
_RECORDED = frozenset({"tape", "video", "recording", "clip", "film", "footage", "audio"})
_STATIONS = frozenset({"station", "radio", "broadcast", "newspaper", "magazine", "network", "agency"})
_KINDS = {
    "outlet": HolderKind.OUTLET,
    "office": HolderKind.OFFICIAL,
    "person": HolderKind.OFFICIAL,
    "source": HolderKind.UNNAMED,
    "force": HolderKind.OFFICIAL,
    "state": HolderKind.OFFICIAL,
}
# What of a group speaks for the whole of it.
_ORGANS = frozenset(
    {"office", "bureau", "department", "leadership", "politburo", "secretariat", "statement", "communique"}
)
_ANALYSTS = frozenset(
    {"analyst", "analysts", "expert", "experts", "researcher", "researchers", "professor", "observers"}
)
_WITNESSES = frozenset(
    {
        "resident",
        "residents",
        "witness",
        "witnesses",
        "eyewitness",
        "eyewitnesses",
        "villagers",
        "locals",
        "survivors",
        "relatives",
    }
)
_MEDIA = frozenset({"media", "reports", "newspapers", "outlets", "press", "agencies"})
_STAFF = frozenset(
    f"{w}{s}"
    for w in ("reporter", "correspondent", "journalist", "photographer", "cameraman")
    for s in ("", "s")
)
_RESUMING = frozenset({"he", "she", "they", "it"})
# Tokens: about three sentences of a news text.
_REACH = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """Turns the subject of a cue into holders, over one parsed text."""

    doc: Doc
    mentions: tuple[FoundMention, ...]
    mention_at: Callable[[int], FoundMention | None]
    span: Callable[[int, int], Span]
    words: Callable[[int, int], str]
    # Whom the last spokesman spoke for: "the spokesman added" speaks for the same.
    spoken_for: list[FoundMention] = field(default_factory=list)
    # Officials as the text introduced them, and the last speakers, for "he added".
    introduced: list[tuple[Holder, ...]] = field(default_factory=list)
    last: list[tuple[int, tuple[Holder, ...]]] = field(default_factory=list)

    def of(self, subject: Token) -> tuple[Holder, ...]:
        """The holders that the subject's noun phrase names, outermost first; () where it names none.

        "He", "the minister" and a bare surname bring along what the text said of them before.
        """
        if subject.pos_ == "PRON":
            return self._from_pronoun(subject)
        if self.is_own_staff(subject):
            return ()
        found = self._named(subject)
        return self._known(found, subject)

    def is_own_staff(self, subject: Token) -> bool:
        """ "Our correspondent", "a reporter of this agency": the document's own voice, not another's."""
        if subject.lower_ not in _STAFF:
            return False
        outlets = lexicon.words_with("actor_heads", "role", "outlet")
        phrase = list(subject.subtree)
        return any(
            (t.lower_ == "our" and t.head.i == subject.i)
            or (
                t.lower_ == "this"
                and (t.head.lower_ in outlets | {"paper", "site", "publication", "website"})
            )
            for t in phrase
        )

    def _known(self, found: tuple[Holder, ...], subject: Token) -> tuple[Holder, ...]:
        """The holders as first introduced where these words are a short form of them; else kept for later."""
        if not found or found[0].kind is not HolderKind.OFFICIAL:
            return found
        key = found[0].name.lower().split()
        short = [w for w in key if w not in {"the", "a"}]
        if len(short) <= 2 and len(found) == 1:
            for earlier in reversed(self.introduced):
                words = earlier[0].name.lower().replace(",", " ").split()
                if len(words) > len(short) and (
                    short == words[-len(short) :] or all(w in words for w in short)
                ):
                    return (replace(earlier[0], span=found[0].span), *earlier[1:])
        if len(short) > 1:
            self.introduced.append(found)
        return found

    def _named(self, subject: Token) -> tuple[Holder, ...]:
        start, end = self._phrase(subject)
        lowers = [t.lower_ for t in self.doc[start:end]]
        if any(w in _SPOKES for w in lowers) or any(pair in _SPEAKING for pair in itertools.pairwise(lowers)):
            return self._spokesman(start, end)
        if subject.lower_ in _VEHICLES:
            behind = self._behind_vehicle(subject)
            if behind:
                return (to_holder(behind),)
        if subject.lower_ in _CALLERS | _STATIONS:
            group = self._spoken_for_by(subject) if subject.lower_ in _CALLERS else self._foes_of(subject)
            if group:
                caller = Holder(
                    name=self.words(start, end), kind=HolderKind.UNNAMED, span=self.span(start, end)
                )
                return caller, to_holder(group)
        if self._is_private(subject, start, end):
            return self._private(subject, start, end)
        owner = self._owner_of(subject)
        if owner:
            return (to_holder(owner),)
        found = self.mention_at(subject.i)
        if found and found.role in {"office", "person"}:
            return (self._official(start, end, found),)
        if found:
            return (to_holder(found),)
        if any(w in lexicon.words_with("actor_heads", "role", "office") for w in lowers):
            return (self._official(start, end, None),)
        if (
            subject.pos_ == "PROPN"
            and subject.text[0].isupper()
            and subject.ent_type_ not in {"GPE", "LOC", "DATE", "NORP"}
        ):
            bodies_beside = with_role("stand_in") | with_role("band") | with_role("body")
            if any(c.dep_ == "appos" and c.lower_ in bodies_beside for c in subject.children):
                end = subject.i + 1
                return (
                    Holder(name=self.words(start, end), kind=HolderKind.GROUP, span=self.span(start, end)),
                )
            # A name that nothing else is known of, but that speaks: most are papers and sites.
            return (Holder(name=self.words(start, end), kind=HolderKind.OUTLET, span=self.span(start, end)),)
        return ()

    def outlet(self, start: int, end: int) -> Holder:
        """The words as the outlet that a brief names at its sentence's end."""
        return Holder(name=self.words(start, end), kind=HolderKind.OUTLET, span=self.span(start, end))

    def outlet_at(self, token: Token) -> Holder | None:
        """The mention at the token if it looks like an outlet or an agency, else None."""
        found = self.mention_at(token.i)
        if found and found.role == "outlet":
            return to_holder(found)
        if token.text.isupper() and 2 < len(token.text) <= 5 and token.pos_ == "PROPN":
            return Holder(name=token.text, kind=HolderKind.AGENCY, span=self.span(token.i, token.i + 1))
        if token.ent_type_ == "ORG" and (found is None or found.role == "name"):
            start, end = self._phrase(token)
            return Holder(name=self.words(start, end), kind=HolderKind.OUTLET, span=self.span(start, end))
        return None

    def _phrase(self, subject: Token) -> tuple[int, int]:
        """The subject with its modifiers, a title's bearer and "of ..." included, clauses left out."""
        start, end = subject.i, subject.i + 1
        while start > 0 and not self.doc[start].is_sent_start:
            left = self.doc[start - 1]
            if (
                left.is_space
                or left.text in {'"', ";", ":", "(", ")"}
                or left.pos_ in {"VERB", "AUX", "SCONJ"}
            ):
                break
            if left.text == "," and not self._joins_title(start - 1, subject):
                break
            if not (left.head.i >= start or subject.is_ancestor(left)):
                break
            start -= 1
        for child in subject.children:
            if (
                child.i >= end
                and child.dep_ in {"appos", "prep", "flat", "punct", "nmod", "amod", "compound"}
                and child.left_edge.i - end <= 1
            ):
                if child.dep_ == "prep" and child.lower_ not in {"of", "for", "from", "in"}:
                    break
                if child.dep_ == "punct" and child.text not in {","}:
                    continue
                if child.dep_ == "punct":
                    continue
                end = max(end, min(child.right_edge.i + 1, end + 14))
        for i in range(start, end):
            if self.doc[i].pos_ in {"AUX", "SCONJ"} or self.doc[i].tag_ in {"WP", "WDT"}:
                end = i
                break
        while end > start + 1 and (self.doc[end - 1].is_punct and self.doc[end - 1].text != ")"):
            end -= 1
        while start < end - 1 and (
            self.doc[start].is_punct or self.doc[start].pos_ in {"CCONJ", "ADV", "ADP"}
        ):
            start += 1
        return start, end

    def _joins_title(self, comma: int, subject: Token) -> bool:
        """ "Police chief, Anna Brandt, said": the comma stands between a title and its bearer."""
        offices = lexicon.words_with("actor_heads", "role", "office")
        return (
            comma > 0
            and any(t.lower_ in offices for t in self.doc[max(0, comma - 5) : comma])
            and subject.is_ancestor(self.doc[comma - 1])
        )

    def _spokesman(self, start: int, end: int) -> tuple[Holder, ...]:
        at = next(
            i
            for i in range(start, end)
            if self.doc[i].lower_ in _SPOKES
            or (i > start and (self.doc[i - 1].lower_, self.doc[i].lower_) in _SPEAKING)
        )
        person = self._bearer(at, start, end)
        organisation = self._organisation(at, start, end)
        if organisation:
            self.spoken_for[:] = [organisation]
        elif self.spoken_for:
            organisation = self.spoken_for[0]
        if person:
            first = Holder(name=self.words(*person), kind=HolderKind.OFFICIAL, span=self.span(*person))
        else:
            first = Holder(
                name=self.words(start, at + 1), kind=HolderKind.OFFICIAL, span=self.span(start, at + 1)
            )
        if organisation:
            return first, to_holder(organisation)
        title = at - 1 if (self.doc[at - 1].lower_, self.doc[at].lower_) in _SPEAKING else at
        leading = [t for t in self.doc[start:title] if t.lower_ not in {"the", "a", "an"}]
        if (
            leading
            and all(t.text[0].isupper() for t in leading)
            and any(t.lower_ in bodies() for t in leading)
        ):
            where = leading[0].i, leading[-1].i + 1
            return first, Holder(name=self.words(*where), kind=HolderKind.OFFICIAL, span=self.span(*where))
        return (first,)

    def _owner_of(self, subject: Token) -> FoundMention | None:
        """The group whose press office, bureau or leadership speaks: its words are the group's own."""
        if subject.lower_ not in _ORGANS:
            return None
        for child in subject.children:
            owner = self.mention_at(child.i) if child.dep_ == "poss" else None
            if owner and owner.is_named and owner.mention.kind in {ActorKind.GROUP, ActorKind.PARTY}:
                return owner
        return None

    def _spoken_for_by(self, subject: Token) -> FoundMention | None:
        """The group that a caller speaks for, says to be of or calls in the name of."""
        behind = [*subject.subtree, *subject.doc[subject.i + 1 : max(subject.i + 1, subject.head.i)]]
        if any(t.lower_ in _RECORDED for t in behind):
            return self._last_group(subject.i)  # "the men on the tape"
        for token in behind:
            found = self.mention_at(token.i)
            if (
                found
                and found.is_named
                and found.role in {"body", "name", "band", "fighters", "stand_in"}
                and token.i > subject.i
            ):
                return found
        return None

    def _foes_of(self, subject: Token) -> FoundMention | None:
        """ "The rebel station": the armed group told of last, whose station it is."""
        if not any(c.lower_ in _FOES for c in subject.children):
            return None
        return self._last_group(subject.i)

    def _behind_vehicle(self, subject: Token) -> FoundMention | None:
        """Whose the poster, message or statement is that "says": named with it, else the last armed group."""
        groups = {"body", "name", "band", "fighters", "pronoun", "stand_in"}
        for token in subject.subtree:
            found = self.mention_at(token.i)
            if (
                found
                and found.is_named
                and found.role in groups
                and token.i != subject.i
                and abs(token.i - subject.i) < 8
                and not (found.role == "name" and self.doc[found.head].head.lower_ in _SEEN)
            ):
                return found
        return self._last_group(subject.i)

    def _last_group(self, before: int) -> FoundMention | None:
        for found in reversed(self.mentions):
            if found.start < before and found.is_named and found.role in {"body", "name", "fighters"}:
                near = before - found.start < _REACH and found.mention.kind is ActorKind.GROUP
                return found if near else None
        return None

    def _bearer(self, at: int, start: int, end: int) -> tuple[int, int] | None:
        """The spokesman's name: after the word ("spokesman, Ali Karim"), or before it ("Ali Karim, spokesman")."""
        for mention in self.mentions:
            if mention.start >= end:
                break
            if mention.start >= start and (
                mention.role == "person"
                or (mention.role == "office" and mention.start > at and mention.is_named)
            ):
                return mention.start, mention.end
        after = at + 1
        while after < end and self.doc[after].is_punct:
            after += 1
        stop = after
        while stop < end and self.doc[stop].text[0].isupper() and self.doc[stop].pos_ == "PROPN":
            stop += 1
        return (after, stop) if stop > after else None

    def _organisation(self, at: int, start: int, end: int) -> FoundMention | None:
        best = None
        for i in range(start, end):
            found = self.mention_at(i)
            beside = found is not None and not found.start <= at < found.end
            if found and beside and found.role not in {"person", "office", "source"}:
                best = found
                break
        if best is None:
            # "its spokesman", "the group's spokesman" resolve through the possessive.
            for child in self.doc[at].children:
                if child.dep_ == "poss" and child.pos_ == "PRON":
                    return self._owner_before(child.i)
                if child.dep_ == "poss":
                    return self.mention_at(child.i)
        return best

    def _owner_before(self, pronoun: int) -> FoundMention | None:
        """ "Its spokesman": the body told of last before, a paper aside."""
        for found in reversed(self.mentions):
            near = pronoun - found.start < _REACH
            if found.end <= pronoun and found.is_named and found.role in {"body", "force", "name", "state"}:
                return found if near else None
        return None

    def _official(self, start: int, end: int, found: FoundMention | None) -> Holder:
        if found and found.start <= start and found.end >= end:
            start, end = found.start, found.end
        comma = next((i for i in range(start + 2, end) if self.doc[i].text == ","), None)
        if comma and any(
            t.ent_type_ == "PERSON" or (t.pos_ == "PROPN" and t.lower_ not in with_role("office"))
            for t in self.doc[start:comma]
        ):
            # "General Karl Brandt, chief of ...": the name, not all that is said of its bearer.
            end = comma
        while start < end - 1 and self.doc[start].lower_ in {"the", "a", "an"}:
            start += 1
        kind = (
            HolderKind.ANALYST
            if any(t.lower_ in _ANALYSTS for t in self.doc[start:end])
            else HolderKind.OFFICIAL
        )
        return Holder(name=self.words(start, end), kind=kind, span=self.span(start, end))

    def _is_private(self, subject: Token, start: int, end: int) -> bool:
        private = lexicon.words_with("cues", "form", "private")
        offices = lexicon.words_with("actor_heads", "role", "office")
        near = [c.lower_ for c in subject.children if c.dep_ == "appos"]
        if subject.pos_ != "PROPN" or subject.text.isupper() or subject.text.islower():
            near.append(subject.lower_)  # "Cook said" names a person, "a cook said" does not
        inside = [t.lower_ for t in self.doc[start:end]]
        return any(w in private for w in near) and not any(w in offices for w in inside)

    def _private(self, subject: Token, start: int, end: int) -> tuple[Holder, ...]:
        """Only the role of a private speaker ("a shopkeeper"), never the name."""
        private = lexicon.words_with("cues", "form", "private")
        at = next((i for i in range(start, end) if self.doc[i].lower_ in private), None)
        if at is None:
            return ()
        first = at
        while (
            first > start and self.doc[first - 1].dep_ in {"det", "amod"} and self.doc[first - 1].head.i == at
        ):
            first -= 1
        return (
            Holder(name=self.words(first, at + 1), kind=HolderKind.WITNESS, span=self.span(first, at + 1)),
        )

    def _from_pronoun(self, subject: Token) -> tuple[Holder, ...]:
        if self.last and subject.lower_ in _RESUMING:
            at, holders = self.last[-1]
            fits = subject.lower_ not in {"he", "she"} or holders[0].kind is not HolderKind.OUTLET
            meant = self.mention_at(subject.i) if subject.lower_ in {"they", "it"} else None
            if meant and meant.is_named and self._is_subject_since(meant.mention.name, at, subject.i):
                return (to_holder(meant),)
            if subject.i - at < _REACH and fits:
                return tuple(
                    replace(h, span=self.span(subject.i, subject.i + 1)) if k == 0 else h
                    for k, h in enumerate(holders)
                )
        found = self.mention_at(subject.i)
        if found is None or subject.lower_ in {"i", "we", "you", "who", "which", "that", "this"}:
            return ()
        return (to_holder(found),)

    def _is_subject_since(self, name: str, start: int, end: int) -> bool:
        """True if somebody of that name did something after the last word was given: the pronoun means them."""
        sent = sentence_of(self.doc[end]).start
        return any(
            m.mention.name == name
            and m.role in {"body", "name", "fighters", "force"}
            and self.doc[m.head].dep_ in {"nsubj", "nsubjpass"}
            for m in self.mentions
            if sentence_of(self.doc[start]).end <= m.start < sent
        )


def to_holder(found: FoundMention) -> Holder:
    """The mention as a link of a chain."""
    words = set(found.mention.name.lower().split())
    kind = _KINDS.get(found.role, HolderKind.GROUP)
    if found.role == "source":
        if words & _ANALYSTS:
            kind = HolderKind.ANALYST
        elif words & _WITNESSES:
            kind = HolderKind.WITNESS
        elif words & _MEDIA:
            kind = HolderKind.MEDIA
    return Holder(name=found.mention.name, kind=kind, span=found.mention.span)
