"""First read this: the few lines that matter most, each no louder than the section it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from secondsource.records import (
    Authenticity,
    Channel,
    Claim,
    Incident,
    Side,
    Stance,
    TieCase,
    Verdict,
    VerdictName,
)
from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.claims import attack_claims, claim_when, claim_words, inner_sentence
from secondsource.show.brief.days import ASSUMED
from secondsource.show.brief.incidents import incident_title
from secondsource.show.brief.names import new_names
from secondsource.show.brief.parts import (
    Bullets,
    Grounds,
    Line,
    Marks,
    Runs,
    Section,
    capital,
    joined,
    name,
    say,
    uncapital,
)
from secondsource.show.brief.telling import few, says_which
from secondsource.show.brief.ties import ties_behind
from secondsource.show.brief.view import View

SUPPORTED = (VerdictName.CORROBORATED, VerdictName.PARTLY_CORROBORATED)
_MOST_EACH = 3
_MOST_LINES = 8  # without the one that says what a mark means
_MANY_DOCUMENTS = 3


def first_lines(view: View, cite: Citer, *, has_new: bool = True) -> list[Line]:
    """What an editor reads if there is time for nothing else; `has_new`: new names are news here."""
    kinds = (
        _rivals(view, cite),
        _not_supported(view, cite, VerdictName.CONTRADICTED),
        _not_supported(view, cite, VerdictName.UNCORROBORATED),
        _echoes(view, cite),
        _disputed_ties(view, cite),
        _doubtful_channels(view, cite),
    )
    # Lazily: a line beyond the limit would take numbers for quotes that nobody sees.
    first, best = _headline(view, cite), _supported(view, cite)
    has_new = has_new and _has_new(view)
    room = _MOST_LINES - sum(has for has in (bool(attack_claims(view)), has_new))
    few = [*first, *_fairly((*kinds, best), room)]
    return [*few, _new(view, cite)] if has_new else few


def _fairly(kinds: Sequence[Iterator[Line]], room: int) -> list[Line]:
    """Lines in the order of kinds: one of each kind before a second of any."""
    taken: list[list[Line]] = [[] for _ in kinds]
    for _ in range(_MOST_EACH):
        for lines, kept in zip(kinds, taken, strict=True):
            if sum(map(len, taken)) < room:
                kept += islice(lines, 1)
    return [line for kept in taken for line in kept]


def first_section(lines: list[Line], *, has_assumed: bool, has_misfits: bool) -> Section | None:
    """The lines as a section; the last one says what the mark ᵃ means, if it is used at all."""
    if has_assumed:
        see = f" Where one sits badly, “{phrases.MISFITS}” says so." if has_misfits else ""
        lines = [*lines, Line(runs=(say(f"{ASSUMED} {phrases.ASSUMED_NOTE}{see}"),), grounds=Grounds.COUNT)]
    return Section(key="first", title=phrases.FIRST, blocks=(Bullets(lines=tuple(lines)),)) if lines else None


def _headline(view: View, cite: Citer) -> Iterator[Line]:
    """How many claims have support; with one supported incident, which."""
    claims = attack_claims(view)
    supported = _of(view, SUPPORTED)
    if not claims:
        return
    if not supported:
        yield Line(runs=(say(phrases.NO_SUPPORT),), grounds=Grounds.ABSENCE)
        return
    many = f"{phrases.number(len(supported)).capitalize()} of {phrases.number(len(claims))} claims"
    many = many if len(claims) > 1 else "The one claim here"
    verb = "has" if len(supported) == 1 or len(claims) == 1 else "have"
    groups = list(_by_incident(view, supported).items())
    head = f"{many} {verb} support from somebody other than the claimant"
    if len(groups) == 1:
        yield Line(runs=(say(f"{head}: "), *_incident_words(view, cite, *groups[0]), say(".")))
        return
    marks = cite.mark(s for c in supported for s in c.statement_ids[:1])
    yield Line(runs=(say(f"{head}. "), *marks))


def _supported(view: View, cite: Citer) -> Iterator[Line]:
    """The best supported incidents, where the headline doesn't name the only one."""
    groups = list(_by_incident(view, _of(view, SUPPORTED)).items())
    for incident, claims in groups if len(groups) > 1 else ():
        if not any(says_which(s) for c in claims for s in view.of(c.statement_ids)):
            continue  # "attack, claimed by X" tells an editor nothing
        yield Line(runs=(*capital(_incident_words(view, cite, incident, claims)), say(".")))


def _incident_words(view: View, cite: Citer, incident: Incident, claims: list[Claim]) -> Runs:
    """ "attack on X, 6 May 2021ᵃ, claimed by A and B – partly corroborated: an explosion was reported [2]"."""
    verdict = view.verdict(claims[0].id, Side.EVENT)
    return (
        *claim_words(view, claims[0]),
        *claim_when(view, claims[0]),
        say(", claimed by "),
        *joined([(name(view.actor_name(c.claimant_id)),) for c in claims], " and "),
        *_because(verdict),
        say(" "),
        *_marks(cite, claims, verdict),
    )


def _because(verdict: Verdict | None) -> Runs:
    """The verdict with the reason that bears it."""
    if verdict is None:
        return ()
    return (say(f" – {verdict.name.value}: "), name(inner_sentence(verdict.reasons[0].sentence)))


def _marks(cite: Citer, claims: list[Claim], verdict: Verdict | None) -> tuple[Marks, ...]:
    """The claims and what the reason rests on."""
    reason = verdict.reasons[0].statement_ids if verdict else ()
    return cite.mark([*(s for c in claims for s in c.statement_ids), *reason])


