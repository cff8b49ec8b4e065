"""The clause around a word: the words that are evidence for it."""

from __future__ import annotations

from spacy.tokens import Doc

from secondsource.read.english.text.sentences import sentence_of

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
