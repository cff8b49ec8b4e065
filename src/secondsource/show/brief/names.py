"""The groups that appear: their names and who uses which, how each shows itself, when it is first told of."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.records import (
    Actor,
    ActorKind,
    Alias,
    ByStatus,
    Channel,
    DayRange,
    Emergence,
    Event,
    KnownActor,
    ResolvedStatement,
    Threat,
)
from secondsource.resolve.actor_names import means_nobody
from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.days import day_words
from secondsource.show.brief.folding import folded
from secondsource.show.brief.parts import (
    Block,
    Bullets,
    Grounds,
    Line,
    Row,
    Run,
    Runs,
    Section,
    Style,
    Table,
    cited,
    joined,
    name,
    say,
)
from secondsource.show.brief.telling import few
from secondsource.show.brief.view import View
from secondsource.weigh import Resemblance, document_title, find_resemblances

_MOST_ROWS = 30
_MOST_LIKENESSES = 4


def new_names(view: View) -> list[Actor]:
    """Groups that the starter list lacks and that say or do something here, those most is told of first."""
    return [a for a in _unknown_groups(view) if not means_nobody(a.name)]


def acting_groups(view: View) -> list[Actor]:
    """Groups with a name, known beforehand or not, that say or do something here, those most is told of first."""
    groups = [a for a in view.actors.values() if _is_group(view, a) and not means_nobody(a.name)]
    return _most_told(view, [a for a in groups if _does(view, a.id)])


def _unknown_groups(view: View) -> list[Actor]:
    groups = [a for a in view.actors.values() if not a.is_known and _is_group(view, a)]
    return _most_told(view, [a for a in groups if _does(view, a.id)])


def names_sections(
    view: View,
    cite: Citer,
    subjects: frozenset[str] | None,
    suggested: Sequence[frozenset[str]] = (),
    listed: Sequence[KnownActor] = (),
) -> list[Section]:
    """New names, then those of the starter list that bear more than one name here; or the actors asked about.

    `suggested` are pairs of actors that may be one; how many is said under the first of them. `listed` are the actors
    known beforehand, which new names may be like.
    """
    if subjects is not None:
        asked = _most_told(view, [view.actors[i] for i in sorted(subjects) if i in view.actors])
        more = _suggested(sum(bool(pair & subjects) for pair in suggested))
        return _section(view, cite, "names", phrases.NAMES_ASKED, None, asked, more)
    known = [a for a in view.actors.values() if a.is_known and _is_group(view, a)]
    told = [a for a in known if _acts(view, a.id)]
    more = _suggested(len(suggested))
    new = _section(
        view,
        cite,
        "new-names",
        phrases.NEW_NAMES,
        phrases.NEW_NAMES_NOTE,
        new_names(view),
        (*_resemblance_lines(view, cite, new_names(view), listed), *_nameless(view), *more),
    )
    left = () if new else more
    return [
        *new,
        *_section(view, cite, "known-names", phrases.KNOWN_NAMES, None, _most_told(view, told), left),
    ]


def _suggested(n: int) -> tuple[Block, ...]:
    """How many pairs of actors may be one, for a person to decide."""
    if not n:
        return ()
    pairs = phrases.counted(n, "pair of names may be one actor’s", "pairs of names may be one actor’s")
    words = f"{pairs}; “secondsource actors suggestions” lists {'it' if n == 1 else 'them'}."
    return (Line(runs=(say(words),), grounds=Grounds.COUNT),)


def _section(
    view: View,
    cite: Citer,
    key: str,
    title: str,
    note: str | None,
    actors: list[Actor],
    more: tuple[Block, ...] = (),
) -> list[Section]:
    rows = [r for a in actors[:_MOST_ROWS] if (r := _row(view, cite, a))]
    if not rows:
        return []
    blocks: list[Block] = [Table(columns=phrases.NAME_COLUMNS, rows=tuple(rows))]
    if len(actors) > _MOST_ROWS:
        words = phrases.LEFT_OUT.format(
            count=len(actors) - _MOST_ROWS, what="names are", command="secondsource actors"
        )
        blocks.append(Line(runs=(say(words),), grounds=Grounds.COUNT))
    blocks += more
    return [Section(key=key, title=title, note=note, blocks=tuple(blocks))]


def _resemblance_lines(
    view: View, cite: Citer, actors: list[Actor], listed: Sequence[KnownActor]
) -> tuple[Block, ...]:
    """Those of the new names that claim something, each with the groups known before it that it is like, and how."""
    told: dict[str, list[Resemblance]] = {}
    shown = [a.id for a in actors[:_MOST_ROWS]]
    aliases = [a for of in view.aliases.values() for a in of]
    for likeness in find_resemblances(view.evidence, aliases, shown, listed):
        told.setdefault(likeness.actor_id, []).append(likeness)
    lines = tuple(_likeness_line(view, cite, a, told[a]) for a in shown if a in told)
    return (Bullets(lead=phrases.NEW_NAMES_LIKE, lines=lines),) if lines else ()


def _likeness_line(view: View, cite: Citer, actor_id: str, told: list[Resemblance]) -> Line:
    """ "Salt Companions: like Hammer by channel (its claim stands in the channel of Hammer) [4]; ..." """
    found: list[Runs] = [
        (
            say("like "),
            name(view.actor_name(r.other_id)),
            say(f" by {r.by} ({r.sentence}) "),
            *cite.mark(r.statement_ids),
        )
        for r in told[:_MOST_LIKENESSES]
    ]
    more = len(told) - _MOST_LIKENESSES
    rest: Runs = (say(f"; {phrases.counted(more, 'more likeness', 'more likenesses')}"),) if more > 0 else ()
    return Line(runs=(name(view.actor_name(actor_id)), say(": "), *joined(found, "; "), *rest, say(".")))


def _nameless(view: View) -> tuple[Block, ...]:
    """How many groups act here whom no text gives a name ("the group", "separatists")."""
    n = sum(means_nobody(a.name) for a in _unknown_groups(view))
    many = phrases.counted(n, "group that no text names acts", "groups that no text names act")
    words = f"{many} here too; “secondsource actors” lists {'it' if n == 1 else 'them'}."
    return (Line(runs=(say(words),), grounds=Grounds.COUNT),) if n else ()


def _row(view: View, cite: Citer, actor: Actor) -> Row | None:
    cells = (
        (name(actor.name),),
        _also_cell(view, cite, actor),
        _showing_cell(view, cite, actor),
        _first_cell(view, cite, actor),
    )
    if any(cited(c) for c in cells):
        return Row(cells=cells)
    marks = cite.mark(s.statement.id for s in view.said_of(actor.id)[:1])
    return Row(cells=((*cells[0], say(" "), *marks), *cells[1:])) if marks else None


def _also_cell(view: View, cite: Citer, actor: Actor) -> Runs:
    """Its other names with how each came to be joined, and who uses which where that differs."""
    aliases = view.aliases.get(actor.id, [])
    users = _users(view, actor)
    parts: list[Runs] = []
    by_spelling: dict[str, list[Alias]] = {}
    for alias in aliases:
        if folded(alias.name) != folded(actor.name):
            by_spelling.setdefault(folded(alias.name) or alias.name, []).append(alias)
    for spelt in by_spelling.values():
        # One a name: how often an apostrophe or a capital differs is no news.
        alias = max(spelt, key=lambda a: len(a.statement_ids))
        how = phrases.JOINED_WORDS.get(alias.joined_by, alias.joined_by)
        marks = cite.mark(s for a in spelt for s in a.statement_ids)
        gap: Runs = (say(" "),) if marks else ()
        outlets = sorted({o for a in spelt for o in users.get(a.name, ())})
        used: Runs = (say(", in "), *few(outlets)) if outlets else ()
        parts.append((name(alias.name), say(f" ({how}"), *used, say(")"), *gap, *marks))
    if parts and users.get(actor.name):
        parts.append((say("under this name in "), *few(list(users[actor.name]))))
    return joined(parts, "; ") or (say(phrases.NONE),)


def _users(view: View, actor: Actor) -> dict[str, tuple[str, ...]]:
    """The outlets that use each name; empty where all of them use all."""
    used: dict[str, set[str]] = {}
    for alias in view.aliases.get(actor.id, []):
        used.setdefault(alias.name, set()).update(_outlets(view, alias))
    ordered = {n: tuple(sorted(outlets)) for n, outlets in used.items()}
    return ordered if len(set(ordered.values())) > 1 and len(view.outlets) > 1 else {}


def _outlets(view: View, alias: Alias) -> tuple[str, ...]:
    documents = [view.documents[d] for d in alias.document_ids if d in view.documents]
    return tuple(sorted({d.outlet for d in documents if d.outlet}))


def _showing_cell(view: View, cite: Citer, actor: Actor) -> Runs:
    """Its channels, spokesman and own word; or that it is only named by others."""
    parts: list[Runs] = []
    media: dict[str, list[str]] = {}
    for resolved in view.said_of(actor.id, Channel):
        channel = resolved.statement.proposition
        if isinstance(channel, Channel):
            media.setdefault(_channel_words(channel), []).append(resolved.statement.id)
    parts += [(say(words), say(" "), *cite.mark(ids)) for words, ids in media.items()]
    for words, told in (
        ("a spokesman", [s for s in view.said_of(actor.id) if _has_spokesman(view, s, actor.id)]),
        ("threats", [s for s in view.said_of(actor.id, Threat) if actor.id in s.actor_ids("by")]),
        ("announced itself", [s for s in view.said_of(actor.id, Emergence) if _speaks(view, s, actor.id)]),
    ):
        if told:
            parts.append((say(words), say(" "), *cite.mark(s.statement.id for s in told)))
    if not parts:
        parts += _acts_cell(view, cite, actor)
    return joined(parts) or (say("only named by others"),)


def _acts_cell(view: View, cite: Citer, actor: Actor) -> list[Runs]:
    """What is known of a group without channel or spokesman: its claims, or what others lay at its door."""
    parts: list[Runs] = []
    for status, words in (
        (ByStatus.CLAIMED, "claims of responsibility, channel not said"),
        (ByStatus.ACCUSED, "attacks of which others accuse it"),
        (ByStatus.REPORTED, "attacks that others report of it"),
    ):
        told = [s.statement.id for s in view.said_of(actor.id, Event) if _has_done(view, s, actor.id, status)]
        if told:
            parts.append((say(words), say(" "), *cite.mark(told[:5])))
    return parts


def _first_cell(view: View, cite: Citer, actor: Actor) -> Runs:
    """The earliest day that is told of it, and the earliest document where there are several."""
    dated = [(s.when, s) for s in view.said_of(actor.id) if s.when and _own_act(view, s, actor.id)]
    runs: list[Run] = []
    if dated:
        when, resolved = min(dated, key=lambda d: (_start(d[0]), d[1].statement.id))
        runs += [say(day_words(when) or phrases.DAY_NOT_KNOWN), say(" "), *cite.mark([resolved.statement.id])]
    seen = [s for s in view.said_of(actor.id) if s.known and s.known.earliest]
    if seen and len(view.documents) > 1:
        first = min(seen, key=lambda s: _start(s.known))
        title = document_title(view.documents.get(first.statement.document_id))
        in_print: Runs = (
            (name(first.outlet),) if first.outlet else (name(title or "a document", Style.QUOTE),)
        )
        marks = _mark_unless(cite, runs, first)
        runs += [say("; in " if runs else "in "), *in_print, say(f" of {day_words(first.known)}"), *marks]
    return tuple(runs) or (say(phrases.NONE),)


def _mark_unless(cite: Citer, runs: list[Run], resolved: ResolvedStatement) -> Runs:
    """A mark, unless the cell has one already."""
    return () if runs else (say(" "), *cite.mark([resolved.statement.id]))


def _channel_words(channel: Channel) -> str:
    noun = phrases.MEDIUM_NOUNS[channel.medium]
    doubt = phrases.AUTHENTICITY_WORDS[channel.authenticity]
    handle = f" {channel.handle.name}" if channel.handle else ""
    return f"{noun}{handle} ({doubt})" if doubt else f"{noun}{handle}"


def _most_told(view: View, actors: list[Actor]) -> list[Actor]:
    told = [a for a in actors if view.said_of(a.id)]
    return sorted(told, key=lambda a: (-len(view.said_of(a.id)), a.name, a.id))


def _is_group(view: View, actor: Actor) -> bool:
    if actor.is_collective or actor.kind not in (ActorKind.GROUP, None):
        return False
    return actor.kind is ActorKind.GROUP or _acts(view, actor.id)


def _acts(view: View, actor_id: str) -> bool:
    """True if it claims, threatens, appears or has a channel here, rather than being spoken of alone."""
    return any(
        _own_act(view, s, actor_id) or isinstance(s.statement.proposition, Channel)
        for s in view.said_of(actor_id)
    )


def _does(view: View, actor_id: str) -> bool:
    """True if it acts, is said to have done something, is given a name or said to have somebody behind it."""
    return _acts(view, actor_id) or any(
        a.role in ("by", "name", "from")
        for s in view.said_of(actor_id)
        for a in s.actors
        if a.actor_id == actor_id
    )


def _own_act(view: View, resolved: ResolvedStatement, actor_id: str) -> bool:
    return (
        _speaks(view, resolved, actor_id)
        or _has_done(view, resolved, actor_id, ByStatus.CLAIMED)
        or isinstance(resolved.statement.proposition, Emergence | Threat | Channel)
    )


def _speaks(view: View, resolved: ResolvedStatement, actor_id: str) -> bool:
    return view.origin(resolved).key == actor_id


def _has_spokesman(view: View, resolved: ResolvedStatement, actor_id: str) -> bool:
    """True if somebody speaks for it whom the text calls its spokesman; an official who quotes it does not."""
    chain, span = resolved.statement.chain, resolved.statement.span
    document = view.documents.get(resolved.statement.document_id)
    words = document.text[span.start : span.end] if document else ""
    return (
        len(chain) > 1 and _speaks(view, resolved, actor_id) and phrases.SPOKES in f"{words} {chain[-2].name}"
    )


def _has_done(view: View, resolved: ResolvedStatement, actor_id: str, status: ByStatus) -> bool:
    event = resolved.statement.proposition
    return isinstance(event, Event) and any(
        by.status is status and view.role_key(resolved, "by", i, "") == actor_id
        for i, by in enumerate(event.by)
    )


def _start(when: DayRange | None) -> str:
    return when.earliest.isoformat() if when and when.earliest else "9999"
