"""Organs of state that a text names without their country, joined to the one that another text names in full.

"The Interior Ministry said" means that of the country that the article is about. Where the case knows the
"Sedranian Interior Ministry" and no other land's ministry of that name is spoken of in the article, it is that one.
One word alone ("the police", "the army") stays alone: a country has many.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from secondsource.records import Document
from secondsource.resolve.actor_names import CaseNames
from secondsource.resolve.clusters import Edge, Why
from secondsource.resolve.name_words import load_name_words
from secondsource.resolve.transliteration import fold_name

_SHORTEST_STEM = 4
_ENDING = 3  # "Sedranian" and "Sedrania" differ by less


def left_out_country_edges(names: CaseNames, documents: Mapping[str, Document]) -> set[Edge]:
    """An edge from each organ named without its country to its full name, where only one fits."""
    full = _full_names(names)
    bare: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for node in names.shown:
        if node.startswith("within:"):
            document_id, organ = node.removeprefix("within:").rsplit(":", 1)
            if organ in full and document_id in documents:
                bare[document_id].append((node, organ))
    edges: set[Edge] = set()
    for document_id, organs in bare.items():
        document = documents[document_id]
        words = set(re.findall(r"\w+", fold_name(f"{document.outlet or ''} {document.text}")))
        for node, organ in organs:
            told = [nodes for stem, nodes in full[organ].items() if any(w.startswith(stem) for w in words)]
            if len(told) == 1:
                edges.add(Edge(Why.COUNTRY_LEFT_OUT, *sorted((node, min(told[0])))))
    return edges


def _full_names(names: CaseNames) -> dict[str, dict[str, set[str]]]:
    """Organ of two words or more → stem of the word before it → nodes of the full names."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for node, shown in names.shown.items():
        for stem, organ in _parted(shown) if node.startswith("name:") else ():
            found[organ][stem].add(node)
    return found


def _parted(name: str) -> Iterator[tuple[str, str]]:
    qualifier, _, rest = fold_name(name).removesuffix("'s").partition(" ")
    organs = load_name_words().organs
    if " " in rest and any(word in organs for word in rest.split()):
        qualifier = qualifier.removesuffix("'s")
        yield qualifier[: max(_SHORTEST_STEM, len(qualifier) - _ENDING)], rest
