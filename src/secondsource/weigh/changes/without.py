"""What is left of a case without some sources: their documents, and what others tell on their word, left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from secondsource.errors import NotFoundError
from secondsource.match import Repeats
from secondsource.match.origins import claimant_ids
from secondsource.match.outlets import MEDIA_KINDS, is_unnamed, name_key
from secondsource.records import Derived, Document, Event, ResolvedStatement, Stance
from secondsource.weigh.evidence import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What goes: documents of the sources (`own_document_ids`), and in others the statements on their word.

    `document_ids` are those and the documents that say nothing else: without it they would not be there.

    `names` are the sources as the case writes them; `quoted` name a source in their chain, `copied` print its
    words, `beside` are told in a document's own voice beside a source that is quoted for the same event.
    """

    names: tuple[str, ...]
    document_ids: frozenset[str]
    own_document_ids: frozenset[str]
    quoted: frozenset[str]
    copied: frozenset[str]
    beside: frozenset[str]

    @property
    def statement_ids(self) -> frozenset[str]:
        """All statements of other documents that go."""
        return self.quoted | self.copied | self.beside


def find_sources_named(
    wanted: Sequence[str], derived: Derived, documents: Mapping[str, Document]
) -> tuple[str, ...]:
    """The outlets and quoted media meant, as the case writes them. Raises NotFoundError with the nearest names."""
    known: dict[str, str] = {}
    for holder in (h for s in derived.statements for h in s.statement.chain):
        if holder.kind in MEDIA_KINDS and not is_unnamed(holder):
            known.setdefault(name_key(holder.name), holder.name)
    known.update({name_key(d.outlet): d.outlet for d in documents.values() if d.outlet})
    for words in wanted:
        if name_key(words) not in known:
            near = get_close_matches(name_key(words), sorted(known), n=3, cutoff=0.5)
            raise NotFoundError(
                words,
                "no document of this case is from it and none quotes it.",
                f"Nearest: {listed([known[k] for k in near])}."
                if near
                else '"secondsource sources" lists all.',
            )
    return tuple(known[name_key(w)] for w in wanted)


def leave_out(
    names: Sequence[str], derived: Derived, documents: Mapping[str, Document], repeats: Repeats
) -> LeftOut:
    """What rests on the word of these sources."""
    keys = {name_key(n) for n in names}
    actors = {a.actor_id for a in derived.aliases if name_key(a.name) in keys}
    own = frozenset(d.id for d in documents.values() if d.outlet and name_key(d.outlet) in keys)
    rest = [s for s in derived.statements if s.statement.document_id not in own]
    quoted = frozenset(s.statement.id for s in rest if _names(s, keys, actors))
    copied = frozenset(s.statement.id for s in rest if repeats.document.get(s.statement.id) in own) - quoted
    beside = _beside(rest, derived, quoted, copied) - quoted - copied
    return LeftOut(
        names=tuple(names),
        document_ids=own | _emptied(rest, quoted | copied | beside),
        own_document_ids=own,
        quoted=quoted,
        copied=copied,
        beside=beside,
    )


def _names(item: ResolvedStatement, keys: set[str], actors: set[str]) -> bool:
    return bool(actors & set(item.actor_ids("chain"))) or any(
        name_key(h.name) in keys for h in item.statement.chain
    )


def _emptied(rest: Sequence[ResolvedStatement], gone: frozenset[str]) -> frozenset[str]:
    """Documents that say nothing but on the word that goes, a headline without day and place left at the most.

    Without that word they would not be there; kept, their dateline would be news of a place that lacks the event.
    """
    left: dict[str, bool] = {}
    for item in rest:
        is_headline = isinstance(item.statement.proposition, Event) and not (item.place or item.when)
        says = item.statement.id not in gone and not is_headline
        document_id = item.statement.document_id
        left[document_id] = left.get(document_id, False) or says
    touched = {s.statement.document_id for s in rest if s.statement.id in gone}
    return frozenset(d for d, has_more in left.items() if not has_more and d in touched)


def _beside(
    rest: Iterable[ResolvedStatement], derived: Derived, quoted: frozenset[str], copied: frozenset[str]
) -> frozenset[str]:
    """What a document tells itself of an event for which it quotes one of the sources first, or prints its words.

    By the rule that an outlet's own account beside another's rests on that one (`match.families`).
    """
    incident_of = {s: i.id for i in derived.incidents for s in i.statement_ids}
    told: dict[tuple[str, str], list[ResolvedStatement]] = {}
    for item in rest:
        incident = incident_of.get(item.statement.id)
        if incident is not None and not claimant_ids(item) and item.statement.stance is not Stance.DENIES:
            told.setdefault((item.statement.document_id, incident), []).append(item)
    found: set[str] = set()
    for items in told.values():
        holders = [s for s in items if s.statement.chain]
        first = min(holders, key=lambda s: (s.statement.span, s.statement.id), default=None)
        prints = any(s.statement.id in copied for s in items)
        if prints or (first is not None and first.statement.id in quoted):
            found.update(s.statement.id for s in items if not s.statement.chain)
    return frozenset(found)
