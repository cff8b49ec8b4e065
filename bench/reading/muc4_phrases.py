"""Perpetrators, victims, targets and weapons of MUC-4 in the words of a parsed, lower-cased text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from spacy.tokens import Span, Token

from secondsource.read.english import lexicon
from secondsource.read.english.found_mention import FoundMention
from secondsource.read.english.names import with_role
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.triggers import joined

_NO_PEOPLE = frozenset({"GPE", "LOC", "DATE", "TIME", "CARDINAL", "NORP", "FAC", "MONEY", "QUANTITY"})
_NO_PERSONS = frozenset({"body", "force", "state", "band", "outlet"})


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of muc4_words.toml."""
    table = tomllib.loads((Path(__file__).parent / "muc4_words.toml").read_text(encoding="utf-8"))
    return frozenset(table[name].split())


class Phrases:
    """The noun phrases of one text under the forms in which MUC-4's keys write them."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed
        self.doc = parsed.doc
        self._shorts = _short_names(parsed)
        self._full: dict[str, str] = {}
        for start, end in self._runs():
            name = parsed.words(start, end)
            for token in self.doc[start + 1 : end]:
                if len(name) > len(self._full.get(token.lower_, "")):
                    self._full[token.lower_] = name

    # --- persons ----------------------------------------------------------------------------------------

    def people(self, head: Token) -> list[str]:
        """The names of the persons that the noun phrase names, each in its fullest form in the text."""
        found: list[str] = []
        for one in (head, *self._beside(head)):
            for name in self._names_from(one):
                if name not in found:
                    found.append(name)
        return found

    def _names_from(self, head: Token) -> Iterator[str]:
        """The name at the word, with those that a list goes on with: the parser loses its way in long ones."""
        at: Token | None = head
        first = True
        while at is not None:
            run = self._run_at(at)
            if run is None or (not first and run[1] - run[0] < 2):
                return
            yield from filter(None, [self._name_in(*run)])
            at, first = self._next_listed(run[1]), False

    def _next_listed(self, end: int) -> Token | None:
        """The word behind a comma or "and" at `end`, without the titles before the next name."""
        doc, at = self.doc, end
        while at < len(doc) and doc[at].lower_ in {",", "and", ";"} and at - end < 2:
            at += 1
        if at == end:
            return None
        while at < len(doc) and doc[at].lower_ in words("titles"):
            at += 1
        return doc[at] if at < len(doc) and not doc[at].is_sent_start else None

    def _beside(self, head: Token) -> Iterator[Token]:
        """Names in apposition, named by a participle, or behind "including"."""
        for child in head.children:
            if child.dep_ in {"appos", "dep", "npadvmod"} and child.i > head.i:
                yield from (child, *joined(child))
                yield from self._beside(child)
            elif child.dep_ in {"acl", "relcl"} and child.lemma_ in {"identify", "name", "call"}:
                yield from (
                    t
                    for t in child.subtree
                    if t.dep_ in {"pobj", "oprd", "dobj", "attr", "conj"} and t.i > child.i
                )
            elif child.dep_ == "prep" and child.lower_ in {"including", "like", "with"}:
                for inner in child.children:
                    yield from (inner, *joined(inner), *self._beside(inner))
            elif (
                child.dep_ == "prep"
                and child.lower_ == "of"
                and head.lower_ in {"that", "those", "one", "some"}
            ):
                for inner in child.children:
                    yield from (inner, *joined(inner))

    def _name_at(self, head: Token) -> str | None:
        run = self._run_at(head)
        return self._name_in(*run) if run else None

    def _run_at(self, head: Token) -> tuple[int, int] | None:
        """The tokens of the person's name around the word."""
        if not self._may_name(head):
            return None
        mention = self.parsed.mention_at(head.i)
        if mention and mention.role in _NO_PERSONS and mention.is_named:
            return None
        start, end = head.i, head.i + 1
        while start and self._may_name(self.doc[start - 1]) and not self.doc[start].is_sent_start:
            start -= 1
        while end < len(self.doc) and self._may_name(self.doc[end]) and not self.doc[end].is_sent_start:
            end += 1
        if not any(t.tag_ in {"NNP", "NNPS"} or t.ent_type_ == "PERSON" for t in self.doc[start:end]):
            return None
        return start, end

    def _name_in(self, start: int, end: int) -> str | None:
        name = self.parsed.words(start, end)
        if end - start > 1:
            full = self._full.get(self.doc[end - 1].lower_, name)
            return full if name in full else name
        titled = start and self.doc[start - 1].lower_ in words("titles")
        return self._full.get(self.doc[start].lower_) or (name if titled else None)

    def _may_name(self, token: Token) -> bool:
        """True for a word that may be part of a person's name: no word for people, offices, things or places."""
        if not token.is_alpha or token.ent_type_ in _NO_PEOPLE:
            return False
        if (
            token.pos_ in {"DET", "ADP", "CCONJ", "PRON", "AUX", "ADV", "NUM", "SCONJ", "PART"}
            and token.ent_type_ != "PERSON"
        ):
            return token.lower_ in {"de", "del", "la", "y", "san"}
        if token.tag_ not in {"NNP", "NNPS"} and token.ent_type_ != "PERSON":
            # Inside a name the parser tags much as adjective or verb; a name's own words stand right beside others.
            if (
                token.dep_ not in {"compound", "amod", "appos", "conj", "pobj", "attr"}
                or token.pos_ == "VERB"
            ):
                return False
            near = [self.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(self.doc)]
            if not any(n.tag_ == "NNP" or n.ent_type_ == "PERSON" for n in near):
                return False
        return not _is_known(token.lower_)

    def _runs(self) -> Iterator[tuple[int, int]]:
        i = 0
        while i < len(self.doc):
            end = i
            while (
                end < len(self.doc)
                and self._may_name(self.doc[end])
                and (end == i or not self.doc[end].is_sent_start)
            ):
                end += 1
            if end - i > 1:
                yield i, end
            i = max(end, i + 1)

    def identified(self, sent: Span) -> list[str]:
        """Names of the harmed, told as such: "the injured were NAME", "among the dead is NAME"."""
        found: list[str] = []
        for token in sent:
            if token.lower_ not in words("harmed") or token.dep_ in {"amod", "compound"}:
                continue
            verb = token.head if token.dep_ in {"nsubj", "nsubjpass", "attr", "csubj"} else None
            if token.dep_ == "pobj" and token.head.lower_ == "among":
                verb = token.head.head
            if token.dep_ in {"ROOT", "ccomp", "advcl", "acomp"} and token.tag_ == "VBN":
                verb = token
            if verb is None:
                continue
            for child in verb.subtree:
                if child.i > token.i and child.dep_ in {
                    "attr",
                    "nsubj",
                    "appos",
                    "conj",
                    "pobj",
                    "oprd",
                    "dep",
                }:
                    name = self._name_at(child)
                    if name and name not in found:
                        found.append(name)
        return found

    # --- other phrases ----------------------------------------------------------------------------------

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
            while end < len(self.doc) and self._may_name(self.doc[end]) and not self.doc[end].is_sent_start:
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
            or parts[0] in self._shorts.values()
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

    # --- organisations ----------------------------------------------------------------------------------

    def is_org(self, mention: FoundMention) -> bool:
        """True for a named organisation that may do harm: not "a guerrilla column", not a party or a union."""
        if not mention.is_named or mention.role not in {"body", "name", "band", "force", "fighters"}:
            return False
        full = mention.mention.name.lower().split()
        head = full[full.index("of") - 1] if "of" in full[1:] else full[-1]
        parts = self.org_name(mention).split()
        if not parts or {parts[-1], head} & words("peaceful"):
            return False
        if mention.role == "force":
            return parts[-1] in words("powers") or "of" in parts
        return any(part not in words("common_in_names") for part in parts)

    def org_name(self, mention: FoundMention) -> str:
        """The shortest form that the text itself equates with the name; else without what describes it."""
        name = mention.mention.name
        short = self._short_for(name)
        if short:
            return short
        parts = [p for p in name.lower().split() if p != '"']
        while (
            len(parts) > 1
            and parts[-1] in words("made_of_powers")
            and parts[-2] in {"army", "forces", "guard", "fmln", "front"}
        ):
            parts = parts[:-1]
        while (
            len(parts) > 1
            and mention.role != "band"
            and (parts[0] in words("describing") or parts[0][0] == "-")
        ):
            parts = parts[1:]
        name = " ".join(parts)
        return self._short_for(name) or name

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

    def mention_of(self, name: str) -> FoundMention | None:
        """The first mention of the actor of that name."""
        return next((m for m in self.parsed.mentions if m.mention.name == name), None)

    def is_suspected(self, org: str) -> bool:
        """True if a sentence with a mention of the organisation has a word of suspicion or accusation."""
        spots = [
            m.start
            for m in self.parsed.mentions
            if m.is_named and m.role != "pronoun" and self.org_name(m) == org
        ]
        return any(
            any(t.lemma_.lower() in words("suspicion") or t.lower_ in words("suspicion") for t in sent)
            for sent in self.parsed.sentences
            if any(sent.start <= spot < sent.end for spot in spots)
        )

    def _short_for(self, name: str) -> str | None:
        return self._shorts.get(name.removeprefix("the "))

    def orgs_within(self, head: Token) -> Iterator[FoundMention]:
        """Organisations named around a word for perpetrators: "eln guerrillas", "members of the eln"."""
        for token in head.subtree:
            if abs(token.i - head.i) > 8 or token.dep_ in {"relcl", "acl"}:
                continue
            mention = self.parsed.mention_at(token.i)
            if mention and mention.is_named and mention.head in {token.i, head.i} and self.is_org(mention):
                yield mention


def _short_names(parsed: ParsedText) -> dict[str, str]:
    """The shortest single word that the text uses for each name."""
    found = [(short, full) for short, full in parsed.aliases.items() if " " not in short]
    for mention in parsed.mentions:
        word = parsed.doc[mention.start].text
        if (
            mention.is_named
            and mention.role == "name"
            and " " in mention.mention.name
            and not _is_known(word)
        ):
            is_short = mention.end - mention.start == 1 or parsed.doc[mention.head].i > mention.start
            if is_short and len(word) < 7 and word.isalnum() and word not in mention.mention.name.split():
                found.append((word, mention.mention.name))
    out: dict[str, str] = {}
    for short, full in found:
        name = full.removeprefix("the ")
        if name not in out or len(short) < len(out[name]):
            out[name] = short
    return out


@cache
def _is_known(word: str) -> bool:
    return (
        word
        in words("titles")
        | words("civilians")
        | words("perpetrators")
        | words("things")
        | words("describing")
        | words("weapons")
        or word in lexicon.lines("people") | lexicon.lines("place_heads") | lexicon.lines("demonyms")
        or any(word in with_role(role) for role in ("office", "fighters", "body", "force", "source", "state"))
    )
