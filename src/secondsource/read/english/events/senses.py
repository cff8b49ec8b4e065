"""Whether the words around an event word bear the sense in which it tells of an event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.events.phrasal_deeds import MISSILES
from secondsource.read.english.events.sufferers import counted_noun, is_ground, sufferers
from secondsource.read.english.who.names import with_role

_PARTICLE_DEPS = frozenset({"prt", "advmod", "acomp", "oprd", "xcomp", "prep", "ccomp"})
_FIRE_OBJECTS = frozenset({"fire", "gunfire", "firing"})
_ACCIDENTS = frozenset(
    {"crash", "accident", "earthquake", "flood", "floods", "storm", "virus", "disease", "avalanche", "landslide",
     "collision", "outbreak", "famine"}
)  # fmt: skip
# Whom a party or a club expels; nobody is driven from home.
_OF_A_BODY = frozenset(
    {"him", "her", "it", "member", "members", "founder", "founders", "faction", "wing", "deputy", "delegate"}
    | {"student", "students", "dockers", "dissidents", "chairman", "secretary", "who", "which"}
)
_THROWN = frozenset({"hurl", "lob", "throw", "fire", "plant", "mine", "trigger", "detonate"})
_PUT = frozenset({"place", "lay", "leave", "hide", "use"})
# Verbs that tell of violence only where they have an object.
_TRANSITIVE = frozenset(
    {"hit", "strike", "target", "damage", "destroy", "harm", "beat", "burn", "open", "execute", "mine", "rocket",
     "rob"}
)  # fmt: skip
_FALLEN = frozenset({"servicemen", "marines", "rebels", "attackers"})


@dataclass(frozen=True, slots=True)
class _Use:
    """A verb as one sentence uses it: its objects' nouns and the small words that hang on it."""

    verb: Token
    form: str
    type: str
    objects: list[Token] = field(init=False)
    heads: set[str] = field(init=False)
    particles: set[str] = field(init=False)

    def __post_init__(self) -> None:
        objects = [counted_noun(o) for o in sufferers(self.verb)]
        object.__setattr__(self, "objects", objects)
        object.__setattr__(self, "heads", {o.lower_ for o in objects})
        small = {c.lower_ for c in self.verb.children if c.dep_ in _PARTICLE_DEPS}
        object.__setattr__(self, "particles", small)

    @property
    def has_people(self) -> bool:
        people = lexicon.lines("people")
        return any(
            o.lower_ in people
            or o.ent_type_ == "PERSON"
            or any(c.lower_ in people for c in o.children if c.dep_ in {"compound", "amod"})
            for o in self.objects
        )

    @property
    def has_ground(self) -> bool:
        return any(is_ground(o) for o in self.objects)


def verb_fits(token: Token, entry: dict[str, Any]) -> bool:
    """True if the verb's other words bear the sense that the entry means."""
    use = _Use(token, entry["form"], entry["type"])
    wanted = entry.get("objects")
    if _is_ruled_out(use, wanted):
        return False
    return _has_objects(use, wanted) if wanted else _has_sense(use, token.lemma_.lower())


def _is_ruled_out(use: _Use, wanted: str | None) -> bool:
    verb = use.verb
    if use.form == "harm" and verb.dep_ == "acl" and use.heads & {"those", "all"}:
        return True  # "our sympathy for those injured" tells of nobody's injury
    if use.form in {"harm", "suffer"} and any(
        c.dep_ == "nsubj" and c.lower_ in _ACCIDENTS for c in verb.children
    ):
        return True
    if wanted and use.heads & {"nobody", "nothing", "none", "one"}:
        return True  # "could find no one to confirm it"
    lemma = verb.lemma_.lower()
    if lemma in {"expel", "evict"} and use.heads & _OF_A_BODY:
        return True
    if use.type == "movement" and verb.dep_ in {"acl", "relcl"}:
        return True
    return lemma == "execute" and not use.has_people


def _has_objects(use: _Use, wanted: str) -> bool:
    """True if the verb was done to what the entry asks for."""
    if wanted == "people":
        return use.has_people or any(o.like_num for o in use.objects)
    if wanted == "places":
        return use.has_ground
    weapons = lexicon.lines("weapons")
    return bool(use.heads & weapons) or any(
        t.lower_ in weapons
        for o in use.objects
        for t in o.subtree
        if t.i - o.i < 12 and t.dep_ in {"conj", "pobj", "appos"}
    )


