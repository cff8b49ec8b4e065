"""Perpetrators, targets and weapons of MUC-4 in the words of a parsed, lower-cased text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bench.reading.muc4_lexicon import words
from bench.reading.muc4_organisations import Organisations
from bench.reading.muc4_people import People
from spacy.tokens import Span, Token

from secondsource.read.english import lexicon
from secondsource.read.english.events.sufferers import joined
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.names import with_role


class Phrases:
    """The noun phrases of one text under the forms in which MUC-4's keys write them."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed
        self.doc = parsed.doc
        self.people = People(parsed)
        self.organisations = Organisations(parsed)

    def spread(self, heads: Iterable[Token]) -> Iterator[Token]:
        """The heads with those joined to them, each once."""
        seen: set[int] = set()
        for head in heads:
            for one in (head, *joined(head)):
                if one.i not in seen:
                    seen.add(one.i)
                    yield one

    def _phrase(self, head: Token, *, keeps_numbers: bool = False) -> str:
        start = max(head.left_edge.i, head.i - 7)
        for i in range(start, head.i):
            token = self.doc[i]
            if (
                (token.is_punct and token.text not in {"-", "'"})
                or token.dep_ in {"cc", "prep"}
                or (token.pos_ == "VERB" and token.dep_ not in {"amod", "compound"})
            ):
                start = i + 1
        while start < head.i:
            token = self.doc[start]
            is_number = token.like_num and token.dep_ == "nummod"
            if is_number and keeps_numbers:
                break
            if not (is_number or token.lower_ in words("hedges") or token.is_punct or token.text == "'s"):
                break
            start += 1
        return self.parsed.words(start, head.i + 1)

    def _with_of(self, head: Token, name: str, longest: int) -> str:
        start = end = head.i + 1
        while end < len(self.doc) and self.doc[end].lower_ == "of":
            last = next((c for c in self.doc[end].children if c.dep_ == "pobj"), None)
            if last is None or last.i - head.i > longest:
                break
            end = last.i + 1
            while (
                end < len(self.doc)
                and self.people.may_name(self.doc[end])
                and not self.doc[end].is_sent_start
            ):
                end += 1  # "of the newspaper NAME"
        return f"{name} {self.parsed.words(start, end)}" if end > start else name

    def perpetrator(self, head: Token) -> str | None:
        """How the phrase names perpetrators without an organisation; None for one that says nothing."""
        if head.dep_ in {"compound", "amod", "nmod"}:
            return None
        name = self._phrase(head, keeps_numbers=head.lower_ in {"men", "man", "individuals", "persons"})
        if head.lower_ in words("made_of"):
            name = self._with_of(head, name, 6)
            if name.split()[0] in words("made_of") and " " not in name:
                return None
        parts = name.split()
        while len(parts) > 1 and (
            parts[0]
            in lexicon.lines("demonyms") | words("describing") - {"group", "organization", "guerrilla"}
            or self.organisations.is_short(parts[0])
        ):
            parts = parts[1:]
        return " ".join(parts)

    def is_perpetrator(self, head: Token) -> bool:
        return head.pos_ in {"NOUN", "PROPN", "ADJ"} and head.lower_ in words("perpetrators") | with_role(
            "fighters"
        )

    def thing(self, head: Token) -> str:
        """The thing attacked, with whose it is where the head alone says little."""
        if head.lower_ in words("parts"):
            for c in head.children:
                if c.dep_ == "prep" and c.lower_ in {"of", "at"}:
                    for p in c.children:
                        if p.dep_ == "pobj" and self.is_target(p):
                            return self.thing(p)
        name = self._phrase(head)
        return self._with_of(head, name, 8) if head.lower_ in words("owned") else name

    def is_target(self, head: Token) -> bool:
        if head.lower_ in words("parts"):
            return any(
                p.lower_ in words("things") for c in head.children if c.dep_ == "prep" for p in c.children
            )
        return head.lower_ in words("things") and not any(
            c.lower_ in {"military", "army", "force"} for c in head.children if c.dep_ in {"amod", "compound"}
        )

    def damaged(self, sent: Span) -> Iterator[Token]:
        """What damage was done to, and where bombs were put, beyond what the reader takes for targets."""
        for token in sent:
            if token.lemma_.lower() in {"damage", "damages", "sabotage"} and token.pos_ == "NOUN":
                yield from (
                    p
                    for c in token.children
                    if c.dep_ == "prep" and c.lower_ in {"to", "against", "at"}
                    for p in c.children
                    if p.dep_ == "pobj"
                )
            elif token.lower_ in {"front", "entrance", "gate"} and token.head.lower_ in {"in", "at", "near"}:
                yield from (
                    p for c in token.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"
                )

    def standing(self, head: Token) -> int:
        """How far whom it was done to makes it terror: 2 civilians, -1 fighters, soldiers and arms, else 0."""
        word = head.lower_
        if word in words("armed") | words("military") or word in with_role("fighters"):
            return -1
        return 2 if word in words("civilians") else 0

    def weapons(self, start: int, end: int) -> Iterator[str]:
        """The weapons told of between the tokens."""
        for token in self.doc[start:end]:
            if (
                token.lower_ not in words("weapons")
                or token.dep_ in {"compound", "amod"}
                or token.pos_ == "VERB"
            ):
                continue
            at = token.i
            while (
                at > start
                and self.doc[at - 1].dep_ in {"compound", "amod", "punct"}
                and (self.doc[at - 1].lower_ in words("arming") | {"car", "ak-47", "truck", "m-16", "-"})
            ):
                at -= 1
            while self.doc[at].is_punct:
                at += 1
            if token.lower_ in words("vague_weapons") and at == token.i:
                continue
            yield self.parsed.words(at, token.i + 1)

    def charged(self, sent: Span) -> Iterator[Token]:
        """The heads of those of whom the sentence says that they are accused or suspected of something."""
        for token in sent:
            lemma = token.lemma_.lower()
            if token.pos_ != "VERB" or lemma not in words("charging") | words("ascribing"):
                continue
            heads = [
                c for c in token.children if c.dep_ in {"dobj", "nsubjpass"} and lemma in words("charging")
            ]
            if lemma in words("ascribing"):
                heads += [
                    p
                    for c in token.children
                    if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "on"}
                    for p in c.children
                    if p.dep_ == "pobj"
                ]
            yield from self.spread(heads)
