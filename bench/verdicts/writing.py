"""The words of a simulated document: its event's sentence and what stands around it, afresh or after another's."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bench.verdicts.cast import WORDS, Cast
from bench.verdicts.habits import Habits
from bench.verdicts.happenings import Details, Telling

from secondsource.records import Outcome

FIRST_DAY = date(2031, 1, 1)
_PEOPLE = re.compile(r"\b\d+ people\b")
_OUTCOMES = {
    Outcome.CORROBORATED: "found",
    Outcome.UNCORROBORATED: "no_trace",
    Outcome.CONTRADICTED: "untrue",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Sentences, with the places of the one that tells the event and of the one that adds a check or withdrawal."""

    sentences: tuple[str, ...]
    told: int
    added: int | None = None

    @property
    def words(self) -> str:
        """The whole text."""
        return " ".join(self.sentences)

    def span(self, place: int) -> tuple[int, int]:
        """Where a sentence stands."""
        start = sum(len(s) + 1 for s in self.sentences[:place])
        return start, start + len(self.sentences[place])


def write(
    telling: Telling, parent: Text | None, credit: str | None, cast: Cast, habits: Habits, draw: random.Random
) -> Text:
    """A telling's text: its parent's words, edited, where it reprints them; else its own. `credit` names it."""
    if parent is not None and telling.way in ("reprint", "bare_reprint"):
        return _reprinted(parent, telling, credit, habits, draw)
    before = [_filler(draw) for _ in range(draw.choice((0, 0, 1)))]
    after = [_filler(draw) for _ in range(1 if telling.kind in ("claim", "tie") else draw.randint(2, 4))]
    told = _sentence(telling, cast, draw)
    added = _added(telling, cast, draw)
    middle = [told, *([added] if added else [])]
    return Text(
        sentences=(*before, *middle, *after),
        told=len(before),
        added=len(before) + 1 if added else None,
    )


def target_words(details: Details, draw: random.Random) -> str:
    """One of the ways to name the target; "a place" where it isn't told."""
    if details.target is None:
        return "a site"
    return str(draw.choice(WORDS["targets"][details.target]))


def place_name(details: Details, cast: Cast) -> str:
    """The place as told: a town, or its province where the telling is vague."""
    if details.is_vague:
        return cast.provinces[details.province].name
    return cast.towns[details.province][details.town].name


def day_words(day: int) -> str:
    """ "3 March"."""
    moment = FIRST_DAY + timedelta(days=day)
    return f"{moment.day} {moment:%B}"


def _sentence(telling: Telling, cast: Cast, draw: random.Random) -> str:
    told = WORDS["told"]
    if telling.kind == "tie":
        assert telling.group is not None
        group = cast.groups[telling.group]
        return _closed(draw.choice(told["tie"]).format(front=group.front, group=group.name))
    if telling.kind == "aside":
        return _closed(_filled("aside", draw, **_whereabouts(telling, cast, draw)))
    account = _account(telling, cast, draw)
    holder = telling.holder or (telling.outer[-1] if telling.outer else None)
    if telling.kind == "withdrawal":
        return _closed(f"We reported that {account}")
    if telling.kind in ("claim", "check"):
        lead = draw.choice(told["claims"]).format(holder=holder)
        rest = _filled(
            "account",
            draw,
            who="",
            pattern="{hit} {target} {place} {day}{toll}",
            **_told(telling, cast, draw),
        )
        return _closed(f"{lead} {rest}")
    if telling.denies:
        return _closed(draw.choice(told["denies"]).format(holder=holder or "this paper", account=account))
    if holder is not None:
        return _closed(f"{draw.choice(told['says']).format(holder=holder)} {account}")
    if telling.hedges:
        return _closed(f"{draw.choice(told['hearsay'])} {account}")
    return _closed(account)


def _account(telling: Telling, cast: Cast, draw: random.Random) -> str:
    if telling.group is None:
        return _filled("account", draw, **_told(telling, cast, draw))
    return _filled("account", draw, who=cast.groups[telling.group].name, **_told(telling, cast, draw))


def _told(telling: Telling, cast: Cast, draw: random.Random) -> dict[str, str]:
    details = telling.details
    toll = (
        draw.choice(WORDS["account"]["toll"]).format(n=f"{details.killed} people") if details.killed else ""
    )
    return {"target": target_words(details, draw), "toll": toll, **_whereabouts(telling, cast, draw)}


def _whereabouts(telling: Telling, cast: Cast, draw: random.Random) -> dict[str, str]:
    name = place_name(telling.details, cast)
    where = draw.choice(WORDS["account"]["place"]).format(name=name)
    return {
        "place": where,
        "where": where,
        "where_bare": name,
        "day": draw.choice(WORDS["account"]["day"]).format(date=day_words(telling.details.day)),
    }


def _added(telling: Telling, cast: Cast, draw: random.Random) -> str | None:
    if telling.kind == "withdrawal":
        return str(draw.choice(WORDS["told"]["withdraws"]))
    if telling.outcome is None:
        return None
    pattern = draw.choice(WORDS["told"][_OUTCOMES[telling.outcome]])
    return str(pattern.format(**_whereabouts(telling, cast, draw)))


def _filler(draw: random.Random) -> str:
    return _closed(_filled("filler", draw))


def _filled(section: str, draw: random.Random, pattern: str | None = None, **given: str) -> str:
    """A pattern of the section with each slot filled, by what is given or at random."""
    slots = {n: draw.choice(v) for n, v in sorted(WORDS[section].items()) if n != "patterns"}
    chosen = pattern or draw.choice(WORDS[section]["patterns"])
    return str(chosen.format(**{**slots, **given}))


def _reprinted(
    parent: Text, telling: Telling, credit: str | None, habits: Habits, draw: random.Random
) -> Text:
    """The parent's sentences, some cut, some words changed, some sentences of one's own before and after."""
    kept = [
        (n, s)
        for n, s in enumerate(parent.sentences)
        if n in (parent.told, parent.added) or draw.random() >= habits.rate["cut"]
    ]
    before: list[str] = []
    after: list[str] = []
    while draw.random() < habits.rate["added"] / (1 + habits.rate["added"]):
        (before if draw.random() < 0.5 else after).append(_filler(draw))
    if credit is not None:
        after.append(f"First told by {credit}.")
    changed = [(n, _changed(s, habits, draw)) for n, s in kept]
    told = next(p for p, (n, _) in enumerate(changed) if n == parent.told)
    sentences = [s for _, s in changed]
    sentences[told] = _PEOPLE.sub(f"{telling.details.killed} people", sentences[told])
    return replace(
        parent,
        sentences=(*before, *sentences, *after),
        told=len(before) + told,
        added=None,
    )


def _changed(sentence: str, habits: Habits, draw: random.Random) -> str:
    """The sentence with a few small words replaced; names and numbers stay."""
    words = sentence.split(" ")
    for n, word in enumerate(words):
        if word.isalpha() and word.islower() and draw.random() < habits.rate["word_change"]:
            words[n] = draw.choice(("just", "then", "there", "once", "also", "still", "even", "soon"))
    return " ".join(words)


def _closed(sentence: str) -> str:
    sentence = sentence.strip()
    return sentence[:1].upper() + sentence[1:].removesuffix(".") + "."
