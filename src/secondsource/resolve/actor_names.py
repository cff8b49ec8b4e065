"""The names in a case as nodes, and the evidence that some of them are one actor's.

A node is one spelling (`name:…`, `outlet:…`), an acronym (`acronym:…`), a known actor (`known:…`) or words
that mean somebody only inside their document (`within:…`), which a person's judgement joins, and for organs of
state what the document says of their country (`left_out_countries`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from secondsource.codec import content_id
from secondsource.records import ActorKind, KnownActor, Naming, Stance, Statement
from secondsource.resolve.actor_roles import Role, roles_of
from secondsource.resolve.clusters import Edge, Why
from secondsource.resolve.countries import is_country
from secondsource.resolve.known_actors import KnownActors, state_actor
from secondsource.resolve.name_index import NameIndex
from secondsource.resolve.name_words import load_name_words
from secondsource.resolve.names import (
    acronyms_of,
    is_acronym,
    is_generic,
    is_same_name,
    plain_name,
    split_bracket,
)
from secondsource.resolve.transliteration import LONGEST_NAME, clean_name, fold_name

LONGEST_BLOCK = 200
_LONGEST_ACRONYM_SOURCE_WORDS = 12
_SIDES = frozenset({"by", "on"})


@dataclass(slots=True)
class CaseNames:
    """What the statements of a case call its actors; filled by `gather_names`, read by the clustering."""

    shown: dict[str, str] = field(default_factory=dict)
    """node → a spelling as written"""
    known: dict[str, KnownActor] = field(default_factory=dict)
    """node → the known actor that bears the name"""
    edges: set[Edge] = field(default_factory=set)
    defined: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """acronym → nodes of the names that a document gives for it"""
    undefined: set[str] = field(default_factory=set)
    """acronyms used where no document at hand defines them"""
    denied: set[frozenset[str]] = field(default_factory=set)
    """namings that someone denies or doubts"""


class NameReader:
    """Turns the words for an actor into its node, knowing what each document's acronyms stand for.

    `data_sets` leads from documents that are rows to the name of their data set.
    """

    def __init__(
        self,
        known: KnownActors,
        local_acronyms: Mapping[tuple[str, str], str],
        data_sets: Mapping[str, str] | None = None,
    ) -> None:
        self._known = known
        self._local = local_acronyms
        self._data_sets = data_sets or {}
        self._nodes: dict[tuple[str, str, ActorKind | None, bool], str] = {}
        self._found: dict[tuple[str, ActorKind | None], KnownActor | None] = {}

    def node_of(self, document_id: str, role: Role) -> str:
        """The node for a role's words in a document."""
        scoped = role.is_collective or role.is_nameless
        # A data set means one body by a side's words in all its rows ("Syrian insurgents"); a text means its own.
        where = self._data_sets.get(document_id, document_id) if role.role in _SIDES else document_id
        key = (where, role.name, role.kind, scoped)
        if key not in self._nodes:
            self._nodes[key] = self._read(where, role, scoped)
        return self._nodes[key]

    def known_of(self, role: Role) -> KnownActor | None:
        """The known actor that a role's words name."""
        if role.is_collective or role.is_nameless:
            return None
        key = (role.name, role.kind)
        if key not in self._found:
            self._found[key] = self._known.find(*key)
        return self._found[key]

    def bearers(self, acronym: str) -> tuple[str, ...]:
        """Keys of the known actors with that acronym."""
        return self._known.bearers_of_acronym(acronym)

    def _read(self, where: str, role: Role, scoped: bool) -> str:
        name = shown_name(role.name)
        if len(role.name) > LONGEST_NAME:  # no name, whatever it is; its beginning is no evidence
            return f"within:{where}:{fold_name(name)} … {content_id('text', role.name)}"
        if scoped or (means_nobody(name) and not self.known_of(role)):
            return f"within:{where}:{fold_name(name) or 'unnamed'}"
        if is_acronym(name):
            meaning = self._local.get((where, name.upper()))
            return f"acronym:{name.upper()}={meaning}" if meaning else f"acronym:{name.upper()}"
        return node_of_name(name, role.kind)


@lru_cache(maxsize=65536)
def shown_name(name: str) -> str:
    """How an alias is written: without brackets and what merely stands around it."""
    return plain_name(split_bracket(name)[0]) or clean_name(name)


def node_of_name(name: str, kind: ActorKind | None) -> str:
    """The node of a full name."""
    return f"{'outlet' if kind is ActorKind.OUTLET else 'name'}:{fold_name(name) or clean_name(name)}"


def means_nobody(name: str) -> bool:
    """True if the words say no more than a kind of actor, of whatever country: "Iraqi militias", "US officials".

    A state's organ is somebody: "Iraqi police".
    """
    if is_generic(name):
        return True
    words = name.split()
    rest = list(words)
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            if is_country(" ".join(words[start : start + size])):
                rest = [w for w in rest if w not in words[start : start + size]]
    if len(rest) == len(words) or not rest or not is_generic(" ".join(rest)):
        return False
    return state_actor(name) is None and load_name_words().organs.isdisjoint(w.casefold() for w in rest)


