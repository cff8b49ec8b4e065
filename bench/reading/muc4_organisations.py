"""Organisations that may be perpetrators, under the names in which MUC-4's keys write them."""

from __future__ import annotations

from collections.abc import Iterator

from bench.reading.muc4_lexicon import is_known, words
from spacy.tokens import Token

from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.found_mention import FoundMention
from secondsource.read.english.who.lower_names import lower_names
from secondsource.read.english.who.names import with_role
from secondsource.records import Mention


class Organisations:
    """The organisations of one text."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed
        self._shorts = _short_names(parsed)
        self._known = _known_names(parsed)
        self._by_span = {m.mention.span: m for m in parsed.mentions}

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
        if not parts or {parts[-1], head} & words("peaceful") or parts[-1] in words("deeds"):
            return False
        if mention.role == "force":
            return parts[-1] in words("powers") or "of" in parts
        return any(part not in words("common_in_names") for part in parts)

    def name_of(self, mention: FoundMention) -> str:
        """The shortest form that the text itself equates with the name; else without what describes it."""
        short = self._short_for(mention.mention.name)
        if short:
            return short
        parts = self._words_of(mention)
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
        name = self._whole_of(parts) or " ".join(_without_part(parts))
        return self._short_for(name) or name

    def _words_of(self, mention: FoundMention) -> list[str]:
        """The name's words, with what a hyphen or a possessive joins to it on the left."""
        parts = [p for p in mention.mention.name.lower().split() if p != '"']
        doc, at, end = self.parsed.doc, mention.start, mention.start + 1
        if doc[at].lower_ != parts[0].split("-")[0]:
            return parts
        while at > 1 and doc[at - 1].text in {"-", "'s", "'"} and doc[at - 2].is_alpha:
            at -= 2
        if len(parts) == 1 and end == mention.end and end + 1 < len(doc) and doc[end].text == "-":
            end += 2 if doc[end + 1].is_alpha else 0  # "uc-eln"
        if end - at == 1:
            return parts
        return self.parsed.words(at, end).lower().split() + parts[1:]

    def _whole_of(self, parts: list[str]) -> str | None:
        """Another name of the text within the words, where all else in them only says which part or deed it is.

        "shining path attack", "eln cell", "xxii front of the farc".
        """
        text = f" {' '.join(parts)} "
        for known in self._known:
            if f" {known} " not in text or len(known) >= len(text) - 2:
                continue
            before, after = text.split(f" {known} ", 1)
            rest = before.split() + after.split()
            is_of = "of" in before.split()[-2:]
            if is_of or all(
                w in words("common_in_names") | words("describing") | words("deeds") for w in rest
            ):
                return known
        return None

    def of_actor(self, actor: Mention) -> FoundMention | None:
        """The organisation that a statement's actor is, or that stands around its words: "guerrillas of the X"."""
        at = self._by_span.get(actor.span)
        if at is not None and not at.is_named and at.role == "fighters":
            return next(self.within(self.parsed.doc[at.head]), None)
        return at or next((m for m in self.parsed.mentions if m.mention.name == actor.name), None)

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


def _without_part(parts: list[str]) -> list[str]:
    """The name without a deed, a part or an owner's word around it: "troops of our armed forces"."""
    if "of" in parts[1:-1]:
        at = parts.index("of")
        if parts[-1] in words("deeds"):
            parts = parts[:at]
        elif parts[0] in words("made_of_powers") and parts[-1] in words("powers"):
            parts = [p for p in parts[at + 1 :] if p not in {"our", "the", "their", "its"}]
    owner = next((at for at, p in enumerate(parts[:-1]) if p.endswith("'s")), None)
    if owner is not None and parts[-1] in words("part"):
        parts = [*parts[:owner], parts[owner].removesuffix("'s")]  # "the eln's urban unit"
    bodies = with_role("body")
    while len(parts) > 2 and (
        parts[-1] in words("deeds") or (parts[-1] in words("part") and parts[-2] in bodies)
    ):
        parts = parts[:-1]
    return parts


def is_power(name: str) -> bool:
    """True for the name of a state's forces or government."""
    return "of" not in name.split() and name.split()[-1] in words("state_side")


def _known_names(parsed: ParsedText) -> list[str]:
    """The names in the text that are more than words for bodies, longest first."""
    common = words("common_in_names") | words("describing") | words("made_of_powers")
    found = set(parsed.aliases) | set(parsed.aliases.values())
    roles = {"name", "body", "band", "fighters"}
    found |= {m.mention.name for m in parsed.mentions if m.is_named and m.role in roles}
    found |= {parsed.words(start, end) for start, end in lower_names(parsed.doc)}
    names = {n.lower().removeprefix("the ") for n in found}
    return sorted((n for n in names if any(w not in common for w in n.split())), key=lambda n: (-len(n), n))


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
