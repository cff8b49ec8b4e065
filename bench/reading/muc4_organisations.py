"""Organisations that may be perpetrators, under the names in which MUC-4's keys write them."""

from __future__ import annotations

from collections.abc import Iterator

from bench.reading.muc4_lexicon import is_known, words
from spacy.tokens import Token

from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.found_mention import FoundMention


class Organisations:
    """The organisations of one text."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed
        self._shorts = _short_names(parsed)

    def is_short(self, word: str) -> bool:
        """True for a word by which the text shortens a name."""
        return word in self._shorts.values()

    def is_one(self, mention: FoundMention) -> bool:
        """True for a named organisation that may do harm: not "a guerrilla column", not a party or a union."""
        if not mention.is_named or mention.role not in {"body", "name", "band", "force", "fighters"}:
            return False
        full = mention.mention.name.lower().split()
        head = full[full.index("of") - 1] if "of" in full[1:] else full[-1]
        parts = self.name_of(mention).split()
        if not parts or {parts[-1], head} & words("peaceful"):
            return False
        if mention.role == "force":
            return parts[-1] in words("powers") or "of" in parts
        return any(part not in words("common_in_names") for part in parts)

    def name_of(self, mention: FoundMention) -> str:
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

    def mention_of(self, name: str) -> FoundMention | None:
        """The first mention of the actor of that name."""
        return next((m for m in self.parsed.mentions if m.mention.name == name), None)

    def is_suspected(self, org: str) -> bool:
        """True if a sentence with a mention of the organisation has a word of suspicion or accusation."""
        spots = [
            m.start
            for m in self.parsed.mentions
            if m.is_named and m.role != "pronoun" and self.name_of(m) == org
        ]
        return any(
            any(t.lemma_.lower() in words("suspicion") or t.lower_ in words("suspicion") for t in sent)
            for sent in self.parsed.sentences
            if any(sent.start <= spot < sent.end for spot in spots)
        )

    def _short_for(self, name: str) -> str | None:
        return self._shorts.get(name.removeprefix("the "))

    def within(self, head: Token) -> Iterator[FoundMention]:
        """Organisations named around a word for perpetrators: "eln guerrillas", "members of the eln"."""
        for token in head.subtree:
            if abs(token.i - head.i) > 8 or token.dep_ in {"relcl", "acl"}:
                continue
            mention = self.parsed.mention_at(token.i)
            if mention and mention.is_named and mention.head in {token.i, head.i} and self.is_one(mention):
                yield mention


def _short_names(parsed: ParsedText) -> dict[str, str]:
    """The shortest single word that the text uses for each name."""
    found = [(short, full) for short, full in parsed.aliases.items() if " " not in short]
    for mention in parsed.mentions:
        word = parsed.doc[mention.start].text
        if mention.is_named and mention.role == "name" and " " in mention.mention.name and not is_known(word):
            is_short = mention.end - mention.start == 1 or parsed.doc[mention.head].i > mention.start
            if is_short and len(word) < 7 and word.isalnum() and word not in mention.mention.name.split():
                found.append((word, mention.mention.name))
    out: dict[str, str] = {}
    for short, full in found:
        name = full.removeprefix("the ")
        if name not in out or len(short) < len(out[name]):
            out[name] = short
    return out
