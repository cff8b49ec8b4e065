"""Names of persons in a parsed, lower-cased text: the keys of MUC-4 name the victims, the reader never does."""

from __future__ import annotations

from collections.abc import Iterator

from bench.reading.muc4_lexicon import is_known, words
from spacy.tokens import Span, Token

from secondsource.read.english.events.sufferers import joined
from secondsource.read.english.parsed import ParsedText

_NO_PEOPLE = frozenset({"GPE", "LOC", "DATE", "TIME", "CARDINAL", "NORP", "FAC", "MONEY", "QUANTITY"})
_NO_PERSONS = frozenset({"body", "force", "state", "band", "outlet"})


class People:
    """The persons whom one text names."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed
        self.doc = parsed.doc
        self._full: dict[str, str] = {}
        for start, end in self._runs():
            name = parsed.words(start, end)
            for token in self.doc[start + 1 : end]:
                if len(name) > len(self._full.get(token.lower_, "")):
                    self._full[token.lower_] = name

    def named_by(self, head: Token) -> list[str]:
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
        if not self.may_name(head):
            return None
        mention = self.parsed.mention_at(head.i)
        if mention and mention.role in _NO_PERSONS and mention.is_named:
            return None
        start, end = head.i, head.i + 1
        while start and self.may_name(self.doc[start - 1]) and not self.doc[start].is_sent_start:
            start -= 1
        while end < len(self.doc) and self.may_name(self.doc[end]) and not self.doc[end].is_sent_start:
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

    def may_name(self, token: Token) -> bool:
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
        return not is_known(token.lower_)

    def _runs(self) -> Iterator[tuple[int, int]]:
        i = 0
        while i < len(self.doc):
            end = i
            while (
                end < len(self.doc)
                and self.may_name(self.doc[end])
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