def local_acronyms(statements: Iterable[Statement]) -> dict[tuple[str, str], str]:
    """(document, acronym) → node of the full name that this document gives for it.

    Where a document gives two, the first in the order of names stands.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in statements:
        for role in roles_of(statement):
            base, inside = split_bracket(role.name)
            if inside and is_acronym(inside) and not state_actor(inside) and not is_generic(base):
                found[statement.document_id, inside.upper()].add(node_of_name(shown_name(base), role.kind))
        body = statement.proposition
        if isinstance(body, Naming) and statement.stance is Stance.ASSERTS:
            names = [shown_name(m.name) for m in (body.name, *body.also)]
            full = [n for n in names if not is_acronym(n) and not is_generic(n)]
            for acronym in (n for n in names if is_acronym(n) and full):
                found[statement.document_id, acronym.upper()].add(node_of_name(full[0], body.name.kind))
    return {key: min(nodes) for key, nodes in found.items()}


def gather_names(statements: Iterable[Statement], reader: NameReader) -> CaseNames:
    """All nodes of a case with their evidence; the same whatever the order of the statements."""
    names = CaseNames()
    namings: set[tuple[str, str]] = set()
    for statement in statements:
        by_role: dict[tuple[str, int], str] = {}
        for role in roles_of(statement):
            node = reader.node_of(statement.document_id, role)
            by_role[role.role, role.position] = node
            _add(names, node, shown_name(role.name), reader.known_of(role))
        body = statement.proposition
        if not isinstance(body, Naming):
            continue
        for position in range(len(body.also)):
            a, b = sorted((by_role["name", 0], by_role["also", position]))
            if statement.stance is Stance.ASSERTS:
                namings.add((a, b))
            else:
                names.denied.add(frozenset((a, b)))
    for a, b in namings:
        if frozenset((a, b)) not in names.denied and _may_be_named_alike(names, a, b):
            names.edges.add(Edge(Why.NAMING, a, b))
    _add_same_keys(names)
    return names


def acronym_edges(names: CaseNames, reader: NameReader, cluster_of: Mapping[str, str]) -> set[Edge]:
    """Edges for acronyms that their own document doesn't define: to the one cluster that can bear it.

    A definition elsewhere in the case or the one bearer in the starter list counts; two bearers mean none.
    Failing both, a name of the case whose initials they are, if there is only one.
    """
    initials: dict[str, set[str]] = defaultdict(set)
    for node in names.shown:
        if node.startswith(("name:", "outlet:")) and node.count(" ") < _LONGEST_ACRONYM_SOURCE_WORDS:
            for acronym in acronyms_of(names.shown[node]):
                initials[acronym].add(node)
    edges = set()
    for acronym in names.undefined:
        node = f"acronym:{acronym}"
        if node in names.known:
            bearers = {f"known:{names.known[node].key}"}
        else:
            bearers = {f"known:{k}" for k in reader.bearers(acronym)} & set(cluster_of)
        strong = {n for n in bearers | names.defined[acronym] if n in cluster_of}
        candidates = strong or initials[acronym]
        if len({cluster_of[n] for n in candidates}) == 1:
            edges.add(Edge(Why.ACRONYM, *sorted((node, min(candidates)))))
    return edges


def _add(names: CaseNames, node: str, shown: str, known: KnownActor | None) -> None:
    names.shown[node] = min(shown, names.shown.get(node, shown))
    if node.startswith("within:"):
        return
    if node.startswith("acronym:"):
        acronym, _, meaning = node.removeprefix("acronym:").partition("=")
        if meaning:
            names.edges.add(Edge(Why.ACRONYM, *sorted((node, meaning))))
            names.defined[acronym].add(meaning)
            return
        names.undefined.add(acronym)
    if known and node not in names.known:
        names.known[node] = known
        names.shown.setdefault(f"known:{known.key}", known.name)
        if not node.startswith("acronym:"):
            names.edges.add(Edge(Why.STARTER_LIST, *sorted((node, f"known:{known.key}"))))


def _may_be_named_alike(names: CaseNames, a: str, b: str) -> bool:
    """A naming never makes a state or words that mean nobody into somebody else."""
    if a == b or a.startswith("within:") or b.startswith("within:"):
        return False
    return not any(n in names.known and names.known[n].kind is ActorKind.STATE for n in (a, b))


def _add_same_keys(names: CaseNames) -> None:
    nodes: dict[str, list[str]] = {"name": [], "outlet": []}
    for node in sorted(names.shown):
        prefix, _, folded = node.partition(":")
        if prefix in nodes:
            nodes[prefix].append(node)
        elif prefix == "acronym" and "=" not in node and f"name:{folded.casefold()}" in names.shown:
            names.edges.add(Edge(Why.SAME_KEY, node, f"name:{folded.casefold()}"))
    for kind in nodes.values():
        index = NameIndex([names.shown[n] for n in kind])
        for position, node in enumerate(kind):
            for other in index.same_consonants(names.shown[node])[:LONGEST_BLOCK]:
                if other > position and is_same_name(names.shown[node], names.shown[kind[other]]):
                    names.edges.add(Edge(Why.SAME_KEY, node, kind[other]))
