"""Who is said to stand behind whom: for and against by origin; signs of a front as sentences, never a score."""

from __future__ import annotations

from secondsource.records import ActorKind, Relation, Stance, TieCase, TieVoice
from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.days import day_words, days_in_words
from secondsource.show.brief.parts import (
    Block,
    Bullets,
    Grounds,
    Line,
    Row,
    Run,
    Runs,
    Section,
    Table,
    capital,
    joined,
    name,
    say,
)
from secondsource.show.brief.view import View
from secondsource.show.tie_days import heard

_MOST_ROWS = 30
_MOST_LINES = 10


def ties_behind(view: View) -> list[TieCase]:
    """Ties that say who stands behind a group, the strongest assertion first."""
    behind = [t for t in view.kept.ties if t.relation in _TABLED and _is_group(view, t.from_id)]
    return sorted(behind, key=lambda t: _rank(view, t))


def ties_section(view: View, cite: Citer) -> Section | None:
    """The table of ties behind groups, what to make of the strongest, signs of a front, other ties as lines."""
    behind = ties_behind(view)
    blocks: list[Block] = []
    if behind:
        rows = tuple(_row(view, cite, t) for t in behind[:_MOST_ROWS])
        blocks.append(Table(columns=phrases.TIE_COLUMNS, rows=rows))
        strongest = _strongest_line(view, cite, behind)
        if strongest:
            blocks.append(strongest)
    signs = _sign_lines(view, cite)
    if signs:
        blocks.append(Bullets(lead=phrases.SIGNS, lines=signs))
    tabled = {t.id for t in behind}
    rest = sorted(
        (t for t in view.kept.ties if t.id not in tabled and _is_shown(view, t)), key=lambda t: _rank(view, t)
    )
    if rest:
        lines = tuple(_other_line(view, cite, t) for t in rest[:_MOST_LINES])
        blocks.append(Bullets(lead=phrases.OTHER_TIES, lines=lines))
    left_out = max(0, len(behind) - _MOST_ROWS) + max(0, len(rest) - _MOST_LINES)
    if left_out:
        words = phrases.LEFT_OUT.format(count=left_out, what="ties are", command="secondsource ties")
        blocks.append(Line(runs=(say(words),), grounds=Grounds.COUNT))
    return Section(key="ties", title=phrases.TIES, blocks=tuple(blocks)) if blocks else None


def _row(view: View, cite: Citer, tie: TieCase) -> Row:
    """The tie, who is for it, who against, and apart from these what the two themselves deny."""
    others = [v for v in tie.against if not v.is_self]
    themselves = [v for v in tie.against if v.is_self]
    sides = (
        joined([_voice(view, cite, v) for v in voices], "; ") for voices in (tie.for_, others, themselves)
    )
    return Row(cells=(tie_words(view, tie), *(side or (say(phrases.NOBODY),) for side in sides)))


def tie_words(view: View, tie: TieCase) -> Runs:
    """ "A ← B (backing)"."""
    arrow, kind = phrases.TIE_ARROWS[tie.relation]
    return (
        name(view.actor_name(tie.from_id)),
        say(f" {arrow} "),
        name(view.actor_name(tie.to_id)),
        say(f" ({kind})"),
    )


def _voice(view: View, cite: Citer, voice: TieVoice) -> Runs:
    """An origin's word: name, that it speaks of itself, its doubt, its grade, its quotes."""
    told = view.of(voice.statement_ids)
    origin = view.origin(told[0]) if told else None
    if told and all(view.origin(s).is_own_voice for s in told):
        outlet = told[0].outlet if len(view.outlets) > 1 else None
        speaker = outlet or (origin.name if origin and len(view.documents) > 1 else None)
        runs: list[Run] = (
            [name(speaker), say(f" {phrases.OWN_VOICE}")] if speaker else [say(phrases.DOCUMENT_VOICE)]
        )
    else:
        runs = [name(origin.name if origin else view.actor_name(voice.origin))]
        if origin and origin.kind in phrases.KIND_WORDS:
            runs.append(say(f" ({phrases.KIND_WORDS[origin.kind]})"))
    if voice.is_self and origin and origin.key in view.actors:
        runs = [name(origin.name)]
    if voice.is_self:
        runs.append(say(f" {phrases.itself(bool(origin and view.is_collective(origin.key)))}"))
    runs += _days(view, voice)
    if voice.grade:
        runs.append(say(f", grade {voice.grade}"))
    documents = len({s.statement.document_id for s in told})
    if documents > 1:
        runs.append(say(f", {documents} documents"))
    return (*runs, say(" "), *cite.mark(voice.statement_ids))


def _days(view: View, voice: TieVoice) -> list[Run]:
    """When it was said, each stance from its first day to its last, and with what doubt."""
    runs: list[Run] = []
    for told in heard(voice, view.all):
        doubt = "with doubt" if told.stance is Stance.DOUBTS else ""
        days = day_words(told.days) if told.days and len(view.documents) > 1 else None
        if words := " ".join(w for w in (doubt, days) if w):
            runs.append(say(f", {words}"))
    return runs


def _strongest_line(view: View, cite: Citer, behind: list[TieCase]) -> Line | None:
    """Whether the strongest assertion rests on anybody who can be named."""
    tie = next((t for t in behind if t.for_ and t.relation in phrases.BEHIND), None)
    if tie is None or len([t for t in behind if t.for_]) < 2:
        return None
    told = view.of(s for v in tie.for_ for s in v.statement_ids)
    if not told or not all(view.origin(s).is_own_voice for s in told):
        return None
    kind = phrases.TIE_ARROWS[tie.relation][1]
    words = phrases.STRONGEST_UNSOURCED.format(kind=kind)
    return Line(runs=(say(f"{words} "), *cite.mark(s.statement.id for s in told)))


def _sign_lines(view: View, cite: Citer) -> tuple[Line, ...]:
    lines = []
    for indicator in view.kept.indicators[:_MOST_ROWS]:
        marks = cite.mark(indicator.statement_ids)
        if marks:
            sentence = days_in_words(indicator.sentence.strip().rstrip("."))
            who: Runs = (name(view.actor_name(indicator.actor_id)), say(": "))
            lines.append(Line(runs=(*who, name(sentence), say(". "), *marks)))
    return tuple(lines)


def _other_line(view: View, cite: Citer, tie: TieCase) -> Line:
    """ "Northern Tide – Coastal Front (rivals): said by X [3]; denied by Y [4]." """
    sides = [(phrases.SAID_BY, tie.for_), (phrases.DENIED_BY, tie.against)]
    said: list[Runs] = [
        (say(f"{verb} "), *joined([_voice(view, cite, v) for v in voices]))
        for verb, voices in sides
        if voices
    ]
    return Line(runs=(*capital(tie_words(view, tie)), say(": "), *joined(said, "; "), say(".")))


_TABLED = phrases.BEHIND | {Relation.ALIGNED_WITH}


def _is_group(view: View, actor_id: str) -> bool:
    actor = view.actors.get(actor_id)
    return actor is not None and (actor.is_collective or actor.kind in (ActorKind.GROUP, None))


def _is_shown(view: View, tie: TieCase) -> bool:
    """A state's own organs are no news; a tie that a group has, or that anybody disputes, is."""
    return bool(tie.for_ and tie.against) or _is_group(view, tie.from_id) or _is_group(view, tie.to_id)


def _rank(view: View, tie: TieCase) -> tuple[int, int, str, str]:
    voices = len(tie.for_) + len(tie.against)
    return (phrases.TIE_ORDER.index(tie.relation), -voices, view.actor_name(tie.from_id), tie.id)
