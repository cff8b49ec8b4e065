"""The active subject of a verb, through the verbs it hangs on and through passives of saying."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.events.charges import words


def subject_of(verb: Token) -> Token | None:
    """The active subject of a verb, taken from the verb it hangs on where it has none of its own."""
    for _ in range(6):
        if verb.dep_ in {"pcomp", "prep"} and verb.lemma_ in words("charging"):
            return None
        # Where the parse gives two, the nearer: "Front splinter group Red Hand claimed".
        for child in reversed(list(verb.children)):
            if child.dep_ == "nsubj":
                if child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
                    return _who_it_was(verb.head)
                return child
        if any(c.dep_ == "nsubjpass" for c in verb.children):
            passive = next(c for c in verb.children if c.dep_ == "nsubjpass")
            # "X is accused of attacking", "X was said to have attacked": the passive subject is the doer.
            return (
                passive
                if verb.lemma_
                in {
                    "accuse",
                    "suspect",
                    "believe",
                    "say",
                    "allege",
                    "report",
                    "charge",
                    "blame",
                    "think",
                    "know",
                }
                else None
            )
        if (
            verb.dep_ in {"conj", "xcomp", "acomp", "advcl", "pcomp", "prep", "ccomp"}
            and verb.head.i != verb.i
        ):
            if verb.dep_ == "ccomp" and verb.tag_ == "VBD" and verb.head.i > verb.i:
                return None  # "..., the police said": who tells it at the end of the sentence didn't do it
            verb = verb.head
            continue
        if verb.dep_ == "acl" and (verb.tag_ in {"VBG", "VB"} or is_finite_acl(verb)):
            return verb.head
        clausal = next((c for c in verb.children if c.dep_ == "csubj" and c.tag_ == "VBG"), None)
        if clausal is not None:
            # "rebels numbering forty raided the house"
            return next((c for c in clausal.children if c.dep_ == "nsubj"), None)
        return None
    return None


def is_finite_acl(verb: Token) -> bool:
    """A past tense that the parse hung on its own subject: "The CTD and police, in a joint action, killed three"."""
    if (
        verb.dep_ != "acl"
        or verb.i <= verb.head.i
        or any(c.dep_ in {"agent", "auxpass"} for c in verb.children)
    ):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.dep_ == "dobj" for c in verb.children))


def _who_it_was(head: Token) -> Token:
    """Of "X were the ones who did it" X; of other heads of a relative clause themselves."""
    if head.dep_ == "attr" and head.lower_ in {"one", "ones", "those"} and head.head.lemma_ == "be":
        return next((c for c in head.head.children if c.dep_ == "nsubj"), head)
    return head
