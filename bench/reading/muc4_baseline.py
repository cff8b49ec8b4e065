"""The baseline for MUC-4: spaCy's entities and the nearest word of attack, one template a text."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span

from secondsource.read.english.text.model import load_model

_TYPES = {
    "bombing": frozenset({"bomb", "bombing", "explode", "explosion", "blast", "detonate", "dynamite"}),
    "kidnapping": frozenset({"kidnap", "kidnapping", "abduct", "abduction", "hostage"}),
    "arson": frozenset({"burn", "arson", "torch"}),
    "attack": frozenset({"attack", "kill", "murder", "assassinate", "assassination", "massacre", "shoot"}),
}
_WEAPONS = frozenset({"bomb", "dynamite", "grenade", "rifle", "machinegun", "rocket", "mortar", "explosive"})
# Tokens between an entity and the word of attack.
_NEAR = 12


def nearest_verb_templates(text: str) -> list[dict[str, Any]]:
    """One template where a word of attack stands: organisations left of it did it, persons beside it suffered it."""
    doc = load_model()(text)
    verbs = {t.i: kind for t in doc for kind, words in _TYPES.items() if t.lemma_.lower() in words}
    if not verbs:
        return []
    kinds = list(verbs.values())
    template: dict[str, Any] = {
        "incident_type": max(sorted(set(kinds)), key=kinds.count),
        "PerpInd": [],
        "PerpOrg": _names([e for e in doc.ents if e.label_ == "ORG" and _gap(e, verbs) > 0]),
        "Target": _names([e for e in doc.ents if e.label_ == "FAC" and _gap(e, verbs)]),
        "Victim": _names([e for e in doc.ents if e.label_ == "PERSON" and _gap(e, verbs)]),
        "Weapon": _weapons(doc),
    }
    return [template]


def _gap(entity: Span, verbs: dict[int, str]) -> int:
    """Tokens to the nearest word of attack: positive where it stands behind the entity, 0 if none is near."""
    gaps = [at - entity.start for at in verbs if abs(at - entity.start) <= _NEAR]
    return min(gaps, key=abs, default=0)


def _names(entities: list[Span]) -> list[list[str]]:
    return [[name] for name in dict.fromkeys(e.text for e in entities)]


def _weapons(doc: Doc) -> list[list[str]]:
    return [[word] for word in dict.fromkeys(t.text for t in doc if t.lemma_.lower() in _WEAPONS)][:1]