def _has_sense(use: _Use, lemma: str) -> bool:
    """True if the verb is used in the sense that its lemma has among the event words."""
    heads, particles, objects = use.heads, use.particles, use.objects
    match lemma:
        case "tear":
            return bool(objects) and bool(particles & {"up", "apart"})
        case "go":
            return "off" in particles
        case "gun" | "mow":
            return "down" in particles
        case "blow":
            return "up" in particles or "up" in heads
        case "round":
            return "up" in particles
        case "set":
            return _sets(use)
        case "capture" if use.type == "arrest":
            return any(not is_ground(o) for o in objects)
        case "seize" if use.type == "abduction":
            return use.has_people
        case "take":
            return _takes(use)
        case "hold":
            return _holds(use)
        case "control":
            return use.has_ground
        case "lose":
            if use.form == "harm":
                return bool(heads & (lexicon.lines("people") | {"lives", "life", "marines"}))
            return use.has_ground
        case "fall":
            subject = next((c for c in use.verb.children if c.dep_ == "nsubj"), None)
            return subject is not None and subject.lower_ in lexicon.lines("people") | _FALLEN
        case "advance" | "withdraw" | "retreat":
            return any(
                c.dep_ == "prep" and c.lower_ in {"to", "from", "on", "into", "towards", "toward"}
                for c in use.verb.children
            )
        case "steal" | "smuggle" | "traffic":
            return bool(heads & lexicon.lines("weapons"))
        case "fight" | "battle" | "engage":
            return _fights(use, lemma)
        case "attempt" | "hack":
            return any(t.lower_ == "death" for t in use.verb.subtree)
    if lemma == "open":
        return bool(heads & _FIRE_OBJECTS)
    if lemma in _THROWN and use.form == "act":
        return _throws(use, lemma)
    if lemma in _TRANSITIVE:
        return bool(objects)
    return _puts(use, lemma) if lemma in _PUT else True


def _sets(use: _Use) -> bool:
    """ "set off a bomb", "set the house on fire"."""
    if "off" in use.particles:
        return bool(use.heads & (lexicon.words_with("triggers", "form", "device") - {"vehicle", "car"}))
    near = use.verb.doc[use.verb.i : use.verb.i + 8]
    return bool(use.particles & {"ablaze", "alight"}) or any(t.lower_ in {"fire", "ablaze"} for t in near)


def _throws(use: _Use, lemma: str) -> bool:
    """ "hurled a grenade", "fired on the patrol"; not "threw a party"."""
    armed = lexicon.words_with("triggers", "form", "device") | lexicon.lines("weapons")
    words = {t.lower_ for o in use.objects for t in o.subtree if t.i <= o.i}
    if lemma == "fire":
        at = use.particles & {"on", "at", "upon", "into", "towards"}
        return bool(words & armed) or bool(at) or not use.objects
    more = {"blast", "explosion", "stones", "petrol", "acid", "firebomb", "cocktail"}
    return bool(words & (armed | more))


def _puts(use: _Use, lemma: str) -> bool:
    """ "placed a bomb", "used explosives to"."""
    vague = {"vehicle", "car", "shell", "shells"}
    devices = lexicon.words_with("triggers", "form", "device") - vague | {"charge"}
    is_idle = lemma == "use" and "to" not in use.particles and "weapons" not in use.heads
    return bool(use.heads & devices) and not is_idle


def _takes(use: _Use) -> bool:
    """ "took two men away", "took hostages", "took control of", "took over the town"."""
    if use.type == "abduction":
        if use.has_people and use.particles & {"away", "hostage", "captive", "along"}:
            return True
        inside = {t.lower_ for t in use.verb.subtree if t.dep_ in {"oprd", "acomp", "dobj", "npadvmod"}}
        return "hostage" in use.heads | inside
    is_over = "over" in use.particles and bool(use.objects)
    return "control" in use.heads or is_over or any(o.ent_type_ == "GPE" for o in use.objects)


def _holds(use: _Use) -> bool:
    """ "held hostages", "was held captive", "held the hill"."""
    if use.type == "abduction":
        taken = {"hostage", "hostages", "captive", "captives"}
        return bool(use.heads & taken) or bool(use.particles & {"hostage", "captive"})
    return use.has_ground


def _fights(use: _Use, lemma: str) -> bool:
    """ "fought the army", "battled with rebels", "they fought"; not "fight corruption"."""
    behind = [c for c in use.verb.children if c.dep_ == "prep" and c.lower_ in {"with", "against"}]
    foes = [*use.objects, *(p for c in behind for p in c.children)]
    roles = ("fighters", "force", "stand_in", "body", "state")
    is_foe = any(
        any(f.lower_ in with_role(role) for role in roles)
        or f.ent_type_ in {"ORG", "NORP", "GPE", "PERSON"}
        or f.text.isupper()
        for f in foes
    )
    return is_foe or (not foes and lemma != "engage" and use.verb.dep_ != "acl")


def noun_fits(token: Token, entry: dict[str, Any]) -> bool:
    """True if what stands behind the noun bears its sense: "the taking of the town", "a bomb against a convoy"."""
    behind = [
        (c.lower_, p) for c in token.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"
    ]
    if entry.get("against"):
        return any(word == "against" for word, _ in behind)
    wanted = entry.get("of")
    of = [counted_noun(p) for word, p in behind if word == "of"]
    if wanted is None:
        return True
    if wanted == "places":
        return any(is_ground(p) for p in of)
    if wanted == "missiles":
        return any(p.lower_ in MISSILES for p in of)
    if wanted == "people":
        return any(p.lower_ in lexicon.lines("people") | with_role("fighters") or p.like_num for p in of)
    return any(p.lower_ in lexicon.lines(wanted) for p in of)
