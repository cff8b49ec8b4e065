"""What a group has not claimed, as an answer: by kind and country of target, with the coverage under each line."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from secondsource.errors import NotFoundError
from secondsource.records import Derived, Document
from secondsource.show.answers import Entry, Figure, Quoter, quoted_words
from secondsource.show.brief.absence import absence_words, coverage_words, said_words
from secondsource.show.brief.days import date_words
from secondsource.show.brief.folding import folded
from secondsource.show.brief.narrowing import actors_named
from secondsource.show.brief.parts import Runs, Style, capital, name, say
from secondsource.show.brief.phrases import listed
from secondsource.show.brief.view import View
from secondsource.weigh.absence import (
    LEAST_ATTACKS,
    LEAST_CLAIMS,
    LEAST_ORIGINS,
    Absences,
    SaidSo,
    Standing,
    TargetAnswer,
    find_absences,
)
from secondsource.weigh.figures import counted


def absences_answer(actor: str, derived: Derived, documents: Mapping[str, Document]) -> Entry:
    """The answer about the actor of that name. Raises NotFoundError where there is none or it could be several."""
    view = View(derived, documents)
    [found] = find_absences([_actor_meant(actor, derived, view)], view.evidence)
    quoter = Quoter(view, documents)
    absent = [a for a in found.answers if a.standing is Standing.NOT_CLAIMED]
    claimed = [a for a in found.answers if a.standing is Standing.CLAIMED]
    unknown = [a for a in found.answers if a.standing is Standing.NOT_KNOWN]
    entries = [_answer(view, quoter, a) for a in absent]
    entries += [_said(s, documents) for s in found.said]
    if unknown:
        entries.append(_unknown(found, unknown))
    if claimed:
        words = listed([f"{a.noun} ({a.own})" for a in claimed])
        entries.append(
            Entry(
                runs=(say(f"It does claim attacks on {words}."),),
                key="claimed",
                figures=_counts(claimed, own=True),
            )
        )
    return Entry(
        runs=_head(found, has_absent=bool(absent)),
        key="absences",
        figures=(
            ("actor", found.actor_id),
            ("name", found.actor),
            ("claims", found.own.attacks),
            ("since", found.since.isoformat() if found.since else None),
        ),
        entries=tuple(entries),
    )


def _actor_meant(words: str, derived: Derived, view: View) -> str:
    found = actors_named(derived, words)
    if len(found) == 1:
        return next(iter(found))
    if found:
        names = sorted({view.actor_name(i) for i in found})
        # Several with one name ("police" here and there) are told apart by their id.
        shown = names if len(names) == len(found) else sorted(i.partition(":")[2][:8] for i in found)
        raise NotFoundError(
            words, f"{len(found)} actors of this case may be meant.", f"Name one: {listed(shown)}."
        )
    names = [*(a.name for a in derived.aliases), *(a.name for a in derived.actors)]
    everybody = {folded(n): n for n in names}
    near = [everybody[n] for n in get_close_matches(folded(words), sorted(everybody), n=3, cutoff=0.5)]
    raise NotFoundError(
        words,
        "no document of this case names it.",
        f"Nearest: {listed(near)}." if near else '"secondsource actors" lists all.',
    )


def _head(found: Absences, *, has_absent: bool) -> Runs:
    """ "Lantern Movement claims 4 attacks here, in …. It has not claimed attacks on:" """
    own = found.own
    if own.attacks:
        told: Runs = (say(f" claims {counted(own.attacks, 'attack')} here, {coverage_words(own)}."),)
    else:
        told = (say(" claims no attack here."),)
    since = f" Counted from {date_words(found.since)}, when it is first told of." if found.since else ""
    ends = (
        " It has not claimed attacks on:"
        if has_absent
        else " Nothing can be said of what it has not claimed."
    )
    return (name(found.actor, Style.STRONG), *told, say(since + ends))


def _answer(view: View, quoter: Quoter, answer: TargetAnswer) -> Entry:
    return quoter.entry(
        capital((*absence_words(view, answer), say("."))),
        answer.coverage.statement_ids,
        key="not_claimed",
        figures=_figures(answer),
    )


def _said(said: SaidSo, documents: Mapping[str, Document]) -> Entry:
    """The words of a document that say so, of whom they themselves show."""
    quoted = quoted_words(documents[said.document_id], said.span)
    return Entry(runs=said_words(said), key="said", quotes=(quoted,))


def _unknown(found: Absences, unknown: list[TargetAnswer]) -> Entry:
    """What can't be told, and why."""
    words = listed([f"{a.noun} ({a.coverage.attacks})" for a in unknown])
    if found.own.attacks < LEAST_CLAIMS:
        why = f"it claims fewer than {LEAST_CLAIMS} attacks here"
    else:
        why = f"fewer than {LEAST_ATTACKS} attacks on them are told here, or by fewer than {LEAST_ORIGINS} origins"
    return Entry(runs=(say(f"Not known, since {why}: {words}."),), key="not_known", figures=_counts(unknown))


def _counts(answers: list[TargetAnswer], *, own: bool = False) -> tuple[tuple[str, Figure], ...]:
    return tuple((f"{a.matter}:{a.value}", a.own if own else a.coverage.attacks) for a in answers)


def _figures(answer: TargetAnswer) -> dict[str, Figure]:
    coverage = answer.coverage
    return {
        "matter": answer.matter,
        "value": answer.value,
        "attacks": coverage.attacks,
        "documents": coverage.documents,
        "outlets": coverage.outlets,
        "origins": coverage.origins,
        "first": coverage.first.isoformat() if coverage.first else None,
        "last": coverage.last.isoformat() if coverage.last else None,
        "laid_to_it": answer.laid_to_it,
    }
