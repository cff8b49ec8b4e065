"""Threats: who threatens whom, by when, through what and since when; they get no verdict."""

from __future__ import annotations

from secondsource.records import ResolvedStatement, Stance, Threat
from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.days import day_words
from secondsource.show.brief.folding import folded
from secondsource.show.brief.parts import (
    Block,
    Bullets,
    Grounds,
    Line,
    Runs,
    Section,
    Style,
    joined,
    name,
    say,
)
from secondsource.show.brief.telling import channel_media, tellers
from secondsource.show.brief.view import View

_MOST_LINES = 30


def threats_section(view: View, cite: Citer) -> Section | None:
    """One line a threat, however many documents tell it."""
    groups: dict[tuple[str, str], list[ResolvedStatement]] = {}
    for resolved in view.of_kind(Threat):
        threat = resolved.statement.proposition
        if isinstance(threat, Threat):
            key = (_threatener(view, resolved, threat), folded(" ".join(m.name for m in threat.on)))
            groups.setdefault(key, []).append(resolved)
    if not groups:
        return None
    shown = list(groups.items())[:_MOST_LINES]
    blocks: list[Block] = [Bullets(lines=tuple(_line(view, cite, who, told) for (who, _), told in shown))]
    if len(groups) > len(shown):
        words = f"{len(groups) - len(shown)} more threats are left out here."
        blocks.append(Line(runs=(say(words),), grounds=Grounds.COUNT))
    return Section(key="threats", title=phrases.THREATS, blocks=tuple(blocks))


def _line(view: View, cite: Citer, who: str, told: list[ResolvedStatement]) -> Line:
    threat = told[0].statement.proposition
    if not isinstance(threat, Threat):
        raise TypeError(f"{told[0].statement.id} tells no threat")
    parts: list[Runs] = []
    if threat.on:
        parts.append((say("against "), *joined([(name(m.name),) for m in threat.on])))
    else:
        parts.append((say("against whom is not said"),))
    if threat.deadline:
        parts.append((name(threat.deadline.name, Style.QUOTE),))
    media = dict.fromkeys(m for s in told for m in channel_media(view, s, who))
    parts += [(say(f"through a {phrases.MEDIUM_NOUNS[m]}"),) for m in media]
    day = next((w for s in told if (w := day_words(s.when))), None)
    if day:
        parts.append((say(day),))
    others = [s for s in told if view.origin(s).key != who]
    stances = {s.statement.stance for s in told}
    if stances == {Stance.DENIES}:
        parts.append((say("denied by "), *tellers(view, told)))
    elif others:
        parts.append((say("told by "), *tellers(view, others)))
    if stances == {Stance.DOUBTS}:
        parts.append((say(phrases.REPORTEDLY),))
    marks = cite.mark(s.statement.id for s in told)
    return Line(runs=(name(view.actor_name(who), Style.STRONG), say(": "), *joined(parts), say(". "), *marks))


def _threatener(view: View, resolved: ResolvedStatement, threat: Threat) -> str:
    return view.role_key(resolved, "by", 0, threat.by.name)