def _rivals(view: View, cite: Citer) -> Iterator[Line]:
    """Incidents that more than one group claims."""
    for incident in view.incidents.values():
        claims = view.claims_of.get(incident.id, [])
        claims = [c for c in claims if not view.is_nameless(c.claimant_id)]
        if len({c.claimant_id for c in claims}) > 1:
            who = joined([(name(view.actor_name(c.claimant_id)),) for c in claims], " and ")
            runs: Runs = (
                say(f"{phrases.number(len(claims)).capitalize()} groups claim one event: "),
                *uncapital(incident_title(view, incident)),
                say("; they are "),
                *who,
                say(". "),
                *cite.mark(claims[0].statement_ids, [s for c in claims[1:] for s in c.statement_ids]),
            )
            yield Line(runs=runs)


def _not_supported(view: View, cite: Citer, wanted: VerdictName) -> Iterator[Line]:
    """Claims that somebody looked into and found nothing for, or the contrary."""
    for claim in attack_claims(view):
        verdict = view.verdict(claim.id, Side.EVENT)
        if verdict and verdict.name is wanted:
            runs: Runs = (
                name(view.actor_name(claim.claimant_id)),
                say(" claims: "),
                *claim_words(view, claim),
                *claim_when(view, claim),
                *_because(verdict),
                say(". "),
                *_marks(cite, [claim], verdict),
            )
            yield Line(runs=runs)


def _echoes(view: View, cite: Citer) -> Iterator[Line]:
    """Claims that many documents carry and that go back to the claimant alone."""
    for claim in attack_claims(view):
        families = view.families.get(claim.incident_id, [])
        told = view.of(
            view.incidents[claim.incident_id].statement_ids if claim.incident_id in view.incidents else ()
        )
        documents = len({s.statement.document_id for s in told})
        if documents >= _MANY_DOCUMENTS and families and all(f.is_claimants for f in families):
            runs: Runs = (
                say(f"{documents} documents carry it and one origin stands behind all of them: "),
                *claim_words(view, claim),
                say(", claimed by "),
                name(view.actor_name(claim.claimant_id)),
                say(". "),
                *cite.mark(s.statement.id for s in told),
            )
            yield Line(runs=runs)


def _disputed_ties(view: View, cite: Citer) -> Iterator[Line]:
    """Groups of whom it is said and denied that somebody stands behind them."""
    cases: dict[str, list[TieCase]] = {}
    for tie in ties_behind(view):
        if tie.relation in phrases.BEHIND:
            cases.setdefault(tie.from_id, []).append(tie)
    for from_id, ties in cases.items():
        for_ = [s for t in ties for v in t.for_ for s in v.statement_ids]
        denials = [v for t in ties for v in t.against]
        against = [s for v in denials for s in v.statement_ids]
        asserted = [v for t in ties for v in t.for_ if v.stance is not Stance.DENIES]
        if asserted and against:
            behind = list(dict.fromkeys(view.actor_name(t.to_id) for t in ties if t.for_))
            many = view.is_collective(from_id)
            denial = "that is denied"
            if any(v.is_self for v in denials):
                denial = "they deny it themselves" if many else "it denies that itself"
            head: Runs = (
                *few(behind),
                say(f" {'is' if len(behind) == 1 else 'are'} said to stand behind "),
                name(view.actor_name(from_id)),
                say(f"; {denial}. "),
            )
            yield Line(runs=(*head, *cite.mark(for_, against)))


def _doubtful_channels(view: View, cite: Citer) -> Iterator[Line]:
    """Channels of which somebody doubts that they are the group's own, each once."""
    doubted: dict[tuple[str, str], list[str]] = {}
    for resolved in view.of_kind(Channel):
        channel = resolved.statement.proposition
        if isinstance(channel, Channel) and channel.authenticity is Authenticity.DISPUTED:
            who = view.actor_name(view.role_key(resolved, "actor", 0, channel.actor.name))
            medium = phrases.MEDIUM_NOUNS[channel.medium]
            doubted.setdefault((medium, who), []).append(resolved.statement.id)
    for (medium, who), ids in doubted.items():
        head: Runs = (say(f"Whether a {medium} belongs to "), name(who), say(" is in doubt. "))
        yield Line(runs=(*head, *cite.mark(ids)))


def _has_new(view: View) -> bool:
    return len(view.documents) > 1 and bool(new_names(view))


def _new(view: View, cite: Citer) -> Line:
    """Names that the starter list lacks, when there are several documents to lose them in."""
    names = new_names(view)
    shown = names[:5]
    many = phrases.counted(len(names), "new name", "new names")
    marks = cite.mark(view.said_of(a.id)[0].statement.id for a in shown)
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return Line(runs=(say(f"{many}: "), *joined([(name(a.name),) for a in shown]), say(f"{more}. "), *marks))


def _by_incident(view: View, claims: list[Claim]) -> dict[Incident, list[Claim]]:
    groups: dict[Incident, list[Claim]] = {}
    for claim in claims:
        incident = view.incidents.get(claim.incident_id)
        if incident:
            groups.setdefault(incident, []).append(claim)
    return groups


def _of(view: View, wanted: tuple[VerdictName, ...]) -> list[Claim]:
    return [c for c in attack_claims(view) if _event_verdict(view, c) in wanted]


def _event_verdict(view: View, claim: Claim) -> VerdictName | None:
    verdict = view.verdict(claim.id, Side.EVENT)
    return verdict.name if verdict else None
